//! AWS Identity and Access Management: roles, users, access keys, managed policies.
//!
//! What is stored here is what `identity` decides with, so nothing is stored that it could not
//! read: documents are parsed before they are kept. Operations on something that exists are
//! decided in [`permitted`], after its record was found and before anything is said about it. This
//! module must never tell a secret but once, and never touch another account's records.

mod role_policies;
mod roles;

mod access_keys;
mod user_policies;
mod users;

mod account;
mod account_quotas;
mod account_reports;
mod account_settings;
pub(crate) mod certificates;
mod group_policies;
mod groups;
mod instance_profiles;
mod login_profiles;
mod mfa_devices;
mod oidc_providers;
mod passwords;
mod policies;
mod renaming;
mod saml_providers;
mod server_certificates;
mod service_credentials;
mod service_linked_roles;
mod signing_certificates;
mod simulation;
mod ssh_keys;

mod permitted;

mod departures;
mod documents;
mod entity;
mod hanging;
mod managed;
mod pages;
mod refusal;
mod tagging;
mod trust;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use identity::identifiers::{Prefix, unique_id};
use policy::Principal;
use ring::rand::SystemRandom;
use wire::Operation;
use wire::iam::{
    AddClientIDToOpenIDConnectProvider, AddRoleToInstanceProfile, AddUserToGroup,
    AttachGroupPolicy, AttachRolePolicy, AttachUserPolicy, ChangePassword, CreateAccessKey,
    CreateAccountAlias, CreateGroup, CreateInstanceProfile, CreateLoginProfile,
    CreateOpenIDConnectProvider, CreatePolicy, CreatePolicyVersion, CreateRole, CreateSAMLProvider,
    CreateServiceLinkedRole, CreateServiceSpecificCredential, CreateUser, CreateVirtualMFADevice,
    DeactivateMFADevice, DeleteAccessKey, DeleteAccountAlias, DeleteAccountPasswordPolicy,
    DeleteGroup, DeleteGroupPolicy, DeleteInstanceProfile, DeleteLoginProfile,
    DeleteOpenIDConnectProvider, DeletePolicy, DeletePolicyVersion, DeleteRole,
    DeleteRolePermissionsBoundary, DeleteRolePolicy, DeleteSAMLProvider, DeleteSSHPublicKey,
    DeleteServerCertificate, DeleteServiceLinkedRole, DeleteServiceSpecificCredential,
    DeleteSigningCertificate, DeleteUser, DeleteUserPermissionsBoundary, DeleteUserPolicy,
    DeleteVirtualMFADevice, DetachGroupPolicy, DetachRolePolicy, DetachUserPolicy, EnableMFADevice,
    GenerateCredentialReport, GetAccessKeyLastUsed, GetAccountAuthorizationDetails,
    GetAccountPasswordPolicy, GetAccountSummary, GetContextKeysForCustomPolicy,
    GetContextKeysForPrincipalPolicy, GetCredentialReport, GetGroup, GetGroupPolicy,
    GetInstanceProfile, GetLoginProfile, GetMFADevice, GetOpenIDConnectProvider, GetPolicy,
    GetPolicyVersion, GetRole, GetRolePolicy, GetSAMLProvider, GetSSHPublicKey,
    GetServerCertificate, GetServiceLinkedRoleDeletionStatus, GetUser, GetUserPolicy,
    ListAccessKeys, ListAccountAliases, ListAttachedGroupPolicies, ListAttachedRolePolicies,
    ListAttachedUserPolicies, ListEntitiesForPolicy, ListGroupPolicies, ListGroups,
    ListGroupsForUser, ListInstanceProfileTags, ListInstanceProfiles, ListInstanceProfilesForRole,
    ListMFADeviceTags, ListMFADevices, ListOpenIDConnectProviderTags, ListOpenIDConnectProviders,
    ListPolicies, ListPolicyTags, ListPolicyVersions, ListRolePolicies, ListRoleTags, ListRoles,
    ListSAMLProviderTags, ListSAMLProviders, ListSSHPublicKeys, ListServerCertificateTags,
    ListServerCertificates, ListServiceSpecificCredentials, ListSigningCertificates,
    ListUserPolicies, ListUserTags, ListUsers, ListVirtualMFADevices, PutGroupPolicy,
    PutRolePermissionsBoundary, PutRolePolicy, PutUserPermissionsBoundary, PutUserPolicy,
    RemoveClientIDFromOpenIDConnectProvider, RemoveRoleFromInstanceProfile, RemoveUserFromGroup,
    ResetServiceSpecificCredential, ResyncMFADevice, SetDefaultPolicyVersion, SimulateCustomPolicy,
    SimulatePrincipalPolicy, Tag, TagInstanceProfile, TagMFADevice, TagOpenIDConnectProvider,
    TagPolicy, TagRole, TagSAMLProvider, TagServerCertificate, TagUser, UntagInstanceProfile,
    UntagMFADevice, UntagOpenIDConnectProvider, UntagPolicy, UntagRole, UntagSAMLProvider,
    UntagServerCertificate, UntagUser, UpdateAccessKey, UpdateAccountPasswordPolicy,
    UpdateAssumeRolePolicy, UpdateGroup, UpdateLoginProfile, UpdateOpenIDConnectProviderThumbprint,
    UpdateRole, UpdateRoleDescription, UpdateSAMLProvider, UpdateSSHPublicKey,
    UpdateServerCertificate, UpdateServiceSpecificCredential, UpdateSigningCertificate, UpdateUser,
    UploadSSHPublicKey, UploadServerCertificate, UploadSigningCertificate,
};

