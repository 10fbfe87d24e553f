//! An import, an export and another import give an equal API.

use model::{ApiDefinition, AuthorizationType, ConnectionType, MethodVerb};
use openapi::{
    BasePath, Documentation, ExportAbout, ExportKind, ExportOptions, Extensions, Format,
    ImportOptions, Mode, export,
};
use serde_json::{Value, json};

use crate::common::{OPTIONS, conformance, import_with, input, method, paths};

const RICH: &str = include_str!("rich.json");

pub(crate) fn exported(
    definition: &ApiDefinition,
    documentation: Option<&Documentation>,
    kind: ExportKind,
    format: Format,
) -> String {
    let about = ExportAbout {
        title: "t",
        description: None,
        version: "1",
        host: "a.example",
        stage: "prod",
        documentation,
    };
    export(
        definition,
        &about,
        &ExportOptions {
            kind,
            format,
            extensions: Extensions::ALL,
        },
    )
}

/// Overwriting an API with its own export changes nothing, ids included.
fn check(name: &str, body: &str) {
    let first = import_with(body, &OPTIONS).unwrap_or_else(|error| panic!("{name}: {error}"));
    for kind in [ExportKind::Swagger, ExportKind::Oas30] {
        for format in [Format::Json, Format::Yaml] {
            let text = exported(
                &first.definition,
                first.documentation.as_ref(),
                kind,
                format,
            );
            let existing = Some((&first.definition, Mode::Overwrite));
            let again = import_with(
                &text,
                &ImportOptions {
                    existing,
                    ..OPTIONS
                },
            )
            .unwrap_or_else(|error| panic!("{name} {kind:?} {format:?}: {error}\n{text}"));
            let wanted = as_exported(&first.definition, kind);
            assert_eq!(
                again.definition, wanted,
                "{name} {kind:?} {format:?}\n{text}"
            );
            assert_eq!(
                again.documentation, first.documentation,
                "{name} {kind:?} {format:?}"
            );
            let fresh = import_with(&text, &OPTIONS).unwrap().definition;
            assert_eq!(fresh.resources.len(), wanted.resources.len(), "{name}");
        }
    }
}

/// What the formats can't say: the default key source in both, one body for several media types in Swagger.
pub(crate) fn as_exported(definition: &ApiDefinition, kind: ExportKind) -> ApiDefinition {
    let mut definition = definition.clone();
    definition.api_key_source = definition
        .api_key_source
        .filter(|source| source.as_str() == "AUTHORIZER");
    if kind == ExportKind::Swagger {
        assert!(
            definition
                .resources
                .values()
                .flat_map(|resource| resource.methods.values())
                .all(|method| {
                    method
                        .request_models
                        .as_ref()
                        .is_none_or(|models| models.len() == 1)
                })
        );
    }
    definition
}

#[test]
fn a_rich_api_comes_back_as_it_was() {
    check("rich", RICH);
}

#[test]
fn every_given_document_comes_back_as_it_was() {
    let Some(folder) = conformance() else { return };
    for file in std::fs::read_dir(folder.join("openapi-inputs")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        check(&name, &input(&folder, &name));
    }
}

#[test]
fn a_rich_document_is_read_to_its_last_word() {
    let imported = import_with(RICH, &OPTIONS).unwrap();
    let definition = &imported.definition;
    assert_eq!(imported.disable_execute_api_endpoint, Some(true));
    assert_eq!(
        imported.endpoint.as_ref().unwrap().vpc_endpoint_ids,
        ["vpce-1"]
    );
    assert_eq!(imported.tags.get("team").map(String::as_str), Some("blue"));
    assert_eq!(imported.documentation.as_ref().unwrap().parts.len(), 2);
    assert_eq!(
        paths(definition).keys().collect::<Vec<_>>(),
        [
            "/",
            "/hook",
            "/pets",
            "/pets/{petId}",
            "/pets/{petId}/{proxy+}"
        ]
    );
    let list = method(definition, "/pets", MethodVerb::Get);
    assert_eq!(
        json!(list.request_parameters),
        json!({"method.request.header.trace": false, "method.request.querystring.limit": false, "method.request.querystring.page": true})
    );
    let integration = list.integration.as_ref().unwrap();
    assert_eq!(
        integration.credentials.as_deref(),
        Some("arn:aws:iam::000000000000:role/invoker")
    );
    assert_eq!(
        integration.responses["404"].selection_pattern.as_deref(),
        Some(".*not found.*")
    );
    assert_eq!(integration.responses["200"].selection_pattern, None);
    let made = method(definition, "/pets", MethodVerb::Post);
    assert_eq!(
        (made.authorization_type, made.api_key_required),
        (AuthorizationType::Cognito, true)
    );
    assert_eq!(made.authorization_scopes, ["pets/write", "email"]);
    let open = method(definition, "/pets", MethodVerb::Options);
    assert_eq!(open.authorization_type, AuthorizationType::None);
    let greedy = method(definition, "/pets/{petId}/{proxy+}", MethodVerb::Any);
    assert_eq!(greedy.authorization_type, AuthorizationType::Iam);
    assert_eq!(
        greedy.integration.as_ref().unwrap().connection_type,
        Some(ConnectionType::VpcLink)
    );
    let bearer = definition
        .authorizers
        .values()
        .find(|authorizer| authorizer.name == "bearer")
        .unwrap();
    assert_eq!(
        bearer.credentials.as_deref(),
        Some("arn:aws:iam::000000000000:role/authorizer")
    );
    assert_eq!(
        bearer.identity_source.as_deref(),
        Some("method.request.header.Authorization")
    );
    assert_eq!(
        definition.models.len(),
        3,
        "two schemas with a name and one without"
    );
}

