//! What the operations ask of IAM: the HTTP verb of the request, on the ARN of its path
//! (Service Authorization Reference, "Amazon API Gateway Management").

use std::collections::{BTreeMap, BTreeSet};

use model::{ApiDefinition, PARTITION, RestApiRecord};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use wire::Operation;
use wire::apigateway::PutRestApi;

use super::failures::bad_request;
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What changes something that is there, and what tags it.
const PUT: &str = "apigateway:PUT";
const SERVICE_PRINCIPAL: &str = "apigateway.amazonaws.com";
/// The integration runs under the identity of whoever calls the API: no role is handed over.
const CALLER: &str = "arn:aws:iam::*:user/*";
/// What a path segment of an ARN keeps as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    // Before the id of a private domain.
    .remove(b'+');

/// `labels` stand in the order of the operation's URI.
pub(super) fn ask<O: Operation>(call: &Call, labels: &[&str]) -> Ask {
    let region = call.region();
    let path = path(O::SCHEMA.uri, labels);
    let action = format!("apigateway:{}", O::SCHEMA.method);
    Ask::on(
        action,
        format!("arn:{PARTITION}:apigateway:{region}::{path}"),
    )
}

/// The same, where nothing else is needed.
pub(super) fn needs<O: Operation>(call: &Call, labels: &[&str]) -> Needs {
    ask::<O>(call, labels).into()
}

/// What is asked with the tags that a request brings. To tag what is being made is a permission of
/// its own: callers without it read that they may not `apigateway:PUT` on `/tags/…`, with the ARN
/// of what will be there, whose id is not known yet.
pub(super) fn with_tags(
    call: &Call,
    ask: Ask,
    tags: Option<&BTreeMap<String, String>>,
) -> Vec<Ask> {
    let Some(tags) = tags.filter(|tags| !tags.is_empty()) else {
        return vec![ask];
    };
    let about = ask.resources().first().map_or("", String::as_str);
    let about = utf8_percent_encode(about, SEGMENT);
    let tagged = if ask.action() == PUT {
        about.to_string()
    } else {
        format!("{about}%2F*")
    };
    let region = call.region();
    let tagging = Ask::on(
        PUT,
        format!("arn:{PARTITION}:apigateway:{region}::/tags/{tagged}"),
    );
    [ask, tagging].map(|ask| ask.bringing_tags(tags)).into()
}

/// Attaching a resource policy is a permission of its own.
pub(super) fn manage_policy(call: &Call, api: Option<&str>) -> Ask {
    let api = api.unwrap_or("*");
    Ask::on(
        "apigateway:UpdateRestApiPolicy",
        format!(
            "arn:{PARTITION}:apigateway:{}::/restapis/{api}",
            call.region()
        ),
    )
}

/// What the caller must hold to let API Gateway use this role for what `ask` is about.
///
/// A role of another account is refused with 403, also from PutIntegration (aws-apigateway-importer,
/// issue 25).
pub(super) fn pass_role(
    call: &Call,
    credentials: Option<&str>,
    ask: Option<&Ask>,
) -> Result<Option<Ask>, Refused> {
    let Some(role) = credentials.filter(|role| !role.is_empty() && *role != CALLER) else {
        return Ok(None);
    };
    if !(role.starts_with("arn:") && role.contains(":iam::")) {
        return Err(bad_request("Invalid ARN specified in the request"));
    }
    let resource = ask.and_then(|ask| ask.resources().first());
    let pass = Ask::pass_own_role(call, role, SERVICE_PRINCIPAL)?;
    Ok(Some(pass.passed_for(resource.map(String::as_str))))
}

/// An API as it was before its definition changed.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// The id, if the API was there.
    api: Option<String>,
    tags: BTreeMap<String, String>,
    pub(super) definition: ApiDefinition,
}

impl Before {
    pub(super) fn nothing() -> Self {
        Self::default()
    }

    /// No API yet, and a definition that its maker may have.
    pub(super) fn copied(definition: ApiDefinition) -> Self {
        Self {
            definition,
            ..Self::default()
        }
    }

    pub(super) fn of(api: &RestApiRecord) -> Self {
        Self {
            api: Some(api.id.to_string()),
            tags: api.tags.clone(),
            definition: api.definition.clone(),
        }
    }
}

/// Decides about every role that a definition has and had not before, and about a resource policy
/// that came, changed or went: what there will be is known only when it was put together.
pub(super) fn permit_definition(
    rooms: &Rooms,
    call: &Call,
    before: &Before,
    after: &ApiDefinition,
) -> Result<(), Refused> {
    let (identity, caller) = (&rooms.identity, call.caller());
    let known = roles(&before.definition);
    let about = api_ask(call, before.api.as_deref());
    for role in roles(after).difference(&known) {
        if let Some(ask) = pass_role(call, Some(role), about.as_ref())? {
            ask.put_to(identity, caller)?;
        }
    }
    if after.policy != before.definition.policy {
        let ask = manage_policy(call, before.api.as_deref());
        ask.tagged(&before.tags).put_to(identity, caller)?;
    }
    Ok(())
}

/// One for each role in a definition.
pub(super) fn pass_roles(
    call: &Call,
    api: Option<&str>,
    definition: &ApiDefinition,
) -> Result<Vec<Ask>, Refused> {
    let about = api_ask(call, api);
    let roles = roles(definition).into_iter();
    let asks = roles.map(|role| pass_role(call, Some(role), about.as_ref()));
    asks.filter_map(Result::transpose).collect()
}

fn api_ask(call: &Call, api: Option<&str>) -> Option<Ask> {
    api.map(|api| ask::<PutRestApi>(call, &[api]))
}

fn roles(definition: &ApiDefinition) -> BTreeSet<&str> {
    let methods = definition
        .resources
        .values()
        .flat_map(|r| r.methods.values());
    let integrations = methods.filter_map(|method| method.integration.as_ref());
    let authorizers = definition.authorizers.values();
    integrations
        .filter_map(|integration| integration.credentials.as_deref())
        .chain(authorizers.filter_map(|authorizer| authorizer.credentials.as_deref()))
        .collect()
}

pub(super) fn path(uri: &str, labels: &[&str]) -> String {
    let uri = uri.split('?').next().unwrap_or(uri);
    let mut labels = labels.iter();
    uri.split('/')
        .map(|segment| {
            if segment.starts_with('{') {
                let label = labels.next().copied().unwrap_or_default();
                utf8_percent_encode(label, SEGMENT).to_string()
            } else {
                segment.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_is_the_path_of_the_request() {
        for (uri, labels, expected) in [
            ("/restapis?mode=import", &[][..], "/restapis"),
            (
                "/restapis/{restapi_id}/resources/{parent_id}",
                &["api", "root"],
                "/restapis/api/resources/root",
            ),
            (
                "/tags/{resource_arn}",
                &["arn:aws:apigateway:r::/restapis/a"],
                "/tags/arn%3Aaws%3Aapigateway%3Ar%3A%3A%2Frestapis%2Fa",
            ),
        ] {
            assert_eq!(path(uri, labels), expected);
        }
    }
}
