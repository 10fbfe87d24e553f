// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug)]
pub struct CreateApiMapping;

impl Operation for CreateApiMapping {
    type Input = CreateApiMappingRequest;
    type Output = CreateApiMappingResponse;
    const NAME: &'static str = "CreateApiMapping";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_API_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDomainName;

impl Operation for CreateDomainName {
    type Input = CreateDomainNameRequest;
    type Output = CreateDomainNameResponse;
    const NAME: &'static str = "CreateDomainName";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteApiMapping;

impl Operation for DeleteApiMapping {
    type Input = DeleteApiMappingRequest;
    type Output = ();
    const NAME: &'static str = "DeleteApiMapping";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_API_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDomainName;

impl Operation for DeleteDomainName {
    type Input = DeleteDomainNameRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDomainName";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct GetApiMapping;

impl Operation for GetApiMapping {
    type Input = GetApiMappingRequest;
    type Output = GetApiMappingResponse;
    const NAME: &'static str = "GetApiMapping";
    const SCHEMA: &'static OperationSchema = &schema::GET_API_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetApiMappings;

impl Operation for GetApiMappings {
    type Input = GetApiMappingsRequest;
    type Output = GetApiMappingsResponse;
    const NAME: &'static str = "GetApiMappings";
    const SCHEMA: &'static OperationSchema = &schema::GET_API_MAPPINGS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDomainName;

impl Operation for GetDomainName {
    type Input = GetDomainNameRequest;
    type Output = GetDomainNameResponse;
    const NAME: &'static str = "GetDomainName";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOMAIN_NAME;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDomainNames;

impl Operation for GetDomainNames {
    type Input = GetDomainNamesRequest;
    type Output = GetDomainNamesResponse;
    const NAME: &'static str = "GetDomainNames";
    const SCHEMA: &'static OperationSchema = &schema::GET_DOMAIN_NAMES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetTags;

impl Operation for GetTags {
    type Input = GetTagsRequest;
    type Output = GetTagsResponse;
    const NAME: &'static str = "GetTags";
    const SCHEMA: &'static OperationSchema = &schema::GET_TAGS;
}

#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = TagResourceRequest;
    type Output = TagResourceResponse;
    const NAME: &'static str = "TagResource";
    const SCHEMA: &'static OperationSchema = &schema::TAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = UntagResourceRequest;
    type Output = ();
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateApiMapping;

impl Operation for UpdateApiMapping {
    type Input = UpdateApiMappingRequest;
    type Output = UpdateApiMappingResponse;
    const NAME: &'static str = "UpdateApiMapping";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_API_MAPPING;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDomainName;

impl Operation for UpdateDomainName {
    type Input = UpdateDomainNameRequest;
    type Output = UpdateDomainNameResponse;
    const NAME: &'static str = "UpdateDomainName";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DOMAIN_NAME;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiMapping {
    pub api_id: String,
    pub api_mapping_id: Option<String>,
    pub api_mapping_key: Option<String>,
    pub stage: String,
}

impl Shape for ApiMapping {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_id: members.take("ApiMappingId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateApiMappingRequest {
    pub api_id: String,
    pub api_mapping_key: Option<String>,
    pub domain_name: String,
    pub stage: String,
}

impl Shape for CreateApiMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            domain_name: members.take("DomainName")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("DomainName", self.domain_name);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateApiMappingResponse {
    pub api_id: Option<String>,
    pub api_mapping_id: Option<String>,
    pub api_mapping_key: Option<String>,
    pub stage: Option<String>,
}

impl Shape for CreateApiMappingResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_id: members.take("ApiMappingId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDomainNameRequest {
    pub domain_name: String,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthenticationInput>,
    pub routing_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDomainNameResponse {
    pub api_mapping_selection_expression: Option<String>,
    pub domain_name: Option<String>,
    pub domain_name_arn: Option<String>,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthentication>,
    pub routing_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateDomainNameResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_selection_expression: members.take("ApiMappingSelectionExpression")?,
            domain_name: members.take("DomainName")?,
            domain_name_arn: members.take("DomainNameArn")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ApiMappingSelectionExpression",
            self.api_mapping_selection_expression,
        );
        members.put("DomainName", self.domain_name);
        members.put("DomainNameArn", self.domain_name_arn);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteApiMappingRequest {
    pub api_mapping_id: String,
    pub domain_name: String,
}

impl Shape for DeleteApiMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_id: members.take("ApiMappingId")?,
            domain_name: members.take("DomainName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("DomainName", self.domain_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDomainNameRequest {
    pub domain_name: String,
}

impl Shape for DeleteDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainName {
    pub api_mapping_selection_expression: Option<String>,
    pub domain_name: String,
    pub domain_name_arn: Option<String>,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthentication>,
    pub routing_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for DomainName {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_selection_expression: members.take("ApiMappingSelectionExpression")?,
            domain_name: members.take("DomainName")?,
            domain_name_arn: members.take("DomainNameArn")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ApiMappingSelectionExpression",
            self.api_mapping_selection_expression,
        );
        members.put("DomainName", self.domain_name);
        members.put("DomainNameArn", self.domain_name_arn);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainNameConfiguration {
    pub api_gateway_domain_name: Option<String>,
    pub certificate_arn: Option<String>,
    pub certificate_name: Option<String>,
    pub certificate_upload_date: Option<Timestamp>,
    pub domain_name_status: Option<String>,
    pub domain_name_status_message: Option<String>,
    pub endpoint_type: Option<String>,
    pub hosted_zone_id: Option<String>,
    pub ip_address_type: Option<String>,
    pub security_policy: Option<String>,
    pub ownership_verification_certificate_arn: Option<String>,
}

impl Shape for DomainNameConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_gateway_domain_name: members.take("ApiGatewayDomainName")?,
            certificate_arn: members.take("CertificateArn")?,
            certificate_name: members.take("CertificateName")?,
            certificate_upload_date: members.take("CertificateUploadDate")?,
            domain_name_status: members.take("DomainNameStatus")?,
            domain_name_status_message: members.take("DomainNameStatusMessage")?,
            endpoint_type: members.take("EndpointType")?,
            hosted_zone_id: members.take("HostedZoneId")?,
            ip_address_type: members.take("IpAddressType")?,
            security_policy: members.take("SecurityPolicy")?,
            ownership_verification_certificate_arn: members
                .take("OwnershipVerificationCertificateArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiGatewayDomainName", self.api_gateway_domain_name);
        members.put("CertificateArn", self.certificate_arn);
        members.put("CertificateName", self.certificate_name);
        members.put("CertificateUploadDate", self.certificate_upload_date);
        members.put("DomainNameStatus", self.domain_name_status);
        members.put("DomainNameStatusMessage", self.domain_name_status_message);
        members.put("EndpointType", self.endpoint_type);
        members.put("HostedZoneId", self.hosted_zone_id);
        members.put("IpAddressType", self.ip_address_type);
        members.put("SecurityPolicy", self.security_policy);
        members.put(
            "OwnershipVerificationCertificateArn",
            self.ownership_verification_certificate_arn,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiMappingRequest {
    pub api_mapping_id: String,
    pub domain_name: String,
}

impl Shape for GetApiMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_id: members.take("ApiMappingId")?,
            domain_name: members.take("DomainName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("DomainName", self.domain_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiMappingResponse {
    pub api_id: Option<String>,
    pub api_mapping_id: Option<String>,
    pub api_mapping_key: Option<String>,
    pub stage: Option<String>,
}

impl Shape for GetApiMappingResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_id: members.take("ApiMappingId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiMappingsRequest {
    pub domain_name: String,
    pub max_results: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for GetApiMappingsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetApiMappingsResponse {
    pub items: Option<Vec<ApiMapping>>,
    pub next_token: Option<String>,
}

impl Shape for GetApiMappingsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            items: members.take("Items")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Items", self.items);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNameRequest {
    pub domain_name: String,
}

impl Shape for GetDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNameResponse {
    pub api_mapping_selection_expression: Option<String>,
    pub domain_name: Option<String>,
    pub domain_name_arn: Option<String>,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthentication>,
    pub routing_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for GetDomainNameResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_selection_expression: members.take("ApiMappingSelectionExpression")?,
            domain_name: members.take("DomainName")?,
            domain_name_arn: members.take("DomainNameArn")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ApiMappingSelectionExpression",
            self.api_mapping_selection_expression,
        );
        members.put("DomainName", self.domain_name);
        members.put("DomainNameArn", self.domain_name_arn);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNamesRequest {
    pub max_results: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for GetDomainNamesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDomainNamesResponse {
    pub items: Option<Vec<DomainName>>,
    pub next_token: Option<String>,
}

impl Shape for GetDomainNamesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            items: members.take("Items")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Items", self.items);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTagsRequest {
    pub resource_arn: String,
}

impl Shape for GetTagsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTagsResponse {
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for GetTagsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MutualTlsAuthentication {
    pub truststore_uri: Option<String>,
    pub truststore_version: Option<String>,
    pub truststore_warnings: Option<Vec<String>>,
}

impl Shape for MutualTlsAuthentication {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            truststore_uri: members.take("TruststoreUri")?,
            truststore_version: members.take("TruststoreVersion")?,
            truststore_warnings: members.take("TruststoreWarnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TruststoreUri", self.truststore_uri);
        members.put("TruststoreVersion", self.truststore_version);
        members.put("TruststoreWarnings", self.truststore_warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MutualTlsAuthenticationInput {
    pub truststore_uri: Option<String>,
    pub truststore_version: Option<String>,
}

impl Shape for MutualTlsAuthenticationInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            truststore_uri: members.take("TruststoreUri")?,
            truststore_version: members.take("TruststoreVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TruststoreUri", self.truststore_uri);
        members.put("TruststoreVersion", self.truststore_version);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceResponse {}

impl Shape for TagResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceArn")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceArn", self.resource_arn);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateApiMappingRequest {
    pub api_id: String,
    pub api_mapping_id: String,
    pub api_mapping_key: Option<String>,
    pub domain_name: String,
    pub stage: Option<String>,
}

impl Shape for UpdateApiMappingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_id: members.take("ApiMappingId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            domain_name: members.take("DomainName")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("DomainName", self.domain_name);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateApiMappingResponse {
    pub api_id: Option<String>,
    pub api_mapping_id: Option<String>,
    pub api_mapping_key: Option<String>,
    pub stage: Option<String>,
}

impl Shape for UpdateApiMappingResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            api_mapping_id: members.take("ApiMappingId")?,
            api_mapping_key: members.take("ApiMappingKey")?,
            stage: members.take("Stage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("ApiMappingId", self.api_mapping_id);
        members.put("ApiMappingKey", self.api_mapping_key);
        members.put("Stage", self.stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDomainNameRequest {
    pub domain_name: String,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthenticationInput>,
    pub routing_mode: Option<String>,
}

impl Shape for UpdateDomainNameRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDomainNameResponse {
    pub api_mapping_selection_expression: Option<String>,
    pub domain_name: Option<String>,
    pub domain_name_arn: Option<String>,
    pub domain_name_configurations: Option<Vec<DomainNameConfiguration>>,
    pub mutual_tls_authentication: Option<MutualTlsAuthentication>,
    pub routing_mode: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for UpdateDomainNameResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_mapping_selection_expression: members.take("ApiMappingSelectionExpression")?,
            domain_name: members.take("DomainName")?,
            domain_name_arn: members.take("DomainNameArn")?,
            domain_name_configurations: members.take("DomainNameConfigurations")?,
            mutual_tls_authentication: members.take("MutualTlsAuthentication")?,
            routing_mode: members.take("RoutingMode")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ApiMappingSelectionExpression",
            self.api_mapping_selection_expression,
        );
        members.put("DomainName", self.domain_name);
        members.put("DomainNameArn", self.domain_name_arn);
        members.put("DomainNameConfigurations", self.domain_name_configurations);
        members.put("MutualTlsAuthentication", self.mutual_tls_authentication);
        members.put("RoutingMode", self.routing_mode);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}
