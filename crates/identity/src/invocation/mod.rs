//! May this function be invoked? The one way to a function, and the gate of the whole product.
//!
//! Backends, authorizers, test invocations and direct calls all come here, and
//! `lambda` runs nothing without the [`Grant`] that only [`grant`] makes. This module decides
//! nothing by itself: it finds the principal, the policies and the condition keys, and asks
//! `policy`. It must never cache an answer and never let a missing policy pass.

mod fix;
mod question;
mod refusal;
mod through_url;

use model::{AccountId, FunctionArn, Timestamp};
use policy::Place;

use crate::{Caller, Identity, Permissions, Permit};

pub use fix::Fix;
pub(crate) use fix::{fingerprint, holder};
pub use refusal::{Refused, RefusedKind};
pub use through_url::{UrlAsk, UrlPermissions, grant_through_url};

/// The actions by which event sources are read.
const READS: [&str; 3] = [
    "sqs:ReceiveMessage",
    "kinesis:GetRecords",
    "dynamodb:GetRecords",
];
/// The action that every invocation needs.
const INVOKE: &str = "lambda:InvokeFunction";

/// Who wants to invoke.
#[derive(Debug, Clone, Copy)]
pub enum Invoker<'a> {
    /// A service on its own behalf: no credentials on the integration or authorizer.
    Service {
        /// Such as `apigateway.amazonaws.com`.
        principal: &'a str,
        /// `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH`, with the configured method
        /// and the template path.
        source_arn: &'a str,
        source_account: &'a AccountId,
    },
    /// A service in a role: the credentials are the role's ARN. No source ARN is sent.
    Role {
        /// The service that becomes the role.
        principal: &'a str,
        role_arn: &'a str,
    },
    /// Somebody with credentials: a direct call, or a caller passed through.
    Caller(&'a Caller),
}

/// Proof that a function may be invoked. Only [`grant`] and [`grant_through_url`] make one, and it can't be copied: one
/// decision, one invocation.
#[derive(Debug)]
pub struct Grant {
    function: FunctionArn,
    how: Granted,
    by: InvokedBy,
    allowed_by: Option<Place>,
}

#[derive(Debug, Clone)]
pub enum Granted {
    /// The function's resource policy allows the service, or everybody.
    ResourcePolicy,
    /// The role's policies allow it.
    Role,
    /// The caller's policies, or the function's for the caller, allow it.
    Caller,
    /// Lambda reads an event source for the function, in its execution role.
    EventSource,
    /// Nothing allows it; it passes because permissions are only reported.
    Reported(Box<Refused>),
}

/// Whom the function and the logs see.
#[derive(Debug, Clone)]
pub enum InvokedBy {
    Service {
        principal: String,
        source_arn: Option<String>,
    },
    Caller(Caller),
    /// Whoever came by a function URL that asks for no signature.
    Anonymous,
}

impl Grant {
    /// The ARN as it was invoked, qualifier included.
    pub fn function(&self) -> &FunctionArn {
        &self.function
    }

    pub fn how(&self) -> &Granted {
        &self.how
    }

    /// Whom the function and the logs see: the service, the session of the role, or the caller.
    pub fn caller(&self) -> &InvokedBy {
        &self.by
    }

    /// The statement that allowed it; none for root and for what is only reported.
    pub fn allowed_by(&self) -> Option<Place> {
        self.allowed_by
    }
}

/// Decides whether `invoker` may invoke exactly `target`.
pub fn grant(
    identity: &Identity,
    invoker: &Invoker<'_>,
    target: &FunctionArn,
    now: Timestamp,
) -> Result<Grant, Refused> {
    let directory = identity.directory();
    match question::ask(&directory, invoker, target, now) {
        Ok(answer) => Ok(Grant {
            function: target.clone(),
            how: answer.how,
            by: answer.by,
            allowed_by: answer.allowed_by,
        }),
        Err(refused) => match identity.config().permissions {
            Permissions::Enforce => Err(refused),
            Permissions::Report => Ok(report(invoker, target, refused)),
        },
    }
}

/// The grant of a poller. Lambda invokes a function for the event sources that are mapped to it, without
/// a statement for that: whoever made the mapping was allowed to, and what the poller reads it reads in
/// the function's execution role, which the permit proves (Lambda developer guide, "Event source mapping").
pub fn grant_to_event_source(permit: &Permit, target: &FunctionArn) -> Option<Grant> {
    let reads = READS.contains(&permit.action()) && permit.caller().is_role_session();
    reads.then(|| Grant {
        function: target.clone(),
        how: Granted::EventSource,
        by: InvokedBy::Caller(permit.caller().clone()),
        allowed_by: None,
    })
}

/// A session of a role for a service that acts in it, without keys: the role's trust is asked for, and
/// what the session may do is decided call by call.
pub fn session(
    identity: &Identity,
    service: &str,
    role_arn: &str,
    now: Timestamp,
) -> Result<Caller, Refused> {
    question::session_of(&identity.directory(), service, role_arn, now)
}

fn report(invoker: &Invoker<'_>, target: &FunctionArn, refused: Refused) -> Grant {
    let by = match invoker {
        Invoker::Service {
            principal,
            source_arn,
            ..
        } => InvokedBy::Service {
            principal: (*principal).to_owned(),
            source_arn: Some((*source_arn).to_owned()),
        },
        Invoker::Role { principal, .. } => InvokedBy::Service {
            principal: (*principal).to_owned(),
            source_arn: None,
        },
        Invoker::Caller(caller) => InvokedBy::Caller((*caller).clone()),
    };
    Grant {
        function: target.clone(),
        how: Granted::Reported(Box::new(refused)),
        by,
        allowed_by: None,
    }
}

#[cfg(test)]
mod tests;
