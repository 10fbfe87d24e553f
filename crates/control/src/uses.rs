//! What roles and users were allowed, for whoever asks which permissions they need.

use identity::Caller;
use journal::Journal;
use policy::Principal;

/// One allowed action; no resource at all means `*`. What is not of a role or a user is not noted: nothing limits it.
pub(crate) fn note(journal: &Journal, caller: &Caller, action: &str, resources: &[String]) {
    let principal = match caller.principal() {
        Principal::RoleSession { role_arn: arn, .. }
        | Principal::User { arn }
        | Principal::FederatedUser {
            user_arn: Some(arn),
            ..
        } => arn,
        Principal::Anonymous
        | Principal::Service(_)
        | Principal::Root { .. }
        | Principal::FederatedUser { user_arn: None, .. }
        | Principal::Federated { .. } => return,
    };
    if resources.is_empty() {
        journal.uses().note(principal, action, "*");
    }
    for resource in resources {
        journal.uses().note(principal, action, resource);
    }
}

/// The stream of a log group stands for all of them: Lambda makes new ones by itself.
pub(crate) fn any_stream(resource: &str) -> String {
    match resource.split_once(":log-stream:") {
        Some((group, _)) => format!("{group}:log-stream:*"),
        None => resource.to_owned(),
    }
}