#[test]
fn the_same_document_in_yaml_is_the_same_api() {
    let json = import_with(RICH, &OPTIONS).unwrap();
    let yaml = exported(&json.definition, None, ExportKind::Oas30, Format::Yaml);
    let parsed = import_with(&yaml, &OPTIONS).unwrap();
    assert_eq!(
        paths(&parsed.definition).keys().len(),
        paths(&json.definition).keys().len()
    );
}

#[test]
fn extensions_are_written_as_they_are_asked_for() {
    let definition = import_with(RICH, &OPTIONS).unwrap().definition;
    let about = ExportAbout {
        title: "t",
        description: None,
        version: "1",
        host: "h",
        stage: "s",
        documentation: None,
    };
    for (list, integrations, authorizers, settings) in [
        ("", false, false, false),
        ("integrations", true, false, false),
        ("authorizers", false, true, false),
        ("integrations, authorizers", true, true, false),
        ("apigateway", true, true, true),
    ] {
        let extensions = Extensions::parse(list).unwrap();
        let options = ExportOptions {
            kind: ExportKind::Swagger,
            format: Format::Json,
            extensions,
        };
        let text = export(&definition, &about, &options);
        let _: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            text.contains("x-amazon-apigateway-integration\""),
            integrations,
            "{list}"
        );
        assert_eq!(text.contains("role/invoker"), integrations, "{list}");
        assert_eq!(
            text.contains("authorizerCredentials"),
            authorizers,
            "{list}"
        );
        assert_eq!(
            text.contains("x-amazon-apigateway-policy"),
            settings,
            "{list}"
        );
        assert!(text.contains("securityDefinitions"), "{list}");
    }
    assert_eq!(Extensions::parse("integrations,what").unwrap_err(), "what");
}

#[test]
fn a_method_whose_authorizer_is_gone_is_not_exported_as_open() {
    let mut definition = import_with(RICH, &OPTIONS).unwrap().definition;
    definition.authorizers.clear();
    let text = exported(&definition, None, ExportKind::Oas30, Format::Json);
    assert!(
        import_with(&text, &OPTIONS)
            .unwrap_err()
            .to_string()
            .contains("Invalid security definition")
    );
}

#[test]
fn a_base_path_stands_before_every_path() {
    let Some(folder) = conformance() else { return };
    for (file, base_path, expected) in [
        ("openapi-basepath-url.yaml", BasePath::Ignore, "/test"),
        (
            "openapi-basepath-url.yaml",
            BasePath::Prepend,
            "/base-url/part/test",
        ),
        ("openapi-basepath-url.yaml", BasePath::Split, "/part/test"),
        (
            "openapi-basepath-server-variable.yaml",
            BasePath::Prepend,
            "/base-var/test",
        ),
        (
            "openapi-basepath-server-variable.yaml",
            BasePath::Split,
            "/test",
        ),
        ("swagger.json", BasePath::Prepend, "/base/test"),
        ("swagger.json", BasePath::Split, "/test"),
    ] {
        let options = ImportOptions {
            base_path,
            ..OPTIONS
        };
        let definition = import_with(&input(&folder, file), &options)
            .unwrap()
            .definition;
        assert_eq!(
            method(&definition, expected, MethodVerb::Get)
                .responses
                .len(),
            1,
            "{file} {base_path:?}"
        );
        assert_eq!(
            definition.resources.len(),
            expected.matches('/').count() + 1,
            "{file} {base_path:?}"
        );
    }
}
