//! How many of a kind an account may have: AWS's default quotas (IAM user guide, "IAM and AWS STS
//! quotas"). GetAccountSummary tells the same figures.

use model::{
    AccountId, GroupRecord, InstanceProfileRecord, OidcProviderRecord, PolicyRecord, Record,
    RoleRecord, SamlProviderRecord, ServerCertificateRecord, UserRecord,
};
use store::Records;

use super::refusal::Refusal;
use super::service_linked_roles;
use crate::refused::Refused;

/// What accounts have a quota of.
pub(super) trait Counted: Record {
    /// As the refusal names the quota.
    const NAME: &'static str;
    const MOST: usize;

    /// Whether it takes of the quota.
    fn counts(&self) -> bool {
        true
    }
}

macro_rules! counted {
    ($($record:ident: $name:literal, $most:literal;)*) => {$(
        impl Counted for $record {
            const NAME: &'static str = $name;
            const MOST: usize = $most;
        }
    )*};
}

counted! {
    GroupRecord: "GroupsPerAccount", 300;
    InstanceProfileRecord: "InstanceProfilesPerAccount", 1_000;
    OidcProviderRecord: "OpenIdConnectProvidersPerAccount", 100;
    PolicyRecord: "PoliciesPerAccount", 1_500;
    SamlProviderRecord: "SAMLProvidersPerAccount", 100;
    ServerCertificateRecord: "ServerCertificatesPerAccount", 20;
    UserRecord: "UsersPerAccount", 5_000;
}

/// A service makes the roles that are linked to it whatever the account has.
impl Counted for RoleRecord {
    const NAME: &'static str = "RolesPerAccount";
    const MOST: usize = 1_000;

    fn counts(&self) -> bool {
        !self.path.starts_with(service_linked_roles::PATH)
    }
}

/// Whether the account may have one more. Two that are made at the same moment may both be the last.
pub(super) async fn check<R: Counted>(
    records: &Records,
    account: &AccountId,
) -> Result<(), Refused> {
    let held = records.list::<R>(&format!("{account}/")).await?;
    let held = held.iter().filter(|stored| stored.record.counts());
    if held.count() < R::MOST {
        return Ok(());
    }
    let (name, most) = (R::NAME, R::MOST);
    Err(Refusal::Quota { name, most }.into())
}
