//! Policies of an account that let services write into its groups. They are kept and shown; no other
//! service writes here.

mod delete;
mod describe;
mod put;

use model::{LogResourcePolicy, LogSettingsRecord};
use wire::logs::ResourcePolicy;

use crate::call::Call;

fn id(call: &Call) -> String {
    LogSettingsRecord::id_of(call.account(), call.region())
}

fn shown(name: &str, policy: &LogResourcePolicy) -> ResourcePolicy {
    ResourcePolicy {
        policy_name: Some(name.to_owned()),
        policy_document: Some(policy.document.clone()),
        last_updated_time: Some(policy.updated.millis()),
        policy_scope: Some("ACCOUNT".to_owned()),
        ..ResourcePolicy::default()
    }
}
