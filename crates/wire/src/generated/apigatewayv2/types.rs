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
pub struct CreateRoutingRule;

impl Operation for CreateRoutingRule {
    type Input = CreateRoutingRuleRequest;
    type Output = CreateRoutingRuleResponse;
    const NAME: &'static str = "CreateRoutingRule";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_ROUTING_RULE;
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
pub struct DeleteRoutingRule;

impl Operation for DeleteRoutingRule {
    type Input = DeleteRoutingRuleRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRoutingRule";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_ROUTING_RULE;
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
pub struct GetRoutingRule;

impl Operation for GetRoutingRule {
    type Input = GetRoutingRuleRequest;
    type Output = GetRoutingRuleResponse;
    const NAME: &'static str = "GetRoutingRule";
    const SCHEMA: &'static OperationSchema = &schema::GET_ROUTING_RULE;
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
pub struct ListRoutingRules;

impl Operation for ListRoutingRules {
    type Input = ListRoutingRulesRequest;
    type Output = ListRoutingRulesResponse;
    const NAME: &'static str = "ListRoutingRules";
    const SCHEMA: &'static OperationSchema = &schema::LIST_ROUTING_RULES;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRoutingRule;

impl Operation for PutRoutingRule {
    type Input = PutRoutingRuleRequest;
    type Output = PutRoutingRuleResponse;
    const NAME: &'static str = "PutRoutingRule";
    const SCHEMA: &'static OperationSchema = &schema::PUT_ROUTING_RULE;
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
pub struct CreateRoutingRuleRequest {
    pub actions: Vec<RoutingRuleAction>,
    pub conditions: Vec<RoutingRuleCondition>,
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub priority: i32,
}

impl Shape for CreateRoutingRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            domain_name: members.take("DomainName")?,
            domain_name_id: members.take("DomainNameId")?,
            priority: members.take("Priority")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("DomainName", self.domain_name);
        members.put("DomainNameId", self.domain_name_id);
        members.put("Priority", self.priority);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRoutingRuleResponse {
    pub actions: Option<Vec<RoutingRuleAction>>,
    pub conditions: Option<Vec<RoutingRuleCondition>>,
    pub priority: Option<i32>,
    pub routing_rule_arn: Option<String>,
    pub routing_rule_id: Option<String>,
}

impl Shape for CreateRoutingRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            priority: members.take("Priority")?,
            routing_rule_arn: members.take("RoutingRuleArn")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("Priority", self.priority);
        members.put("RoutingRuleArn", self.routing_rule_arn);
        members.put("RoutingRuleId", self.routing_rule_id);
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
pub struct DeleteRoutingRuleRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub routing_rule_id: String,
}

impl Shape for DeleteRoutingRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            domain_name_id: members.take("DomainNameId")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("DomainNameId", self.domain_name_id);
        members.put("RoutingRuleId", self.routing_rule_id);
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
pub struct GetRoutingRuleRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub routing_rule_id: String,
}

impl Shape for GetRoutingRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            domain_name_id: members.take("DomainNameId")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("DomainNameId", self.domain_name_id);
        members.put("RoutingRuleId", self.routing_rule_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRoutingRuleResponse {
    pub actions: Option<Vec<RoutingRuleAction>>,
    pub conditions: Option<Vec<RoutingRuleCondition>>,
    pub priority: Option<i32>,
    pub routing_rule_arn: Option<String>,
    pub routing_rule_id: Option<String>,
}

impl Shape for GetRoutingRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            priority: members.take("Priority")?,
            routing_rule_arn: members.take("RoutingRuleArn")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("Priority", self.priority);
        members.put("RoutingRuleArn", self.routing_rule_arn);
        members.put("RoutingRuleId", self.routing_rule_id);
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
pub struct ListRoutingRulesRequest {
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListRoutingRulesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            domain_name: members.take("DomainName")?,
            domain_name_id: members.take("DomainNameId")?,
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DomainName", self.domain_name);
        members.put("DomainNameId", self.domain_name_id);
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRoutingRulesResponse {
    pub next_token: Option<String>,
    pub routing_rules: Option<Vec<RoutingRule>>,
}

impl Shape for ListRoutingRulesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("NextToken")?,
            routing_rules: members.take("RoutingRules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextToken", self.next_token);
        members.put("RoutingRules", self.routing_rules);
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
pub struct PutRoutingRuleRequest {
    pub actions: Vec<RoutingRuleAction>,
    pub conditions: Vec<RoutingRuleCondition>,
    pub domain_name: String,
    pub domain_name_id: Option<String>,
    pub priority: i32,
    pub routing_rule_id: String,
}

impl Shape for PutRoutingRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            domain_name: members.take("DomainName")?,
            domain_name_id: members.take("DomainNameId")?,
            priority: members.take("Priority")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("DomainName", self.domain_name);
        members.put("DomainNameId", self.domain_name_id);
        members.put("Priority", self.priority);
        members.put("RoutingRuleId", self.routing_rule_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRoutingRuleResponse {
    pub actions: Option<Vec<RoutingRuleAction>>,
    pub conditions: Option<Vec<RoutingRuleCondition>>,
    pub priority: Option<i32>,
    pub routing_rule_arn: Option<String>,
    pub routing_rule_id: Option<String>,
}

impl Shape for PutRoutingRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            priority: members.take("Priority")?,
            routing_rule_arn: members.take("RoutingRuleArn")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("Priority", self.priority);
        members.put("RoutingRuleArn", self.routing_rule_arn);
        members.put("RoutingRuleId", self.routing_rule_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRule {
    pub actions: Option<Vec<RoutingRuleAction>>,
    pub conditions: Option<Vec<RoutingRuleCondition>>,
    pub priority: Option<i32>,
    pub routing_rule_arn: Option<String>,
    pub routing_rule_id: Option<String>,
}

impl Shape for RoutingRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            actions: members.take("Actions")?,
            conditions: members.take("Conditions")?,
            priority: members.take("Priority")?,
            routing_rule_arn: members.take("RoutingRuleArn")?,
            routing_rule_id: members.take("RoutingRuleId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Actions", self.actions);
        members.put("Conditions", self.conditions);
        members.put("Priority", self.priority);
        members.put("RoutingRuleArn", self.routing_rule_arn);
        members.put("RoutingRuleId", self.routing_rule_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleAction {
    pub invoke_api: RoutingRuleActionInvokeApi,
}

impl Shape for RoutingRuleAction {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            invoke_api: members.take("InvokeApi")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InvokeApi", self.invoke_api);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleActionInvokeApi {
    pub api_id: String,
    pub stage: String,
    pub strip_base_path: Option<bool>,
}

impl Shape for RoutingRuleActionInvokeApi {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            api_id: members.take("ApiId")?,
            stage: members.take("Stage")?,
            strip_base_path: members.take("StripBasePath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ApiId", self.api_id);
        members.put("Stage", self.stage);
        members.put("StripBasePath", self.strip_base_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleCondition {
    pub match_base_paths: Option<RoutingRuleMatchBasePaths>,
    pub match_headers: Option<RoutingRuleMatchHeaders>,
}

impl Shape for RoutingRuleCondition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            match_base_paths: members.take("MatchBasePaths")?,
            match_headers: members.take("MatchHeaders")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MatchBasePaths", self.match_base_paths);
        members.put("MatchHeaders", self.match_headers);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleMatchBasePaths {
    pub any_of: Vec<String>,
}

impl Shape for RoutingRuleMatchBasePaths {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            any_of: members.take("AnyOf")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AnyOf", self.any_of);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleMatchHeaderValue {
    pub header: String,
    pub value_glob: String,
}

impl Shape for RoutingRuleMatchHeaderValue {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            header: members.take("Header")?,
            value_glob: members.take("ValueGlob")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Header", self.header);
        members.put("ValueGlob", self.value_glob);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRuleMatchHeaders {
    pub any_of: Vec<RoutingRuleMatchHeaderValue>,
}

impl Shape for RoutingRuleMatchHeaders {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            any_of: members.take("AnyOf")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AnyOf", self.any_of);
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
