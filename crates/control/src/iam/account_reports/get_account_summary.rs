//! Counts what an account has, beside what it may have.

use std::collections::BTreeMap;
use wire::iam::{GetAccountSummary, GetAccountSummaryResponse};

use super::counted::Counted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccountSummary> for Rooms {
    fn needs(&self, _: &Call, (): &()) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GetAccountSummary").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccountSummary>,
    ) -> Result<GetAccountSummaryResponse, Refused> {
        let ((), call) = authorized.into_parts();
        let counted = Counted::of(&self.records, call.account()).await?;
        let own = *call.account() == self.identity.config().account;
        let mut summary: BTreeMap<String, i32> = QUOTAS
            .iter()
            .map(|(name, quota)| ((*name).to_owned(), *quota))
            .collect();
        summary.extend(
            counted
                .entries()
                .map(|(name, count)| (name.to_owned(), i32::try_from(count).unwrap_or(i32::MAX))),
        );
        summary.insert("AccountAccessKeysPresent".to_owned(), i32::from(own));
        Ok(GetAccountSummaryResponse {
            summary_map: Some(summary),
        })
    }
}

/// The default quotas (IAM user guide, "IAM and AWS STS quotas"), and what root has not.
const QUOTAS: [(&str, i32); 24] = [
    ("AccessKeysPerUserQuota", 2),
    ("AccountMFAEnabled", 0),
    ("AccountPasswordPresent", 0),
    ("AccountSigningCertificatesPresent", 0),
    ("AssumeRolePolicySizeQuota", 2_048),
    ("AttachedPoliciesPerGroupQuota", 10),
    ("AttachedPoliciesPerRoleQuota", 10),
    ("AttachedPoliciesPerUserQuota", 10),
    ("GlobalEndpointTokenVersion", 1),
    ("GroupPolicySizeQuota", 5_120),
    ("GroupsPerUserQuota", 10),
    ("GroupsQuota", 300),
    ("InstanceProfilesQuota", 1_000),
    ("PoliciesQuota", 1_500),
    ("PolicySizeQuota", 6_144),
    ("PolicyVersionsInUseQuota", 10_000),
    ("RolePolicySizeQuota", 10_240),
    ("RolesQuota", 1_000),
    ("ServerCertificatesQuota", 20),
    ("SigningCertificatesPerUserQuota", 2),
    ("UserPolicySizeQuota", 2_048),
    ("UsersQuota", 5_000),
    ("VersionsPerPolicyQuota", 5),
    ("AccountAccessKeysPresent", 0),
];
