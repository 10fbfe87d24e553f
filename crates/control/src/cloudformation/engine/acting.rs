//! In whose name a stack's resources are made: a session of the stack's role, or whoever asked.

use identity::{AssumeRefused, Assumer, Caller, SessionAsk};
use model::{StackOperation, StackRecord, Timestamp};

use crate::clock::now;
use crate::cloudformation::resources::StackFacts;
use crate::control::OnBehalf;
use crate::rooms::Rooms;

const SERVICE: &str = "cloudformation.amazonaws.com";
const SESSION: &str = "AWSCloudFormation";
const SESSION_SECONDS: u32 = 3600;

pub(in crate::cloudformation) fn facts_of(stack: &StackRecord) -> StackFacts {
    StackFacts {
        name: stack.name.clone(),
        arn: stack.arn(),
        unique: stack.unique.clone(),
        account: stack.account.to_string(),
        region: stack.region.to_string(),
        capabilities: stack.design.capabilities.clone(),
        tags: stack.design.tags.clone(),
    }
}

/// Who acts: a session of the stack's role, or whoever asked, through CloudFormation.
pub(super) fn on_behalf(
    rooms: &Rooms,
    stack: &StackRecord,
    operation: &StackOperation,
) -> Result<OnBehalf, String> {
    let caller = if let Some(role) = &stack.design.role_arn {
        session(rooms, role).map_err(|_| unusable(role))?
    } else {
        let caller = rooms.identity.recall(&operation.caller);
        through_us(&caller.map_err(|forgotten| {
            format!("The security token included in the request is invalid: {forgotten}. ")
        })?)
    };
    Ok(OnBehalf {
        caller,
        region: stack.region.clone(),
        endpoint: operation.endpoint.clone(),
    })
}

/// The keys of forward access sessions (IAM user guide, "AWS global condition context keys", `aws:CalledVia`).
fn through_us(caller: &Caller) -> Caller {
    let mut keys = policy::Context::new();
    keys.set("aws:ViaAWSService", "true");
    keys.set_many("aws:CalledVia", vec![SERVICE.to_owned()]);
    keys.set("aws:CalledViaFirst", SERVICE);
    keys.set("aws:CalledViaLast", SERVICE);
    caller.with_request_keys(keys)
}

pub(in crate::cloudformation) fn session(
    rooms: &Rooms,
    role: &str,
) -> Result<Caller, AssumeRefused> {
    let ask = SessionAsk::new(SESSION, SESSION_SECONDS);
    let now: Timestamp = now();
    let by = Assumer::Service(SERVICE);
    let session = rooms.identity.assume_role(&by, role, &ask, now);
    session.map(|session| session.caller)
}

pub(in crate::cloudformation) fn unusable(role: &str) -> String {
    format!("Role {role} is invalid or cannot be assumed")
}
