//! What PutRestApi keeps, and what it replaces.

use model::{ApiDefinition, MethodVerb};
use openapi::{ImportOptions, Imported, Mode};

use crate::common::{OPTIONS, import_with, method, paths};

const BEFORE: &str = r#"{
    "swagger": "2.0", "info": {"title": "before"},
    "x-amazon-apigateway-policy": "{}",
    "securityDefinitions": {"bearer": {"type": "apiKey", "name": "Authorization", "in": "header",
        "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer": {"type": "token",
        "authorizerUri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:old/invocations"}}},
    "definitions": {"Pet": {"type": "object"}, "Old": {"type": "string"}},
    "paths": {
        "/a/b": {"get": {"security": [{"bearer": []}], "x-amazon-apigateway-integration": {"type": "mock"}},
                 "put": {"x-amazon-apigateway-integration": {"type": "mock"}}},
        "/a/{old}": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}
    }
}"#;

const AFTER: &str = r#"{
    "swagger": "2.0", "info": {"title": "after"},
    "securityDefinitions": {"bearer": {"type": "apiKey", "name": "Token", "in": "header",
        "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer": {"type": "token",
        "authorizerUri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:new/invocations"}}},
    "definitions": {"Pet": {"type": "string"}},
    "paths": {
        "/a/b": {"get": {"security": [{"bearer": []}], "operationId": "new", "x-amazon-apigateway-integration": {"type": "mock"}}},
        "/c": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}
    }
}"#;

fn put(mode: Mode) -> (ApiDefinition, Imported) {
    let before = import_with(BEFORE, &OPTIONS).unwrap().definition;
    let options = ImportOptions {
        existing: Some((&before, mode)),
        ..OPTIONS
    };
    let after = import_with(AFTER, &options).unwrap();
    (before, after)
}

#[test]
fn a_merge_replaces_what_is_named_and_keeps_the_rest() {
    let (before, after) = put(Mode::Merge);
    let definition = &after.definition;
    assert_eq!(
        paths(definition).keys().collect::<Vec<_>>(),
        ["/", "/a", "/a/b", "/a/{old}", "/c"]
    );
    assert_eq!(
        method(definition, "/a/b", MethodVerb::Get)
            .operation_name
            .as_deref(),
        Some("new")
    );
    assert!(
        paths(definition)["/a/b"]
            .methods
            .contains_key(&MethodVerb::Put)
    );
    assert_eq!(definition.models.keys().collect::<Vec<_>>(), ["Old", "Pet"]);
    assert_eq!(definition.policy, before.policy);
}

#[test]
fn overwriting_leaves_only_what_is_named_and_says_that_the_policy_went() {
    let (_, after) = put(Mode::Overwrite);
    let definition = &after.definition;
    assert_eq!(
        paths(definition).keys().collect::<Vec<_>>(),
        ["/", "/a", "/a/b", "/c"]
    );
    assert!(
        !paths(definition)["/a/b"]
            .methods
            .contains_key(&MethodVerb::Put)
    );
    assert_eq!(definition.models.keys().collect::<Vec<_>>(), ["Pet"]);
    assert_eq!(definition.policy, None);
    assert!(
        after
            .warnings
            .iter()
            .any(|warning| warning.message.contains("resource policy")),
        "{:?}",
        after.warnings
    );
}

#[test]
fn what_stays_keeps_its_id_in_both_modes() {
    for mode in [Mode::Merge, Mode::Overwrite] {
        let (before, after) = put(mode);
        for path in ["/", "/a", "/a/b"] {
            assert_eq!(
                paths(&after.definition)[path].id,
                paths(&before)[path].id,
                "{mode:?} {path}"
            );
        }
        let [authorizer] = after.definition.authorizers.values().collect::<Vec<_>>()[..] else {
            panic!("{mode:?}")
        };
        assert!(before.authorizers.contains_key(&authorizer.id), "{mode:?}");
        assert!(
            authorizer.uri.as_ref().unwrap().contains("function:new"),
            "{mode:?}"
        );
        assert_eq!(
            after.definition.models["Pet"].id, before.models["Pet"].id,
            "{mode:?}"
        );
        assert_eq!(
            after.definition.models["Pet"].schema.as_deref(),
            Some("{\n  \"type\" : \"string\"\n}")
        );
    }
}

#[test]
fn a_merge_minds_the_variables_that_are_there() {
    let before = import_with(BEFORE, &OPTIONS).unwrap().definition;
    let options = ImportOptions {
        existing: Some((&before, Mode::Merge)),
        ..OPTIONS
    };
    let body = "swagger: '2.0'\ninfo: {title: t}\npaths: {'/a/{new}': {get: {}}}";
    let error = import_with(body, &options).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("A sibling ({old}) of this resource already has a variable path part"),
        "{error}"
    );
}
