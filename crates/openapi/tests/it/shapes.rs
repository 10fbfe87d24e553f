//! Nothing of the wrong shape is taken for something empty: an open door could hide there.

use crate::common::{OPTIONS, import_with};

fn check(body: &str, line: u32, reason: &str) {
    let error = import_with(body, &OPTIONS).expect_err(body);
    let problem = &error.problems[0];
    let told = problem.message.contains(reason)
        || problem
            .cause
            .as_ref()
            .is_some_and(|cause| cause.contains(reason));
    assert!(told, "{body}: {error:?}");
    assert_eq!(problem.position.unwrap().line, line, "{body}: {error:?}");
}

#[test]
fn security_of_the_wrong_shape_opens_nothing() {
    let security = |security: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: t}}\nsecurity: {security}\npaths: {{/x: {{get: {{}}}}}}"
        )
    };
    for body in [
        "{bearer: []}",
        "bearer",
        "",
        "true",
        "[bearer]",
        "[[bearer]]",
        "[null]",
    ] {
        check(&security(body), 3, "expected a ");
    }
    check(
        &security("[{bearer: []}]"),
        3,
        "Invalid security definition specified: bearer",
    );
}

#[test]
fn parts_of_the_wrong_shape_are_refused() {
    let head = "swagger: '2.0'\ninfo: {title: t}\n";
    for (body, reason) in [
        ("paths: []", "the paths are not a map"),
        ("paths: {/x: []}", "expected a map"),
        ("paths: {/x: {get: []}}", "expected a map"),
        ("paths: {/x: {get: null}}", "expected a map"),
        (
            "paths: {/x: {get: {parameters: {a: b}}}}",
            "expected a list",
        ),
        ("paths: {/x: {get: {responses: []}}}", "expected a map"),
        (
            "paths: {/x: {get: {responses: {200: {headers: []}}}}}",
            "expected a map",
        ),
        (
            "paths: {/x: {get: {x-amazon-apigateway-integration: {type: mock, responses: []}}}}",
            "expected a map",
        ),
        (
            "paths: {/x: {get: {x-amazon-apigateway-integration: {type: mock, requestTemplates: []}}}}",
            "expected a map",
        ),
        (
            "paths: {/x: {get: {x-amazon-apigateway-integration: mock}}}",
            "IntegrationType must be non-empty",
        ),
        ("definitions: []", "the schemas are not a map"),
        (
            "securityDefinitions: []",
            "the security schemes are not a map",
        ),
        (
            "x-amazon-apigateway-request-validators: [a]",
            "expected a map",
        ),
        (
            "x-amazon-apigateway-gateway-responses: [a]",
            "expected a map",
        ),
        (
            "x-amazon-apigateway-binary-media-types: '*/*'",
            "expected a list",
        ),
        ("x-amazon-apigateway-policy: [a]", "Invalid policy document"),
        (
            "x-amazon-apigateway-api-key-source: BODY",
            "Invalid API key source",
        ),
    ] {
        check(&format!("{head}{body}"), 3, reason);
    }
}

#[test]
fn a_method_cannot_open_what_its_own_security_closes() {
    let body = |global: &str, own: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: t}}\n{global}\nsecurityDefinitions: {{s: {{type: apiKey, name: Authorization, \
             in: header, x-amazon-apigateway-authtype: awsSigv4}}}}\npaths: {{/x: {{get: {{{own}\n  x-amazon-apigateway-auth: \
             {{type: NONE}}}}}}}}"
        )
    };
    check(
        &body("#", "security: [{s: []}],"),
        6,
        "the method's security says otherwise",
    );
    assert!(import_with(&body("security: [{s: []}]", ""), &OPTIONS).is_ok());
}
