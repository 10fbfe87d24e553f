//! Puts a policy, whatever it said before.

use std::collections::BTreeMap;

use model::{LogResourcePolicy, LogSettingsRecord};
use policy::PolicyType;
use store::StoreError;
use wire::logs::{PutResourcePolicy, PutResourcePolicyRequest, PutResourcePolicyResponse};

use super::super::failures::{invalid, limit_exceeded, refuse_unserved};
use super::{id, shown};
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
        self.keep_settings(&call).await?;
        let change = |record: &mut LogSettingsRecord| {
            let policies = &mut record.resource_policies;
            policies.insert(name.clone(), policy.clone());
            if policies.len() > MOST_POLICIES {
                return Err(limit_exceeded());
            }
            Ok(())
        };
        let updated = self.records.update(&id(&call), change).await;
        updated.map_err(|error| Refused::of_update(error, limit_exceeded))?;
        policy_lint::tell::<PutResourcePolicy>(self, &call, &name, PolicyType::Resource, &document);
        Ok(PutResourcePolicyResponse {
            resource_policy: Some(shown(&name, &policy)),
            revision_id: None,
        })
    }
}

impl Rooms {
    /// The record is there from now on.
    async fn keep_settings(&self, call: &Call) -> Result<(), Refused> {
        let record = LogSettingsRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            resource_policies: BTreeMap::new(),
        };
        match self.records.create(&record).await {
            Ok(_) | Err(StoreError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
