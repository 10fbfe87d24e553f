//! What the tests of this crate share: the folder of AWS's recordings, imports with plain ids, definitions as AWS shows them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use model::{
    ApiDefinition, Integration, IntegrationResponse, Method, MethodResponse, MethodVerb, Resource,
};
use openapi::{BasePath, IdKind, ImportError, ImportOptions, Imported, import};
use serde_json::{Value, json};

pub(crate) const REGION: &str = "us-east-1";

/// `None`, with a word about it, where the recordings are not at hand.
pub(crate) fn conformance() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance");
    let folder = std::env::var_os("PORTCULLIS_CONFORMANCE").map_or(default, PathBuf::from);
    if !folder.is_dir() {
        println!("skipped: no recordings at {}", folder.display());
        return None;
    }
    Some(folder)
}

pub(crate) fn recording(folder: &Path, file: &str, test: &str) -> Value {
    let text =
        std::fs::read_to_string(folder.join("aws-recordings/apigateway").join(file)).unwrap();
    let all: BTreeMap<String, Value> = serde_json::from_str(&text).unwrap();
    let (_, found) = all
        .into_iter()
        .find(|(name, _)| name.ends_with(&format!("::{test}")))
        .unwrap();
    found["recorded-content"].clone()
}

/// An input with its placeholders filled in as the recorded tests fill them.
pub(crate) fn input(folder: &Path, file: &str) -> String {
    let function = format!(
        "arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/arn:aws:lambda:{REGION}:000000000000:function:f/invocations"
    );
    std::fs::read_to_string(folder.join("openapi-inputs").join(file))
        .unwrap()
        .replace(
            "${uri}",
            &format!("http://petstore.execute-api.{REGION}.amazonaws.com/petstore/pets"),
        )
        .replace("${lambda_invocation_arn}", &function)
        .replace("${authorizer_lambda_invocation_arn}", &function)
        .replace("${credentials}", "arn:aws:iam::000000000000:role/r")
        .replace(
            "${cognito_pool_arn}",
            &format!("arn:aws:cognito-idp:{REGION}:111111111111:userpool/{REGION}_ABC123"),
        )
}

pub(crate) const OPTIONS: ImportOptions<'static> = ImportOptions {
    api_id: "api",
    base_path: BasePath::Ignore,
    existing: None,
};

/// Imports with ids such as `resource3`.
pub(crate) fn import_with(
    body: &str,
    options: &ImportOptions<'_>,
) -> Result<Imported, ImportError> {
    let mut count = 0;
    let prefix = if options.existing.is_some() {
        "new"
    } else {
        ""
    };
    import(body.as_bytes(), options, &mut |kind| {
        count += 1;
        let kind = match kind {
            IdKind::Resource => "resource",
            IdKind::Authorizer => "authorizer",
            IdKind::Model => "model",
            IdKind::RequestValidator => "validator",
        };
        format!("{prefix}{kind}{count}")
    })
}

pub(crate) fn paths(definition: &ApiDefinition) -> BTreeMap<String, &Resource> {
    definition
        .resources
        .values()
        .map(|resource| (definition.path_of(&resource.id).unwrap(), resource))
        .collect()
}

pub(crate) fn method<'a>(
    definition: &'a ApiDefinition,
    path: &str,
    verb: MethodVerb,
) -> &'a Method {
    &definition
        .resource_at(path)
        .unwrap_or_else(|| panic!("{path}"))
        .methods[&verb]
}

/// Leaves out what is absent or false by being empty, as AWS does.
fn filled(value: Value) -> Value {
    let Value::Object(members) = value else {
        return value;
    };
    let empty =
        |value: &Value| value.is_null() || value.as_object().is_some_and(serde_json::Map::is_empty);
    Value::Object(
        members
            .into_iter()
            .filter(|(_, value)| !empty(value))
            .collect(),
    )
}

pub(crate) fn method_json(verb: MethodVerb, method: &Method) -> Value {
    let scopes = Some(&method.authorization_scopes).filter(|scopes| !scopes.is_empty());
    let responses: serde_json::Map<_, _> = method
        .responses
        .iter()
        .map(|(status, response)| (status.clone(), response_json(status, response)))
        .collect();
    filled(json!({
        "apiKeyRequired": method.api_key_required,
        "authorizationType": method.authorization_type,
        "authorizerId": method.authorizer_id,
        "authorizationScopes": scopes,
        "httpMethod": verb,
        "methodIntegration": method.integration.as_ref().map(integration_json),
        "methodResponses": responses,
        "operationName": method.operation_name,
        "requestModels": method.request_models,
        "requestParameters": method.request_parameters,
        "requestValidatorId": method.request_validator_id,
    }))
}

pub(crate) fn response_json(status: &str, response: &MethodResponse) -> Value {
    filled(json!({
        "statusCode": status,
        "responseParameters": response.response_parameters,
        "responseModels": response.response_models,
    }))
}

pub(crate) fn integration_json(integration: &Integration) -> Value {
    let responses: serde_json::Map<_, _> = integration
        .responses
        .iter()
        .map(|(status, response)| (status.clone(), integration_response_json(status, response)))
        .collect();
    filled(json!({
        "type": integration.kind,
        "httpMethod": integration.http_method,
        "uri": integration.uri,
        "credentials": integration.credentials,
        "connectionType": integration.connection_type,
        "connectionId": integration.connection_id,
        "requestParameters": integration.request_parameters,
        "requestTemplates": integration.request_templates,
        "passthroughBehavior": integration.passthrough_behavior,
        "contentHandling": integration.content_handling,
        "timeoutInMillis": integration.timeout_millis,
        "cacheNamespace": integration.cache_namespace,
        "cacheKeyParameters": integration.cache_key_parameters,
        "integrationResponses": responses,
    }))
}

