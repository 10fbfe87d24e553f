//! Systems Manager's parameters: what templates and deployments read by name.
//!
//! A SecureString is sealed in its record, and opened for whoever may read it. Other parts of Systems
//! Manager are not here.

mod delete;
mod describe;
mod get;
mod history;
mod put;
mod tags;

mod failures;
mod filters;
mod named; // what a client calls a parameter
mod sealing;
mod shown;

#[cfg(test)]
mod tests;

use wire::ssm::{
    AddTagsToResource, DeleteParameter, DeleteParameters, DescribeParameters, GetParameter,
    GetParameterHistory, GetParameters, GetParametersByPath, ListTagsForResource, PutParameter,
    RemoveTagsFromResource,
};

use crate::operations::operations;

operations! {
    AddTagsToResource,
    DeleteParameter,
    DeleteParameters,
    DescribeParameters,
    GetParameter,
    GetParameterHistory,
    GetParameters,
    GetParametersByPath,
    ListTagsForResource,
    PutParameter,
    RemoveTagsFromResource,
}
