//! What AWS answered after importing a document, and what it exported again.

use crate::common::{Comparison, OPTIONS, REGION, conformance, import_with, input, recording};
use model::ApiDefinition;
use openapi::{ExportAbout, ExportKind, ExportOptions, Extensions, Format, Imported, Mode, export};
use serde_json::{Value, json};

const IMPORTS: &str = "test_apigateway_import.snapshot.json";
const EXPORTS: &str = "test_apigateway_extended.snapshot.json";

fn imported(folder: &std::path::Path, file: &str) -> Imported {
    import_with(&input(folder, file), &OPTIONS).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What the recorded test asked for, from the definition.
fn answer(definition: &ApiDefinition, question: &str) -> Option<Value> {
    match question {
        "get-models" => return Some(crate::common::models_json(definition)),
        "resources" => return Some(crate::common::resources_json(definition)),
        "request-validators" => return Some(crate::common::validators_json(definition)),
        _ => {}
    }
    let (kind, place) = [
        "integration-response-",
        "method-response-",
        "integration-",
        "method-",
    ]
    .iter()
    .find_map(|kind| Some((*kind, question.strip_prefix(kind)?)))?;
    let (path, verb) = place.rsplit_once('-')?;
    let path = if path == "root" {
        "/".to_owned()
    } else {
        format!("/{path}")
    };
    let verb = verb.to_uppercase().parse().ok()?;
    let method = crate::common::method(definition, &path, verb);
    let integration = method.integration.as_ref()?;
    let absent = json!({
        "Error": { "Code": "NotFoundException", "Message": "Invalid Response status code specified" },
        "message": "Invalid Response status code specified",
    });
    Some(match kind {
        "method-" => crate::common::method_json(verb, method),
        "integration-" => crate::common::integration_json(integration),
        "method-response-" => method
            .responses
            .get("200")
            .map_or(absent, |found| crate::common::response_json("200", found)),
        _ => integration.responses.get("200").map_or(absent, |found| {
            crate::common::integration_response_json("200", found)
        }),
    })
}

fn check(file: &str, test: &str, bound: &[(&str, &str)]) {
    let Some(folder) = conformance() else { return };
    let imported = imported(&folder, file);
    let recorded = recording(&folder, IMPORTS, test);
    let mut comparison = Comparison::new(bound);
    for (question, expected) in recorded.as_object().unwrap() {
        match question.as_str() {
            "get-authorizers" => {
                let items = Value::from(crate::common::authorizers_json(&imported.definition));
                comparison.check(question, expected.get("items").unwrap_or(expected), &items);
            }
            question if question.starts_with("import") => {
                check_api(&mut comparison, expected, &imported);
            }
            question => {
                let found =
                    answer(&imported.definition, question).unwrap_or_else(|| panic!("{question}"));
                comparison.check(question, expected, &found);
            }
        }
    }
    assert_eq!(imported.told_warnings().count(), 0);
}

fn check_api(comparison: &mut Comparison, recorded: &Value, imported: &Imported) {
    comparison.check("name", &recorded["name"], &json!(imported.title));
    comparison.check(
        "root",
        &recorded["rootResourceId"],
        &json!(imported.definition.root().unwrap().id),
    );
    for (key, found) in [
        ("version", json!(imported.version)),
        ("description", json!(imported.description)),
        ("warnings", Value::Null),
    ] {
        comparison.check(key, recorded.get(key).unwrap_or(&Value::Null), &found);
    }
    let types = recorded
        .get("binaryMediaTypes")
        .cloned()
        .unwrap_or(json!([]));
    comparison.check(
        "types",
        &types,
        &json!(imported.definition.binary_media_types),
    );
}

#[test]
fn a_document_with_an_api_key_and_cors_is_what_aws_made_of_it() {
    check(
        "openapi.spec.tf.json",
        "test_import_and_validate_rest_api[openapi.spec.tf.json]",
        &[("<name:2>", "Empty")],
    );
}

#[test]
fn path_variables_are_declared_without_being_named() {
    check(
        "swagger-mock-cors.json",
        "test_import_and_validate_rest_api[swagger-mock-cors.json]",
        &[],
    );
}

#[test]
fn the_petstore_with_an_authorizer_is_what_aws_made_of_it() {
    check(
        "petstore-authorizer.swagger.json",
        "test_import_swagger_api",
        &[],
    );
}

#[test]
fn user_pools_and_scopes_are_what_aws_made_of_them() {
    check(
        "openapi.cognito-auth.json",
        "test_import_with_cognito_auth_identity_source",
        &[],
    );
}

#[test]
fn circular_models_survive() {
    check(
        "openapi.spec.circular-ref.json",
        "test_import_with_circular_models",
        &[],
    );
    let test = "test_import_with_circular_models_and_request_validation";
    check(
        "openapi.spec.circular-ref-with-request-body.json",
        test,
        &[],
    );
}

#[test]
fn a_document_of_pulumi_is_what_aws_made_of_it() {
    check("openapi.spec.pulumi.json", "test_import_rest_api", &[]);
}

#[test]
fn every_given_document_can_be_imported() {
    let Some(folder) = conformance() else { return };
    let mut count = 0;
    for file in std::fs::read_dir(folder.join("openapi-inputs")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let imported = imported(&folder, &name);
        let methods: usize = imported
            .definition
            .resources
            .values()
            .map(|resource| resource.methods.len())
            .sum();
        assert!(methods > 0, "{name}");
        count += 1;
    }
    assert_eq!(count, 20);
}

#[test]
fn merging_adds_media_types_and_overwriting_replaces_them() {
    let Some(folder) = conformance() else { return };
    for (mode, name) in [(Mode::Merge, "merge"), (Mode::Overwrite, "overwrite")] {
        let recorded = recording(
            &folder,
            IMPORTS,
            &format!("test_put_rest_api_mode_binary_media_types[{name}]"),
        );
        let mut existing = import_with("swagger: '2.0'\ninfo: {title: before}", &OPTIONS)
            .unwrap()
            .definition;
        existing.binary_media_types = vec!["image/heif".to_owned()];
        let options = openapi::ImportOptions {
            existing: Some((&existing, mode)),
            ..OPTIONS
        };
        let put = import_with(&input(&folder, "pets.json"), &options).unwrap();
        let mut comparison = Comparison::new(&[]);
        comparison.check(
            "root",
            &recorded["create-rest-api"]["rootResourceId"],
            &json!(existing.root().unwrap().id),
        );
        check_api(&mut comparison, &recorded["put-api"], &put);
    }
}

fn check_export(file: &str, id: &str, kind: ExportKind) {
    let Some(folder) = conformance() else { return };
    let name = match kind {
        ExportKind::Swagger => "swagger",
        ExportKind::Oas30 => "oas30",
    };
    let recorded = recording(
        &folder,
        EXPORTS,
        &format!("test_export_{name}_openapi[{id}]"),
    );
    let imported = imported(&folder, file);
    let host = format!("api.execute-api.{REGION}.amazonaws.com");
    let about = ExportAbout {
        title: &imported.title,
        description: imported.description.as_deref(),
        version: imported.version.as_deref().unwrap_or("date"),
        host: &host,
        stage: "local",
        documentation: None,
    };
    let with = Extensions {
        apigateway: true,
        ..Extensions::NONE
    };
    for (question, extensions) in [
        ("get-export", Extensions::NONE),
        ("get-export-with-extensions", with),
    ] {
        for format in [Format::Json, Format::Yaml] {
            let text = export(
                &imported.definition,
                &about,
                &ExportOptions {
                    kind,
                    format,
                    extensions,
                },
            );
            if format == Format::Json {
                let found: Value = serde_json::from_str(&text).unwrap();
                Comparison::new(&[]).check(question, &recorded[question]["body"], &found);
            } else {
                assert!(text.starts_with("---\n"), "{text}");
            }
        }
    }
}

#[test]
fn exports_are_what_aws_wrote() {
    for kind in [ExportKind::Swagger, ExportKind::Oas30] {
        check_export("pets.json", "TEST_IMPORT_PETS", kind);
        check_export(
            "petstore-swagger.json",
            "TEST_IMPORT_PETSTORE_SWAGGER",
            kind,
        );
    }
}
