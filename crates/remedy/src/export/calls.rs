//! Which functions an API's document calls, from where, and as whom.

use std::collections::BTreeMap;
use std::fmt;

use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide};
use serde_json::Value;

use super::Estate;

pub(super) const INTEGRATION: &str = "x-amazon-apigateway-integration";
pub(super) const AUTHORIZER: &str = "x-amazon-apigateway-authorizer";
const ANY: &str = "x-amazon-apigateway-any-method";
const GATEWAY: &str = "apigateway.amazonaws.com";
const INVOKE: &str = "lambda:InvokeFunction";

/// One integration or authorizer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub at: At,
    pub uri: String,
    /// A role, or the caller's own identity.
    pub credentials: Option<String>,
    /// The function's ARN as it is called, with the stage's variables filled in.
    pub function: Option<String>,
}

/// Where an API calls from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// `ANY` is a verb of its own.
    Method {
        verb: String,
        path: String,
    },
    Authorizer {
        name: String,
    },
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Method { verb, path } => write!(f, "{verb} {path}"),
            Self::Authorizer { name } => write!(f, "authorizer {name}"),
        }
    }
}

impl Call {
    /// Whether it is Lambda that is called, whichever function that is.
    pub(super) fn names_function(&self) -> bool {
        self.uri.contains(":lambda:path/") && self.uri.contains("/functions/")
    }
}

impl Estate {
    /// Whether the function's resource policy lets API Gateway call it from here.
    pub fn permits(&self, call: &Call) -> bool {
        let (Some(function), Some(source)) = (&call.function, self.source_arn(&call.at)) else {
            return false;
        };
        let policy = self.policies.get(function);
        let Some(policy) = policy.and_then(|text| Policy::parse(text, Kind::Resource).ok()) else {
            return false;
        };
        let mut context = Context::new();
        context.set("aws:SourceArn", source);
        context.set("aws:SourceAccount", self.account.as_str());
        let request = Request {
            principal: &Principal::Service(GATEWAY.to_owned()),
            action: INVOKE,
            resource: function,
            resource_account: function.split(':').nth(4).unwrap_or_default(),
            context: &context,
        };
        let resource = Some(Source {
            name: function,
            policy: &policy,
        });
        let policies = Policies {
            resource,
            ..Policies::default()
        };
        decide(&request, &policies).is_allowed()
    }

    fn source_arn(&self, at: &At) -> Option<String> {
        let (region, account, api) = (&self.region, &self.account, &self.api);
        let rest = match at {
            At::Method { verb, path } => format!("{}/{verb}{path}", self.stage),
            At::Authorizer { name } => format!("authorizers/{}", self.authorizers.get(name)?),
        };
        Some(format!(
            "arn:aws:execute-api:{region}:{account}:{api}/{rest}"
        ))
    }
}

/// In the order of the document: methods first.
pub fn calls(document: &Value, variables: &BTreeMap<String, String>) -> Vec<Call> {
    let mut calls = Vec::new();
    for (path, verbs) in members(document.get("paths")) {
        for (verb, method) in members(Some(verbs)) {
            let at = At::Method {
                verb: spelled(verb),
                path: path.clone(),
            };
            let integration = method.get(INTEGRATION);
            calls
                .extend(integration.and_then(|one| call(at, one, "uri", "credentials", variables)));
        }
    }
    for (name, scheme) in members(schemes(document)) {
        let at = At::Authorizer { name: name.clone() };
        let authorizer = scheme.get(AUTHORIZER);
        calls
            .extend(authorizer.and_then(|one| {
                call(at, one, "authorizerUri", "authorizerCredentials", variables)
            }));
    }
    calls
}

fn call(
    at: At,
    described: &Value,
    uri: &str,
    credentials: &str,
    variables: &BTreeMap<String, String>,
) -> Option<Call> {
    let uri = described.get(uri)?.as_str()?.to_owned();
    let credentials = described.get(credentials).and_then(Value::as_str);
    Some(Call {
        at,
        function: function(&uri, variables),
        uri,
        credentials: credentials
            .filter(|credentials| !credentials.is_empty())
            .map(str::to_owned),
    })
}

/// The part of a document that holds authorizers, in Swagger and in OpenAPI.
pub(super) fn schemes(document: &Value) -> Option<&Value> {
    let of_openapi = || document.get("components")?.get("securitySchemes");
    document.get("securityDefinitions").or_else(of_openapi)
}

pub(super) fn spelled(verb: &str) -> String {
    if verb == ANY {
        return "ANY".to_owned();
    }
    verb.to_ascii_uppercase()
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// What stands between `/functions/` and `/invocations`. A name alone is no ARN and has no place here.
fn function(uri: &str, variables: &BTreeMap<String, String>) -> Option<String> {
    let uri = filled(uri, variables)?;
    let (_, rest) = uri.split_once(":lambda:path/")?;
    let (_, rest) = rest.split_once("/functions/")?;
    let (function, _) = rest.rsplit_once('/')?;
    // What names the latest version is judged as if it named none.
    let function = function.strip_suffix(":$LATEST").unwrap_or(function);
    function.starts_with("arn:").then(|| function.to_owned())
}

fn filled(text: &str, variables: &BTreeMap<String, String>) -> Option<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${stageVariables.") {
        let (name, behind) = after.split_once('}')?;
        filled.push_str(before);
        filled.push_str(variables.get(name)?);
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
