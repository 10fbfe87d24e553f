//! The extensions at the root of the document.

use model::{ApiKeySource, GatewayResponse};
use serde_json::{Value as Json, json};

use super::{ExportAbout, Members, View, put, put_filled, put_some, texts};
use crate::import::Documentation;

pub(super) fn write(view: &View<'_>, about: &ExportAbout<'_>, document: &mut Members) {
    if view.apigateway() {
        write_extensions(view, document);
    }
    if let Some(documentation) = about
        .documentation
        .filter(|_| view.options.extensions.documentation)
    {
        put(
            document,
            "x-amazon-apigateway-documentation",
            documentation_of(documentation),
        );
    }
}

fn write_extensions(view: &View<'_>, document: &mut Members) {
    let definition = view.definition;
    put_filled(
        document,
        "x-amazon-apigateway-request-validators",
        request_validators(view),
    );
    put_filled(
        document,
        "x-amazon-apigateway-gateway-responses",
        gateway_responses(view),
    );
    if !definition.binary_media_types.is_empty() {
        put(
            document,
            "x-amazon-apigateway-binary-media-types",
            definition.binary_media_types.clone(),
        );
    }
    put_some(
        document,
        "x-amazon-apigateway-minimum-compression-size",
        definition.minimum_compression_size,
    );
    // The default is not written (recordings `test_export_swagger_openapi`).
    if definition.api_key_source == Some(ApiKeySource::Authorizer) {
        put(
            document,
            "x-amazon-apigateway-api-key-source",
            ApiKeySource::Authorizer.as_str(),
        );
    }
    put_some(
        document,
        "x-amazon-apigateway-policy",
        definition.policy.as_deref().map(parsed),
    );
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|_| Json::from(text))
}

fn request_validators(view: &View<'_>) -> Members {
    let validators = view.definition.request_validators.values();
    let validator = |validator: &model::RequestValidator| {
        let flags = json!({
            "validateRequestParameters": validator.validate_parameters,
            "validateRequestBody": validator.validate_body,
        });
        (validator.name.clone(), flags)
    };
    validators.map(validator).collect()
}

fn gateway_responses(view: &View<'_>) -> Members {
    let responses = view.definition.gateway_responses.iter();
    responses
        .map(|(kind, response)| (kind.as_str().to_owned(), gateway_response(response).into()))
        .collect()
}

fn gateway_response(response: &GatewayResponse) -> Members {
    let mut members = Members::new();
    put_some(&mut members, "statusCode", response.status_code.as_deref());
    put_filled(
        &mut members,
        "responseParameters",
        texts(&response.response_parameters),
    );
    put_filled(
        &mut members,
        "responseTemplates",
        texts(&response.response_templates),
    );
    members
}

fn documentation_of(documentation: &Documentation) -> Members {
    let parts = documentation.parts.iter();
    let part = |part: &crate::DocumentationPart| json!({ "location": texts(&part.location), "properties": part.properties });
    let mut members = Members::new();
    put_some(&mut members, "version", documentation.version.as_deref());
    put_some(
        &mut members,
        "createdDate",
        documentation.created.as_deref(),
    );
    put(
        &mut members,
        "documentationParts",
        parts.map(part).collect::<Vec<Json>>(),
    );
    members
}