use self::refusal::Refusal;
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::operations::operations;
use crate::refused::Refused;

operations! {
    AddClientIDToOpenIDConnectProvider,
    AddRoleToInstanceProfile,
    AddUserToGroup,
    AttachGroupPolicy,
    AttachRolePolicy,
    AttachUserPolicy,
    ChangePassword,
    CreateAccessKey,
    CreateAccountAlias,
    CreateGroup,
    CreateInstanceProfile,
    CreateLoginProfile,
    CreateOpenIDConnectProvider,
    CreatePolicy,
    CreatePolicyVersion,
    CreateRole,
    CreateSAMLProvider,
    CreateServiceLinkedRole,
    CreateServiceSpecificCredential,
    CreateUser,
    CreateVirtualMFADevice,
    DeactivateMFADevice,
    DeleteAccessKey,
    DeleteAccountAlias,
    DeleteAccountPasswordPolicy,
    DeleteGroup,
    DeleteGroupPolicy,
    DeleteInstanceProfile,
    DeleteLoginProfile,
    DeleteOpenIDConnectProvider,
    DeletePolicy,
    DeletePolicyVersion,
    DeleteRole,
    DeleteRolePermissionsBoundary,
    DeleteRolePolicy,
    DeleteSAMLProvider,
    DeleteSSHPublicKey,
    DeleteServerCertificate,
    DeleteServiceLinkedRole,
    DeleteServiceSpecificCredential,
    DeleteSigningCertificate,
    DeleteUser,
    DeleteUserPermissionsBoundary,
    DeleteUserPolicy,
    DeleteVirtualMFADevice,
    DetachGroupPolicy,
    DetachRolePolicy,
    DetachUserPolicy,
    EnableMFADevice,
    GenerateCredentialReport,
    GetAccessKeyLastUsed,
    GetAccountAuthorizationDetails,
    GetAccountPasswordPolicy,
    GetAccountSummary,
    GetContextKeysForCustomPolicy,
    GetContextKeysForPrincipalPolicy,
    GetCredentialReport,
    GetGroup,
    GetGroupPolicy,
    GetInstanceProfile,
    GetLoginProfile,
    GetMFADevice,
    GetOpenIDConnectProvider,
    GetPolicy,
    GetPolicyVersion,
    GetRole,
    GetRolePolicy,
    GetSAMLProvider,
    GetSSHPublicKey,
    GetServerCertificate,
    GetServiceLinkedRoleDeletionStatus,
    GetUser,
    GetUserPolicy,
    ListAccessKeys,
    ListAccountAliases,
    ListAttachedGroupPolicies,
    ListAttachedRolePolicies,
    ListAttachedUserPolicies,
    ListEntitiesForPolicy,
    ListGroupPolicies,
    ListGroups,
    ListGroupsForUser,
    ListInstanceProfileTags,
    ListInstanceProfiles,
    ListInstanceProfilesForRole,
    ListMFADeviceTags,
    ListMFADevices,
    ListOpenIDConnectProviderTags,
    ListOpenIDConnectProviders,
    ListPolicies,
    ListPolicyTags,
    ListPolicyVersions,
    ListRolePolicies,
    ListRoleTags,
    ListRoles,
    ListSAMLProviderTags,
    ListSAMLProviders,
    ListSSHPublicKeys,
    ListServerCertificateTags,
    ListServerCertificates,
    ListServiceSpecificCredentials,
    ListSigningCertificates,
    ListUserPolicies,
    ListUserTags,
    ListUsers,
    ListVirtualMFADevices,
    PutGroupPolicy,
    PutRolePermissionsBoundary,
    PutRolePolicy,
    PutUserPermissionsBoundary,
    PutUserPolicy,
    RemoveClientIDFromOpenIDConnectProvider,
    RemoveRoleFromInstanceProfile,
    RemoveUserFromGroup,
    ResetServiceSpecificCredential,
    ResyncMFADevice,
    SetDefaultPolicyVersion,
    SimulateCustomPolicy,
    SimulatePrincipalPolicy,
    TagInstanceProfile,
    TagMFADevice,
    TagOpenIDConnectProvider,
    TagPolicy,
    TagRole,
    TagSAMLProvider,
    TagServerCertificate,
    TagUser,
    UntagInstanceProfile,
    UntagMFADevice,
    UntagOpenIDConnectProvider,
    UntagPolicy,
    UntagRole,
    UntagSAMLProvider,
    UntagServerCertificate,
    UntagUser,
    UpdateAccessKey,
    UpdateAccountPasswordPolicy,
    UpdateAssumeRolePolicy,
    UpdateGroup,
    UpdateLoginProfile,
    UpdateOpenIDConnectProviderThumbprint,
    UpdateRole,
    UpdateRoleDescription,
    UpdateSAMLProvider,
    UpdateSSHPublicKey,
    UpdateServerCertificate,
    UpdateServiceSpecificCredential,
    UpdateSigningCertificate,
    UpdateUser,
    UploadSSHPublicKey,
    UploadServerCertificate,
    UploadSigningCertificate,
}

