//! What is asked of `policy` for each kind of invoker.

use std::sync::Arc;

use model::{AccountId, FunctionArn, Timestamp};
use policy::{
    Allowed, Context, Decision, Explanation, Layer, Place, Policies, Principal, Request, Source,
};

use super::fix::{self, Fix, Wanted};
use super::{Granted, INVOKE, InvokedBy, Invoker, Refused, RefusedKind};
use crate::Caller;
use crate::directory::{Directory, NamedPolicy, Role};
use crate::role_assumption::{Trust, keyless_session};
use crate::standing::{Standing, context_of, set_resource, set_service, set_time};

/// The role session's name when API Gateway invokes, as CloudTrail and Lambda's messages show it.
const SESSION_NAME: &str = "BackplaneAssumeRoleSession";
/// How long such a session lasts; it is made anew for each invocation.
const SESSION_SECONDS: i64 = 3600;

pub(super) struct Answer {
    pub(super) how: Granted,
    pub(super) by: InvokedBy,
    pub(super) allowed_by: Option<Place>,
}

pub(super) fn ask(
    directory: &Directory,
    invoker: &Invoker<'_>,
    target: &FunctionArn,
    now: Timestamp,
) -> Result<Answer, Refused> {
    let policies = directory.function(target);
    let target = Target {
        arn: target,
        policy: policies.and_then(|policies| policies.policy(&target.qualifier)),
    };
    match *invoker {
        Invoker::Service {
            principal,
            source_arn,
            source_account,
        } => {
            let service = Service {
                principal,
                source_arn,
                source_account,
            };
            service.ask(directory, &target, now)
        }
        Invoker::Role {
            principal,
            role_arn,
        } => ask_for_role(directory, (principal, role_arn), &target, now),
        Invoker::Caller(caller) => {
            let allowed_by = ask_for_caller(directory, caller, &target, now)?;
            Ok(Answer {
                how: Granted::Caller,
                by: InvokedBy::Caller(caller.clone()),
                allowed_by,
            })
        }
    }
}

/// The function as it is invoked, with the resource policy of exactly its qualifier.
struct Target<'a> {
    arn: &'a FunctionArn,
    policy: Option<&'a NamedPolicy>,
}

impl<'a> Target<'a> {
    fn source(&self) -> Option<Source<'a>> {
        self.policy.map(NamedPolicy::source)
    }
}

struct Service<'a> {
    principal: &'a str,
    source_arn: &'a str,
    source_account: &'a AccountId,
}

impl Service<'_> {
    /// A service has no policies of its own: only the function's resource policy counts.
    fn ask(
        &self,
        directory: &Directory,
        target: &Target<'_>,
        now: Timestamp,
    ) -> Result<Answer, Refused> {
        let principal = Principal::Service(self.principal.to_owned());
        let mut context = Context::new();
        context.set("aws:SourceArn", self.source_arn);
        context.set("aws:SourceAccount", self.source_account.as_str());
        set_time(&mut context, now);
        let source = Some(self.source_account.as_str());
        set_service(&mut context, directory, (&principal, source));
        set_resource(&mut context, directory, target.arn.account.as_str());
        // A service that names `$LATEST` is judged as if it had named no qualifier.
        let resource = fix::granted(target.arn).to_string();
        let request = request(&principal, &resource, target.arn, &context);
        let policies = Policies {
            resource: target.source(),
            ..Policies::default()
        };
        let allowed_by = decide(&request, &policies).map_err(|explanation| {
            let fix = fix::for_service(self.principal, self.source_arn, target.arn, &explanation);
            refuse(explanation, fix)
        })?;
        Ok(Answer {
            how: Granted::ResourcePolicy,
            by: InvokedBy::Service {
                principal: self.principal.to_owned(),
                source_arn: Some(self.source_arn.to_owned()),
            },
            allowed_by,
        })
    }
}