pub(crate) fn integration_response_json(status: &str, response: &IntegrationResponse) -> Value {
    filled(json!({
        "statusCode": status,
        "selectionPattern": response.selection_pattern,
        "responseParameters": response.response_parameters,
        "responseTemplates": response.response_templates,
        "contentHandling": response.content_handling,
    }))
}

pub(crate) fn resources_json(definition: &ApiDefinition) -> Value {
    let items = paths(definition).into_iter().map(|(path, resource)| {
        let methods: serde_json::Map<_, _> = resource
            .methods
            .keys()
            .map(|verb| (verb.to_string(), json!({})))
            .collect();
        let part = Some(&resource.path_part).filter(|part| !part.is_empty());
        filled(json!({
            "id": resource.id, "parentId": resource.parent_id, "path": path, "pathPart": part,
            "resourceMethods": methods,
        }))
    });
    json!({ "items": items.collect::<Vec<_>>() })
}

pub(crate) fn models_json(definition: &ApiDefinition) -> Value {
    let items = definition.models.values().map(|model| {
        filled(json!({
            "id": model.id, "name": model.name, "contentType": model.content_type,
            "description": model.description, "schema": model.schema,
        }))
    });
    json!({ "items": items.collect::<Vec<_>>() })
}

pub(crate) fn authorizers_json(definition: &ApiDefinition) -> Vec<Value> {
    let mut all: Vec<_> = definition.authorizers.values().collect();
    all.sort_by_key(|authorizer| &authorizer.name);
    let pools = |arns: &Vec<String>| (!arns.is_empty()).then(|| arns.clone());
    let item = |authorizer: &&model::Authorizer| {
        filled(json!({
            "id": authorizer.id, "name": authorizer.name, "type": authorizer.kind,
            "authType": authorizer.auth_type, "authorizerUri": authorizer.uri,
            "authorizerCredentials": authorizer.credentials,
            "authorizerResultTtlInSeconds": authorizer.ttl_seconds,
            "identitySource": authorizer.identity_source,
            "identityValidationExpression": authorizer.identity_validation_expression,
            "providerARNs": pools(&authorizer.provider_arns),
        }))
    };
    all.iter().map(item).collect()
}

pub(crate) fn validators_json(definition: &ApiDefinition) -> Value {
    let items = definition.request_validators.values().map(|validator| {
        json!({
            "id": validator.id, "name": validator.name, "validateRequestBody": validator.validate_body,
            "validateRequestParameters": validator.validate_parameters,
        })
    });
    json!({ "items": items.collect::<Vec<_>>() })
}

/// Compares an answer with a recording, in which `<name:1>` stands for one and the same text throughout.
pub(crate) struct Comparison {
    bound: BTreeMap<String, String>,
}

impl Comparison {
    pub(crate) fn new(bound: &[(&str, &str)]) -> Self {
        let common = [
            ("<partition>", "aws"),
            ("<region>", REGION),
            ("<model-base-url>", "https://apigateway.amazonaws.com"),
            ("<rest-id:1>", "api"),
            ("<api-id:1>", "api"),
            ("<external-aws-endpoint>", "petstore.execute-api.us-west-1"),
        ];
        let all = common.iter().chain(bound);
        Self {
            bound: all
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        }
    }

    pub(crate) fn check(&mut self, at: &str, recorded: &Value, found: &Value) {
        match (recorded, found) {
            (Value::Object(recorded), Value::Object(found)) => {
                let names: Vec<_> = recorded
                    .keys()
                    .filter(|key| *key != "ResponseMetadata")
                    .collect();
                let more: Vec<_> = found
                    .keys()
                    .filter(|key| !recorded.contains_key(*key))
                    .collect();
                assert!(more.is_empty(), "{at}: not recorded: {more:?}");
                for name in names {
                    let at = format!("{at}/{name}");
                    self.check(
                        &at,
                        &recorded[name],
                        found.get(name).unwrap_or_else(|| panic!("{at} is missing")),
                    );
                }
            }
            (Value::Array(recorded), Value::Array(found)) => {
                assert_eq!(recorded.len(), found.len(), "{at}: {recorded:?} {found:?}");
                for (index, (recorded, found)) in recorded.iter().zip(found).enumerate() {
                    self.check(&format!("{at}/{index}"), recorded, found);
                }
            }
            (Value::String(recorded), Value::String(found)) => self.check_text(at, recorded, found),
            // The recorder parses JSON inside of texts.
            (Value::Object(_) | Value::Array(_), Value::String(text)) => {
                self.check(at, recorded, &serde_json::from_str(text).unwrap());
            }
            _ => assert_eq!(recorded, found, "{at}"),
        }
    }

    fn check_text(&mut self, at: &str, recorded: &str, found: &str) {
        let whole = recorded.starts_with('<') && recorded.find('>') == Some(recorded.len() - 1);
        if whole && !recorded.contains(' ') {
            let bound = self
                .bound
                .entry(recorded.to_owned())
                .or_insert_with(|| found.to_owned());
            assert_eq!(bound, found, "{at}: {recorded}");
            return;
        }
        let mut expected = recorded.to_owned();
        for (name, text) in &self.bound {
            expected = expected.replace(name, text);
        }
        assert_eq!(expected, found, "{at}");
    }
}
