//! Adds a version to a managed policy, as the one in force or not.

use model::{PolicyRecord, PolicyVersion};
use policy::PolicyType;
use wire::iam::{CreatePolicyVersion, CreatePolicyVersionRequest, CreatePolicyVersionResponse};

use super::super::documents::check_managed;
use super::super::managed::render_version;
use super::super::permitted::permitted_own_policy;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Versions of one policy (IAM quotas).
const MOST_VERSIONS: usize = 5;

impl Handle<CreatePolicyVersion> for Rooms {
    fn needs(&self, _: &Call, _: &CreatePolicyVersionRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreatePolicyVersion>,
    ) -> Result<CreatePolicyVersionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policy =
            permitted_own_policy::<CreatePolicyVersion>(self, &call, &input.policy_arn, |ask| ask)
                .await?;
        check_managed(&input.policy_document)?;
        let version = PolicyVersion {
            document: input.policy_document,
            created: call.now(),
        };
        let is_default = input.set_as_default.unwrap_or(false);
        let add = |policy: &mut PolicyRecord| {
            if policy.versions.len() >= MOST_VERSIONS {
                return Err(Refusal::TooManyVersions(MOST_VERSIONS).into());
            }
            let number = policy.next_version;
            policy.next_version += 1;
            policy.updated = call.now();
            policy.versions.insert(number, version.clone());
            if is_default {
                policy.default_version = number;
            }
            Ok(render_version(policy, number))
        };
        let made = policy.change(&self.records, add).await?;
        let (arn, document) = (policy.record().arn(), &version.document);
        policy_lint::tell::<CreatePolicyVersion>(self, &call, &arn, PolicyType::Identity, document);
        Ok(CreatePolicyVersionResponse {
            policy_version: Some(made),
        })
    }
}
