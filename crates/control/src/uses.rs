//! What roles and users were allowed, for whoever asks which permissions they need.

use identity::Caller;
use journal::{Journal, SessionLimits};
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

/// What the caller's session was given beside its role's policies. Nobody can ask a token for it later.
pub(crate) fn note_session(journal: &Journal, caller: &Caller) {
    let holder = match caller.principal() {
        Principal::RoleSession { role_arn, .. } => role_arn.clone(),
        Principal::FederatedUser { user_arn, .. } => user_arn
            .clone()
            .unwrap_or_else(|| format!("arn:{}:iam::{}:root", model::PARTITION, caller.account())),
        Principal::Anonymous
        | Principal::Service(_)
        | Principal::Root { .. }
        | Principal::User { .. }
        | Principal::Federated { .. } => return,
    };
    let Some(passed) = caller.passed() else {
        return;
    };
    let as_its_role = passed.policy.is_none()
        && passed.policy_arns.is_empty()
        && passed.tags.is_empty()
        && !caller.is_federated_user();
    if as_its_role {
        return;
    }
    let tags = passed.tags.iter();
    journal.sessions().note(SessionLimits {
        session: caller.arn(),
        holder,
        policy: passed.policy.map(str::to_owned),
        policy_arns: passed.policy_arns.to_vec(),
        tags: tags
            .map(|tag| (tag.key.clone(), tag.value.clone()))
            .collect(),
        issued: passed.issued,
        expires: passed.expires,
    });
}

/// The stream of a log group stands for all of them: Lambda makes new ones by itself.
pub(crate) fn any_stream(resource: &str) -> String {
    match resource.split_once(":log-stream:") {
        Some((group, _)) => format!("{group}:log-stream:*"),
        None => resource.to_owned(),
    }
}
