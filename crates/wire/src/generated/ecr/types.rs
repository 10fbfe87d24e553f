// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};

#[derive(Clone, Copy, Debug)]
pub struct CreateRepository;

impl Operation for CreateRepository {
    type Input = CreateRepositoryRequest;
    type Output = CreateRepositoryResponse;
    const NAME: &'static str = "CreateRepository";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_REPOSITORY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRepository;

impl Operation for DeleteRepository {
    type Input = DeleteRepositoryRequest;
    type Output = DeleteRepositoryResponse;
    const NAME: &'static str = "DeleteRepository";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_REPOSITORY;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeRepositories;

impl Operation for DescribeRepositories {
    type Input = DescribeRepositoriesRequest;
    type Output = DescribeRepositoriesResponse;
    const NAME: &'static str = "DescribeRepositories";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_REPOSITORIES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListImages;

impl Operation for ListImages {
    type Input = ListImagesRequest;
    type Output = ListImagesResponse;
    const NAME: &'static str = "ListImages";
    const SCHEMA: &'static OperationSchema = &schema::LIST_IMAGES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = ListTagsForResourceRequest;
    type Output = ListTagsForResourceResponse;
    const NAME: &'static str = "ListTagsForResource";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS_FOR_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutImageScanningConfiguration;

impl Operation for PutImageScanningConfiguration {
    type Input = PutImageScanningConfigurationRequest;
    type Output = PutImageScanningConfigurationResponse;
    const NAME: &'static str = "PutImageScanningConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::PUT_IMAGE_SCANNING_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutImageTagMutability;

impl Operation for PutImageTagMutability {
    type Input = PutImageTagMutabilityRequest;
    type Output = PutImageTagMutabilityResponse;
    const NAME: &'static str = "PutImageTagMutability";
    const SCHEMA: &'static OperationSchema = &schema::PUT_IMAGE_TAG_MUTABILITY;
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
    type Output = UntagResourceResponse;
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRepositoryRequest {
    pub registry_id: Option<String>,
    pub repository_name: String,
    pub tags: Option<Vec<Tag>>,
    pub image_tag_mutability: Option<String>,
    pub image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>>,
    pub image_scanning_configuration: Option<ImageScanningConfiguration>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
}

impl Shape for CreateRepositoryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            tags: members.take("tags")?,
            image_tag_mutability: members.take("imageTagMutability")?,
            image_tag_mutability_exclusion_filters: members
                .take("imageTagMutabilityExclusionFilters")?,
            image_scanning_configuration: members.take("imageScanningConfiguration")?,
            encryption_configuration: members.take("encryptionConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("tags", self.tags);
        members.put("imageTagMutability", self.image_tag_mutability);
        members.put(
            "imageTagMutabilityExclusionFilters",
            self.image_tag_mutability_exclusion_filters,
        );
        members.put(
            "imageScanningConfiguration",
            self.image_scanning_configuration,
        );
        members.put("encryptionConfiguration", self.encryption_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRepositoryResponse {
    pub repository: Option<Repository>,
}

impl Shape for CreateRepositoryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            repository: members.take("repository")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("repository", self.repository);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRepositoryRequest {
    pub registry_id: Option<String>,
    pub repository_name: String,
    pub force: Option<bool>,
}

impl Shape for DeleteRepositoryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            force: members.take("force")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("force", self.force);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRepositoryResponse {
    pub repository: Option<Repository>,
}

impl Shape for DeleteRepositoryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            repository: members.take("repository")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("repository", self.repository);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRepositoriesRequest {
    pub registry_id: Option<String>,
    pub repository_names: Option<Vec<String>>,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

impl Shape for DescribeRepositoriesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_names: members.take("repositoryNames")?,
            next_token: members.take("nextToken")?,
            max_results: members.take("maxResults")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryNames", self.repository_names);
        members.put("nextToken", self.next_token);
        members.put("maxResults", self.max_results);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRepositoriesResponse {
    pub repositories: Option<Vec<Repository>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeRepositoriesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            repositories: members.take("repositories")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("repositories", self.repositories);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptionConfiguration {
    pub encryption_type: String,
    pub kms_key: Option<String>,
}

impl Shape for EncryptionConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            encryption_type: members.take("encryptionType")?,
            kms_key: members.take("kmsKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("encryptionType", self.encryption_type);
        members.put("kmsKey", self.kms_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageIdentifier {
    pub image_digest: Option<String>,
    pub image_tag: Option<String>,
}

impl Shape for ImageIdentifier {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            image_digest: members.take("imageDigest")?,
            image_tag: members.take("imageTag")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("imageDigest", self.image_digest);
        members.put("imageTag", self.image_tag);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageScanningConfiguration {
    pub scan_on_push: Option<bool>,
}

impl Shape for ImageScanningConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            scan_on_push: members.take("scanOnPush")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("scanOnPush", self.scan_on_push);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageTagMutabilityExclusionFilter {
    pub filter_type: String,
    pub filter: String,
}

impl Shape for ImageTagMutabilityExclusionFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter_type: members.take("filterType")?,
            filter: members.take("filter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("filterType", self.filter_type);
        members.put("filter", self.filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesFilter {
    pub tag_status: Option<String>,
    pub image_status: Option<String>,
}

impl Shape for ListImagesFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tag_status: members.take("tagStatus")?,
            image_status: members.take("imageStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("tagStatus", self.tag_status);
        members.put("imageStatus", self.image_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesRequest {
    pub registry_id: Option<String>,
    pub repository_name: String,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
    pub filter: Option<ListImagesFilter>,
}

impl Shape for ListImagesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            next_token: members.take("nextToken")?,
            max_results: members.take("maxResults")?,
            filter: members.take("filter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("nextToken", self.next_token);
        members.put("maxResults", self.max_results);
        members.put("filter", self.filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesResponse {
    pub image_ids: Option<Vec<ImageIdentifier>>,
    pub next_token: Option<String>,
}

impl Shape for ListImagesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            image_ids: members.take("imageIds")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("imageIds", self.image_ids);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    pub resource_arn: String,
}

impl Shape for ListTagsForResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResponse {
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutImageScanningConfigurationRequest {
    pub registry_id: Option<String>,
    pub repository_name: String,
    pub image_scanning_configuration: ImageScanningConfiguration,
}

impl Shape for PutImageScanningConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            image_scanning_configuration: members.take("imageScanningConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put(
            "imageScanningConfiguration",
            self.image_scanning_configuration,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutImageScanningConfigurationResponse {
    pub registry_id: Option<String>,
    pub repository_name: Option<String>,
    pub image_scanning_configuration: Option<ImageScanningConfiguration>,
}

impl Shape for PutImageScanningConfigurationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            image_scanning_configuration: members.take("imageScanningConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put(
            "imageScanningConfiguration",
            self.image_scanning_configuration,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutImageTagMutabilityRequest {
    pub registry_id: Option<String>,
    pub repository_name: String,
    pub image_tag_mutability: String,
    pub image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>>,
}

impl Shape for PutImageTagMutabilityRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            image_tag_mutability: members.take("imageTagMutability")?,
            image_tag_mutability_exclusion_filters: members
                .take("imageTagMutabilityExclusionFilters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("imageTagMutability", self.image_tag_mutability);
        members.put(
            "imageTagMutabilityExclusionFilters",
            self.image_tag_mutability_exclusion_filters,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutImageTagMutabilityResponse {
    pub registry_id: Option<String>,
    pub repository_name: Option<String>,
    pub image_tag_mutability: Option<String>,
    pub image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>>,
}

impl Shape for PutImageTagMutabilityResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            image_tag_mutability: members.take("imageTagMutability")?,
            image_tag_mutability_exclusion_filters: members
                .take("imageTagMutabilityExclusionFilters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("imageTagMutability", self.image_tag_mutability);
        members.put(
            "imageTagMutabilityExclusionFilters",
            self.image_tag_mutability_exclusion_filters,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repository {
    pub repository_arn: Option<String>,
    pub registry_id: Option<String>,
    pub repository_name: Option<String>,
    pub repository_uri: Option<String>,
    pub created_at: Option<Timestamp>,
    pub image_tag_mutability: Option<String>,
    pub image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>>,
    pub image_scanning_configuration: Option<ImageScanningConfiguration>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
}

impl Shape for Repository {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            repository_arn: members.take("repositoryArn")?,
            registry_id: members.take("registryId")?,
            repository_name: members.take("repositoryName")?,
            repository_uri: members.take("repositoryUri")?,
            created_at: members.take("createdAt")?,
            image_tag_mutability: members.take("imageTagMutability")?,
            image_tag_mutability_exclusion_filters: members
                .take("imageTagMutabilityExclusionFilters")?,
            image_scanning_configuration: members.take("imageScanningConfiguration")?,
            encryption_configuration: members.take("encryptionConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("repositoryArn", self.repository_arn);
        members.put("registryId", self.registry_id);
        members.put("repositoryName", self.repository_name);
        members.put("repositoryUri", self.repository_uri);
        members.put("createdAt", self.created_at);
        members.put("imageTagMutability", self.image_tag_mutability);
        members.put(
            "imageTagMutabilityExclusionFilters",
            self.image_tag_mutability_exclusion_filters,
        );
        members.put(
            "imageScanningConfiguration",
            self.image_scanning_configuration,
        );
        members.put("encryptionConfiguration", self.encryption_configuration);
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
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tags", self.tags);
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
            resource_arn: members.take("resourceArn")?,
            tag_keys: members.take("tagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceResponse {}

impl Shape for UntagResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}
