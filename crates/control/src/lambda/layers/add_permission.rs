//! Lets another account, or everybody, use a version of a layer.

use model::{LayerVersion, PermissionStatement, ResourcePolicy};
use policy::PolicyType;
use serde_json::{Value, json};
use wire::lambda::{
    AddLayerVersionPermission, AddLayerVersionPermissionRequest, AddLayerVersionPermissionResponse,
};

use super::super::failures::conflict;
use super::super::functions::new_revision;
use super::{LayerTarget, stale};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AddLayerVersionPermission> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &AddLayerVersionPermissionRequest,
    ) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        Ok(target
            .ask("lambda:AddLayerVersionPermission", input.version_number)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<AddLayerVersionPermission>,
    ) -> Result<AddLayerVersionPermissionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        let arn = target.version_arn(input.version_number);
        let document = statement(&input, &arn).to_string();
        let change = |version: &mut LayerVersion| {
            add(&mut version.policy, &input, &document)?;
            Ok(version.policy.revision_id.clone())
        };
        let changed = self.change_layer_version(&target, input.version_number, change);
        let revision = changed.await?.output;
        let whole = format!(r#"{{"Version":"2012-10-17","Statement":[{document}]}}"#);
        policy_lint::tell::<AddLayerVersionPermission>(
            self,
            &call,
            &arn,
            PolicyType::Resource,
            &whole,
        );
        Ok(AddLayerVersionPermissionResponse {
            statement: Some(document),
            revision_id: Some(revision),
        })
    }
}

/// In the order in which AWS prints it.
fn statement(input: &AddLayerVersionPermissionRequest, resource: &str) -> Value {
    let principal = match input.principal.as_str() {
        "*" => json!("*"),
        account if account.len() == 12 => json!({"AWS": format!("arn:aws:iam::{account}:root")}),
        root => json!({ "AWS": root }),
    };
    let mut statement = json!({
        "Sid": input.statement_id,
        "Effect": "Allow",
        "Principal": principal,
        "Action": input.action,
        "Resource": resource,
    });
    if let (Some(id), Value::Object(members)) = (&input.organization_id, &mut statement) {
        let condition = json!({"StringEquals": {"aws:PrincipalOrgID": id}});
        members.insert("Condition".to_owned(), condition);
    }
    statement
}

fn add(
    policy: &mut ResourcePolicy,
    input: &AddLayerVersionPermissionRequest,
    document: &str,
) -> Result<(), Refused> {
    let sid = &input.statement_id;
    if policy.statements.iter().any(|one| one.sid == *sid) {
        return Err(conflict(format!(
            "The statement id ({sid}) provided already exists. Please provide a new statement id, \
             or remove the existing statement."
        )));
    }
    if input
        .revision_id
        .as_ref()
        .is_some_and(|given| *given != policy.revision_id)
    {
        return Err(stale());
    }
    policy.statements.push(PermissionStatement {
        sid: sid.clone(),
        document: document.to_owned(),
    });
    policy.revision_id = new_revision();
    Ok(())
}
