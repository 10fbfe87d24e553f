//! Tells a version of a managed policy, with its document.

use model::PolicyRecord;
use wire::iam::{
    GetPolicyVersion, GetPolicyVersionRequest, GetPolicyVersionResponse, PolicyVersion,
};

use super::super::documents::encode;
use super::super::managed::{
    Managed, render_aws_version, render_version, version_id, version_number,
};
use super::super::permitted::permitted_policy;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetPolicyVersion> for Rooms {
    fn needs(&self, _: &Call, _: &GetPolicyVersionRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetPolicyVersion>,
    ) -> Result<GetPolicyVersionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_policy::<GetPolicyVersion>(self, &call, &input.policy_arn).await?;
        let version = match policy {
            Managed::Own(policy) => own(policy.record(), &input.version_id)?,
            Managed::Aws(policy) if input.version_id == version_id(policy.version) => {
                PolicyVersion {
                    document: Some(encode(policy.document)),
                    ..render_aws_version(policy)
                }
            }
            Managed::Aws(policy) => {
                return Err(Refusal::NoSuchVersion {
                    arn: policy.arn.to_owned(),
                    version: input.version_id,
                }
                .into());
            }
        };
        Ok(GetPolicyVersionResponse {
            policy_version: Some(version),
        })
    }
}

fn own(policy: &PolicyRecord, version_id: &str) -> Result<PolicyVersion, Refusal> {
    let number = version_number(policy, version_id)?;
    let version = policy.versions.get(&number);
    Ok(PolicyVersion {
        document: version.map(|version| encode(&version.document)),
        ..render_version(policy, number)
    })
}
