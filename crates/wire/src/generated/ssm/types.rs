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
pub struct AddTagsToResource;

impl Operation for AddTagsToResource {
    type Input = AddTagsToResourceRequest;
    type Output = AddTagsToResourceResult;
    const NAME: &'static str = "AddTagsToResource";
    const SCHEMA: &'static OperationSchema = &schema::ADD_TAGS_TO_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteParameter;

impl Operation for DeleteParameter {
    type Input = DeleteParameterRequest;
    type Output = DeleteParameterResult;
    const NAME: &'static str = "DeleteParameter";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_PARAMETER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteParameters;

impl Operation for DeleteParameters {
    type Input = DeleteParametersRequest;
    type Output = DeleteParametersResult;
    const NAME: &'static str = "DeleteParameters";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_PARAMETERS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeParameters;

impl Operation for DescribeParameters {
    type Input = DescribeParametersRequest;
    type Output = DescribeParametersResult;
    const NAME: &'static str = "DescribeParameters";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_PARAMETERS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetParameter;

impl Operation for GetParameter {
    type Input = GetParameterRequest;
    type Output = GetParameterResult;
    const NAME: &'static str = "GetParameter";
    const SCHEMA: &'static OperationSchema = &schema::GET_PARAMETER;
}

#[derive(Clone, Copy, Debug)]
pub struct GetParameterHistory;

impl Operation for GetParameterHistory {
    type Input = GetParameterHistoryRequest;
    type Output = GetParameterHistoryResult;
    const NAME: &'static str = "GetParameterHistory";
    const SCHEMA: &'static OperationSchema = &schema::GET_PARAMETER_HISTORY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetParameters;

impl Operation for GetParameters {
    type Input = GetParametersRequest;
    type Output = GetParametersResult;
    const NAME: &'static str = "GetParameters";
    const SCHEMA: &'static OperationSchema = &schema::GET_PARAMETERS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetParametersByPath;

impl Operation for GetParametersByPath {
    type Input = GetParametersByPathRequest;
    type Output = GetParametersByPathResult;
    const NAME: &'static str = "GetParametersByPath";
    const SCHEMA: &'static OperationSchema = &schema::GET_PARAMETERS_BY_PATH;
}

#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = ListTagsForResourceRequest;
    type Output = ListTagsForResourceResult;
    const NAME: &'static str = "ListTagsForResource";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS_FOR_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutParameter;

impl Operation for PutParameter {
    type Input = PutParameterRequest;
    type Output = PutParameterResult;
    const NAME: &'static str = "PutParameter";
    const SCHEMA: &'static OperationSchema = &schema::PUT_PARAMETER;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveTagsFromResource;

impl Operation for RemoveTagsFromResource {
    type Input = RemoveTagsFromResourceRequest;
    type Output = RemoveTagsFromResourceResult;
    const NAME: &'static str = "RemoveTagsFromResource";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_TAGS_FROM_RESOURCE;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for AddTagsToResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_type: members.take("ResourceType")?,
            resource_id: members.take("ResourceId")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceType", self.resource_type);
        members.put("ResourceId", self.resource_id);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToResourceResult {}

impl Shape for AddTagsToResourceResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParameterRequest {
    pub name: String,
}

impl Shape for DeleteParameterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParameterResult {}

impl Shape for DeleteParameterResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParametersRequest {
    pub names: Vec<String>,
}

impl Shape for DeleteParametersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            names: members.take("Names")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Names", self.names);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParametersResult {
    pub deleted_parameters: Option<Vec<String>>,
    pub invalid_parameters: Option<Vec<String>>,
}

impl Shape for DeleteParametersResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deleted_parameters: members.take("DeletedParameters")?,
            invalid_parameters: members.take("InvalidParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeletedParameters", self.deleted_parameters);
        members.put("InvalidParameters", self.invalid_parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeParametersRequest {
    pub filters: Option<Vec<ParametersFilter>>,
    pub parameter_filters: Option<Vec<ParameterStringFilter>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub shared: Option<bool>,
}

impl Shape for DescribeParametersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filters: members.take("Filters")?,
            parameter_filters: members.take("ParameterFilters")?,
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
            shared: members.take("Shared")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Filters", self.filters);
        members.put("ParameterFilters", self.parameter_filters);
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        members.put("Shared", self.shared);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeParametersResult {
    pub parameters: Option<Vec<ParameterMetadata>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeParametersResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterHistoryRequest {
    pub name: String,
    pub with_decryption: Option<bool>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for GetParameterHistoryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            with_decryption: members.take("WithDecryption")?,
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("WithDecryption", self.with_decryption);
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterHistoryResult {
    pub parameters: Option<Vec<ParameterHistory>>,
    pub next_token: Option<String>,
}

impl Shape for GetParameterHistoryResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterRequest {
    pub name: String,
    pub with_decryption: Option<bool>,
}

impl Shape for GetParameterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            with_decryption: members.take("WithDecryption")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("WithDecryption", self.with_decryption);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterResult {
    pub parameter: Option<Parameter>,
}

impl Shape for GetParameterResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameter: members.take("Parameter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameter", self.parameter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersByPathRequest {
    pub path: String,
    pub recursive: Option<bool>,
    pub parameter_filters: Option<Vec<ParameterStringFilter>>,
    pub with_decryption: Option<bool>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for GetParametersByPathRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            recursive: members.take("Recursive")?,
            parameter_filters: members.take("ParameterFilters")?,
            with_decryption: members.take("WithDecryption")?,
            max_results: members.take("MaxResults")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("Recursive", self.recursive);
        members.put("ParameterFilters", self.parameter_filters);
        members.put("WithDecryption", self.with_decryption);
        members.put("MaxResults", self.max_results);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersByPathResult {
    pub parameters: Option<Vec<Parameter>>,
    pub next_token: Option<String>,
}

impl Shape for GetParametersByPathResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersRequest {
    pub names: Vec<String>,
    pub with_decryption: Option<bool>,
}

impl Shape for GetParametersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            names: members.take("Names")?,
            with_decryption: members.take("WithDecryption")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Names", self.names);
        members.put("WithDecryption", self.with_decryption);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersResult {
    pub parameters: Option<Vec<Parameter>>,
    pub invalid_parameters: Option<Vec<String>>,
}

impl Shape for GetParametersResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            invalid_parameters: members.take("InvalidParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("InvalidParameters", self.invalid_parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
}

impl Shape for ListTagsForResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_type: members.take("ResourceType")?,
            resource_id: members.take("ResourceId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceType", self.resource_type);
        members.put("ResourceId", self.resource_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResult {
    pub tag_list: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tag_list: members.take("TagList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TagList", self.tag_list);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct Parameter {
    pub name: Option<String>,
    pub type_: Option<String>,
    pub value: Option<String>,
    pub version: Option<i64>,
    pub selector: Option<String>,
    pub source_result: Option<String>,
    pub last_modified_date: Option<Timestamp>,
    pub arn: Option<String>,
    pub data_type: Option<String>,
}

impl fmt::Debug for Parameter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Parameter")
            .field("name", &self.name)
            .field("type_", &self.type_)
            .field("value", &self.value.as_ref().map(|_| Masked))
            .field("version", &self.version)
            .field("selector", &self.selector)
            .field("source_result", &self.source_result)
            .field("last_modified_date", &self.last_modified_date)
            .field("arn", &self.arn)
            .field("data_type", &self.data_type)
            .finish()
    }
}

impl Shape for Parameter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            type_: members.take("Type")?,
            value: members.take("Value")?,
            version: members.take("Version")?,
            selector: members.take("Selector")?,
            source_result: members.take("SourceResult")?,
            last_modified_date: members.take("LastModifiedDate")?,
            arn: members.take("ARN")?,
            data_type: members.take("DataType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Type", self.type_);
        members.put("Value", self.value);
        members.put("Version", self.version);
        members.put("Selector", self.selector);
        members.put("SourceResult", self.source_result);
        members.put("LastModifiedDate", self.last_modified_date);
        members.put("ARN", self.arn);
        members.put("DataType", self.data_type);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ParameterHistory {
    pub name: Option<String>,
    pub type_: Option<String>,
    pub key_id: Option<String>,
    pub last_modified_date: Option<Timestamp>,
    pub last_modified_user: Option<String>,
    pub description: Option<String>,
    pub value: Option<String>,
    pub allowed_pattern: Option<String>,
    pub version: Option<i64>,
    pub labels: Option<Vec<String>>,
    pub tier: Option<String>,
    pub policies: Option<Vec<ParameterInlinePolicy>>,
    pub data_type: Option<String>,
}

impl fmt::Debug for ParameterHistory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ParameterHistory")
            .field("name", &self.name)
            .field("type_", &self.type_)
            .field("key_id", &self.key_id)
            .field("last_modified_date", &self.last_modified_date)
            .field("last_modified_user", &self.last_modified_user)
            .field("description", &self.description)
            .field("value", &self.value.as_ref().map(|_| Masked))
            .field("allowed_pattern", &self.allowed_pattern)
            .field("version", &self.version)
            .field("labels", &self.labels)
            .field("tier", &self.tier)
            .field("policies", &self.policies)
            .field("data_type", &self.data_type)
            .finish()
    }
}

impl Shape for ParameterHistory {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            type_: members.take("Type")?,
            key_id: members.take("KeyId")?,
            last_modified_date: members.take("LastModifiedDate")?,
            last_modified_user: members.take("LastModifiedUser")?,
            description: members.take("Description")?,
            value: members.take("Value")?,
            allowed_pattern: members.take("AllowedPattern")?,
            version: members.take("Version")?,
            labels: members.take("Labels")?,
            tier: members.take("Tier")?,
            policies: members.take("Policies")?,
            data_type: members.take("DataType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Type", self.type_);
        members.put("KeyId", self.key_id);
        members.put("LastModifiedDate", self.last_modified_date);
        members.put("LastModifiedUser", self.last_modified_user);
        members.put("Description", self.description);
        members.put("Value", self.value);
        members.put("AllowedPattern", self.allowed_pattern);
        members.put("Version", self.version);
        members.put("Labels", self.labels);
        members.put("Tier", self.tier);
        members.put("Policies", self.policies);
        members.put("DataType", self.data_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterInlinePolicy {
    pub policy_text: Option<String>,
    pub policy_type: Option<String>,
    pub policy_status: Option<String>,
}

impl Shape for ParameterInlinePolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_text: members.take("PolicyText")?,
            policy_type: members.take("PolicyType")?,
            policy_status: members.take("PolicyStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyText", self.policy_text);
        members.put("PolicyType", self.policy_type);
        members.put("PolicyStatus", self.policy_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterMetadata {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub type_: Option<String>,
    pub key_id: Option<String>,
    pub last_modified_date: Option<Timestamp>,
    pub last_modified_user: Option<String>,
    pub description: Option<String>,
    pub allowed_pattern: Option<String>,
    pub version: Option<i64>,
    pub tier: Option<String>,
    pub policies: Option<Vec<ParameterInlinePolicy>>,
    pub data_type: Option<String>,
}

impl Shape for ParameterMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            arn: members.take("ARN")?,
            type_: members.take("Type")?,
            key_id: members.take("KeyId")?,
            last_modified_date: members.take("LastModifiedDate")?,
            last_modified_user: members.take("LastModifiedUser")?,
            description: members.take("Description")?,
            allowed_pattern: members.take("AllowedPattern")?,
            version: members.take("Version")?,
            tier: members.take("Tier")?,
            policies: members.take("Policies")?,
            data_type: members.take("DataType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("ARN", self.arn);
        members.put("Type", self.type_);
        members.put("KeyId", self.key_id);
        members.put("LastModifiedDate", self.last_modified_date);
        members.put("LastModifiedUser", self.last_modified_user);
        members.put("Description", self.description);
        members.put("AllowedPattern", self.allowed_pattern);
        members.put("Version", self.version);
        members.put("Tier", self.tier);
        members.put("Policies", self.policies);
        members.put("DataType", self.data_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterStringFilter {
    pub key: String,
    pub option: Option<String>,
    pub values: Option<Vec<String>>,
}

impl Shape for ParameterStringFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            option: members.take("Option")?,
            values: members.take("Values")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Option", self.option);
        members.put("Values", self.values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParametersFilter {
    pub key: String,
    pub values: Vec<String>,
}

impl Shape for ParametersFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            values: members.take("Values")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Values", self.values);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct PutParameterRequest {
    pub name: String,
    pub description: Option<String>,
    pub value: String,
    pub type_: Option<String>,
    pub key_id: Option<String>,
    pub overwrite: Option<bool>,
    pub allowed_pattern: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub tier: Option<String>,
    pub policies: Option<String>,
    pub data_type: Option<String>,
}

impl fmt::Debug for PutParameterRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PutParameterRequest")
            .field("name", &self.name)
            .field("description", &self.description)
            .field("value", &Masked)
            .field("type_", &self.type_)
            .field("key_id", &self.key_id)
            .field("overwrite", &self.overwrite)
            .field("allowed_pattern", &self.allowed_pattern)
            .field("tags", &self.tags)
            .field("tier", &self.tier)
            .field("policies", &self.policies)
            .field("data_type", &self.data_type)
            .finish()
    }
}

impl Shape for PutParameterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            description: members.take("Description")?,
            value: members.take("Value")?,
            type_: members.take("Type")?,
            key_id: members.take("KeyId")?,
            overwrite: members.take("Overwrite")?,
            allowed_pattern: members.take("AllowedPattern")?,
            tags: members.take("Tags")?,
            tier: members.take("Tier")?,
            policies: members.take("Policies")?,
            data_type: members.take("DataType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Description", self.description);
        members.put("Value", self.value);
        members.put("Type", self.type_);
        members.put("KeyId", self.key_id);
        members.put("Overwrite", self.overwrite);
        members.put("AllowedPattern", self.allowed_pattern);
        members.put("Tags", self.tags);
        members.put("Tier", self.tier);
        members.put("Policies", self.policies);
        members.put("DataType", self.data_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutParameterResult {
    pub version: Option<i64>,
    pub tier: Option<String>,
}

impl Shape for PutParameterResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            version: members.take("Version")?,
            tier: members.take("Tier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Version", self.version);
        members.put("Tier", self.tier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for RemoveTagsFromResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_type: members.take("ResourceType")?,
            resource_id: members.take("ResourceId")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceType", self.resource_type);
        members.put("ResourceId", self.resource_id);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromResourceResult {}

impl Shape for RemoveTagsFromResourceResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
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
