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
pub struct AssumeRole;

impl Operation for AssumeRole {
    type Input = AssumeRoleRequest;
    type Output = AssumeRoleResponse;
    const NAME: &'static str = "AssumeRole";
    const SCHEMA: &'static OperationSchema = &schema::ASSUME_ROLE;
}

#[derive(Clone, Copy, Debug)]
pub struct AssumeRoleWithWebIdentity;

impl Operation for AssumeRoleWithWebIdentity {
    type Input = AssumeRoleWithWebIdentityRequest;
    type Output = AssumeRoleWithWebIdentityResponse;
    const NAME: &'static str = "AssumeRoleWithWebIdentity";
    const SCHEMA: &'static OperationSchema = &schema::ASSUME_ROLE_WITH_WEB_IDENTITY;
}

#[derive(Clone, Copy, Debug)]
pub struct DecodeAuthorizationMessage;

impl Operation for DecodeAuthorizationMessage {
    type Input = DecodeAuthorizationMessageRequest;
    type Output = DecodeAuthorizationMessageResponse;
    const NAME: &'static str = "DecodeAuthorizationMessage";
    const SCHEMA: &'static OperationSchema = &schema::DECODE_AUTHORIZATION_MESSAGE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetAccessKeyInfo;

impl Operation for GetAccessKeyInfo {
    type Input = GetAccessKeyInfoRequest;
    type Output = GetAccessKeyInfoResponse;
    const NAME: &'static str = "GetAccessKeyInfo";
    const SCHEMA: &'static OperationSchema = &schema::GET_ACCESS_KEY_INFO;
}

#[derive(Clone, Copy, Debug)]
pub struct GetCallerIdentity;

impl Operation for GetCallerIdentity {
    type Input = GetCallerIdentityRequest;
    type Output = GetCallerIdentityResponse;
    const NAME: &'static str = "GetCallerIdentity";
    const SCHEMA: &'static OperationSchema = &schema::GET_CALLER_IDENTITY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetFederationToken;

impl Operation for GetFederationToken {
    type Input = GetFederationTokenRequest;
    type Output = GetFederationTokenResponse;
    const NAME: &'static str = "GetFederationToken";
    const SCHEMA: &'static OperationSchema = &schema::GET_FEDERATION_TOKEN;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSessionToken;

impl Operation for GetSessionToken {
    type Input = GetSessionTokenRequest;
    type Output = GetSessionTokenResponse;
    const NAME: &'static str = "GetSessionToken";
    const SCHEMA: &'static OperationSchema = &schema::GET_SESSION_TOKEN;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleRequest {
    pub role_arn: String,
    pub role_session_name: String,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub tags: Option<Vec<Tag>>,
    pub transitive_tag_keys: Option<Vec<String>>,
    pub external_id: Option<String>,
    pub serial_number: Option<String>,
    pub token_code: Option<String>,
    pub source_identity: Option<String>,
    pub provided_contexts: Option<Vec<ProvidedContext>>,
    pub minimum_session_token_size: Option<i32>,
}

impl Shape for AssumeRoleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_arn: members.take("RoleArn")?,
            role_session_name: members.take("RoleSessionName")?,
            policy_arns: members.take("PolicyArns")?,
            policy: members.take("Policy")?,
            duration_seconds: members.take("DurationSeconds")?,
            tags: members.take("Tags")?,
            transitive_tag_keys: members.take("TransitiveTagKeys")?,
            external_id: members.take("ExternalId")?,
            serial_number: members.take("SerialNumber")?,
            token_code: members.take("TokenCode")?,
            source_identity: members.take("SourceIdentity")?,
            provided_contexts: members.take("ProvidedContexts")?,
            minimum_session_token_size: members.take("MinimumSessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleArn", self.role_arn);
        members.put("RoleSessionName", self.role_session_name);
        members.put("PolicyArns", self.policy_arns);
        members.put("Policy", self.policy);
        members.put("DurationSeconds", self.duration_seconds);
        members.put("Tags", self.tags);
        members.put("TransitiveTagKeys", self.transitive_tag_keys);
        members.put("ExternalId", self.external_id);
        members.put("SerialNumber", self.serial_number);
        members.put("TokenCode", self.token_code);
        members.put("SourceIdentity", self.source_identity);
        members.put("ProvidedContexts", self.provided_contexts);
        members.put("MinimumSessionTokenSize", self.minimum_session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleResponse {
    pub credentials: Option<Credentials>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

impl Shape for AssumeRoleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            credentials: members.take("Credentials")?,
            assumed_role_user: members.take("AssumedRoleUser")?,
            packed_policy_size: members.take("PackedPolicySize")?,
            source_identity: members.take("SourceIdentity")?,
            session_token_utilization: members.take("SessionTokenUtilization")?,
            session_token_size: members.take("SessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Credentials", self.credentials);
        members.put("AssumedRoleUser", self.assumed_role_user);
        members.put("PackedPolicySize", self.packed_policy_size);
        members.put("SourceIdentity", self.source_identity);
        members.put("SessionTokenUtilization", self.session_token_utilization);
        members.put("SessionTokenSize", self.session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct AssumeRoleWithWebIdentityRequest {
    pub role_arn: String,
    pub role_session_name: String,
    pub web_identity_token: String,
    pub provider_id: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
}

impl fmt::Debug for AssumeRoleWithWebIdentityRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AssumeRoleWithWebIdentityRequest")
            .field("role_arn", &self.role_arn)
            .field("role_session_name", &self.role_session_name)
            .field("web_identity_token", &Masked)
            .field("provider_id", &self.provider_id)
            .field("policy_arns", &self.policy_arns)
            .field("policy", &self.policy)
            .field("duration_seconds", &self.duration_seconds)
            .field(
                "minimum_session_token_size",
                &self.minimum_session_token_size,
            )
            .finish()
    }
}

impl Shape for AssumeRoleWithWebIdentityRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role_arn: members.take("RoleArn")?,
            role_session_name: members.take("RoleSessionName")?,
            web_identity_token: members.take("WebIdentityToken")?,
            provider_id: members.take("ProviderId")?,
            policy_arns: members.take("PolicyArns")?,
            policy: members.take("Policy")?,
            duration_seconds: members.take("DurationSeconds")?,
            minimum_session_token_size: members.take("MinimumSessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RoleArn", self.role_arn);
        members.put("RoleSessionName", self.role_session_name);
        members.put("WebIdentityToken", self.web_identity_token);
        members.put("ProviderId", self.provider_id);
        members.put("PolicyArns", self.policy_arns);
        members.put("Policy", self.policy);
        members.put("DurationSeconds", self.duration_seconds);
        members.put("MinimumSessionTokenSize", self.minimum_session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleWithWebIdentityResponse {
    pub credentials: Option<Credentials>,
    pub subject_from_web_identity_token: Option<String>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub provider: Option<String>,
    pub audience: Option<String>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

impl Shape for AssumeRoleWithWebIdentityResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            credentials: members.take("Credentials")?,
            subject_from_web_identity_token: members.take("SubjectFromWebIdentityToken")?,
            assumed_role_user: members.take("AssumedRoleUser")?,
            packed_policy_size: members.take("PackedPolicySize")?,
            provider: members.take("Provider")?,
            audience: members.take("Audience")?,
            source_identity: members.take("SourceIdentity")?,
            session_token_utilization: members.take("SessionTokenUtilization")?,
            session_token_size: members.take("SessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Credentials", self.credentials);
        members.put(
            "SubjectFromWebIdentityToken",
            self.subject_from_web_identity_token,
        );
        members.put("AssumedRoleUser", self.assumed_role_user);
        members.put("PackedPolicySize", self.packed_policy_size);
        members.put("Provider", self.provider);
        members.put("Audience", self.audience);
        members.put("SourceIdentity", self.source_identity);
        members.put("SessionTokenUtilization", self.session_token_utilization);
        members.put("SessionTokenSize", self.session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumedRoleUser {
    pub assumed_role_id: String,
    pub arn: String,
}

impl Shape for AssumedRoleUser {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            assumed_role_id: members.take("AssumedRoleId")?,
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AssumedRoleId", self.assumed_role_id);
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: String,
    pub expiration: Timestamp,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .field("secret_access_key", &Masked)
            .field("session_token", &Masked)
            .field("expiration", &self.expiration)
            .finish()
    }
}

impl Shape for Credentials {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            access_key_id: members.take("AccessKeyId")?,
            secret_access_key: members.take("SecretAccessKey")?,
            session_token: members.take("SessionToken")?,
            expiration: members.take("Expiration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccessKeyId", self.access_key_id);
        members.put("SecretAccessKey", self.secret_access_key);
        members.put("SessionToken", self.session_token);
        members.put("Expiration", self.expiration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecodeAuthorizationMessageRequest {
    pub encoded_message: String,
}

impl Shape for DecodeAuthorizationMessageRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            encoded_message: members.take("EncodedMessage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EncodedMessage", self.encoded_message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecodeAuthorizationMessageResponse {
    pub decoded_message: Option<String>,
}

impl Shape for DecodeAuthorizationMessageResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            decoded_message: members.take("DecodedMessage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DecodedMessage", self.decoded_message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FederatedUser {
    pub federated_user_id: String,
    pub arn: String,
}

impl Shape for FederatedUser {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            federated_user_id: members.take("FederatedUserId")?,
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FederatedUserId", self.federated_user_id);
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyInfoRequest {
    pub access_key_id: String,
}

impl Shape for GetAccessKeyInfoRequest {
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
pub struct GetAccessKeyInfoResponse {
    pub account: Option<String>,
}

impl Shape for GetAccessKeyInfoResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account: members.take("Account")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Account", self.account);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityRequest {}

impl Shape for GetCallerIdentityRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityResponse {
    pub user_id: Option<String>,
    pub account: Option<String>,
    pub arn: Option<String>,
}

impl Shape for GetCallerIdentityResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            user_id: members.take("UserId")?,
            account: members.take("Account")?,
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UserId", self.user_id);
        members.put("Account", self.account);
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFederationTokenRequest {
    pub name: String,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub duration_seconds: Option<i32>,
    pub tags: Option<Vec<Tag>>,
    pub minimum_session_token_size: Option<i32>,
}

impl Shape for GetFederationTokenRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            policy: members.take("Policy")?,
            policy_arns: members.take("PolicyArns")?,
            duration_seconds: members.take("DurationSeconds")?,
            tags: members.take("Tags")?,
            minimum_session_token_size: members.take("MinimumSessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Policy", self.policy);
        members.put("PolicyArns", self.policy_arns);
        members.put("DurationSeconds", self.duration_seconds);
        members.put("Tags", self.tags);
        members.put("MinimumSessionTokenSize", self.minimum_session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFederationTokenResponse {
    pub credentials: Option<Credentials>,
    pub federated_user: Option<FederatedUser>,
    pub packed_policy_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

impl Shape for GetFederationTokenResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            credentials: members.take("Credentials")?,
            federated_user: members.take("FederatedUser")?,
            packed_policy_size: members.take("PackedPolicySize")?,
            session_token_utilization: members.take("SessionTokenUtilization")?,
            session_token_size: members.take("SessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Credentials", self.credentials);
        members.put("FederatedUser", self.federated_user);
        members.put("PackedPolicySize", self.packed_policy_size);
        members.put("SessionTokenUtilization", self.session_token_utilization);
        members.put("SessionTokenSize", self.session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSessionTokenRequest {
    pub duration_seconds: Option<i32>,
    pub serial_number: Option<String>,
    pub token_code: Option<String>,
    pub minimum_session_token_size: Option<i32>,
}

impl Shape for GetSessionTokenRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            duration_seconds: members.take("DurationSeconds")?,
            serial_number: members.take("SerialNumber")?,
            token_code: members.take("TokenCode")?,
            minimum_session_token_size: members.take("MinimumSessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DurationSeconds", self.duration_seconds);
        members.put("SerialNumber", self.serial_number);
        members.put("TokenCode", self.token_code);
        members.put("MinimumSessionTokenSize", self.minimum_session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSessionTokenResponse {
    pub credentials: Option<Credentials>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

impl Shape for GetSessionTokenResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            credentials: members.take("Credentials")?,
            session_token_utilization: members.take("SessionTokenUtilization")?,
            session_token_size: members.take("SessionTokenSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Credentials", self.credentials);
        members.put("SessionTokenUtilization", self.session_token_utilization);
        members.put("SessionTokenSize", self.session_token_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyDescriptorType {
    pub arn: Option<String>,
}

impl Shape for PolicyDescriptorType {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvidedContext {
    pub provider_arn: Option<String>,
    pub context_assertion: Option<String>,
}

impl Shape for ProvidedContext {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            provider_arn: members.take("ProviderArn")?,
            context_assertion: members.take("ContextAssertion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ProviderArn", self.provider_arn);
        members.put("ContextAssertion", self.context_assertion);
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