/// IAM and STS tell whole seconds.
#[expect(
    clippy::cast_precision_loss,
    reason = "seconds since 1970 are far below 2^53"
)]
pub(crate) fn time(timestamp: model::Timestamp) -> wire::Timestamp {
    wire::Timestamp(timestamp.seconds() as f64)
}

fn new_id(prefix: Prefix) -> Result<String, Refused> {
    unique_id(prefix, &SystemRandom::new()).map_err(Refused::internal)
}

/// The user who is named, or else the one who asks.
fn name_or_own(named: Option<&str>, call: &Call) -> Result<String, Refusal> {
    if let Some(name) = named {
        return Ok(name.to_owned());
    }
    match call.caller().principal() {
        Principal::User { arn } => arn.rsplit('/').next().map(str::to_owned),
        _ => None,
    }
    .ok_or(Refusal::NoUserName)
}

/// Refuses, by name, whatever is given and not served.
fn unserved(given: &[(&str, bool)]) -> Result<(), Refusal> {
    match given.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(Refusal::Unserved((*name).to_owned())),
        None => Ok(()),
    }
}

/// AWS decides about lists on the path that is listed, as its refusals of ListRoles show:
/// `arn:aws:iam::ACCOUNT:role/`.
fn listing_resource(call: &Call, kind: &str, path_prefix: Option<&str>) -> String {
    let path = path_prefix.unwrap_or("/");
    format!("arn:aws:iam::{}:{kind}{path}", call.account())
}

/// What is asked of whoever creates something: to make it and, where it comes with tags, to tag it
/// with `T`. AWS refuses CreateRole with tags to who may not `iam:TagRole`, and the others alike: who
/// may not tag could otherwise choose the tags that other policies trust.
fn creating<T: Operation>(ask: Ask, tags: &[Tag], boundary: Option<&str>) -> Needs {
    let tags = tags
        .iter()
        .map(|tag| (tag.key.clone(), tag.value.clone()))
        .collect::<tagging::Tags>();
    let ask = match boundary {
        Some(boundary) => ask.key("iam:PermissionsBoundary", boundary),
        None => ask,
    };
    if tags.is_empty() {
        return ask.into();
    }
    let made = ask.resources().iter();
    let tagging = made.map(|made| Ask::on(permitted::action::<T>(), made.clone()));
    let asks: Vec<Ask> = tagging.collect();
    let asks = std::iter::once(ask).chain(asks);
    Needs::Permissions(asks.map(|ask| ask.bringing_tags(&tags)).collect())
}
