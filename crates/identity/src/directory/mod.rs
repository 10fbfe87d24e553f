//! The principals and policies of all accounts, as of one revision: an immutable snapshot in which
//! every policy is already parsed.
//!
//! The request path reads a snapshot and never parses. A change makes a new snapshot that shares
//! what did not change. What can't be read denies everything: this module must never make a
//! refusal disappear because its text is broken.

mod attachments;
mod aws_managed;
mod functions;
mod named_policy;
mod principals;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use model::{
    AccountId, Arn, FunctionArn, FunctionRecord, GroupRecord, KeyStatus, Kind, MfaDeviceRecord,
    OidcProviderRecord, PolicyRecord, Record, RoleRecord, UserRecord,
};
use store::{Change, View};

use crate::Identity;
use crate::organization::Organization;

pub(crate) use attachments::{Attachments, Sources};
pub use aws_managed::{AwsManagedPolicy, aws_managed_policies, aws_managed_policy};
pub use functions::FunctionPolicies;
pub use named_policy::NamedPolicy;
pub use principals::{Group, Role, User};

/// By record id in every map, because that is what a deletion names.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    roles: HashMap<String, Arc<Role>>,
    users: HashMap<String, Arc<User>>,
    groups: HashMap<String, Arc<Group>>,
    /// By the unique ids under which users know their groups.
    groups_by_unique_id: HashMap<String, Arc<Group>>,
    policies: HashMap<String, Arc<NamedPolicy>>,
    functions: HashMap<String, Arc<FunctionPolicies>>,
    /// Active access keys: the user each belongs to.
    keys: HashMap<String, Arc<User>>,
    inactive_keys: HashSet<String>,
    oidc_providers: HashMap<String, Arc<OidcProviderRecord>>,
    mfa_devices: HashMap<String, Arc<MfaDeviceRecord>>,
    /// Given at the start; no record changes it.
    organization: Option<Arc<Organization>>,
}

impl View for Identity {
    fn kinds(&self) -> &'static [Kind] {
        &[
            Kind::Role,
            Kind::User,
            Kind::Group,
            Kind::Policy,
            Kind::OidcProvider,
            Kind::MfaDevice,
            Kind::Function,
        ]
    }

    fn apply(&self, changes: &[Change]) {
        let mut next = Directory::clone(&self.directory.load());
        for change in changes {
            next.apply(change);
        }
        self.directory.store(Arc::new(next));
        self.forget_codes(changes);
    }
}

impl Identity {
    /// A device of the same name that is made later is another one.
    fn forget_codes(&self, changes: &[Change]) {
        let gone = |change: &&Change| change.key.kind == Kind::MfaDevice && change.value.is_none();
        for change in changes.iter().filter(gone) {
            self.shown_codes.forget(&change.key.id);
        }
    }
}

impl Directory {
    pub(crate) fn in_organization(&self, organization: Organization) -> Self {
        Self {
            organization: Some(Arc::new(organization)),
            ..self.clone()
        }
    }

    /// The organization whose control policies hold, where there is one.
    pub fn organization(&self) -> Option<&Organization> {
        self.organization.as_deref()
    }

    /// The role of exactly this ARN, path included.
    pub fn role(&self, arn: &str) -> Option<&Arc<Role>> {
        let role = self.roles.get(&principal_id(arn, "role/")?)?;
        (role.arn() == arn).then_some(role)
    }

    pub(crate) fn role_by_id(&self, id: &str) -> Option<&Arc<Role>> {
        self.roles.get(id)
    }

    /// The user of exactly this ARN, path included.
    pub fn user(&self, arn: &str) -> Option<&Arc<User>> {
        let user = self.users.get(&principal_id(arn, "user/")?)?;
        (user.arn() == arn).then_some(user)
    }

    pub(crate) fn user_by_id(&self, id: &str) -> Option<&Arc<User>> {
        self.users.get(id)
    }

