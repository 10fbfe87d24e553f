//! Amazon ECR, as far as deployments ask for it: repositories as records, without images.
//!
//! Clients look for the repository of a service when they remove it, and `cdk bootstrap` makes one; nothing can be pushed.

mod create;
mod delete;
mod describe;
mod list_images;
mod settings;
mod tags;

mod failures;
mod found;

use wire::ecr::{
    CreateRepository, DeleteRepository, DescribeRepositories, ListImages, ListTagsForResource,
    PutImageScanningConfiguration, PutImageTagMutability, TagResource, UntagResource,
};

use crate::operations::operations;

operations! {
    CreateRepository,
    DeleteRepository,
    DescribeRepositories,
    ListImages,
    ListTagsForResource,
    PutImageScanningConfiguration,
    PutImageTagMutability,
    TagResource,
    UntagResource,
}
