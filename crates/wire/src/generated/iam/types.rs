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
use std::fmt;

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
pub struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = CreateAccessKeyRequest;
    type Output = CreateAccessKeyResponse;
    const NAME: &'static str = "CreateAccessKey";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ACCESS_KEY;
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
pub struct CreateServiceLinkedRole;

impl Operation for CreateServiceLinkedRole {
    type Input = CreateServiceLinkedRoleRequest;
    type Output = CreateServiceLinkedRoleResponse;
    const NAME: &'static str = "CreateServiceLinkedRole";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_SERVICE_LINKED_ROLE;
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
pub struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    type Input = DeleteAccessKeyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteAccessKey";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ACCESS_KEY;
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
pub struct DeleteServiceLinkedRole;

impl Operation for DeleteServiceLinkedRole {
    type Input = DeleteServiceLinkedRoleRequest;
    type Output = DeleteServiceLinkedRoleResponse;
    const NAME: &'static str = "DeleteServiceLinkedRole";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SERVICE_LINKED_ROLE;
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
pub struct GetAccessKeyLastUsed;

impl Operation for GetAccessKeyLastUsed {
    type Input = GetAccessKeyLastUsedRequest;
    type Output = GetAccessKeyLastUsedResponse;
    const NAME: &'static str = "GetAccessKeyLastUsed";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCESS_KEY_LAST_USED;
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
pub struct ListInstanceProfilesForRole;

impl Operation for ListInstanceProfilesForRole {
    type Input = ListInstanceProfilesForRoleRequest;
    type Output = ListInstanceProfilesForRoleResponse;
    const NAME: &'static str = "ListInstanceProfilesForRole";
    const SCHEMA: &'static OperationSchema = &schema::LIST_INSTANCE_PROFILES_FOR_ROLE;
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
pub struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    type Input = RemoveUserFromGroupRequest;
    type Output = ();
    const NAME: &'static str = "RemoveUserFromGroup";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_USER_FROM_GROUP;
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
pub struct TagUser;

impl Operation for TagUser {
    type Input = TagUserRequest;
    type Output = ();
    const NAME: &'static str = "TagUser";
    const SCHEMA: &'static OperationSchema = &schema::TAG_USER;
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
pub struct UpdateUser;

impl Operation for UpdateUser {
    type Input = UpdateUserRequest;
    type Output = ();
    const NAME: &'static str = "UpdateUser";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_USER;
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