    /// The group of exactly this ARN, path included.
    pub fn group(&self, arn: &str) -> Option<&Arc<Group>> {
        let group = self.groups.get(&principal_id(arn, "group/")?)?;
        (group.arn() == arn).then_some(group)
    }

    /// The group that a user knows by this id.
    pub fn group_by_unique_id(&self, unique_id: &str) -> Option<&Arc<Group>> {
        self.groups_by_unique_id.get(unique_id)
    }

    /// The OpenID Connect provider of exactly this ARN.
    pub fn oidc_provider(&self, arn: &str) -> Option<&Arc<OidcProviderRecord>> {
        let parsed = Arn::new(arn).ok()?;
        let account = AccountId::new(parsed.account()).ok()?;
        let url = parsed.resource().strip_prefix("oidc-provider/")?;
        let provider = self
            .oidc_providers
            .get(&OidcProviderRecord::id_of(&account, url))?;
        (provider.arn() == arn).then_some(provider)
    }

    /// The virtual device of exactly this serial number, assigned to somebody or not.
    pub fn mfa_device(&self, serial_number: &str) -> Option<&Arc<MfaDeviceRecord>> {
        let arn = Arn::new(serial_number).ok()?;
        let account = AccountId::new(arn.account()).ok()?;
        let place = arn.resource().strip_prefix("mfa")?;
        let device = self
            .mfa_devices
            .get(&MfaDeviceRecord::id_of(&account, place))?;
        (device.arn() == serial_number).then_some(device)
    }

    /// Whether IAM made this access key, active or not.
    pub(crate) fn knows_key(&self, access_key_id: &str) -> bool {
        self.inactive_keys.contains(access_key_id) || self.keys.contains_key(access_key_id)
    }

    pub(crate) fn user_of_key(&self, access_key_id: &str) -> Option<&Arc<User>> {
        self.keys.get(access_key_id)
    }

    /// A managed policy, of an account or of AWS.
    pub fn managed_policy(&self, arn: &str) -> Option<&NamedPolicy> {
        if let Some(aws) = aws_managed_policy(arn) {
            return Some(aws.compiled());
        }
        let policy = self.policies.get(&principal_id(arn, "policy/")?)?;
        (policy.name() == arn || policy.is_unreadable()).then(|| policy.as_ref())
    }

    /// The resource policies of a function, whatever the qualifier.
    pub fn function(&self, arn: &FunctionArn) -> Option<&Arc<FunctionPolicies>> {
        let id = FunctionRecord::id_of(&arn.account, &arn.region, &arn.name);
        self.functions.get(&id)
    }

    fn apply(&mut self, change: &Change) {
        let id = &change.key.id;
        match change.key.kind {
            Kind::Role => place(&mut self.roles, id, read(change), Role::compile),
            Kind::User => self.place_user(id, read(change)),
            Kind::Group => self.place_group(id, read(change)),
            Kind::OidcProvider => place(&mut self.oidc_providers, id, read(change), |it| it),
            Kind::MfaDevice => place(&mut self.mfa_devices, id, read(change), |it| it),
            Kind::Policy => place(&mut self.policies, id, read(change), |record| {
                compile_managed(&record)
            }),
            Kind::Function => place(&mut self.functions, id, read(change), |record| {
                FunctionPolicies::compile(&record)
            }),
            Kind::RestApi
            | Kind::Deployment
            | Kind::AccountSettings
            | Kind::ApiKey
            | Kind::UsagePlan
            | Kind::Usage
            | Kind::DomainName
            | Kind::AccessAssociation
            | Kind::ClientCertificate
            | Kind::VpcLink
            | Kind::Layer
            | Kind::CodeSigningConfig
            | Kind::InstanceProfile
            | Kind::ServerCertificate
            | Kind::SamlProvider
            | Kind::IamAccount
            | Kind::LogGroup
            | Kind::LogStream
            | Kind::LogChunk
            | Kind::LogSettings
            | Kind::LogQuery
            | Kind::Bucket
            | Kind::Object
            | Kind::Upload
            | Kind::Parameter
            | Kind::Stack
            | Kind::StackResource
            | Kind::ChangeSet
            | Kind::StackSignal
            | Kind::Rule
            | Kind::Schedule
            | Kind::Repository
            | Kind::AsyncEvent
            | Kind::EventSourceMapping
            | Kind::EventSourcePosition => {}
        }
    }

