//! How many of each kind an account has.

use model::{
    AccountId, GroupRecord, InstanceProfileRecord, MfaDeviceRecord, OidcProviderRecord,
    PolicyRecord, Record, RoleRecord, SamlProviderRecord, ServerCertificateRecord, UserRecord,
};
use store::{Records, StoreError};

use super::super::managed::{Usage, Uses};

#[derive(Debug, Default)]
pub(super) struct Counted {
    users: usize,
    groups: usize,
    roles: usize,
    policies: usize,
    policies_in_use: usize,
    instance_profiles: usize,
    server_certificates: usize,
    devices: usize,
    devices_in_use: usize,
    providers: usize,
}

impl Counted {
    pub(super) async fn of(records: &Records, account: &AccountId) -> Result<Self, StoreError> {
        let prefix = format!("{account}/");
        let policies = records.list::<PolicyRecord>(&prefix).await?;
        let usage = Usage::count(records, account).await?;
        let in_use = |policy: &PolicyRecord| usage.of(&policy.arn()) != Uses::default();
        let devices = records.list::<MfaDeviceRecord>(&prefix).await?;
        let held = devices.iter().filter(|device| device.assignment.is_some());
        Ok(Self {
            users: count::<UserRecord>(records, &prefix).await?,
            groups: count::<GroupRecord>(records, &prefix).await?,
            roles: count::<RoleRecord>(records, &prefix).await?,
            policies_in_use: policies.iter().filter(|policy| in_use(policy)).count(),
            policies: policies.len(),
            instance_profiles: count::<InstanceProfileRecord>(records, &prefix).await?,
            server_certificates: count::<ServerCertificateRecord>(records, &prefix).await?,
            devices_in_use: held.count(),
            devices: devices.len(),
            providers: count::<OidcProviderRecord>(records, &prefix).await?
                + count::<SamlProviderRecord>(records, &prefix).await?,
        })
    }

    /// By the names of the summary.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'static str, usize)> {
        [
            ("Users", self.users),
            ("Groups", self.groups),
            ("Roles", self.roles),
            ("Policies", self.policies),
            ("PolicyVersionsInUse", self.policies_in_use),
            ("InstanceProfiles", self.instance_profiles),
            ("ServerCertificates", self.server_certificates),
            ("MFADevices", self.devices),
            ("MFADevicesInUse", self.devices_in_use),
            ("Providers", self.providers),
        ]
        .into_iter()
    }
}

async fn count<R: Record>(records: &Records, prefix: &str) -> Result<usize, StoreError> {
    Ok(records.list::<R>(prefix).await?.len())
}