/// First the trust policy, then what the role may do.
fn ask_for_role(
    directory: &Directory,
    (service, role_arn): (&str, &str),
    target: &Target<'_>,
    now: Timestamp,
) -> Result<Answer, Refused> {
    let session = session_of(directory, service, role_arn, now)?;
    let allowed_by =
        ask_for_caller(directory, &session, target, now).map_err(|refused| Refused {
            role_arn: Some(role_arn.into()),
            ..refused
        })?;
    Ok(Answer {
        how: Granted::Role,
        by: InvokedBy::Caller(session),
        allowed_by,
    })
}

pub(super) fn session_of(
    directory: &Directory,
    service: &str,
    role_arn: &str,
    now: Timestamp,
) -> Result<Caller, Refused> {
    let role = directory
        .role(role_arn)
        .ok_or_else(|| no_such_role(service, role_arn))?;
    check_trust(directory, service, role, now)?;
    Ok(session(role, now))
}

fn check_trust(
    directory: &Directory,
    service: &str,
    role: &Arc<Role>,
    now: Timestamp,
) -> Result<(), Refused> {
    let mut keys = Context::new();
    keys.set("sts:RoleSessionName", SESSION_NAME);
    let trust = Trust {
        action: "sts:AssumeRole",
        directory,
        role,
        keys,
    };
    trust.decide_for_service(service, now).map_err(|untrusted| {
        let explanation = untrusted.explanation;
        let fix = fix::for_trust(service, role.record(), &explanation);
        not_assumable(role.arn(), explanation, fix)
    })
}

fn session(role: &Role, now: Timestamp) -> Caller {
    keyless_session(role, SESSION_NAME, now, now.plus_seconds(SESSION_SECONDS))
}

/// The caller's own policies, together with the function's: in one account either is enough,
/// between accounts both must allow.
fn ask_for_caller(
    directory: &Directory,
    caller: &Caller,
    target: &Target<'_>,
    now: Timestamp,
) -> Result<Option<Place>, Refused> {
    let mut context = context_of(caller, directory, &Context::new(), Some(now));
    set_resource(&mut context, directory, target.arn.account.as_str());
    let standing = Standing::of(caller, directory);
    let policies = standing.policies(target.source());
    let resource = target.arn.to_string();
    let request = request(caller.principal(), &resource, target.arn, &context);
    decide(&request, &policies).map_err(|explanation| {
        let fix = fix::for_caller(caller, target.arn, &explanation, Wanted::invocation());
        refuse(explanation, fix)
    })
}

fn request<'a>(
    principal: &'a Principal,
    resource: &'a str,
    target: &'a FunctionArn,
    context: &'a Context,
) -> Request<'a> {
    Request {
        principal,
        action: INVOKE,
        resource,
        resource_account: target.account.as_str(),
        context,
    }
}

pub(super) fn decide(
    request: &Request<'_>,
    policies: &Policies<'_>,
) -> Result<Option<Place>, Box<Explanation>> {
    match policy::decide(request, policies) {
        Decision::Allowed(Allowed::Statement(place)) => Ok(Some(place)),
        Decision::Allowed(Allowed::Root | Allowed::CallerIdentity) => Ok(None),
        Decision::Denied(_) => Err(Box::new(policy::explain(request, policies))),
    }
}

pub(super) fn refuse(explanation: Box<Explanation>, fix: Fix) -> Refused {
    Refused {
        kind: RefusedKind::NotPermitted,
        explanation,
        trust: None,
        fix: Box::new(fix),
        role_arn: None,
    }
}

fn not_assumable(role_arn: &str, explanation: Box<Explanation>, fix: Fix) -> Refused {
    Refused {
        kind: RefusedKind::RoleNotAssumable,
        trust: Some(explanation.clone()),
        explanation,
        fix: Box::new(fix),
        role_arn: Some(role_arn.into()),
    }
}

fn no_such_role(service: &str, role_arn: &str) -> Refused {
    let explanation = Explanation {
        allowed: false,
        sentence: format!("{service} can't assume {role_arn}: there is no such role"),
        layer: Some(Layer::Trust),
        decided_by: None,
        principal: service.to_owned(),
        action: "sts:AssumeRole".to_owned(),
        resource: role_arn.to_owned(),
        sources: Vec::new(),
        nearest: None,
    };
    let fix = fix::for_missing_role(service, role_arn);
    not_assumable(role_arn, Box::new(explanation), fix)
}
