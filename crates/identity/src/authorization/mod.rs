//! May this caller do that? The control plane's decision, and the API gateway's for AWS_IAM.

pub(crate) mod remedies;

use model::AccountId;
use policy::{Context, Decision, Denied, Explanation, Policies, Request, Source};
use remedy::Remedy;

use crate::directory::Directory;
use crate::standing::{Standing, context_of, resource_control, set_resource};
use crate::{Caller, Identity};

/// One action on resources.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// `service:Name`
    pub action: &'a str,
    /// ARNs; every one must be allowed. None at all means `*`.
    pub resources: &'a [String],
    /// The keys that belong to the action, such as `iam:PassedToService`, and those of the request.
    /// Keys that follow from the caller are added here.
    pub context: &'a Context,
    /// The policy that stands on the resource and whose it is, where there is one.
    pub resource: Option<ResourceSide<'a>>,
}

impl<'a> Ask<'a> {
    /// An ask about resources of the caller's own account that carry no policy.
    pub fn new(action: &'a str, resources: &'a [String], context: &'a Context) -> Self {
        Self {
            action,
            resources,
            context,
            resource: None,
        }
    }

    #[must_use]
    pub fn on(self, resource: ResourceSide<'a>) -> Self {
        Self {
            resource: Some(resource),
            ..self
        }
    }
}

/// The other side of an ask.
#[derive(Debug, Clone, Copy)]
pub struct ResourceSide<'a> {
    /// The account that owns the resource.
    pub account: &'a AccountId,
    pub policy: Option<Source<'a>>,
}

/// Proof that a caller may do an action. Only [`Identity::authorize`] makes one.
#[derive(Debug, Clone)]
pub struct Permit {
    caller: Caller,
    action: String,
}

impl Permit {
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    pub fn action(&self) -> &str {
        &self.action
    }
}

/// AWS's words and the whole story.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AccessDenied {
    pub message: String,
    pub explanation: Box<Explanation>,
    /// The condition keys that were seen, where the decision kept them.
    pub seen: Seen,
    /// What would end it, for the AWS CLI, where the decision worked it out.
    pub fix: Option<String>,
    /// The same in every form, one for each thing in the way.
    pub remedies: Vec<Remedy>,
}

/// Condition keys with their values, as they stood when something was denied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(Vec<(String, Vec<String>)>);

impl Seen {
    pub fn of(context: &Context) -> Self {
        let keys = context.iter().filter(|(_, values)| !values.is_empty());
        Self(
            keys.map(|(key, values)| (key.to_owned(), values.to_vec()))
                .collect(),
        )
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(String, Vec<String>)> {
        self.0.iter()
    }
}

impl Identity {
    pub fn authorize(&self, caller: &Caller, ask: &Ask<'_>) -> Result<Permit, AccessDenied> {
        let directory = self.directory();
        let account = resource_account(caller, ask);
        let mut context = context_of(caller, &directory, ask.context, None);
        set_resource(&mut context, &directory, account);
        let standing = Standing::of(caller, &directory);
        let policies = Policies {
            resource_control: resource_control(Some(caller), &directory, (account, ask.action)),
            ..standing.policies(ask.resource.and_then(|side| side.policy))
        };
        let any = [String::from("*")];
        let resources = if ask.resources.is_empty() {
            &any
        } else {
            ask.resources
        };
        for resource in resources {
            let request = Request {
                principal: caller.principal(),
                action: ask.action,
                resource,
                resource_account: account,
                context: &context,
            };
            if let Decision::Denied(_) = policy::decide(&request, &policies) {
                let explanation = policy::explain(&request, &policies);
                let remedies = remedies::of(&request, &policies);
                return Err(AccessDenied {
                    seen: Seen::of(&context),
                    fix: remedies::commands(&remedies),
                    remedies,
                    ..AccessDenied::of(Box::new(explanation))
                });
            }
        }
        Ok(Permit {
            caller: caller.clone(),
            action: ask.action.to_owned(),
        })
    }
}

fn resource_account<'a>(caller: &'a Caller, ask: &Ask<'a>) -> &'a str {
    ask.resource
        .map_or(caller.account(), |side| side.account)
        .as_str()
}

impl AccessDenied {
    /// The same denial, with what ends the others, too: for whoever needs all that was asked.
    #[must_use]
    pub fn and(mut self, others: impl Iterator<Item = Self>) -> Self {
        self.remedies
            .extend(others.flat_map(|other| other.remedies));
        self.fix = remedies::commands(&self.remedies);
        self
    }

    /// `User: … is not authorized to perform: … on resource: …` with the kind of policy that
    /// decided, and since 2026 with its ARN where it has one (IAM user guide, "Troubleshoot access
    /// denied error messages").
    pub fn of(explanation: Box<Explanation>) -> Self {
        let mut message = format!(
            "User: {} is not authorized to perform: {} on resource: {}",
            explanation.principal, explanation.action, explanation.resource
        );
        if let Some(denied) = who_denied(&explanation) {
            message.push(' ');
            message.push_str(&denied.reason(&explanation.action));
        }
        if let Some(arn) = denying_arn(&explanation) {
            message.push_str(": ");
            message.push_str(arn);
        }
        Self {
            message,
            explanation,
            seen: Seen::default(),
            fix: None,
            remedies: Vec::new(),
        }
    }
}

fn who_denied(explanation: &Explanation) -> Option<Denied> {
    let layer = explanation.layer?;
    Some(match explanation.decided_by {
        Some(place) => Denied::ExplicitDeny {
            layer,
            source: place.source,
            statement: place.statement,
        },
        None => Denied::NotAllowed { layer },
    })
}

fn denying_arn(explanation: &Explanation) -> Option<&str> {
    let place = explanation.decided_by?;
    explanation
        .sources
        .iter()
        .find(|report| report.layer == place.layer && report.index == place.source)
        .map(|report| report.name.as_str())
        .filter(|name| name.starts_with("arn:"))
}

/// The whole context of a caller, for those who decide elsewhere, as the gateway does over an
/// authorizer's policy.
impl Caller {
    pub fn context(&self, directory: &Directory, keys: &Context) -> Context {
        context_of(self, directory, keys, None)
    }
}

#[cfg(test)]
mod tests;
