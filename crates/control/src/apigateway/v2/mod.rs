//! The second API of custom domain names (`apigatewayv2`): the same records as the first one's, and base
//! paths of several levels and routing rules besides.
//!
//! HTTP and WebSocket APIs are other products: their operations are answered 501, by name. Only regional
//! domains are managed here, as on AWS.

mod api_mappings;
mod domain_names;
mod routing_rules;
mod tags;

use model::{DomainNameRecord, PARTITION};
use wire::Operation;
use wire::apigatewayv2::{
    CreateApiMapping, CreateDomainName, CreateRoutingRule, DeleteApiMapping, DeleteDomainName,
    DeleteRoutingRule, GetApiMapping, GetApiMappings, GetDomainName, GetDomainNames,
    GetRoutingRule, GetTags, ListRoutingRules, PutRoutingRule, TagResource, UntagResource,
    UpdateApiMapping, UpdateDomainName,
};

use super::asks;
use super::failures::bad_request;
use super::pages::{self, Page};
use crate::call::Call;
use crate::needs::Ask;
use crate::operations::operations;
use crate::refused::Refused;

operations! {
    CreateDomainName, GetDomainName, GetDomainNames, UpdateDomainName, DeleteDomainName,
    CreateApiMapping, GetApiMapping, GetApiMappings, UpdateApiMapping, DeleteApiMapping,
    CreateRoutingRule, GetRoutingRule, ListRoutingRules, PutRoutingRule, DeleteRoutingRule,
    TagResource, UntagResource, GetTags,
}

/// The ARNs are those of the first API, without the version in the path (Service Authorization
/// Reference, "Amazon API Gateway Management V2").
fn ask<O: Operation>(call: &Call, labels: &[&str]) -> Ask {
    let uri = O::SCHEMA.uri.strip_prefix("/v2").unwrap_or(O::SCHEMA.uri);
    let region = call.region();
    let path = asks::path(uri, labels);
    let action = format!("apigateway:{}", O::SCHEMA.method);
    Ask::on(
        action,
        format!("arn:{PARTITION}:apigateway:{region}::{path}"),
    )
}

/// The texts are AWS's (aws-cdk, issue 15904).
fn check_regional(domain: &DomainNameRecord) -> Result<(), Refused> {
    if domain.is_regional() {
        return Ok(());
    }
    Err(bad_request(
        "Only REGIONAL domain names can be managed through the API Gateway V2 API. For EDGE domain \
         names, please use the API Gateway V1 API. Also note that only REST APIs can be attached to \
         EDGE domain names.",
    ))
}

/// A page as this API asks for one: both members are texts.
fn page<T>(
    items: impl IntoIterator<Item = T>,
    most: Option<&str>,
    token: Option<&str>,
    key: impl Fn(&T) -> String,
) -> Result<Page<T>, Refused> {
    let most = most.map(|most| {
        let most = most.parse::<i32>().ok().filter(|most| *most > 0);
        most.ok_or_else(|| bad_request("Invalid maxResults specified"))
    });
    let token = token.filter(|token| !token.is_empty());
    pages::cut(items, most.transpose()?, token, key)
}