    fn place_group(&mut self, id: &str, record: Option<GroupRecord>) {
        if let Some(old) = self.groups.remove(id) {
            self.forget_group(&old);
        }
        let Some(record) = record else { return };
        let group = Arc::new(Group::compile(record));
        let unique_id = group.record().unique_id.clone();
        self.groups_by_unique_id
            .insert(unique_id, Arc::clone(&group));
        self.groups.insert(id.to_owned(), group);
    }

    /// A unique id that meanwhile belongs to another record, as after a rename, is left alone.
    fn forget_group(&mut self, old: &Arc<Group>) {
        let unique_id = &old.record().unique_id;
        if self
            .groups_by_unique_id
            .get(unique_id)
            .is_some_and(|owner| Arc::ptr_eq(owner, old))
        {
            self.groups_by_unique_id.remove(unique_id);
        }
    }

    fn place_user(&mut self, id: &str, record: Option<UserRecord>) {
        if let Some(old) = self.users.remove(id) {
            self.forget_keys(&old);
        }
        let Some(record) = record else { return };
        let user = Arc::new(User::compile(record));
        for key in &user.record().access_keys {
            match key.status {
                KeyStatus::Active => {
                    self.keys.insert(key.id.clone(), Arc::clone(&user));
                }
                KeyStatus::Inactive => {
                    self.inactive_keys.insert(key.id.clone());
                }
            }
        }
        self.users.insert(id.to_owned(), user);
    }

    /// A key that meanwhile belongs to another record, as after a rename, is left alone.
    fn forget_keys(&mut self, old: &Arc<User>) {
        for key in &old.record().access_keys {
            match key.status {
                KeyStatus::Active => {
                    if self
                        .keys
                        .get(&key.id)
                        .is_some_and(|owner| Arc::ptr_eq(owner, old))
                    {
                        self.keys.remove(&key.id);
                    }
                }
                KeyStatus::Inactive => {
                    self.inactive_keys.remove(&key.id);
                }
            }
        }
    }
}

fn place<R, T>(
    map: &mut HashMap<String, Arc<T>>,
    id: &str,
    record: Option<R>,
    compile: fn(R) -> T,
) {
    match record {
        Some(record) => map.insert(id.to_owned(), Arc::new(compile(record))),
        None => map.remove(id),
    };
}

/// The record after the change. One that can't be read counts as deleted, which grants nothing.
fn read<R: Record>(change: &Change) -> Option<R> {
    change.record().unwrap_or_else(|error| {
        tracing::error!(key = %change.key, error = %error, "a record could not be read and is left out");
        None
    })
}

fn compile_managed(record: &PolicyRecord) -> NamedPolicy {
    let document = record
        .versions
        .get(&record.default_version)
        .map_or("", |version| version.document.as_str());
    NamedPolicy::compile(record.arn(), document, policy::Kind::Managed)
}

/// The record id of a role, user or policy from its ARN: names are unique without their path and
/// without regard to case.
fn principal_id(arn: &str, kind: &str) -> Option<String> {
    let arn = Arn::new(arn).ok()?;
    if arn.service() != "iam" {
        return None;
    }
    let account = AccountId::new(arn.account()).ok()?;
    let name = arn.resource().strip_prefix(kind)?.rsplit('/').next()?;
    Some(RoleRecord::id_of(&account, name))
}

#[cfg(test)]
mod tests;
