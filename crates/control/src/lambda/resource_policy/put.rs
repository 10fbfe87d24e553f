//! Makes a document the resource policy of a function, version or alias, in the place of whatever it had.

use std::collections::HashSet;

use model::{FunctionRecord, PermissionStatement};
use policy::{Kind, Policy, PolicyType};
use serde_json::Value;
use wire::lambda::{PutResourcePolicy, PutResourcePolicyRequest, PutResourcePolicyResponse};

use super::super::checks::refuse_unserved;
use super::super::failures::{function_not_found, invalid};
use super::super::functions::new_revision;
use super::super::permissions::{check_qualifier, key};
use super::super::statement::is_known;
use super::super::target::Target;
use super::{check_revision, principals, target};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of which variables in a policy are none.
const OLD_LANGUAGE: &str = "2008-10-17";

impl Handle<PutResourcePolicy> for Rooms {
    fn needs(&self, call: &Call, input: &PutResourcePolicyRequest) -> Result<Needs, Refused> {
        let target = target(call, &input.resource_arn)?;
        // What is no policy is refused by whoever may write one.
        let statements = statements(&input.policy).unwrap_or_default();
        Ok(self.ask_for_principals("lambda:PutResourcePolicy", &target, &statements))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutResourcePolicy>,
    ) -> Result<PutResourcePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = target(&call, &input.resource_arn)?;
        let key = key(&target)?;
        let record = self.function(&target).await?.record;
        check_qualifier(&target, &record, function_not_found)?;
        let policy = self.read(&input.policy, &target)?;
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record, function_not_found)?;
            check_revision(input.revision_id.as_deref(), record.policies.get(&key))?;
            record.policies.insert(key.clone(), policy.clone());
            Ok(())
        };
        self.change_function(&target, change).await?;
        let (arn, kind) = (target.arn(), PolicyType::Resource);
        policy_lint::tell::<PutResourcePolicy>(self, &call, &arn, kind, &input.policy);
        Ok(PutResourcePolicyResponse {
            policy: Some(policy.document()),
            revision_id: Some(policy.revision_id),
        })
    }
}

impl Rooms {
    /// What could not be decided later is refused now.
    fn read(&self, document: &str, target: &Target) -> Result<model::ResourcePolicy, Refused> {
        Policy::parse(document, Kind::Resource)
            .map_err(|malformed| invalid(malformed.to_string()))?;
        let is_old = document.contains(OLD_LANGUAGE) && document.contains("${");
        refuse_unserved(&[("A variable in a policy of version 2008-10-17", is_old)])?;
        let statements = statements(document).unwrap_or_default();
        let directory = self.identity.directory();
        let account = target.account.as_str();
        let everybody = statements.iter().flat_map(principals);
        for principal in everybody {
            if !is_known(&principal, &directory, account) {
                return Err(invalid(
                    "The provided principal was invalid. Please check the principal and try again.",
                ));
            }
        }
        Ok(model::ResourcePolicy {
            revision_id: new_revision(),
            statements: named(&statements)?,
            whole: Some(document.to_owned()),
        })
    }
}

/// The statements of a document; one may stand without a list.
fn statements(document: &str) -> Option<Vec<Value>> {
    let document: Value = serde_json::from_str(document).ok()?;
    match document.get("Statement")? {
        Value::Array(list) => Some(list.clone()),
        one => Some(vec![one.clone()]),
    }
}

fn named(statements: &[Value]) -> Result<Vec<PermissionStatement>, Refused> {
    let mut seen = HashSet::new();
    let named = statements.iter().map(|statement| {
        let sid = statement.get("Sid").and_then(Value::as_str);
        let sid = sid.unwrap_or_default().to_owned();
        if !sid.is_empty() && !seen.insert(sid.clone()) {
            return Err(invalid(format!(
                "Statement IDs (SID) in a single policy must be unique: {sid}"
            )));
        }
        Ok(PermissionStatement {
            sid,
            document: statement.to_string(),
        })
    });
    named.collect()
}
