// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::masked::Masked;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Copy, Debug)]
pub struct AddClientIDToOpenIDConnectProvider;

impl Operation for AddClientIDToOpenIDConnectProvider {
    type Input = AddClientIDToOpenIDConnectProviderRequest;
    type Output = ();
    const NAME: &'static str = "AddClientIDToOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct AddRoleToInstanceProfile;

impl Operation for AddRoleToInstanceProfile {
    type Input = AddRoleToInstanceProfileRequest;
    type Output = ();
    const NAME: &'static str = "AddRoleToInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::ADD_ROLE_TO_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct AddUserToGroup;

impl Operation for AddUserToGroup {
    type Input = AddUserToGroupRequest;
    type Output = ();
    const NAME: &'static str = "AddUserToGroup";
    const SCHEMA: &'static OperationSchema = &schema::ADD_USER_TO_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct AttachGroupPolicy;

impl Operation for AttachGroupPolicy {
    type Input = AttachGroupPolicyRequest;
    type Output = ();
    const NAME: &'static str = "AttachGroupPolicy";
    const SCHEMA: &'static OperationSchema = &schema::ATTACH_GROUP_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct AttachRolePolicy;

impl Operation for AttachRolePolicy {
    type Input = AttachRolePolicyRequest;
    type Output = ();
    const NAME: &'static str = "AttachRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::ATTACH_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct AttachUserPolicy;

impl Operation for AttachUserPolicy {
    type Input = AttachUserPolicyRequest;
    type Output = ();
    const NAME: &'static str = "AttachUserPolicy";
    const SCHEMA: &'static OperationSchema = &schema::ATTACH_USER_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct ChangePassword;

impl Operation for ChangePassword {
    type Input = ChangePasswordRequest;
    type Output = ();
    const NAME: &'static str = "ChangePassword";
    const SCHEMA: &'static OperationSchema = &schema::CHANGE_PASSWORD;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = CreateAccessKeyRequest;
    type Output = CreateAccessKeyResponse;
    const NAME: &'static str = "CreateAccessKey";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ACCESS_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateAccountAlias;

impl Operation for CreateAccountAlias {
    type Input = CreateAccountAliasRequest;
    type Output = ();
    const NAME: &'static str = "CreateAccountAlias";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ACCOUNT_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateGroup;

impl Operation for CreateGroup {
    type Input = CreateGroupRequest;
    type Output = CreateGroupResponse;
    const NAME: &'static str = "CreateGroup";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateInstanceProfile;

impl Operation for CreateInstanceProfile {
    type Input = CreateInstanceProfileRequest;
    type Output = CreateInstanceProfileResponse;
    const NAME: &'static str = "CreateInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateLoginProfile;

impl Operation for CreateLoginProfile {
    type Input = CreateLoginProfileRequest;
    type Output = CreateLoginProfileResponse;
    const NAME: &'static str = "CreateLoginProfile";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_LOGIN_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateOpenIDConnectProvider;

impl Operation for CreateOpenIDConnectProvider {
    type Input = CreateOpenIDConnectProviderRequest;
    type Output = CreateOpenIDConnectProviderResponse;
    const NAME: &'static str = "CreateOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct CreatePolicy;

impl Operation for CreatePolicy {
    type Input = CreatePolicyRequest;
    type Output = CreatePolicyResponse;
    const NAME: &'static str = "CreatePolicy";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct CreatePolicyVersion;

impl Operation for CreatePolicyVersion {
    type Input = CreatePolicyVersionRequest;
    type Output = CreatePolicyVersionResponse;
    const NAME: &'static str = "CreatePolicyVersion";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_POLICY_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateRole;

impl Operation for CreateRole {
    type Input = CreateRoleRequest;
    type Output = CreateRoleResponse;
    const NAME: &'static str = "CreateRole";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateSAMLProvider;

impl Operation for CreateSAMLProvider {
    type Input = CreateSAMLProviderRequest;
    type Output = CreateSAMLProviderResponse;
    const NAME: &'static str = "CreateSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateServiceLinkedRole;

impl Operation for CreateServiceLinkedRole {
    type Input = CreateServiceLinkedRoleRequest;
    type Output = CreateServiceLinkedRoleResponse;
    const NAME: &'static str = "CreateServiceLinkedRole";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_SERVICE_LINKED_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateServiceSpecificCredential;

impl Operation for CreateServiceSpecificCredential {
    type Input = CreateServiceSpecificCredentialRequest;
    type Output = CreateServiceSpecificCredentialResponse;
    const NAME: &'static str = "CreateServiceSpecificCredential";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_SERVICE_SPECIFIC_CREDENTIAL;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateUser;

impl Operation for CreateUser {
    type Input = CreateUserRequest;
    type Output = CreateUserResponse;
    const NAME: &'static str = "CreateUser";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateVirtualMFADevice;

impl Operation for CreateVirtualMFADevice {
    type Input = CreateVirtualMFADeviceRequest;
    type Output = CreateVirtualMFADeviceResponse;
    const NAME: &'static str = "CreateVirtualMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_VIRTUAL_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeactivateMFADevice;

impl Operation for DeactivateMFADevice {
    type Input = DeactivateMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "DeactivateMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::DEACTIVATE_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    type Input = DeleteAccessKeyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteAccessKey";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ACCESS_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteAccountAlias;

impl Operation for DeleteAccountAlias {
    type Input = DeleteAccountAliasRequest;
    type Output = ();
    const NAME: &'static str = "DeleteAccountAlias";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ACCOUNT_ALIAS;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteAccountPasswordPolicy;

impl Operation for DeleteAccountPasswordPolicy {
    type Input = ();
    type Output = ();
    const NAME: &'static str = "DeleteAccountPasswordPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ACCOUNT_PASSWORD_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteGroup;

impl Operation for DeleteGroup {
    type Input = DeleteGroupRequest;
    type Output = ();
    const NAME: &'static str = "DeleteGroup";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteGroupPolicy;

impl Operation for DeleteGroupPolicy {
    type Input = DeleteGroupPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteGroupPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_GROUP_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteInstanceProfile;

impl Operation for DeleteInstanceProfile {
    type Input = DeleteInstanceProfileRequest;
    type Output = ();
    const NAME: &'static str = "DeleteInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteLoginProfile;

impl Operation for DeleteLoginProfile {
    type Input = DeleteLoginProfileRequest;
    type Output = ();
    const NAME: &'static str = "DeleteLoginProfile";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_LOGIN_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteOpenIDConnectProvider;

impl Operation for DeleteOpenIDConnectProvider {
    type Input = DeleteOpenIDConnectProviderRequest;
    type Output = ();
    const NAME: &'static str = "DeleteOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeletePolicy;

impl Operation for DeletePolicy {
    type Input = DeletePolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeletePolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeletePolicyVersion;

impl Operation for DeletePolicyVersion {
    type Input = DeletePolicyVersionRequest;
    type Output = ();
    const NAME: &'static str = "DeletePolicyVersion";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_POLICY_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRole;

impl Operation for DeleteRole {
    type Input = DeleteRoleRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRole";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRolePermissionsBoundary;

impl Operation for DeleteRolePermissionsBoundary {
    type Input = DeleteRolePermissionsBoundaryRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRolePermissionsBoundary";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ROLE_PERMISSIONS_BOUNDARY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    type Input = DeleteRolePolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteSAMLProvider;

impl Operation for DeleteSAMLProvider {
    type Input = DeleteSAMLProviderRequest;
    type Output = ();
    const NAME: &'static str = "DeleteSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteSSHPublicKey;

impl Operation for DeleteSSHPublicKey {
    type Input = DeleteSSHPublicKeyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteSSHPublicKey";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SSH_PUBLIC_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteServerCertificate;

impl Operation for DeleteServerCertificate {
    type Input = DeleteServerCertificateRequest;
    type Output = ();
    const NAME: &'static str = "DeleteServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteServiceLinkedRole;

impl Operation for DeleteServiceLinkedRole {
    type Input = DeleteServiceLinkedRoleRequest;
    type Output = DeleteServiceLinkedRoleResponse;
    const NAME: &'static str = "DeleteServiceLinkedRole";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SERVICE_LINKED_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteServiceSpecificCredential;

impl Operation for DeleteServiceSpecificCredential {
    type Input = DeleteServiceSpecificCredentialRequest;
    type Output = ();
    const NAME: &'static str = "DeleteServiceSpecificCredential";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SERVICE_SPECIFIC_CREDENTIAL;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteSigningCertificate;

impl Operation for DeleteSigningCertificate {
    type Input = DeleteSigningCertificateRequest;
    type Output = ();
    const NAME: &'static str = "DeleteSigningCertificate";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SIGNING_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteUser;

impl Operation for DeleteUser {
    type Input = DeleteUserRequest;
    type Output = ();
    const NAME: &'static str = "DeleteUser";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteUserPermissionsBoundary;

impl Operation for DeleteUserPermissionsBoundary {
    type Input = DeleteUserPermissionsBoundaryRequest;
    type Output = ();
    const NAME: &'static str = "DeleteUserPermissionsBoundary";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_USER_PERMISSIONS_BOUNDARY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteUserPolicy;

impl Operation for DeleteUserPolicy {
    type Input = DeleteUserPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteUserPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_USER_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteVirtualMFADevice;

impl Operation for DeleteVirtualMFADevice {
    type Input = DeleteVirtualMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "DeleteVirtualMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_VIRTUAL_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct DetachGroupPolicy;

impl Operation for DetachGroupPolicy {
    type Input = DetachGroupPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DetachGroupPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DETACH_GROUP_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DetachRolePolicy;

impl Operation for DetachRolePolicy {
    type Input = DetachRolePolicyRequest;
    type Output = ();
    const NAME: &'static str = "DetachRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::DETACH_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DetachUserPolicy;

impl Operation for DetachUserPolicy {
    type Input = DetachUserPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DetachUserPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DETACH_USER_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct EnableMFADevice;

impl Operation for EnableMFADevice {
    type Input = EnableMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "EnableMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::ENABLE_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct GenerateCredentialReport;

impl Operation for GenerateCredentialReport {
    type Input = ();
    type Output = GenerateCredentialReportResponse;
    const NAME: &'static str = "GenerateCredentialReport";
    const SCHEMA: &'static OperationSchema = &schema::GENERATE_CREDENTIAL_REPORT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccessKeyLastUsed;

impl Operation for GetAccessKeyLastUsed {
    type Input = GetAccessKeyLastUsedRequest;
    type Output = GetAccessKeyLastUsedResponse;
    const NAME: &'static str = "GetAccessKeyLastUsed";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCESS_KEY_LAST_USED;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccountAuthorizationDetails;

impl Operation for GetAccountAuthorizationDetails {
    type Input = GetAccountAuthorizationDetailsRequest;
    type Output = GetAccountAuthorizationDetailsResponse;
    const NAME: &'static str = "GetAccountAuthorizationDetails";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCOUNT_AUTHORIZATION_DETAILS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccountPasswordPolicy;

impl Operation for GetAccountPasswordPolicy {
    type Input = ();
    type Output = GetAccountPasswordPolicyResponse;
    const NAME: &'static str = "GetAccountPasswordPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCOUNT_PASSWORD_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccountSummary;

impl Operation for GetAccountSummary {
    type Input = ();
    type Output = GetAccountSummaryResponse;
    const NAME: &'static str = "GetAccountSummary";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCOUNT_SUMMARY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetContextKeysForCustomPolicy;

impl Operation for GetContextKeysForCustomPolicy {
    type Input = GetContextKeysForCustomPolicyRequest;
    type Output = GetContextKeysForPolicyResponse;
    const NAME: &'static str = "GetContextKeysForCustomPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetContextKeysForPrincipalPolicy;

impl Operation for GetContextKeysForPrincipalPolicy {
    type Input = GetContextKeysForPrincipalPolicyRequest;
    type Output = GetContextKeysForPolicyResponse;
    const NAME: &'static str = "GetContextKeysForPrincipalPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetCredentialReport;

impl Operation for GetCredentialReport {
    type Input = ();
    type Output = GetCredentialReportResponse;
    const NAME: &'static str = "GetCredentialReport";
    const SCHEMA: &'static OperationSchema = &schema::GET_CREDENTIAL_REPORT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetGroup;

impl Operation for GetGroup {
    type Input = GetGroupRequest;
    type Output = GetGroupResponse;
    const NAME: &'static str = "GetGroup";
    const SCHEMA: &'static OperationSchema = &schema::GET_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct GetGroupPolicy;

impl Operation for GetGroupPolicy {
    type Input = GetGroupPolicyRequest;
    type Output = GetGroupPolicyResponse;
    const NAME: &'static str = "GetGroupPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_GROUP_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetInstanceProfile;

impl Operation for GetInstanceProfile {
    type Input = GetInstanceProfileRequest;
    type Output = GetInstanceProfileResponse;
    const NAME: &'static str = "GetInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::GET_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetLoginProfile;

impl Operation for GetLoginProfile {
    type Input = GetLoginProfileRequest;
    type Output = GetLoginProfileResponse;
    const NAME: &'static str = "GetLoginProfile";
    const SCHEMA: &'static OperationSchema = &schema::GET_LOGIN_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetMFADevice;

impl Operation for GetMFADevice {
    type Input = GetMFADeviceRequest;
    type Output = GetMFADeviceResponse;
    const NAME: &'static str = "GetMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::GET_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetOpenIDConnectProvider;

impl Operation for GetOpenIDConnectProvider {
    type Input = GetOpenIDConnectProviderRequest;
    type Output = GetOpenIDConnectProviderResponse;
    const NAME: &'static str = "GetOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::GET_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct GetPolicy;

impl Operation for GetPolicy {
    type Input = GetPolicyRequest;
    type Output = GetPolicyResponse;
    const NAME: &'static str = "GetPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetPolicyVersion;

impl Operation for GetPolicyVersion {
    type Input = GetPolicyVersionRequest;
    type Output = GetPolicyVersionResponse;
    const NAME: &'static str = "GetPolicyVersion";
    const SCHEMA: &'static OperationSchema = &schema::GET_POLICY_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRole;

impl Operation for GetRole {
    type Input = GetRoleRequest;
    type Output = GetRoleResponse;
    const NAME: &'static str = "GetRole";
    const SCHEMA: &'static OperationSchema = &schema::GET_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetRolePolicy;

impl Operation for GetRolePolicy {
    type Input = GetRolePolicyRequest;
    type Output = GetRolePolicyResponse;
    const NAME: &'static str = "GetRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSAMLProvider;

impl Operation for GetSAMLProvider {
    type Input = GetSAMLProviderRequest;
    type Output = GetSAMLProviderResponse;
    const NAME: &'static str = "GetSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::GET_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSSHPublicKey;

impl Operation for GetSSHPublicKey {
    type Input = GetSSHPublicKeyRequest;
    type Output = GetSSHPublicKeyResponse;
    const NAME: &'static str = "GetSSHPublicKey";
    const SCHEMA: &'static OperationSchema = &schema::GET_SSH_PUBLIC_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetServerCertificate;

impl Operation for GetServerCertificate {
    type Input = GetServerCertificateRequest;
    type Output = GetServerCertificateResponse;
    const NAME: &'static str = "GetServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::GET_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetServiceLinkedRoleDeletionStatus;

impl Operation for GetServiceLinkedRoleDeletionStatus {
    type Input = GetServiceLinkedRoleDeletionStatusRequest;
    type Output = GetServiceLinkedRoleDeletionStatusResponse;
    const NAME: &'static str = "GetServiceLinkedRoleDeletionStatus";
    const SCHEMA: &'static OperationSchema = &schema::GET_SERVICE_LINKED_ROLE_DELETION_STATUS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUser;

impl Operation for GetUser {
    type Input = GetUserRequest;
    type Output = GetUserResponse;
    const NAME: &'static str = "GetUser";
    const SCHEMA: &'static OperationSchema = &schema::GET_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct GetUserPolicy;

impl Operation for GetUserPolicy {
    type Input = GetUserPolicyRequest;
    type Output = GetUserPolicyResponse;
    const NAME: &'static str = "GetUserPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_USER_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAccessKeys;

impl Operation for ListAccessKeys {
    type Input = ListAccessKeysRequest;
    type Output = ListAccessKeysResponse;
    const NAME: &'static str = "ListAccessKeys";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ACCESS_KEYS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAccountAliases;

impl Operation for ListAccountAliases {
    type Input = ListAccountAliasesRequest;
    type Output = ListAccountAliasesResponse;
    const NAME: &'static str = "ListAccountAliases";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ACCOUNT_ALIASES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAttachedGroupPolicies;

impl Operation for ListAttachedGroupPolicies {
    type Input = ListAttachedGroupPoliciesRequest;
    type Output = ListAttachedGroupPoliciesResponse;
    const NAME: &'static str = "ListAttachedGroupPolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ATTACHED_GROUP_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAttachedRolePolicies;

impl Operation for ListAttachedRolePolicies {
    type Input = ListAttachedRolePoliciesRequest;
    type Output = ListAttachedRolePoliciesResponse;
    const NAME: &'static str = "ListAttachedRolePolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ATTACHED_ROLE_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListAttachedUserPolicies;

impl Operation for ListAttachedUserPolicies {
    type Input = ListAttachedUserPoliciesRequest;
    type Output = ListAttachedUserPoliciesResponse;
    const NAME: &'static str = "ListAttachedUserPolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ATTACHED_USER_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListEntitiesForPolicy;

impl Operation for ListEntitiesForPolicy {
    type Input = ListEntitiesForPolicyRequest;
    type Output = ListEntitiesForPolicyResponse;
    const NAME: &'static str = "ListEntitiesForPolicy";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ENTITIES_FOR_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct ListGroupPolicies;

impl Operation for ListGroupPolicies {
    type Input = ListGroupPoliciesRequest;
    type Output = ListGroupPoliciesResponse;
    const NAME: &'static str = "ListGroupPolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_GROUP_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListGroups;

impl Operation for ListGroups {
    type Input = ListGroupsRequest;
    type Output = ListGroupsResponse;
    const NAME: &'static str = "ListGroups";
    const SCHEMA: &'static OperationSchema = &schema::LIST_GROUPS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListGroupsForUser;

impl Operation for ListGroupsForUser {
    type Input = ListGroupsForUserRequest;
    type Output = ListGroupsForUserResponse;
    const NAME: &'static str = "ListGroupsForUser";
    const SCHEMA: &'static OperationSchema = &schema::LIST_GROUPS_FOR_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfileTags;

impl Operation for ListInstanceProfileTags {
    type Input = ListInstanceProfileTagsRequest;
    type Output = ListInstanceProfileTagsResponse;
    const NAME: &'static str = "ListInstanceProfileTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_INSTANCE_PROFILE_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfiles;

impl Operation for ListInstanceProfiles {
    type Input = ListInstanceProfilesRequest;
    type Output = ListInstanceProfilesResponse;
    const NAME: &'static str = "ListInstanceProfiles";
    const SCHEMA: &'static OperationSchema = &schema::LIST_INSTANCE_PROFILES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfilesForRole;

impl Operation for ListInstanceProfilesForRole {
    type Input = ListInstanceProfilesForRoleRequest;
    type Output = ListInstanceProfilesForRoleResponse;
    const NAME: &'static str = "ListInstanceProfilesForRole";
    const SCHEMA: &'static OperationSchema = &schema::LIST_INSTANCE_PROFILES_FOR_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct ListMFADeviceTags;

impl Operation for ListMFADeviceTags {
    type Input = ListMFADeviceTagsRequest;
    type Output = ListMFADeviceTagsResponse;
    const NAME: &'static str = "ListMFADeviceTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_MFA_DEVICE_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListMFADevices;

impl Operation for ListMFADevices {
    type Input = ListMFADevicesRequest;
    type Output = ListMFADevicesResponse;
    const NAME: &'static str = "ListMFADevices";
    const SCHEMA: &'static OperationSchema = &schema::LIST_MFA_DEVICES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListOpenIDConnectProviderTags;

impl Operation for ListOpenIDConnectProviderTags {
    type Input = ListOpenIDConnectProviderTagsRequest;
    type Output = ListOpenIDConnectProviderTagsResponse;
    const NAME: &'static str = "ListOpenIDConnectProviderTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListOpenIDConnectProviders;

impl Operation for ListOpenIDConnectProviders {
    type Input = ListOpenIDConnectProvidersRequest;
    type Output = ListOpenIDConnectProvidersResponse;
    const NAME: &'static str = "ListOpenIDConnectProviders";
    const SCHEMA: &'static OperationSchema = &schema::LIST_OPEN_ID_CONNECT_PROVIDERS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListPolicies;

impl Operation for ListPolicies {
    type Input = ListPoliciesRequest;
    type Output = ListPoliciesResponse;
    const NAME: &'static str = "ListPolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListPolicyTags;

impl Operation for ListPolicyTags {
    type Input = ListPolicyTagsRequest;
    type Output = ListPolicyTagsResponse;
    const NAME: &'static str = "ListPolicyTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_POLICY_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListPolicyVersions;

impl Operation for ListPolicyVersions {
    type Input = ListPolicyVersionsRequest;
    type Output = ListPolicyVersionsResponse;
    const NAME: &'static str = "ListPolicyVersions";
    const SCHEMA: &'static OperationSchema = &schema::LIST_POLICY_VERSIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListRolePolicies;

impl Operation for ListRolePolicies {
    type Input = ListRolePoliciesRequest;
    type Output = ListRolePoliciesResponse;
    const NAME: &'static str = "ListRolePolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ROLE_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListRoleTags;

impl Operation for ListRoleTags {
    type Input = ListRoleTagsRequest;
    type Output = ListRoleTagsResponse;
    const NAME: &'static str = "ListRoleTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ROLE_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListRoles;

impl Operation for ListRoles {
    type Input = ListRolesRequest;
    type Output = ListRolesResponse;
    const NAME: &'static str = "ListRoles";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ROLES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListSAMLProviderTags;

impl Operation for ListSAMLProviderTags {
    type Input = ListSAMLProviderTagsRequest;
    type Output = ListSAMLProviderTagsResponse;
    const NAME: &'static str = "ListSAMLProviderTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SAML_PROVIDER_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListSAMLProviders;

impl Operation for ListSAMLProviders {
    type Input = ListSAMLProvidersRequest;
    type Output = ListSAMLProvidersResponse;
    const NAME: &'static str = "ListSAMLProviders";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SAML_PROVIDERS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListSSHPublicKeys;

impl Operation for ListSSHPublicKeys {
    type Input = ListSSHPublicKeysRequest;
    type Output = ListSSHPublicKeysResponse;
    const NAME: &'static str = "ListSSHPublicKeys";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SSH_PUBLIC_KEYS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListServerCertificateTags;

impl Operation for ListServerCertificateTags {
    type Input = ListServerCertificateTagsRequest;
    type Output = ListServerCertificateTagsResponse;
    const NAME: &'static str = "ListServerCertificateTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SERVER_CERTIFICATE_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListServerCertificates;

impl Operation for ListServerCertificates {
    type Input = ListServerCertificatesRequest;
    type Output = ListServerCertificatesResponse;
    const NAME: &'static str = "ListServerCertificates";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SERVER_CERTIFICATES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListServiceSpecificCredentials;

impl Operation for ListServiceSpecificCredentials {
    type Input = ListServiceSpecificCredentialsRequest;
    type Output = ListServiceSpecificCredentialsResponse;
    const NAME: &'static str = "ListServiceSpecificCredentials";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SERVICE_SPECIFIC_CREDENTIALS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListSigningCertificates;

impl Operation for ListSigningCertificates {
    type Input = ListSigningCertificatesRequest;
    type Output = ListSigningCertificatesResponse;
    const NAME: &'static str = "ListSigningCertificates";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SIGNING_CERTIFICATES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListUserPolicies;

impl Operation for ListUserPolicies {
    type Input = ListUserPoliciesRequest;
    type Output = ListUserPoliciesResponse;
    const NAME: &'static str = "ListUserPolicies";
    const SCHEMA: &'static OperationSchema = &schema::LIST_USER_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListUserTags;

impl Operation for ListUserTags {
    type Input = ListUserTagsRequest;
    type Output = ListUserTagsResponse;
    const NAME: &'static str = "ListUserTags";
    const SCHEMA: &'static OperationSchema = &schema::LIST_USER_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListUsers;

impl Operation for ListUsers {
    type Input = ListUsersRequest;
    type Output = ListUsersResponse;
    const NAME: &'static str = "ListUsers";
    const SCHEMA: &'static OperationSchema = &schema::LIST_USERS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListVirtualMFADevices;

impl Operation for ListVirtualMFADevices {
    type Input = ListVirtualMFADevicesRequest;
    type Output = ListVirtualMFADevicesResponse;
    const NAME: &'static str = "ListVirtualMFADevices";
    const SCHEMA: &'static OperationSchema = &schema::LIST_VIRTUAL_MFA_DEVICES;
}

#[derive(Clone, Copy, Debug)]
pub struct PutGroupPolicy;

impl Operation for PutGroupPolicy {
    type Input = PutGroupPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutGroupPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_GROUP_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRolePermissionsBoundary;

impl Operation for PutRolePermissionsBoundary {
    type Input = PutRolePermissionsBoundaryRequest;
    type Output = ();
    const NAME: &'static str = "PutRolePermissionsBoundary";
    const SCHEMA: &'static OperationSchema = &schema::PUT_ROLE_PERMISSIONS_BOUNDARY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRolePolicy;

impl Operation for PutRolePolicy {
    type Input = PutRolePolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutUserPermissionsBoundary;

impl Operation for PutUserPermissionsBoundary {
    type Input = PutUserPermissionsBoundaryRequest;
    type Output = ();
    const NAME: &'static str = "PutUserPermissionsBoundary";
    const SCHEMA: &'static OperationSchema = &schema::PUT_USER_PERMISSIONS_BOUNDARY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutUserPolicy;

impl Operation for PutUserPolicy {
    type Input = PutUserPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutUserPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_USER_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveClientIDFromOpenIDConnectProvider;

impl Operation for RemoveClientIDFromOpenIDConnectProvider {
    type Input = RemoveClientIDFromOpenIDConnectProviderRequest;
    type Output = ();
    const NAME: &'static str = "RemoveClientIDFromOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema =
        &schema::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveRoleFromInstanceProfile;

impl Operation for RemoveRoleFromInstanceProfile {
    type Input = RemoveRoleFromInstanceProfileRequest;
    type Output = ();
    const NAME: &'static str = "RemoveRoleFromInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_ROLE_FROM_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    type Input = RemoveUserFromGroupRequest;
    type Output = ();
    const NAME: &'static str = "RemoveUserFromGroup";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_USER_FROM_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct ResetServiceSpecificCredential;

impl Operation for ResetServiceSpecificCredential {
    type Input = ResetServiceSpecificCredentialRequest;
    type Output = ResetServiceSpecificCredentialResponse;
    const NAME: &'static str = "ResetServiceSpecificCredential";
    const SCHEMA: &'static OperationSchema = &schema::RESET_SERVICE_SPECIFIC_CREDENTIAL;
}

#[derive(Clone, Copy, Debug)]
pub struct ResyncMFADevice;

impl Operation for ResyncMFADevice {
    type Input = ResyncMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "ResyncMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::RESYNC_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct SetDefaultPolicyVersion;

impl Operation for SetDefaultPolicyVersion {
    type Input = SetDefaultPolicyVersionRequest;
    type Output = ();
    const NAME: &'static str = "SetDefaultPolicyVersion";
    const SCHEMA: &'static OperationSchema = &schema::SET_DEFAULT_POLICY_VERSION;
}

#[derive(Clone, Copy, Debug)]
pub struct SimulateCustomPolicy;

impl Operation for SimulateCustomPolicy {
    type Input = SimulateCustomPolicyRequest;
    type Output = SimulatePolicyResponse;
    const NAME: &'static str = "SimulateCustomPolicy";
    const SCHEMA: &'static OperationSchema = &schema::SIMULATE_CUSTOM_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct SimulatePrincipalPolicy;

impl Operation for SimulatePrincipalPolicy {
    type Input = SimulatePrincipalPolicyRequest;
    type Output = SimulatePolicyResponse;
    const NAME: &'static str = "SimulatePrincipalPolicy";
    const SCHEMA: &'static OperationSchema = &schema::SIMULATE_PRINCIPAL_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct TagInstanceProfile;

impl Operation for TagInstanceProfile {
    type Input = TagInstanceProfileRequest;
    type Output = ();
    const NAME: &'static str = "TagInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::TAG_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct TagMFADevice;

impl Operation for TagMFADevice {
    type Input = TagMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "TagMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::TAG_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct TagOpenIDConnectProvider;

impl Operation for TagOpenIDConnectProvider {
    type Input = TagOpenIDConnectProviderRequest;
    type Output = ();
    const NAME: &'static str = "TagOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::TAG_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct TagPolicy;

impl Operation for TagPolicy {
    type Input = TagPolicyRequest;
    type Output = ();
    const NAME: &'static str = "TagPolicy";
    const SCHEMA: &'static OperationSchema = &schema::TAG_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct TagRole;

impl Operation for TagRole {
    type Input = TagRoleRequest;
    type Output = ();
    const NAME: &'static str = "TagRole";
    const SCHEMA: &'static OperationSchema = &schema::TAG_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct TagSAMLProvider;

impl Operation for TagSAMLProvider {
    type Input = TagSAMLProviderRequest;
    type Output = ();
    const NAME: &'static str = "TagSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::TAG_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct TagServerCertificate;

impl Operation for TagServerCertificate {
    type Input = TagServerCertificateRequest;
    type Output = ();
    const NAME: &'static str = "TagServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::TAG_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct TagUser;

impl Operation for TagUser {
    type Input = TagUserRequest;
    type Output = ();
    const NAME: &'static str = "TagUser";
    const SCHEMA: &'static OperationSchema = &schema::TAG_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagInstanceProfile;

impl Operation for UntagInstanceProfile {
    type Input = UntagInstanceProfileRequest;
    type Output = ();
    const NAME: &'static str = "UntagInstanceProfile";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_INSTANCE_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagMFADevice;

impl Operation for UntagMFADevice {
    type Input = UntagMFADeviceRequest;
    type Output = ();
    const NAME: &'static str = "UntagMFADevice";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_MFA_DEVICE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagOpenIDConnectProvider;

impl Operation for UntagOpenIDConnectProvider {
    type Input = UntagOpenIDConnectProviderRequest;
    type Output = ();
    const NAME: &'static str = "UntagOpenIDConnectProvider";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_OPEN_ID_CONNECT_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagPolicy;

impl Operation for UntagPolicy {
    type Input = UntagPolicyRequest;
    type Output = ();
    const NAME: &'static str = "UntagPolicy";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagRole;

impl Operation for UntagRole {
    type Input = UntagRoleRequest;
    type Output = ();
    const NAME: &'static str = "UntagRole";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagSAMLProvider;

impl Operation for UntagSAMLProvider {
    type Input = UntagSAMLProviderRequest;
    type Output = ();
    const NAME: &'static str = "UntagSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagServerCertificate;

impl Operation for UntagServerCertificate {
    type Input = UntagServerCertificateRequest;
    type Output = ();
    const NAME: &'static str = "UntagServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagUser;

impl Operation for UntagUser {
    type Input = UntagUserRequest;
    type Output = ();
    const NAME: &'static str = "UntagUser";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateAccessKey;

impl Operation for UpdateAccessKey {
    type Input = UpdateAccessKeyRequest;
    type Output = ();
    const NAME: &'static str = "UpdateAccessKey";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ACCESS_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateAccountPasswordPolicy;

impl Operation for UpdateAccountPasswordPolicy {
    type Input = UpdateAccountPasswordPolicyRequest;
    type Output = ();
    const NAME: &'static str = "UpdateAccountPasswordPolicy";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ACCOUNT_PASSWORD_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateAssumeRolePolicy;

impl Operation for UpdateAssumeRolePolicy {
    type Input = UpdateAssumeRolePolicyRequest;
    type Output = ();
    const NAME: &'static str = "UpdateAssumeRolePolicy";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ASSUME_ROLE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateGroup;

impl Operation for UpdateGroup {
    type Input = UpdateGroupRequest;
    type Output = ();
    const NAME: &'static str = "UpdateGroup";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateLoginProfile;

impl Operation for UpdateLoginProfile {
    type Input = UpdateLoginProfileRequest;
    type Output = ();
    const NAME: &'static str = "UpdateLoginProfile";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_LOGIN_PROFILE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateOpenIDConnectProviderThumbprint;

impl Operation for UpdateOpenIDConnectProviderThumbprint {
    type Input = UpdateOpenIDConnectProviderThumbprintRequest;
    type Output = ();
    const NAME: &'static str = "UpdateOpenIDConnectProviderThumbprint";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateRole;

impl Operation for UpdateRole {
    type Input = UpdateRoleRequest;
    type Output = UpdateRoleResponse;
    const NAME: &'static str = "UpdateRole";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateRoleDescription;

impl Operation for UpdateRoleDescription {
    type Input = UpdateRoleDescriptionRequest;
    type Output = UpdateRoleDescriptionResponse;
    const NAME: &'static str = "UpdateRoleDescription";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_ROLE_DESCRIPTION;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateSAMLProvider;

impl Operation for UpdateSAMLProvider {
    type Input = UpdateSAMLProviderRequest;
    type Output = UpdateSAMLProviderResponse;
    const NAME: &'static str = "UpdateSAMLProvider";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SAML_PROVIDER;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateSSHPublicKey;

impl Operation for UpdateSSHPublicKey {
    type Input = UpdateSSHPublicKeyRequest;
    type Output = ();
    const NAME: &'static str = "UpdateSSHPublicKey";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SSH_PUBLIC_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateServerCertificate;

impl Operation for UpdateServerCertificate {
    type Input = UpdateServerCertificateRequest;
    type Output = ();
    const NAME: &'static str = "UpdateServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateServiceSpecificCredential;

impl Operation for UpdateServiceSpecificCredential {
    type Input = UpdateServiceSpecificCredentialRequest;
    type Output = ();
    const NAME: &'static str = "UpdateServiceSpecificCredential";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SERVICE_SPECIFIC_CREDENTIAL;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateSigningCertificate;

impl Operation for UpdateSigningCertificate {
    type Input = UpdateSigningCertificateRequest;
    type Output = ();
    const NAME: &'static str = "UpdateSigningCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SIGNING_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateUser;

impl Operation for UpdateUser {
    type Input = UpdateUserRequest;
    type Output = ();
    const NAME: &'static str = "UpdateUser";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_USER;
}

#[derive(Clone, Copy, Debug)]
pub struct UploadSSHPublicKey;

impl Operation for UploadSSHPublicKey {
    type Input = UploadSSHPublicKeyRequest;
    type Output = UploadSSHPublicKeyResponse;
    const NAME: &'static str = "UploadSSHPublicKey";
    const SCHEMA: &'static OperationSchema = &schema::UPLOAD_SSH_PUBLIC_KEY;
}

#[derive(Clone, Copy, Debug)]
pub struct UploadServerCertificate;

impl Operation for UploadServerCertificate {
    type Input = UploadServerCertificateRequest;
    type Output = UploadServerCertificateResponse;
    const NAME: &'static str = "UploadServerCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UPLOAD_SERVER_CERTIFICATE;
}

#[derive(Clone, Copy, Debug)]
pub struct UploadSigningCertificate;

impl Operation for UploadSigningCertificate {
    type Input = UploadSigningCertificateRequest;
    type Output = UploadSigningCertificateResponse;
    const NAME: &'static str = "UploadSigningCertificate";
    const SCHEMA: &'static OperationSchema = &schema::UPLOAD_SIGNING_CERTIFICATE;
}

#[derive(Clone, Default, PartialEq)]
pub struct AccessKey {
    pub user_name: String,
    pub access_key_id: String,
    pub status: String,
    pub secret_access_key: String,
    pub create_date: Option<Timestamp>,
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AccessKey")
            .field("user_name", &self.user_name)
            .field("access_key_id", &self.access_key_id)
            .field("status", &self.status)
            .field("secret_access_key", &Masked)
            .field("create_date", &self.create_date)
            .finish()
    }
}

impl Shape for AccessKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            access_key_id: members.take("AccessKeyId")?,
            status: members.take("Status")?,
            secret_access_key: members.take("SecretAccessKey")?,
            create_date: members.take("CreateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("AccessKeyId", self.access_key_id);
        members.put("Status", self.status);
        members.put("SecretAccessKey", self.secret_access_key);
        members.put("CreateDate", self.create_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessKeyLastUsed {
    pub last_used_date: Option<Timestamp>,
    pub service_name: String,
    pub region: String,
}

impl Shape for AccessKeyLastUsed {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            last_used_date: members.take("LastUsedDate")?,
            service_name: members.take("ServiceName")?,
            region: members.take("Region")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LastUsedDate", self.last_used_date);
        members.put("ServiceName", self.service_name);
        members.put("Region", self.region);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessKeyMetadata {
    pub user_name: Option<String>,
    pub access_key_id: Option<String>,
    pub status: Option<String>,
    pub create_date: Option<Timestamp>,
}

impl Shape for AccessKeyMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            access_key_id: members.take("AccessKeyId")?,
            status: members.take("Status")?,
            create_date: members.take("CreateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("AccessKeyId", self.access_key_id);
        members.put("Status", self.status);
        members.put("CreateDate", self.create_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddClientIDToOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub client_id: String,
}

impl Shape for AddClientIDToOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            client_id: members.take("ClientID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("ClientID", self.client_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddRoleToInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for AddRoleToInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddUserToGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for AddUserToGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for AttachGroupPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachRolePolicyRequest {
    pub role_name: String,
    pub policy_arn: String,
}

impl Shape for AttachRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachUserPolicyRequest {
    pub user_name: String,
    pub policy_arn: String,
}

impl Shape for AttachUserPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachedPermissionsBoundary {
    pub permissions_boundary_type: Option<String>,
    pub permissions_boundary_arn: Option<String>,
}

impl Shape for AttachedPermissionsBoundary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            permissions_boundary_type: members.take("PermissionsBoundaryType")?,
            permissions_boundary_arn: members.take("PermissionsBoundaryArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PermissionsBoundaryType", self.permissions_boundary_type);
        members.put("PermissionsBoundaryArn", self.permissions_boundary_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachedPolicy {
    pub policy_name: Option<String>,
    pub policy_arn: Option<String>,
}

impl Shape for AttachedPolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ChangePasswordRequest {
    pub old_password: String,
    pub new_password: String,
}

impl fmt::Debug for ChangePasswordRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ChangePasswordRequest")
            .field("old_password", &Masked)
            .field("new_password", &Masked)
            .finish()
    }
}

impl Shape for ChangePasswordRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            old_password: members.take("OldPassword")?,
            new_password: members.take("NewPassword")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OldPassword", self.old_password);
        members.put("NewPassword", self.new_password);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContextEntry {
    pub context_key_name: Option<String>,
    pub context_key_values: Option<Vec<String>>,
    pub context_key_type: Option<String>,
}

impl Shape for ContextEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            context_key_name: members.take("ContextKeyName")?,
            context_key_values: members.take("ContextKeyValues")?,
            context_key_type: members.take("ContextKeyType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ContextKeyName", self.context_key_name);
        members.put("ContextKeyValues", self.context_key_values);
        members.put("ContextKeyType", self.context_key_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccessKeyRequest {
    pub user_name: Option<String>,
}

impl Shape for CreateAccessKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccessKeyResponse {
    pub access_key: Option<AccessKey>,
}

impl Shape for CreateAccessKeyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            access_key: members.take("AccessKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccessKey", self.access_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for CreateAccountAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_alias: members.take("AccountAlias")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccountAlias", self.account_alias);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGroupRequest {
    pub path: Option<String>,
    pub group_name: String,
}

impl Shape for CreateGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            group_name: members.take("GroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("GroupName", self.group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGroupResponse {
    pub group: Option<Group>,
}

impl Shape for CreateGroupResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group: members.take("Group")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Group", self.group);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInstanceProfileRequest {
    pub instance_profile_name: String,
    pub path: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            path: members.take("Path")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("Path", self.path);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInstanceProfileResponse {
    pub instance_profile: Option<InstanceProfile>,
}

impl Shape for CreateInstanceProfileResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile: members.take("InstanceProfile")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfile", self.instance_profile);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateLoginProfileRequest {
    pub user_name: Option<String>,
    pub password: Option<String>,
    pub password_reset_required: Option<bool>,
}

impl fmt::Debug for CreateLoginProfileRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateLoginProfileRequest")
            .field("user_name", &self.user_name)
            .field("password", &self.password.as_ref().map(|_| Masked))
            .field("password_reset_required", &self.password_reset_required)
            .finish()
    }
}

impl Shape for CreateLoginProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            password: members.take("Password")?,
            password_reset_required: members.take("PasswordResetRequired")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Password", self.password);
        members.put("PasswordResetRequired", self.password_reset_required);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLoginProfileResponse {
    pub login_profile: Option<LoginProfile>,
}

impl Shape for CreateLoginProfileResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            login_profile: members.take("LoginProfile")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LoginProfile", self.login_profile);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateOpenIDConnectProviderRequest {
    pub url: String,
    pub client_id_list: Option<Vec<String>>,
    pub thumbprint_list: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            url: members.take("Url")?,
            client_id_list: members.take("ClientIDList")?,
            thumbprint_list: members.take("ThumbprintList")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Url", self.url);
        members.put("ClientIDList", self.client_id_list);
        members.put("ThumbprintList", self.thumbprint_list);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateOpenIDConnectProviderResponse {
    pub open_id_connect_provider_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateOpenIDConnectProviderResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyRequest {
    pub policy_name: String,
    pub path: Option<String>,
    pub policy_document: String,
    pub description: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreatePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            path: members.take("Path")?,
            policy_document: members.take("PolicyDocument")?,
            description: members.take("Description")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("Path", self.path);
        members.put("PolicyDocument", self.policy_document);
        members.put("Description", self.description);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for CreatePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyVersionRequest {
    pub policy_arn: String,
    pub policy_document: String,
    pub set_as_default: Option<bool>,
}

impl Shape for CreatePolicyVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            policy_document: members.take("PolicyDocument")?,
            set_as_default: members.take("SetAsDefault")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("PolicyDocument", self.policy_document);
        members.put("SetAsDefault", self.set_as_default);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for CreatePolicyVersionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_version: members.take("PolicyVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyVersion", self.policy_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRoleRequest {
    pub path: Option<String>,
    pub role_name: String,
    pub assume_role_policy_document: String,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub permissions_boundary: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            role_name: members.take("RoleName")?,
            assume_role_policy_document: members.take("AssumeRolePolicyDocument")?,
            description: members.take("Description")?,
            max_session_duration: members.take("MaxSessionDuration")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("RoleName", self.role_name);
        members.put("AssumeRolePolicyDocument", self.assume_role_policy_document);
        members.put("Description", self.description);
        members.put("MaxSessionDuration", self.max_session_duration);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRoleResponse {
    pub role: Option<Role>,
}

impl Shape for CreateRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role: members.take("Role")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Role", self.role);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateSAMLProviderRequest {
    pub saml_metadata_document: String,
    pub name: String,
    pub tags: Option<Vec<Tag>>,
    pub assertion_encryption_mode: Option<String>,
    pub add_private_key: Option<String>,
}

impl fmt::Debug for CreateSAMLProviderRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateSAMLProviderRequest")
            .field("saml_metadata_document", &self.saml_metadata_document)
            .field("name", &self.name)
            .field("tags", &self.tags)
            .field("assertion_encryption_mode", &self.assertion_encryption_mode)
            .field(
                "add_private_key",
                &self.add_private_key.as_ref().map(|_| Masked),
            )
            .finish()
    }
}

impl Shape for CreateSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_metadata_document: members.take("SAMLMetadataDocument")?,
            name: members.take("Name")?,
            tags: members.take("Tags")?,
            assertion_encryption_mode: members.take("AssertionEncryptionMode")?,
            add_private_key: members.take("AddPrivateKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLMetadataDocument", self.saml_metadata_document);
        members.put("Name", self.name);
        members.put("Tags", self.tags);
        members.put("AssertionEncryptionMode", self.assertion_encryption_mode);
        members.put("AddPrivateKey", self.add_private_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSAMLProviderResponse {
    pub saml_provider_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateSAMLProviderResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceLinkedRoleRequest {
    pub aws_service_name: String,
    pub description: Option<String>,
    pub custom_suffix: Option<String>,
}

impl Shape for CreateServiceLinkedRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            aws_service_name: members.take("AWSServiceName")?,
            description: members.take("Description")?,
            custom_suffix: members.take("CustomSuffix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AWSServiceName", self.aws_service_name);
        members.put("Description", self.description);
        members.put("CustomSuffix", self.custom_suffix);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceLinkedRoleResponse {
    pub role: Option<Role>,
}

impl Shape for CreateServiceLinkedRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role: members.take("Role")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Role", self.role);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceSpecificCredentialRequest {
    pub user_name: String,
    pub service_name: String,
    pub credential_age_days: Option<i32>,
}

impl Shape for CreateServiceSpecificCredentialRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            service_name: members.take("ServiceName")?,
            credential_age_days: members.take("CredentialAgeDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("ServiceName", self.service_name);
        members.put("CredentialAgeDays", self.credential_age_days);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceSpecificCredentialResponse {
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl Shape for CreateServiceSpecificCredentialResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            service_specific_credential: members.take("ServiceSpecificCredential")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServiceSpecificCredential",
            self.service_specific_credential,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUserRequest {
    pub path: Option<String>,
    pub user_name: String,
    pub permissions_boundary: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            user_name: members.take("UserName")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("UserName", self.user_name);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUserResponse {
    pub user: Option<User>,
}

impl Shape for CreateUserResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user: members.take("User")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("User", self.user);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVirtualMFADeviceRequest {
    pub path: Option<String>,
    pub virtual_mfa_device_name: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateVirtualMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            virtual_mfa_device_name: members.take("VirtualMFADeviceName")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("VirtualMFADeviceName", self.virtual_mfa_device_name);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVirtualMFADeviceResponse {
    pub virtual_mfa_device: Option<VirtualMFADevice>,
}

impl Shape for CreateVirtualMFADeviceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            virtual_mfa_device: members.take("VirtualMFADevice")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("VirtualMFADevice", self.virtual_mfa_device);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeactivateMFADeviceRequest {
    pub user_name: Option<String>,
    pub serial_number: String,
}

impl Shape for DeactivateMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            serial_number: members.take("SerialNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SerialNumber", self.serial_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAccessKeyRequest {
    pub user_name: Option<String>,
    pub access_key_id: String,
}

impl Shape for DeleteAccessKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            access_key_id: members.take("AccessKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("AccessKeyId", self.access_key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for DeleteAccountAliasRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_alias: members.take("AccountAlias")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccountAlias", self.account_alias);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for DeleteGroupPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGroupRequest {
    pub group_name: String,
}

impl Shape for DeleteGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for DeleteInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for DeleteLoginProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
}

impl Shape for DeleteOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePolicyRequest {
    pub policy_arn: String,
}

impl Shape for DeletePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for DeletePolicyVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRolePermissionsBoundaryRequest {
    pub role_name: String,
}

impl Shape for DeleteRolePermissionsBoundaryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
}

impl Shape for DeleteRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSAMLProviderRequest {
    pub saml_provider_arn: String,
}

impl Shape for DeleteSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSSHPublicKeyRequest {
    pub user_name: String,
    pub ssh_public_key_id: String,
}

impl Shape for DeleteSSHPublicKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_id: members.take("SSHPublicKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyId", self.ssh_public_key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServerCertificateRequest {
    pub server_certificate_name: String,
}

impl Shape for DeleteServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServiceLinkedRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteServiceLinkedRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServiceLinkedRoleResponse {
    pub deletion_task_id: Option<String>,
}

impl Shape for DeleteServiceLinkedRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deletion_task_id: members.take("DeletionTaskId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeletionTaskId", self.deletion_task_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServiceSpecificCredentialRequest {
    pub user_name: Option<String>,
    pub service_specific_credential_id: String,
}

impl Shape for DeleteServiceSpecificCredentialRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            service_specific_credential_id: members.take("ServiceSpecificCredentialId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put(
            "ServiceSpecificCredentialId",
            self.service_specific_credential_id,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSigningCertificateRequest {
    pub user_name: Option<String>,
    pub certificate_id: String,
}

impl Shape for DeleteSigningCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            certificate_id: members.take("CertificateId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("CertificateId", self.certificate_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserPermissionsBoundaryRequest {
    pub user_name: String,
}

impl Shape for DeleteUserPermissionsBoundaryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
}

impl Shape for DeleteUserPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserRequest {
    pub user_name: String,
}

impl Shape for DeleteUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVirtualMFADeviceRequest {
    pub serial_number: String,
}

impl Shape for DeleteVirtualMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletionTaskFailureReasonType {
    pub reason: Option<String>,
    pub role_usage_list: Option<Vec<RoleUsageType>>,
}

impl Shape for DeletionTaskFailureReasonType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            reason: members.take("Reason")?,
            role_usage_list: members.take("RoleUsageList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Reason", self.reason);
        members.put("RoleUsageList", self.role_usage_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for DetachGroupPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachRolePolicyRequest {
    pub role_name: String,
    pub policy_arn: String,
}

impl Shape for DetachRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachUserPolicyRequest {
    pub user_name: String,
    pub policy_arn: String,
}

impl Shape for DetachUserPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableMFADeviceRequest {
    pub user_name: String,
    pub serial_number: String,
    pub authentication_code1: String,
    pub authentication_code2: String,
}

impl Shape for EnableMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            serial_number: members.take("SerialNumber")?,
            authentication_code1: members.take("AuthenticationCode1")?,
            authentication_code2: members.take("AuthenticationCode2")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SerialNumber", self.serial_number);
        members.put("AuthenticationCode1", self.authentication_code1);
        members.put("AuthenticationCode2", self.authentication_code2);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvaluationResult {
    pub eval_action_name: String,
    pub eval_resource_name: Option<String>,
    pub eval_decision: String,
    pub matched_statements: Option<Vec<Statement>>,
    pub missing_context_values: Option<Vec<String>>,
    pub organizations_decision_detail: Option<OrganizationsDecisionDetail>,
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
    pub eval_decision_details: Option<BTreeMap<String, String>>,
    pub resource_specific_results: Option<Vec<ResourceSpecificResult>>,
}

impl Shape for EvaluationResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            eval_action_name: members.take("EvalActionName")?,
            eval_resource_name: members.take("EvalResourceName")?,
            eval_decision: members.take("EvalDecision")?,
            matched_statements: members.take("MatchedStatements")?,
            missing_context_values: members.take("MissingContextValues")?,
            organizations_decision_detail: members.take("OrganizationsDecisionDetail")?,
            permissions_boundary_decision_detail: members
                .take("PermissionsBoundaryDecisionDetail")?,
            eval_decision_details: members.take("EvalDecisionDetails")?,
            resource_specific_results: members.take("ResourceSpecificResults")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EvalActionName", self.eval_action_name);
        members.put("EvalResourceName", self.eval_resource_name);
        members.put("EvalDecision", self.eval_decision);
        members.put("MatchedStatements", self.matched_statements);
        members.put("MissingContextValues", self.missing_context_values);
        members.put(
            "OrganizationsDecisionDetail",
            self.organizations_decision_detail,
        );
        members.put(
            "PermissionsBoundaryDecisionDetail",
            self.permissions_boundary_decision_detail,
        );
        members.put("EvalDecisionDetails", self.eval_decision_details);
        members.put("ResourceSpecificResults", self.resource_specific_results);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateCredentialReportResponse {
    pub state: Option<String>,
    pub description: Option<String>,
}

impl Shape for GenerateCredentialReportResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            state: members.take("State")?,
            description: members.take("Description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("State", self.state);
        members.put("Description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyLastUsedRequest {
    pub access_key_id: String,
}

impl Shape for GetAccessKeyLastUsedRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            access_key_id: members.take("AccessKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccessKeyId", self.access_key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyLastUsedResponse {
    pub user_name: Option<String>,
    pub access_key_last_used: Option<AccessKeyLastUsed>,
}

impl Shape for GetAccessKeyLastUsedResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            access_key_last_used: members.take("AccessKeyLastUsed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("AccessKeyLastUsed", self.access_key_last_used);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountAuthorizationDetailsRequest {
    pub filter: Option<Vec<String>>,
    pub max_items: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for GetAccountAuthorizationDetailsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter: members.take("Filter")?,
            max_items: members.take("MaxItems")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Filter", self.filter);
        members.put("MaxItems", self.max_items);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountAuthorizationDetailsResponse {
    pub user_detail_list: Option<Vec<UserDetail>>,
    pub group_detail_list: Option<Vec<GroupDetail>>,
    pub role_detail_list: Option<Vec<RoleDetail>>,
    pub policies: Option<Vec<ManagedPolicyDetail>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for GetAccountAuthorizationDetailsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_detail_list: members.take("UserDetailList")?,
            group_detail_list: members.take("GroupDetailList")?,
            role_detail_list: members.take("RoleDetailList")?,
            policies: members.take("Policies")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserDetailList", self.user_detail_list);
        members.put("GroupDetailList", self.group_detail_list);
        members.put("RoleDetailList", self.role_detail_list);
        members.put("Policies", self.policies);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountPasswordPolicyResponse {
    pub password_policy: Option<PasswordPolicy>,
}

impl Shape for GetAccountPasswordPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            password_policy: members.take("PasswordPolicy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PasswordPolicy", self.password_policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSummaryResponse {
    pub summary_map: Option<BTreeMap<String, i32>>,
}

impl Shape for GetAccountSummaryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            summary_map: members.take("SummaryMap")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SummaryMap", self.summary_map);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetContextKeysForCustomPolicyRequest {
    pub policy_input_list: Vec<String>,
}

impl Shape for GetContextKeysForCustomPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_input_list: members.take("PolicyInputList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyInputList", self.policy_input_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetContextKeysForPolicyResponse {
    pub context_key_names: Option<Vec<String>>,
}

impl Shape for GetContextKeysForPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            context_key_names: members.take("ContextKeyNames")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ContextKeyNames", self.context_key_names);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetContextKeysForPrincipalPolicyRequest {
    pub policy_source_arn: String,
    pub policy_input_list: Option<Vec<String>>,
}

impl Shape for GetContextKeysForPrincipalPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_source_arn: members.take("PolicySourceArn")?,
            policy_input_list: members.take("PolicyInputList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicySourceArn", self.policy_source_arn);
        members.put("PolicyInputList", self.policy_input_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCredentialReportResponse {
    pub content: Option<Bytes>,
    pub report_format: Option<String>,
    pub generated_time: Option<Timestamp>,
}

impl Shape for GetCredentialReportResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            content: members.take("Content")?,
            report_format: members.take("ReportFormat")?,
            generated_time: members.take("GeneratedTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Content", self.content);
        members.put("ReportFormat", self.report_format);
        members.put("GeneratedTime", self.generated_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for GetGroupPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupPolicyResponse {
    pub group_name: Option<String>,
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
}

impl Shape for GetGroupPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupResponse {
    pub group: Option<Group>,
    pub users: Option<Vec<User>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for GetGroupResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group: members.take("Group")?,
            users: members.take("Users")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Group", self.group);
        members.put("Users", self.users);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for GetInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceProfileResponse {
    pub instance_profile: Option<InstanceProfile>,
}

impl Shape for GetInstanceProfileResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile: members.take("InstanceProfile")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfile", self.instance_profile);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for GetLoginProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLoginProfileResponse {
    pub login_profile: Option<LoginProfile>,
}

impl Shape for GetLoginProfileResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            login_profile: members.take("LoginProfile")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LoginProfile", self.login_profile);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMFADeviceRequest {
    pub serial_number: String,
    pub user_name: Option<String>,
}

impl Shape for GetMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMFADeviceResponse {
    pub user_name: Option<String>,
    pub serial_number: Option<String>,
    pub enable_date: Option<Timestamp>,
    pub certifications: Option<BTreeMap<String, String>>,
}

impl Shape for GetMFADeviceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            serial_number: members.take("SerialNumber")?,
            enable_date: members.take("EnableDate")?,
            certifications: members.take("Certifications")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SerialNumber", self.serial_number);
        members.put("EnableDate", self.enable_date);
        members.put("Certifications", self.certifications);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
}

impl Shape for GetOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetOpenIDConnectProviderResponse {
    pub url: Option<String>,
    pub client_id_list: Option<Vec<String>>,
    pub thumbprint_list: Option<Vec<String>>,
    pub create_date: Option<Timestamp>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for GetOpenIDConnectProviderResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            url: members.take("Url")?,
            client_id_list: members.take("ClientIDList")?,
            thumbprint_list: members.take("ThumbprintList")?,
            create_date: members.take("CreateDate")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Url", self.url);
        members.put("ClientIDList", self.client_id_list);
        members.put("ThumbprintList", self.thumbprint_list);
        members.put("CreateDate", self.create_date);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyRequest {
    pub policy_arn: String,
}

impl Shape for GetPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for GetPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for GetPolicyVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for GetPolicyVersionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_version: members.take("PolicyVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyVersion", self.policy_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
}

impl Shape for GetRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRolePolicyResponse {
    pub role_name: Option<String>,
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
}

impl Shape for GetRolePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRoleRequest {
    pub role_name: String,
}

impl Shape for GetRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRoleResponse {
    pub role: Option<Role>,
}

impl Shape for GetRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role: members.take("Role")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Role", self.role);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSAMLProviderRequest {
    pub saml_provider_arn: String,
}

impl Shape for GetSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSAMLProviderResponse {
    pub saml_provider_uuid: Option<String>,
    pub saml_metadata_document: Option<String>,
    pub create_date: Option<Timestamp>,
    pub valid_until: Option<Timestamp>,
    pub tags: Option<Vec<Tag>>,
    pub assertion_encryption_mode: Option<String>,
    pub private_key_list: Option<Vec<SAMLPrivateKey>>,
}

impl Shape for GetSAMLProviderResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_uuid: members.take("SAMLProviderUUID")?,
            saml_metadata_document: members.take("SAMLMetadataDocument")?,
            create_date: members.take("CreateDate")?,
            valid_until: members.take("ValidUntil")?,
            tags: members.take("Tags")?,
            assertion_encryption_mode: members.take("AssertionEncryptionMode")?,
            private_key_list: members.take("PrivateKeyList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderUUID", self.saml_provider_uuid);
        members.put("SAMLMetadataDocument", self.saml_metadata_document);
        members.put("CreateDate", self.create_date);
        members.put("ValidUntil", self.valid_until);
        members.put("Tags", self.tags);
        members.put("AssertionEncryptionMode", self.assertion_encryption_mode);
        members.put("PrivateKeyList", self.private_key_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSSHPublicKeyRequest {
    pub user_name: String,
    pub ssh_public_key_id: String,
    pub encoding: String,
}

impl Shape for GetSSHPublicKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_id: members.take("SSHPublicKeyId")?,
            encoding: members.take("Encoding")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyId", self.ssh_public_key_id);
        members.put("Encoding", self.encoding);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSSHPublicKeyResponse {
    pub ssh_public_key: Option<SSHPublicKey>,
}

impl Shape for GetSSHPublicKeyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ssh_public_key: members.take("SSHPublicKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SSHPublicKey", self.ssh_public_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServerCertificateRequest {
    pub server_certificate_name: String,
}

impl Shape for GetServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServerCertificateResponse {
    pub server_certificate: Option<ServerCertificate>,
}

impl Shape for GetServerCertificateResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate: members.take("ServerCertificate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificate", self.server_certificate);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServiceLinkedRoleDeletionStatusRequest {
    pub deletion_task_id: String,
}

impl Shape for GetServiceLinkedRoleDeletionStatusRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deletion_task_id: members.take("DeletionTaskId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeletionTaskId", self.deletion_task_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServiceLinkedRoleDeletionStatusResponse {
    pub status: Option<String>,
    pub reason: Option<DeletionTaskFailureReasonType>,
}

impl Shape for GetServiceLinkedRoleDeletionStatusResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
            reason: members.take("Reason")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        members.put("Reason", self.reason);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
}

impl Shape for GetUserPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_name: members.take("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyName", self.policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserPolicyResponse {
    pub user_name: Option<String>,
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
}

impl Shape for GetUserPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserRequest {
    pub user_name: Option<String>,
}

impl Shape for GetUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserResponse {
    pub user: Option<User>,
}

impl Shape for GetUserResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user: members.take("User")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("User", self.user);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub path: String,
    pub group_name: String,
    pub group_id: String,
    pub arn: String,
    pub create_date: Timestamp,
}

impl Shape for Group {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            group_name: members.take("GroupName")?,
            group_id: members.take("GroupId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("GroupName", self.group_name);
        members.put("GroupId", self.group_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupDetail {
    pub path: Option<String>,
    pub group_name: Option<String>,
    pub group_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<Timestamp>,
    pub group_policy_list: Option<Vec<PolicyDetail>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
}

impl Shape for GroupDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            group_name: members.take("GroupName")?,
            group_id: members.take("GroupId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            group_policy_list: members.take("GroupPolicyList")?,
            attached_managed_policies: members.take("AttachedManagedPolicies")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("GroupName", self.group_name);
        members.put("GroupId", self.group_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("GroupPolicyList", self.group_policy_list);
        members.put("AttachedManagedPolicies", self.attached_managed_policies);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InlinePolicyIdentifierType {
    pub policy_name: String,
    pub attachment_type: String,
    pub attachment_name: String,
}

impl Shape for InlinePolicyIdentifierType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            attachment_type: members.take("AttachmentType")?,
            attachment_name: members.take("AttachmentName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("AttachmentType", self.attachment_type);
        members.put("AttachmentName", self.attachment_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceProfile {
    pub path: String,
    pub instance_profile_name: String,
    pub instance_profile_id: String,
    pub arn: String,
    pub create_date: Timestamp,
    pub roles: Vec<Role>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for InstanceProfile {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            instance_profile_name: members.take("InstanceProfileName")?,
            instance_profile_id: members.take("InstanceProfileId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            roles: members.take("Roles")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("InstanceProfileId", self.instance_profile_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("Roles", self.roles);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccessKeysRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAccessKeysRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccessKeysResponse {
    pub access_key_metadata: Option<Vec<AccessKeyMetadata>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccessKeysResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            access_key_metadata: members.take("AccessKeyMetadata")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccessKeyMetadata", self.access_key_metadata);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccountAliasesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAccountAliasesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccountAliasesResponse {
    pub account_aliases: Option<Vec<String>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccountAliasesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_aliases: members.take("AccountAliases")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccountAliases", self.account_aliases);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedGroupPoliciesRequest {
    pub group_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedGroupPoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedGroupPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedGroupPoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attached_policies: members.take("AttachedPolicies")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AttachedPolicies", self.attached_policies);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedRolePoliciesRequest {
    pub role_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedRolePoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedRolePoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedRolePoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attached_policies: members.take("AttachedPolicies")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AttachedPolicies", self.attached_policies);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedUserPoliciesRequest {
    pub user_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedUserPoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedUserPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedUserPoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attached_policies: members.take("AttachedPolicies")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AttachedPolicies", self.attached_policies);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEntitiesForPolicyRequest {
    pub policy_arn: String,
    pub entity_filter: Option<String>,
    pub path_prefix: Option<String>,
    pub policy_usage_filter: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListEntitiesForPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            entity_filter: members.take("EntityFilter")?,
            path_prefix: members.take("PathPrefix")?,
            policy_usage_filter: members.take("PolicyUsageFilter")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("EntityFilter", self.entity_filter);
        members.put("PathPrefix", self.path_prefix);
        members.put("PolicyUsageFilter", self.policy_usage_filter);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEntitiesForPolicyResponse {
    pub policy_groups: Option<Vec<PolicyGroup>>,
    pub policy_users: Option<Vec<PolicyUser>>,
    pub policy_roles: Option<Vec<PolicyRole>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListEntitiesForPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_groups: members.take("PolicyGroups")?,
            policy_users: members.take("PolicyUsers")?,
            policy_roles: members.take("PolicyRoles")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyGroups", self.policy_groups);
        members.put("PolicyUsers", self.policy_users);
        members.put("PolicyRoles", self.policy_roles);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupPoliciesRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupPoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupPoliciesResponse {
    pub policy_names: Option<Vec<String>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupPoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_names: members.take("PolicyNames")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyNames", self.policy_names);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsForUserRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupsForUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsForUserResponse {
    pub groups: Option<Vec<Group>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsForUserResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            groups: members.take("Groups")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Groups", self.groups);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsResponse {
    pub groups: Option<Vec<Group>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            groups: members.take("Groups")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Groups", self.groups);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfileTagsRequest {
    pub instance_profile_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfileTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfileTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfileTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesForRoleRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfilesForRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesForRoleResponse {
    pub instance_profiles: Option<Vec<InstanceProfile>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesForRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profiles: members.take("InstanceProfiles")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfiles", self.instance_profiles);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfilesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesResponse {
    pub instance_profiles: Option<Vec<InstanceProfile>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profiles: members.take("InstanceProfiles")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfiles", self.instance_profiles);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADeviceTagsRequest {
    pub serial_number: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListMFADeviceTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADeviceTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListMFADeviceTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADevicesRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListMFADevicesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADevicesResponse {
    pub mfa_devices: Option<Vec<MFADevice>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListMFADevicesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mfa_devices: members.take("MFADevices")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MFADevices", self.mfa_devices);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListOpenIDConnectProviderTagsRequest {
    pub open_id_connect_provider_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListOpenIDConnectProviderTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListOpenIDConnectProviderTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListOpenIDConnectProviderTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListOpenIDConnectProvidersRequest {}

impl Shape for ListOpenIDConnectProvidersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListOpenIDConnectProvidersResponse {
    pub open_id_connect_provider_list: Option<Vec<OpenIDConnectProviderListEntry>>,
}

impl Shape for ListOpenIDConnectProvidersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_list: members.take("OpenIDConnectProviderList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderList",
            self.open_id_connect_provider_list,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPoliciesRequest {
    pub scope: Option<String>,
    pub only_attached: Option<bool>,
    pub path_prefix: Option<String>,
    pub policy_usage_filter: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            scope: members.take("Scope")?,
            only_attached: members.take("OnlyAttached")?,
            path_prefix: members.take("PathPrefix")?,
            policy_usage_filter: members.take("PolicyUsageFilter")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Scope", self.scope);
        members.put("OnlyAttached", self.only_attached);
        members.put("PathPrefix", self.path_prefix);
        members.put("PolicyUsageFilter", self.policy_usage_filter);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPoliciesResponse {
    pub policies: Option<Vec<Policy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policies: members.take("Policies")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policies", self.policies);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyTagsRequest {
    pub policy_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPolicyTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPolicyTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyVersionsRequest {
    pub policy_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPolicyVersionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyVersionsResponse {
    pub versions: Option<Vec<PolicyVersion>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPolicyVersionsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            versions: members.take("Versions")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Versions", self.versions);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolePoliciesRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRolePoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolePoliciesResponse {
    pub policy_names: Option<Vec<String>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRolePoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_names: members.take("PolicyNames")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyNames", self.policy_names);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRoleTagsRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRoleTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRoleTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRoleTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolesRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRolesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolesResponse {
    pub roles: Option<Vec<Role>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRolesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            roles: members.take("Roles")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Roles", self.roles);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSAMLProviderTagsRequest {
    pub saml_provider_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListSAMLProviderTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSAMLProviderTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSAMLProviderTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSAMLProvidersRequest {}

impl Shape for ListSAMLProvidersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSAMLProvidersResponse {
    pub saml_provider_list: Option<Vec<SAMLProviderListEntry>>,
}

impl Shape for ListSAMLProvidersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_list: members.take("SAMLProviderList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderList", self.saml_provider_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSSHPublicKeysRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListSSHPublicKeysRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSSHPublicKeysResponse {
    pub ssh_public_keys: Option<Vec<SSHPublicKeyMetadata>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSSHPublicKeysResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ssh_public_keys: members.take("SSHPublicKeys")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SSHPublicKeys", self.ssh_public_keys);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServerCertificateTagsRequest {
    pub server_certificate_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListServerCertificateTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServerCertificateTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListServerCertificateTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServerCertificatesRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListServerCertificatesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServerCertificatesResponse {
    pub server_certificate_metadata_list: Option<Vec<ServerCertificateMetadata>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListServerCertificatesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_metadata_list: members.take("ServerCertificateMetadataList")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServerCertificateMetadataList",
            self.server_certificate_metadata_list,
        );
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServiceSpecificCredentialsRequest {
    pub user_name: Option<String>,
    pub service_name: Option<String>,
    pub all_users: Option<bool>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListServiceSpecificCredentialsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            service_name: members.take("ServiceName")?,
            all_users: members.take("AllUsers")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("ServiceName", self.service_name);
        members.put("AllUsers", self.all_users);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServiceSpecificCredentialsResponse {
    pub service_specific_credentials: Option<Vec<ServiceSpecificCredentialMetadata>>,
    pub marker: Option<String>,
    pub is_truncated: Option<bool>,
}

impl Shape for ListServiceSpecificCredentialsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            service_specific_credentials: members.take("ServiceSpecificCredentials")?,
            marker: members.take("Marker")?,
            is_truncated: members.take("IsTruncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServiceSpecificCredentials",
            self.service_specific_credentials,
        );
        members.put("Marker", self.marker);
        members.put("IsTruncated", self.is_truncated);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSigningCertificatesRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListSigningCertificatesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSigningCertificatesResponse {
    pub certificates: Option<Vec<SigningCertificate>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSigningCertificatesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            certificates: members.take("Certificates")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Certificates", self.certificates);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserPoliciesRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUserPoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserPoliciesResponse {
    pub policy_names: Option<Vec<String>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUserPoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_names: members.take("PolicyNames")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyNames", self.policy_names);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserTagsRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUserTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUserTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUsersRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUsersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_prefix: members.take("PathPrefix")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathPrefix", self.path_prefix);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUsersResponse {
    pub users: Option<Vec<User>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUsersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            users: members.take("Users")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Users", self.users);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVirtualMFADevicesRequest {
    pub assignment_status: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListVirtualMFADevicesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            assignment_status: members.take("AssignmentStatus")?,
            marker: members.take("Marker")?,
            max_items: members.take("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AssignmentStatus", self.assignment_status);
        members.put("Marker", self.marker);
        members.put("MaxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVirtualMFADevicesResponse {
    pub virtual_mfa_devices: Option<Vec<VirtualMFADevice>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListVirtualMFADevicesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            virtual_mfa_devices: members.take("VirtualMFADevices")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("VirtualMFADevices", self.virtual_mfa_devices);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoginProfile {
    pub user_name: String,
    pub create_date: Timestamp,
    pub password_reset_required: Option<bool>,
}

impl Shape for LoginProfile {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            create_date: members.take("CreateDate")?,
            password_reset_required: members.take("PasswordResetRequired")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("CreateDate", self.create_date);
        members.put("PasswordResetRequired", self.password_reset_required);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MFADevice {
    pub user_name: String,
    pub serial_number: String,
    pub enable_date: Timestamp,
}

impl Shape for MFADevice {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            serial_number: members.take("SerialNumber")?,
            enable_date: members.take("EnableDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SerialNumber", self.serial_number);
        members.put("EnableDate", self.enable_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedPolicyDetail {
    pub policy_name: Option<String>,
    pub policy_id: Option<String>,
    pub arn: Option<String>,
    pub path: Option<String>,
    pub default_version_id: Option<String>,
    pub attachment_count: Option<i32>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub is_attachable: Option<bool>,
    pub description: Option<String>,
    pub create_date: Option<Timestamp>,
    pub update_date: Option<Timestamp>,
    pub policy_version_list: Option<Vec<PolicyVersion>>,
}

impl Shape for ManagedPolicyDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            policy_id: members.take("PolicyId")?,
            arn: members.take("Arn")?,
            path: members.take("Path")?,
            default_version_id: members.take("DefaultVersionId")?,
            attachment_count: members.take("AttachmentCount")?,
            permissions_boundary_usage_count: members.take("PermissionsBoundaryUsageCount")?,
            is_attachable: members.take("IsAttachable")?,
            description: members.take("Description")?,
            create_date: members.take("CreateDate")?,
            update_date: members.take("UpdateDate")?,
            policy_version_list: members.take("PolicyVersionList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("PolicyId", self.policy_id);
        members.put("Arn", self.arn);
        members.put("Path", self.path);
        members.put("DefaultVersionId", self.default_version_id);
        members.put("AttachmentCount", self.attachment_count);
        members.put(
            "PermissionsBoundaryUsageCount",
            self.permissions_boundary_usage_count,
        );
        members.put("IsAttachable", self.is_attachable);
        members.put("Description", self.description);
        members.put("CreateDate", self.create_date);
        members.put("UpdateDate", self.update_date);
        members.put("PolicyVersionList", self.policy_version_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenIDConnectProviderListEntry {
    pub arn: Option<String>,
}

impl Shape for OpenIDConnectProviderListEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrderedOrganizationPolicyType {
    pub service_control_policy_input_list: Option<Vec<String>>,
}

impl Shape for OrderedOrganizationPolicyType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            service_control_policy_input_list: members.take("ServiceControlPolicyInputList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServiceControlPolicyInputList",
            self.service_control_policy_input_list,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganizationsDecisionDetail {
    pub allowed_by_organizations: Option<bool>,
}

impl Shape for OrganizationsDecisionDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            allowed_by_organizations: members.take("AllowedByOrganizations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AllowedByOrganizations", self.allowed_by_organizations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PasswordPolicy {
    pub minimum_password_length: Option<i32>,
    pub require_symbols: Option<bool>,
    pub require_numbers: Option<bool>,
    pub require_uppercase_characters: Option<bool>,
    pub require_lowercase_characters: Option<bool>,
    pub allow_users_to_change_password: Option<bool>,
    pub expire_passwords: Option<bool>,
    pub max_password_age: Option<i32>,
    pub password_reuse_prevention: Option<i32>,
    pub hard_expiry: Option<bool>,
}

impl Shape for PasswordPolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            minimum_password_length: members.take("MinimumPasswordLength")?,
            require_symbols: members.take("RequireSymbols")?,
            require_numbers: members.take("RequireNumbers")?,
            require_uppercase_characters: members.take("RequireUppercaseCharacters")?,
            require_lowercase_characters: members.take("RequireLowercaseCharacters")?,
            allow_users_to_change_password: members.take("AllowUsersToChangePassword")?,
            expire_passwords: members.take("ExpirePasswords")?,
            max_password_age: members.take("MaxPasswordAge")?,
            password_reuse_prevention: members.take("PasswordReusePrevention")?,
            hard_expiry: members.take("HardExpiry")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MinimumPasswordLength", self.minimum_password_length);
        members.put("RequireSymbols", self.require_symbols);
        members.put("RequireNumbers", self.require_numbers);
        members.put(
            "RequireUppercaseCharacters",
            self.require_uppercase_characters,
        );
        members.put(
            "RequireLowercaseCharacters",
            self.require_lowercase_characters,
        );
        members.put(
            "AllowUsersToChangePassword",
            self.allow_users_to_change_password,
        );
        members.put("ExpirePasswords", self.expire_passwords);
        members.put("MaxPasswordAge", self.max_password_age);
        members.put("PasswordReusePrevention", self.password_reuse_prevention);
        members.put("HardExpiry", self.hard_expiry);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PermissionsBoundaryDecisionDetail {
    pub allowed_by_permissions_boundary: Option<bool>,
}

impl Shape for PermissionsBoundaryDecisionDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            allowed_by_permissions_boundary: members.take("AllowedByPermissionsBoundary")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "AllowedByPermissionsBoundary",
            self.allowed_by_permissions_boundary,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    pub policy_name: Option<String>,
    pub policy_id: Option<String>,
    pub arn: Option<String>,
    pub path: Option<String>,
    pub default_version_id: Option<String>,
    pub attachment_count: Option<i32>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub is_attachable: Option<bool>,
    pub description: Option<String>,
    pub create_date: Option<Timestamp>,
    pub update_date: Option<Timestamp>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for Policy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            policy_id: members.take("PolicyId")?,
            arn: members.take("Arn")?,
            path: members.take("Path")?,
            default_version_id: members.take("DefaultVersionId")?,
            attachment_count: members.take("AttachmentCount")?,
            permissions_boundary_usage_count: members.take("PermissionsBoundaryUsageCount")?,
            is_attachable: members.take("IsAttachable")?,
            description: members.take("Description")?,
            create_date: members.take("CreateDate")?,
            update_date: members.take("UpdateDate")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("PolicyId", self.policy_id);
        members.put("Arn", self.arn);
        members.put("Path", self.path);
        members.put("DefaultVersionId", self.default_version_id);
        members.put("AttachmentCount", self.attachment_count);
        members.put(
            "PermissionsBoundaryUsageCount",
            self.permissions_boundary_usage_count,
        );
        members.put("IsAttachable", self.is_attachable);
        members.put("Description", self.description);
        members.put("CreateDate", self.create_date);
        members.put("UpdateDate", self.update_date);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyDetail {
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
}

impl Shape for PolicyDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyGroup {
    pub group_name: Option<String>,
    pub group_id: Option<String>,
}

impl Shape for PolicyGroup {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            group_id: members.take("GroupId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("GroupId", self.group_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyIdentifier {
    pub policy_type: Option<String>,
    pub policy_arn: Option<String>,
    pub inline_policy_identifier: Option<InlinePolicyIdentifierType>,
}

impl Shape for PolicyIdentifier {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_type: members.take("PolicyType")?,
            policy_arn: members.take("PolicyArn")?,
            inline_policy_identifier: members.take("InlinePolicyIdentifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyType", self.policy_type);
        members.put("PolicyArn", self.policy_arn);
        members.put("InlinePolicyIdentifier", self.inline_policy_identifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyRole {
    pub role_name: Option<String>,
    pub role_id: Option<String>,
}

impl Shape for PolicyRole {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            role_id: members.take("RoleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("RoleId", self.role_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyUser {
    pub user_name: Option<String>,
    pub user_id: Option<String>,
}

impl Shape for PolicyUser {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            user_id: members.take("UserId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("UserId", self.user_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyVersion {
    pub document: Option<String>,
    pub version_id: Option<String>,
    pub is_default_version: Option<bool>,
    pub create_date: Option<Timestamp>,
}

impl Shape for PolicyVersion {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            document: members.take("Document")?,
            version_id: members.take("VersionId")?,
            is_default_version: members.take("IsDefaultVersion")?,
            create_date: members.take("CreateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Document", self.document);
        members.put("VersionId", self.version_id);
        members.put("IsDefaultVersion", self.is_default_version);
        members.put("CreateDate", self.create_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Position {
    pub line: Option<i32>,
    pub column: Option<i32>,
}

impl Shape for Position {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            line: members.take("Line")?,
            column: members.take("Column")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Line", self.line);
        members.put("Column", self.column);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutGroupPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRolePermissionsBoundaryRequest {
    pub role_name: String,
    pub permissions_boundary: String,
}

impl Shape for PutRolePermissionsBoundaryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PermissionsBoundary", self.permissions_boundary);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutUserPermissionsBoundaryRequest {
    pub user_name: String,
    pub permissions_boundary: String,
}

impl Shape for PutUserPermissionsBoundaryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PermissionsBoundary", self.permissions_boundary);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutUserPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            policy_name: members.take("PolicyName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("PolicyName", self.policy_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveClientIDFromOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub client_id: String,
}

impl Shape for RemoveClientIDFromOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            client_id: members.take("ClientID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("ClientID", self.client_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveRoleFromInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for RemoveRoleFromInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            role_name: members.take("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("RoleName", self.role_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveUserFromGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for RemoveUserFromGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            user_name: members.take("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("UserName", self.user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetServiceSpecificCredentialRequest {
    pub user_name: Option<String>,
    pub service_specific_credential_id: String,
}

impl Shape for ResetServiceSpecificCredentialRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            service_specific_credential_id: members.take("ServiceSpecificCredentialId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put(
            "ServiceSpecificCredentialId",
            self.service_specific_credential_id,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetServiceSpecificCredentialResponse {
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl Shape for ResetServiceSpecificCredentialResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            service_specific_credential: members.take("ServiceSpecificCredential")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServiceSpecificCredential",
            self.service_specific_credential,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceSpecificResult {
    pub eval_resource_name: String,
    pub eval_resource_decision: String,
    pub matched_statements: Option<Vec<Statement>>,
    pub missing_context_values: Option<Vec<String>>,
    pub eval_decision_details: Option<BTreeMap<String, String>>,
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
}

impl Shape for ResourceSpecificResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            eval_resource_name: members.take("EvalResourceName")?,
            eval_resource_decision: members.take("EvalResourceDecision")?,
            matched_statements: members.take("MatchedStatements")?,
            missing_context_values: members.take("MissingContextValues")?,
            eval_decision_details: members.take("EvalDecisionDetails")?,
            permissions_boundary_decision_detail: members
                .take("PermissionsBoundaryDecisionDetail")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EvalResourceName", self.eval_resource_name);
        members.put("EvalResourceDecision", self.eval_resource_decision);
        members.put("MatchedStatements", self.matched_statements);
        members.put("MissingContextValues", self.missing_context_values);
        members.put("EvalDecisionDetails", self.eval_decision_details);
        members.put(
            "PermissionsBoundaryDecisionDetail",
            self.permissions_boundary_decision_detail,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResyncMFADeviceRequest {
    pub user_name: String,
    pub serial_number: String,
    pub authentication_code1: String,
    pub authentication_code2: String,
}

impl Shape for ResyncMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            serial_number: members.take("SerialNumber")?,
            authentication_code1: members.take("AuthenticationCode1")?,
            authentication_code2: members.take("AuthenticationCode2")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SerialNumber", self.serial_number);
        members.put("AuthenticationCode1", self.authentication_code1);
        members.put("AuthenticationCode2", self.authentication_code2);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    pub path: String,
    pub role_name: String,
    pub role_id: String,
    pub arn: String,
    pub create_date: Timestamp,
    pub assume_role_policy_document: Option<String>,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub role_last_used: Option<RoleLastUsed>,
    pub source_role_template: Option<SourceRoleTemplate>,
}

impl Shape for Role {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            role_name: members.take("RoleName")?,
            role_id: members.take("RoleId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            assume_role_policy_document: members.take("AssumeRolePolicyDocument")?,
            description: members.take("Description")?,
            max_session_duration: members.take("MaxSessionDuration")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
            role_last_used: members.take("RoleLastUsed")?,
            source_role_template: members.take("SourceRoleTemplate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("RoleName", self.role_name);
        members.put("RoleId", self.role_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("AssumeRolePolicyDocument", self.assume_role_policy_document);
        members.put("Description", self.description);
        members.put("MaxSessionDuration", self.max_session_duration);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        members.put("RoleLastUsed", self.role_last_used);
        members.put("SourceRoleTemplate", self.source_role_template);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleDetail {
    pub path: Option<String>,
    pub role_name: Option<String>,
    pub role_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<Timestamp>,
    pub assume_role_policy_document: Option<String>,
    pub instance_profile_list: Option<Vec<InstanceProfile>>,
    pub role_policy_list: Option<Vec<PolicyDetail>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub role_last_used: Option<RoleLastUsed>,
}

impl Shape for RoleDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            role_name: members.take("RoleName")?,
            role_id: members.take("RoleId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            assume_role_policy_document: members.take("AssumeRolePolicyDocument")?,
            instance_profile_list: members.take("InstanceProfileList")?,
            role_policy_list: members.take("RolePolicyList")?,
            attached_managed_policies: members.take("AttachedManagedPolicies")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
            role_last_used: members.take("RoleLastUsed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("RoleName", self.role_name);
        members.put("RoleId", self.role_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("AssumeRolePolicyDocument", self.assume_role_policy_document);
        members.put("InstanceProfileList", self.instance_profile_list);
        members.put("RolePolicyList", self.role_policy_list);
        members.put("AttachedManagedPolicies", self.attached_managed_policies);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        members.put("RoleLastUsed", self.role_last_used);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleLastUsed {
    pub last_used_date: Option<Timestamp>,
    pub region: Option<String>,
}

impl Shape for RoleLastUsed {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            last_used_date: members.take("LastUsedDate")?,
            region: members.take("Region")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LastUsedDate", self.last_used_date);
        members.put("Region", self.region);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleUsageType {
    pub region: Option<String>,
    pub resources: Option<Vec<String>>,
}

impl Shape for RoleUsageType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            region: members.take("Region")?,
            resources: members.take("Resources")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Region", self.region);
        members.put("Resources", self.resources);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SAMLPrivateKey {
    pub key_id: Option<String>,
    pub timestamp: Option<Timestamp>,
}

impl Shape for SAMLPrivateKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key_id: members.take("KeyId")?,
            timestamp: members.take("Timestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("KeyId", self.key_id);
        members.put("Timestamp", self.timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SAMLProviderListEntry {
    pub arn: Option<String>,
    pub valid_until: Option<Timestamp>,
    pub create_date: Option<Timestamp>,
}

impl Shape for SAMLProviderListEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            valid_until: members.take("ValidUntil")?,
            create_date: members.take("CreateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("ValidUntil", self.valid_until);
        members.put("CreateDate", self.create_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSHPublicKey {
    pub user_name: String,
    pub ssh_public_key_id: String,
    pub fingerprint: String,
    pub ssh_public_key_body: String,
    pub status: String,
    pub upload_date: Option<Timestamp>,
}

impl Shape for SSHPublicKey {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_id: members.take("SSHPublicKeyId")?,
            fingerprint: members.take("Fingerprint")?,
            ssh_public_key_body: members.take("SSHPublicKeyBody")?,
            status: members.take("Status")?,
            upload_date: members.take("UploadDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyId", self.ssh_public_key_id);
        members.put("Fingerprint", self.fingerprint);
        members.put("SSHPublicKeyBody", self.ssh_public_key_body);
        members.put("Status", self.status);
        members.put("UploadDate", self.upload_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSHPublicKeyMetadata {
    pub user_name: String,
    pub ssh_public_key_id: String,
    pub status: String,
    pub upload_date: Timestamp,
}

impl Shape for SSHPublicKeyMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_id: members.take("SSHPublicKeyId")?,
            status: members.take("Status")?,
            upload_date: members.take("UploadDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyId", self.ssh_public_key_id);
        members.put("Status", self.status);
        members.put("UploadDate", self.upload_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerCertificate {
    pub server_certificate_metadata: ServerCertificateMetadata,
    pub certificate_body: String,
    pub certificate_chain: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ServerCertificate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_metadata: members.take("ServerCertificateMetadata")?,
            certificate_body: members.take("CertificateBody")?,
            certificate_chain: members.take("CertificateChain")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServerCertificateMetadata",
            self.server_certificate_metadata,
        );
        members.put("CertificateBody", self.certificate_body);
        members.put("CertificateChain", self.certificate_chain);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerCertificateMetadata {
    pub path: String,
    pub server_certificate_name: String,
    pub server_certificate_id: String,
    pub arn: String,
    pub upload_date: Option<Timestamp>,
    pub expiration: Option<Timestamp>,
}

impl Shape for ServerCertificateMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            server_certificate_name: members.take("ServerCertificateName")?,
            server_certificate_id: members.take("ServerCertificateId")?,
            arn: members.take("Arn")?,
            upload_date: members.take("UploadDate")?,
            expiration: members.take("Expiration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("ServerCertificateId", self.server_certificate_id);
        members.put("Arn", self.arn);
        members.put("UploadDate", self.upload_date);
        members.put("Expiration", self.expiration);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ServiceSpecificCredential {
    pub create_date: Timestamp,
    pub expiration_date: Option<Timestamp>,
    pub service_name: String,
    pub service_user_name: Option<String>,
    pub service_password: Option<String>,
    pub service_credential_alias: Option<String>,
    pub service_credential_secret: Option<String>,
    pub service_specific_credential_id: String,
    pub user_name: String,
    pub status: String,
}

impl fmt::Debug for ServiceSpecificCredential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ServiceSpecificCredential")
            .field("create_date", &self.create_date)
            .field("expiration_date", &self.expiration_date)
            .field("service_name", &self.service_name)
            .field("service_user_name", &self.service_user_name)
            .field(
                "service_password",
                &self.service_password.as_ref().map(|_| Masked),
            )
            .field("service_credential_alias", &self.service_credential_alias)
            .field(
                "service_credential_secret",
                &self.service_credential_secret.as_ref().map(|_| Masked),
            )
            .field(
                "service_specific_credential_id",
                &self.service_specific_credential_id,
            )
            .field("user_name", &self.user_name)
            .field("status", &self.status)
            .finish()
    }
}

impl Shape for ServiceSpecificCredential {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            create_date: members.take("CreateDate")?,
            expiration_date: members.take("ExpirationDate")?,
            service_name: members.take("ServiceName")?,
            service_user_name: members.take("ServiceUserName")?,
            service_password: members.take("ServicePassword")?,
            service_credential_alias: members.take("ServiceCredentialAlias")?,
            service_credential_secret: members.take("ServiceCredentialSecret")?,
            service_specific_credential_id: members.take("ServiceSpecificCredentialId")?,
            user_name: members.take("UserName")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CreateDate", self.create_date);
        members.put("ExpirationDate", self.expiration_date);
        members.put("ServiceName", self.service_name);
        members.put("ServiceUserName", self.service_user_name);
        members.put("ServicePassword", self.service_password);
        members.put("ServiceCredentialAlias", self.service_credential_alias);
        members.put("ServiceCredentialSecret", self.service_credential_secret);
        members.put(
            "ServiceSpecificCredentialId",
            self.service_specific_credential_id,
        );
        members.put("UserName", self.user_name);
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceSpecificCredentialMetadata {
    pub user_name: String,
    pub status: String,
    pub service_user_name: Option<String>,
    pub service_credential_alias: Option<String>,
    pub create_date: Timestamp,
    pub expiration_date: Option<Timestamp>,
    pub service_specific_credential_id: String,
    pub service_name: String,
}

impl Shape for ServiceSpecificCredentialMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            status: members.take("Status")?,
            service_user_name: members.take("ServiceUserName")?,
            service_credential_alias: members.take("ServiceCredentialAlias")?,
            create_date: members.take("CreateDate")?,
            expiration_date: members.take("ExpirationDate")?,
            service_specific_credential_id: members.take("ServiceSpecificCredentialId")?,
            service_name: members.take("ServiceName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Status", self.status);
        members.put("ServiceUserName", self.service_user_name);
        members.put("ServiceCredentialAlias", self.service_credential_alias);
        members.put("CreateDate", self.create_date);
        members.put("ExpirationDate", self.expiration_date);
        members.put(
            "ServiceSpecificCredentialId",
            self.service_specific_credential_id,
        );
        members.put("ServiceName", self.service_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetDefaultPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for SetDefaultPolicyVersionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigningCertificate {
    pub user_name: String,
    pub certificate_id: String,
    pub certificate_body: String,
    pub status: String,
    pub upload_date: Option<Timestamp>,
}

impl Shape for SigningCertificate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            certificate_id: members.take("CertificateId")?,
            certificate_body: members.take("CertificateBody")?,
            status: members.take("Status")?,
            upload_date: members.take("UploadDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("CertificateId", self.certificate_id);
        members.put("CertificateBody", self.certificate_body);
        members.put("Status", self.status);
        members.put("UploadDate", self.upload_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimulateCustomPolicyRequest {
    pub policy_input_list: Vec<String>,
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    pub ordered_organization_policy_input_list: Option<Vec<OrderedOrganizationPolicyType>>,
    pub action_names: Vec<String>,
    pub resource_arns: Option<Vec<String>>,
    pub resource_policy: Option<String>,
    pub resource_owner: Option<String>,
    pub caller_arn: Option<String>,
    pub context_entries: Option<Vec<ContextEntry>>,
    pub resource_handling_option: Option<String>,
    pub max_items: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for SimulateCustomPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_input_list: members.take("PolicyInputList")?,
            permissions_boundary_policy_input_list: members
                .take("PermissionsBoundaryPolicyInputList")?,
            ordered_organization_policy_input_list: members
                .take("OrderedOrganizationPolicyInputList")?,
            action_names: members.take("ActionNames")?,
            resource_arns: members.take("ResourceArns")?,
            resource_policy: members.take("ResourcePolicy")?,
            resource_owner: members.take("ResourceOwner")?,
            caller_arn: members.take("CallerArn")?,
            context_entries: members.take("ContextEntries")?,
            resource_handling_option: members.take("ResourceHandlingOption")?,
            max_items: members.take("MaxItems")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyInputList", self.policy_input_list);
        members.put(
            "PermissionsBoundaryPolicyInputList",
            self.permissions_boundary_policy_input_list,
        );
        members.put(
            "OrderedOrganizationPolicyInputList",
            self.ordered_organization_policy_input_list,
        );
        members.put("ActionNames", self.action_names);
        members.put("ResourceArns", self.resource_arns);
        members.put("ResourcePolicy", self.resource_policy);
        members.put("ResourceOwner", self.resource_owner);
        members.put("CallerArn", self.caller_arn);
        members.put("ContextEntries", self.context_entries);
        members.put("ResourceHandlingOption", self.resource_handling_option);
        members.put("MaxItems", self.max_items);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimulatePolicyResponse {
    pub evaluation_results: Option<Vec<EvaluationResult>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for SimulatePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            evaluation_results: members.take("EvaluationResults")?,
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EvaluationResults", self.evaluation_results);
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimulatePrincipalPolicyRequest {
    pub policy_source_arn: String,
    pub policy_input_list: Option<Vec<String>>,
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    pub policy_exclusion_list: Option<Vec<PolicyIdentifier>>,
    pub action_names: Vec<String>,
    pub resource_arns: Option<Vec<String>>,
    pub resource_policy: Option<String>,
    pub resource_owner: Option<String>,
    pub caller_arn: Option<String>,
    pub context_entries: Option<Vec<ContextEntry>>,
    pub resource_handling_option: Option<String>,
    pub max_items: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for SimulatePrincipalPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_source_arn: members.take("PolicySourceArn")?,
            policy_input_list: members.take("PolicyInputList")?,
            permissions_boundary_policy_input_list: members
                .take("PermissionsBoundaryPolicyInputList")?,
            policy_exclusion_list: members.take("PolicyExclusionList")?,
            action_names: members.take("ActionNames")?,
            resource_arns: members.take("ResourceArns")?,
            resource_policy: members.take("ResourcePolicy")?,
            resource_owner: members.take("ResourceOwner")?,
            caller_arn: members.take("CallerArn")?,
            context_entries: members.take("ContextEntries")?,
            resource_handling_option: members.take("ResourceHandlingOption")?,
            max_items: members.take("MaxItems")?,
            marker: members.take("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicySourceArn", self.policy_source_arn);
        members.put("PolicyInputList", self.policy_input_list);
        members.put(
            "PermissionsBoundaryPolicyInputList",
            self.permissions_boundary_policy_input_list,
        );
        members.put("PolicyExclusionList", self.policy_exclusion_list);
        members.put("ActionNames", self.action_names);
        members.put("ResourceArns", self.resource_arns);
        members.put("ResourcePolicy", self.resource_policy);
        members.put("ResourceOwner", self.resource_owner);
        members.put("CallerArn", self.caller_arn);
        members.put("ContextEntries", self.context_entries);
        members.put("ResourceHandlingOption", self.resource_handling_option);
        members.put("MaxItems", self.max_items);
        members.put("Marker", self.marker);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceRoleTemplate {
    pub template_arn: String,
    pub template_minor_version: i32,
}

impl Shape for SourceRoleTemplate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            template_arn: members.take("TemplateArn")?,
            template_minor_version: members.take("TemplateMinorVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TemplateArn", self.template_arn);
        members.put("TemplateMinorVersion", self.template_minor_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    pub source_policy_id: Option<String>,
    pub source_policy_type: Option<String>,
    pub start_position: Option<Position>,
    pub end_position: Option<Position>,
}

impl Shape for Statement {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            source_policy_id: members.take("SourcePolicyId")?,
            source_policy_type: members.take("SourcePolicyType")?,
            start_position: members.take("StartPosition")?,
            end_position: members.take("EndPosition")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SourcePolicyId", self.source_policy_id);
        members.put("SourcePolicyType", self.source_policy_type);
        members.put("StartPosition", self.start_position);
        members.put("EndPosition", self.end_position);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagMFADeviceRequest {
    pub serial_number: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagPolicyRequest {
    pub policy_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagRoleRequest {
    pub role_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSAMLProviderRequest {
    pub saml_provider_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagServerCertificateRequest {
    pub server_certificate_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagUserRequest {
    pub user_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagInstanceProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            instance_profile_name: members.take("InstanceProfileName")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InstanceProfileName", self.instance_profile_name);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagMFADeviceRequest {
    pub serial_number: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagMFADeviceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagOpenIDConnectProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagPolicyRequest {
    pub policy_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_arn: members.take("PolicyArn")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyArn", self.policy_arn);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagRoleRequest {
    pub role_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagSAMLProviderRequest {
    pub saml_provider_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagServerCertificateRequest {
    pub server_certificate_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagUserRequest {
    pub user_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccessKeyRequest {
    pub user_name: Option<String>,
    pub access_key_id: String,
    pub status: String,
}

impl Shape for UpdateAccessKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            access_key_id: members.take("AccessKeyId")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("AccessKeyId", self.access_key_id);
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountPasswordPolicyRequest {
    pub minimum_password_length: Option<i32>,
    pub require_symbols: Option<bool>,
    pub require_numbers: Option<bool>,
    pub require_uppercase_characters: Option<bool>,
    pub require_lowercase_characters: Option<bool>,
    pub allow_users_to_change_password: Option<bool>,
    pub max_password_age: Option<i32>,
    pub password_reuse_prevention: Option<i32>,
    pub hard_expiry: Option<bool>,
}

impl Shape for UpdateAccountPasswordPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            minimum_password_length: members.take("MinimumPasswordLength")?,
            require_symbols: members.take("RequireSymbols")?,
            require_numbers: members.take("RequireNumbers")?,
            require_uppercase_characters: members.take("RequireUppercaseCharacters")?,
            require_lowercase_characters: members.take("RequireLowercaseCharacters")?,
            allow_users_to_change_password: members.take("AllowUsersToChangePassword")?,
            max_password_age: members.take("MaxPasswordAge")?,
            password_reuse_prevention: members.take("PasswordReusePrevention")?,
            hard_expiry: members.take("HardExpiry")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MinimumPasswordLength", self.minimum_password_length);
        members.put("RequireSymbols", self.require_symbols);
        members.put("RequireNumbers", self.require_numbers);
        members.put(
            "RequireUppercaseCharacters",
            self.require_uppercase_characters,
        );
        members.put(
            "RequireLowercaseCharacters",
            self.require_lowercase_characters,
        );
        members.put(
            "AllowUsersToChangePassword",
            self.allow_users_to_change_password,
        );
        members.put("MaxPasswordAge", self.max_password_age);
        members.put("PasswordReusePrevention", self.password_reuse_prevention);
        members.put("HardExpiry", self.hard_expiry);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAssumeRolePolicyRequest {
    pub role_name: String,
    pub policy_document: String,
}

impl Shape for UpdateAssumeRolePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            policy_document: members.take("PolicyDocument")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("PolicyDocument", self.policy_document);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGroupRequest {
    pub group_name: String,
    pub new_path: Option<String>,
    pub new_group_name: Option<String>,
}

impl Shape for UpdateGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            new_path: members.take("NewPath")?,
            new_group_name: members.take("NewGroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("NewPath", self.new_path);
        members.put("NewGroupName", self.new_group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UpdateLoginProfileRequest {
    pub user_name: String,
    pub password: Option<String>,
    pub password_reset_required: Option<bool>,
}

impl fmt::Debug for UpdateLoginProfileRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UpdateLoginProfileRequest")
            .field("user_name", &self.user_name)
            .field("password", &self.password.as_ref().map(|_| Masked))
            .field("password_reset_required", &self.password_reset_required)
            .finish()
    }
}

impl Shape for UpdateLoginProfileRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            password: members.take("Password")?,
            password_reset_required: members.take("PasswordResetRequired")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("Password", self.password);
        members.put("PasswordResetRequired", self.password_reset_required);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateOpenIDConnectProviderThumbprintRequest {
    pub open_id_connect_provider_arn: String,
    pub thumbprint_list: Vec<String>,
}

impl Shape for UpdateOpenIDConnectProviderThumbprintRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.take("OpenIDConnectProviderArn")?,
            thumbprint_list: members.take("ThumbprintList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "OpenIDConnectProviderArn",
            self.open_id_connect_provider_arn,
        );
        members.put("ThumbprintList", self.thumbprint_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleDescriptionRequest {
    pub role_name: String,
    pub description: String,
}

impl Shape for UpdateRoleDescriptionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            description: members.take("Description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleDescriptionResponse {
    pub role: Option<Role>,
}

impl Shape for UpdateRoleDescriptionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role: members.take("Role")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Role", self.role);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleRequest {
    pub role_name: String,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
}

impl Shape for UpdateRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_name: members.take("RoleName")?,
            description: members.take("Description")?,
            max_session_duration: members.take("MaxSessionDuration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleName", self.role_name);
        members.put("Description", self.description);
        members.put("MaxSessionDuration", self.max_session_duration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleResponse {}

impl Shape for UpdateRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UpdateSAMLProviderRequest {
    pub saml_metadata_document: Option<String>,
    pub saml_provider_arn: String,
    pub assertion_encryption_mode: Option<String>,
    pub add_private_key: Option<String>,
    pub remove_private_key: Option<String>,
}

impl fmt::Debug for UpdateSAMLProviderRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UpdateSAMLProviderRequest")
            .field("saml_metadata_document", &self.saml_metadata_document)
            .field("saml_provider_arn", &self.saml_provider_arn)
            .field("assertion_encryption_mode", &self.assertion_encryption_mode)
            .field(
                "add_private_key",
                &self.add_private_key.as_ref().map(|_| Masked),
            )
            .field("remove_private_key", &self.remove_private_key)
            .finish()
    }
}

impl Shape for UpdateSAMLProviderRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_metadata_document: members.take("SAMLMetadataDocument")?,
            saml_provider_arn: members.take("SAMLProviderArn")?,
            assertion_encryption_mode: members.take("AssertionEncryptionMode")?,
            add_private_key: members.take("AddPrivateKey")?,
            remove_private_key: members.take("RemovePrivateKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLMetadataDocument", self.saml_metadata_document);
        members.put("SAMLProviderArn", self.saml_provider_arn);
        members.put("AssertionEncryptionMode", self.assertion_encryption_mode);
        members.put("AddPrivateKey", self.add_private_key);
        members.put("RemovePrivateKey", self.remove_private_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSAMLProviderResponse {
    pub saml_provider_arn: Option<String>,
}

impl Shape for UpdateSAMLProviderResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            saml_provider_arn: members.take("SAMLProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SAMLProviderArn", self.saml_provider_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSSHPublicKeyRequest {
    pub user_name: String,
    pub ssh_public_key_id: String,
    pub status: String,
}

impl Shape for UpdateSSHPublicKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_id: members.take("SSHPublicKeyId")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyId", self.ssh_public_key_id);
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateServerCertificateRequest {
    pub server_certificate_name: String,
    pub new_path: Option<String>,
    pub new_server_certificate_name: Option<String>,
}

impl Shape for UpdateServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_name: members.take("ServerCertificateName")?,
            new_path: members.take("NewPath")?,
            new_server_certificate_name: members.take("NewServerCertificateName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("NewPath", self.new_path);
        members.put("NewServerCertificateName", self.new_server_certificate_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateServiceSpecificCredentialRequest {
    pub user_name: Option<String>,
    pub service_specific_credential_id: String,
    pub status: String,
}

impl Shape for UpdateServiceSpecificCredentialRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            service_specific_credential_id: members.take("ServiceSpecificCredentialId")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put(
            "ServiceSpecificCredentialId",
            self.service_specific_credential_id,
        );
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSigningCertificateRequest {
    pub user_name: Option<String>,
    pub certificate_id: String,
    pub status: String,
}

impl Shape for UpdateSigningCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            certificate_id: members.take("CertificateId")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("CertificateId", self.certificate_id);
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateUserRequest {
    pub user_name: String,
    pub new_path: Option<String>,
    pub new_user_name: Option<String>,
}

impl Shape for UpdateUserRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            new_path: members.take("NewPath")?,
            new_user_name: members.take("NewUserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("NewPath", self.new_path);
        members.put("NewUserName", self.new_user_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadSSHPublicKeyRequest {
    pub user_name: String,
    pub ssh_public_key_body: String,
}

impl Shape for UploadSSHPublicKeyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            ssh_public_key_body: members.take("SSHPublicKeyBody")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("SSHPublicKeyBody", self.ssh_public_key_body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadSSHPublicKeyResponse {
    pub ssh_public_key: Option<SSHPublicKey>,
}

impl Shape for UploadSSHPublicKeyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ssh_public_key: members.take("SSHPublicKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SSHPublicKey", self.ssh_public_key);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UploadServerCertificateRequest {
    pub path: Option<String>,
    pub server_certificate_name: String,
    pub certificate_body: String,
    pub private_key: String,
    pub certificate_chain: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl fmt::Debug for UploadServerCertificateRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UploadServerCertificateRequest")
            .field("path", &self.path)
            .field("server_certificate_name", &self.server_certificate_name)
            .field("certificate_body", &self.certificate_body)
            .field("private_key", &Masked)
            .field("certificate_chain", &self.certificate_chain)
            .field("tags", &self.tags)
            .finish()
    }
}

impl Shape for UploadServerCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            server_certificate_name: members.take("ServerCertificateName")?,
            certificate_body: members.take("CertificateBody")?,
            private_key: members.take("PrivateKey")?,
            certificate_chain: members.take("CertificateChain")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("ServerCertificateName", self.server_certificate_name);
        members.put("CertificateBody", self.certificate_body);
        members.put("PrivateKey", self.private_key);
        members.put("CertificateChain", self.certificate_chain);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadServerCertificateResponse {
    pub server_certificate_metadata: Option<ServerCertificateMetadata>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for UploadServerCertificateResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_certificate_metadata: members.take("ServerCertificateMetadata")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServerCertificateMetadata",
            self.server_certificate_metadata,
        );
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadSigningCertificateRequest {
    pub user_name: Option<String>,
    pub certificate_body: String,
}

impl Shape for UploadSigningCertificateRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_name: members.take("UserName")?,
            certificate_body: members.take("CertificateBody")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserName", self.user_name);
        members.put("CertificateBody", self.certificate_body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadSigningCertificateResponse {
    pub certificate: Option<SigningCertificate>,
}

impl Shape for UploadSigningCertificateResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            certificate: members.take("Certificate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Certificate", self.certificate);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct User {
    pub path: Option<String>,
    pub user_name: Option<String>,
    pub user_id: String,
    pub arn: String,
    pub create_date: Option<Timestamp>,
    pub password_last_used: Option<Timestamp>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for User {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            user_name: members.take("UserName")?,
            user_id: members.take("UserId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            password_last_used: members.take("PasswordLastUsed")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("UserName", self.user_name);
        members.put("UserId", self.user_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("PasswordLastUsed", self.password_last_used);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserDetail {
    pub path: Option<String>,
    pub user_name: Option<String>,
    pub user_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<Timestamp>,
    pub user_policy_list: Option<Vec<PolicyDetail>>,
    pub group_list: Option<Vec<String>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for UserDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            user_name: members.take("UserName")?,
            user_id: members.take("UserId")?,
            arn: members.take("Arn")?,
            create_date: members.take("CreateDate")?,
            user_policy_list: members.take("UserPolicyList")?,
            group_list: members.take("GroupList")?,
            attached_managed_policies: members.take("AttachedManagedPolicies")?,
            permissions_boundary: members.take("PermissionsBoundary")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("UserName", self.user_name);
        members.put("UserId", self.user_id);
        members.put("Arn", self.arn);
        members.put("CreateDate", self.create_date);
        members.put("UserPolicyList", self.user_policy_list);
        members.put("GroupList", self.group_list);
        members.put("AttachedManagedPolicies", self.attached_managed_policies);
        members.put("PermissionsBoundary", self.permissions_boundary);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct VirtualMFADevice {
    pub serial_number: String,
    pub base32_string_seed: Option<Bytes>,
    pub qr_code_png: Option<Bytes>,
    pub user: Option<User>,
    pub enable_date: Option<Timestamp>,
    pub tags: Option<Vec<Tag>>,
}

impl fmt::Debug for VirtualMFADevice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("VirtualMFADevice")
            .field("serial_number", &self.serial_number)
            .field(
                "base32_string_seed",
                &self.base32_string_seed.as_ref().map(|_| Masked),
            )
            .field("qr_code_png", &self.qr_code_png.as_ref().map(|_| Masked))
            .field("user", &self.user)
            .field("enable_date", &self.enable_date)
            .field("tags", &self.tags)
            .finish()
    }
}

impl Shape for VirtualMFADevice {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            serial_number: members.take("SerialNumber")?,
            base32_string_seed: members.take("Base32StringSeed")?,
            qr_code_png: members.take("QRCodePNG")?,
            user: members.take("User")?,
            enable_date: members.take("EnableDate")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SerialNumber", self.serial_number);
        members.put("Base32StringSeed", self.base32_string_seed);
        members.put("QRCodePNG", self.qr_code_png);
        members.put("User", self.user);
        members.put("EnableDate", self.enable_date);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}
