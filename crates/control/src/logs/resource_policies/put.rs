//! Puts a policy, whatever it said before.

use model::{LogResourcePolicy, LogSettingsRecord};
use policy::PolicyType;
use wire::logs::{PutResourcePolicy, PutResourcePolicyRequest, PutResourcePolicyResponse};

use super::super::failures::{invalid, limit_exceeded, refuse_unserved};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of one account in a region ("CloudWatch Logs quotas").
const MOST_POLICIES: usize = 10;

impl Handle<PutResourcePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &PutResourcePolicyRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:PutResourcePolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutResourcePolicy>,
    ) -> Result<PutResourcePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("resourceArn", input.resource_arn.is_some()),
            ("expectedRevisionId", input.expected_revision_id.is_some()),
        ])?;
        let (Some(name), Some(document)) = (input.policy_name, input.policy_document) else {
            return Err(invalid("A policy needs a name and a document."));
        };
        if serde_json::from_str::<serde_json::Value>(&document).is_err() {
            return Err(invalid("Syntax errors in policy document."));
        }
        let policy = LogResourcePolicy {
            document: document.clone(),
            updated: call.now(),
        };
        let change = |record: &mut LogSettingsRecord| {
            let policies = &mut record.resource_policies;
            policies.insert(name.clone(), policy.clone());
            if policies.len() > MOST_POLICIES {
                return Err(limit_exceeded());
            }
            Ok(())
        };
        self.change_log_settings(&call, change).await?;
        policy_lint::tell::<PutResourcePolicy>(self, &call, &name, PolicyType::Resource, &document);
        Ok(PutResourcePolicyResponse {
            resource_policy: Some(shown(&name, &policy)),
            revision_id: None,
        })
    }
}
