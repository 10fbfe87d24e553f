//! May they? Every question put to `identity`; out comes the proof that sending needs.

use identity::{AccessDenied, Ask, Caller, Identity, ResourceSide};
use model::AccountId;
use policy::Context;

use crate::questions::{Question, Resource};

/// Proof that every permission of an operation is given. Only [`clear`] makes one.
#[derive(Debug)]
pub(crate) struct Cleared(());

/// A permission as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub action: String,
    /// An ARN, or `*`.
    pub resource: String,
}

/// Stops at the first question that is denied.
pub(crate) fn clear(
    identity: &Identity,
    caller: &Caller,
    questions: &[Question],
) -> Result<Cleared, AccessDenied> {
    for question in questions {
        put(identity, caller, question)?;
    }
    Ok(Cleared(()))
}

impl Asked {
    pub(crate) fn of(question: &Question) -> Self {
        let resource = match &question.resource {
            Resource::Any => "*",
            Resource::Named(text)
            | Resource::Lookup {
                otherwise: text, ..
            } => text,
        };
        Self {
            action: question.action.clone(),
            resource: resource.to_owned(),
        }
    }
}

/// A resource of another account needs a policy there, which is not known here, so it is denied.
fn put(identity: &Identity, caller: &Caller, question: &Question) -> Result<(), AccessDenied> {
    let asked = Asked::of(question);
    let owner = owner(&asked.resource);
    let resources = [asked.resource];
    let context: &Context = &question.context;
    let mut ask = Ask::new(&question.action, &resources, context);
    if let Some(owner) = owner.as_ref().filter(|owner| *owner != caller.account()) {
        ask = ask.on(ResourceSide {
            account: owner,
            policy: None,
        });
    }
    identity.authorize(caller, &ask).map(drop)
}

fn owner(resource: &str) -> Option<AccountId> {
    let account = resource.strip_prefix("arn:")?.split(':').nth(3)?;
    AccountId::new(account).ok()
}
