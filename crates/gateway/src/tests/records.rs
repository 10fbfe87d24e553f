//! Records of functions, as the control plane would have written them.

use super::*;

pub(crate) fn function_record(
    owner: &str,
    name: &str,
    policies: &[(&str, Value)],
) -> FunctionRecord {
    let policies = policies.iter().map(|(qualifier, statement)| {
        let policy = ResourcePolicy {
            revision_id: "r".to_owned(),
            whole: None,
            statements: vec![PermissionStatement {
                sid: "s".to_owned(),
                document: statement.to_string(),
            }],
        };
        ((*qualifier).to_owned(), policy)
    });
    FunctionRecord {
        account: AccountId::new(owner).unwrap(),
        region: region(),
        name: FunctionName::new(name).unwrap(),
        latest: version(),
        versions: BTreeMap::new(),
        next_version: 1,
        aliases: BTreeMap::new(),
        policies: policies.collect(),
        tags: BTreeMap::new(),
        reserved_concurrency: None,
        event_invoke_configs: BTreeMap::new(),
        provisioned_concurrency: BTreeMap::new(),
        recursive_loop: RecursiveLoop::default(),
        last_update: None,
        urls: BTreeMap::new(),
        code_signing: None,
    }
}

fn version() -> Version {
    Version {
        description: String::new(),
        runtime: Some(RuntimeName::new("python3.12").unwrap()),
        handler: "h.h".to_owned(),
        role: Arn::new(&format!("arn:aws:iam::{ACCOUNT}:role/exec")).unwrap(),
        code: Code {
            sha256: String::new(),
            size: 0,
        },
        environment: None,
        timeout_seconds: 3,
        memory_mib: 128,
        ephemeral_storage_mib: 512,
        architecture: "x86_64".to_owned(),
        log_format: LogFormat::Text,
        log_group: None,
        application_log_level: None,
        system_log_level: None,
        tracing_mode: "PassThrough".to_owned(),
        layers: Vec::new(),
        kms_key: None,
        snap_start: model::SnapStart::default(),
        runtime_updates: model::RuntimeUpdates::default(),
        code_folder: None,
        dead_letter_target: None,
        image: None,
        file_systems: Vec::new(),
        vpc: None,
        modified: Timestamp::default(),
        revision_id: String::new(),
    }
}
