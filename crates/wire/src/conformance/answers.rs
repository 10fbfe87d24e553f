//! Whole requests to the real services' tables, and the words of the answers.

use bytes::Bytes;
use http::{Request, request::Parts};
use serde_json::{Value, json};

use crate::{
    Failure, Members, Operation, Service, Timestamp, answer, apigateway, decode,
    document::Document, iam, lambda, logs, sts,
};

fn request(line: &str, headers: &[(&str, &str)]) -> Parts {
    let (method, uri) = line.split_once(' ').expect("a method and a uri");
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).expect("a request").into_parts().0
}

fn refusal(service: Service, line: &str, headers: &[(&str, &str)], body: &str) -> Failure {
    let decoded = decode(
        service,
        &request(line, headers),
        &Bytes::from(body.to_owned()),
    );
    decoded
        .and_then(crate::Decoded::validate)
        .map(|_| ())
        .expect_err("a refusal")
}

fn check(service: Service, line: &str, body: &str, code: &str, message: &str) {
    let target = line.split_once('#').map_or("", |(_, target)| target);
    let line = line.split('#').next().unwrap_or(line);
    let failure = refusal(service, line, &[("x-amz-target", target)], body);
    assert_eq!(
        (failure.code.as_ref(), failure.message.as_str()),
        (code, message)
    );
    assert_eq!(failure.status, 400);
}

#[test]
fn a_broken_constraint_is_told_in_the_words_of_the_service() {
    // test_update_rest_api_concatenation_of_errors
    check(
        Service::ApiGateway,
        "PATCH /restapis/abc",
        r#"{"patchOperations":[{"op":"wrong","path":"/name"},{"op":"replace"},{"op":"worse"}]}"#,
        "ValidationException",
        "2 validation errors detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'worse' at 'updateRestApiInput.patchOperations.3.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
    );
    // test_integration_response_invalid_statuscode: a label has no prefix.
    check(
        Service::ApiGateway,
        "PUT /restapis/abc/resources/def/methods/GET/integration/responses/wrong",
        "{}",
        "ValidationException",
        r"1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d",
    );
    // test_create_rest_api_verify_defaults
    check(
        Service::ApiGateway,
        "POST /restapis",
        r#"{"name":"a","endpointConfiguration":{"types":["wrong"]}}"#,
        "ValidationException",
        "1 validation error detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
    );
    // test_tag_exceptions
    check(
        Service::Lambda,
        "DELETE /2017-03-31/tags/arn%3Aaws%3Alambda%3Aeu-west-1%3A000000000000%3Afunction%3Af",
        "",
        "ValidationException",
        "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null",
    );
    // test_get_log_events_limit_validation
    check(
        Service::Logs,
        "POST /#Logs_20140328.GetLogEvents",
        r#"{"logGroupName":"g","logStreamName":"s","limit":10001}"#,
        "InvalidParameterException",
        "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
    );
    // test_sts_invalid_parameters
    check(
        Service::Sts,
        "POST /",
        "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fr&RoleSessionName=Session1%3A2",
        "ValidationError",
        r"1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*",
    );
    // test_invalid_update_parameters
    check(
        Service::Iam,
        "POST /",
        "Action=UpdateAccessKey&Version=2010-05-08&AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=Wrong",
        "ValidationError",
        "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set",
    );
    // test_user_match_id_mismatch
    check(
        Service::Iam,
        "POST /",
        "Action=DeleteServiceSpecificCredential&Version=2010-05-08&ServiceSpecificCredentialId=totally-wrong-credential-id-with-hyphens",
        "ValidationError",
        r"1 validation error detected: Value at 'serviceSpecificCredentialId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w]+",
    );
}

#[test]
fn lists_and_maps_tell_the_constraints_of_their_scalars_together() {
    let create = |member: &str| {
        format!(
            r#"{{"FunctionName":"f","Role":"arn:aws:iam::000000000000:role/r","Code":{{}},{member}}}"#
        )
    };
    // test_create_lambda_exceptions
    check(
        Service::Lambda,
        "POST /2015-03-31/functions",
        &create(r#""Architectures":["X86_64"]"#),
        "ValidationException",
        "1 validation error detected: Value '[X86_64]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
    );
    check(
        Service::Lambda,
        "POST /2015-03-31/functions",
        &create(r#""Architectures":["x86_64","arm64"]"#),
        "ValidationException",
        "1 validation error detected: Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1",
    );
    // test_invalid_vpc_config_subnet
    check(
        Service::Lambda,
        "POST /2015-03-31/functions",
        &create(r#""VpcConfig":{"SubnetIds":["bad"]}"#),
        "ValidationException",
        "1 validation error detected: Value '[bad]' at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: subnet-[0-9a-z]*]",
    );
    // test_notfound_and_invalid_routingconfigs
    let alias = "POST /2015-03-31/functions/f/aliases";
    check(
        Service::Lambda,
        alias,
        r#"{"Name":"a","FunctionVersion":"1","RoutingConfig":{"AdditionalVersionWeights":{"2":2}}}"#,
        "ValidationException",
        "1 validation error detected: Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
    );
    check(
        Service::Lambda,
        alias,
        r#"{"Name":"a","FunctionVersion":"1","RoutingConfig":{"AdditionalVersionWeights":{"$LATEST":0.5}}}"#,
        "ValidationException",
        "1 validation error detected: Value '{$LATEST=0.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]",
    );
}

#[test]
fn a_valid_request_becomes_the_struct_of_its_operation() {
    let parts = request(
        "POST /2015-03-31/functions/f%3Aprod/policy?Qualifier=prod",
        &[],
    );
    let body = json!({"StatementId": "s", "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com"});
    let decoded = decode(Service::Lambda, &parts, &Bytes::from(body.to_string())).expect("decoded");
    let input = decoded
        .validate()
        .and_then(crate::Validated::input::<lambda::AddPermission>);
    let expected = lambda::AddPermissionRequest {
        function_name: "f:prod".into(),
        qualifier: Some("prod".into()),
        statement_id: "s".into(),
        action: "lambda:InvokeFunction".into(),
        principal: "apigateway.amazonaws.com".into(),
        ..Default::default()
    };
    assert_eq!(input, Ok(expected));
}

#[test]
fn the_input_of_another_operation_is_not_given_out() {
    let decoded = decode(
        Service::Lambda,
        &request("GET /2015-03-31/functions/f", &[]),
        &Bytes::new(),
    );
    let validated = decoded.and_then(crate::Decoded::validate).expect("valid");
    let failure = validated
        .input::<lambda::DeleteFunction>()
        .expect_err("another operation");
    assert_eq!(failure.status, 500);
}

#[test]
fn what_is_not_implemented_says_so_by_name() {
    let failure = refusal(Service::ApiGatewayV2, "GET /v2/apis", &[], "");
    assert_eq!(
        (failure.status, failure.code.as_ref()),
        (501, "NotImplemented")
    );
    assert_eq!(
        failure.message,
        "The apigateway operation GetApis is not implemented by Portcullis"
    );
    let failure = refusal(
        Service::Iam,
        "POST /",
        &[],
        "Action=ListOrganizationsFeatures&Version=2010-05-08",
    );
    let response = failure.render(Service::Iam, None, "r-1");
    assert_eq!(response.status(), 501);
    assert!(String::from_utf8_lossy(response.body()).contains("<Code>NotImplemented</Code>"));
}

#[test]
fn an_unknown_operation_is_refused() {
    let failure = refusal(
        Service::Iam,
        "POST /",
        &[],
        "Action=Nothing&Version=2010-05-08",
    );
    assert_eq!(
        failure.message,
        "Could not find operation Nothing for version 2010-05-08"
    );
    let failure = refusal(
        Service::Logs,
        "POST /",
        &[("x-amz-target", "Other.PutLogEvents")],
        "{}",
    );
    assert_eq!(failure.code, "UnknownOperationException");
    assert_eq!(
        refusal(Service::Lambda, "GET /elsewhere", &[], "").status,
        404
    );
}

fn rendered(
    service: Service,
    operation: &'static crate::schema::OperationSchema,
    failure: Failure,
) -> (u16, String, Value) {
    let response = failure.render(service, Some(operation), "r-1");
    assert_eq!(response.headers()["x-amzn-requestid"], "r-1");
    let code = response.headers().get("x-amzn-errortype");
    let code = code
        .map(|code| code.to_str().expect("text").to_owned())
        .unwrap_or_default();
    let body = serde_json::from_slice(response.body()).expect("JSON");
    (response.status().as_u16(), code, body)
}

#[test]
fn errors_have_the_members_that_their_model_gives_them() {
    let get = lambda::GetFunction::SCHEMA;
    let missing =
        Failure::of::<lambda::GetFunction>("ResourceNotFoundException", "Function not found: f");
    let body = json!({"Type": "User", "Message": "Function not found: f"});
    assert_eq!(
        rendered(Service::Lambda, get, missing),
        (404, "ResourceNotFoundException".into(), body)
    );

    let add = lambda::AddPermission::SCHEMA;
    let conflict = Failure::of::<lambda::AddPermission>("ResourceConflictException", "exists");
    let body = json!({"Type": "User", "message": "exists"});
    assert_eq!(
        rendered(Service::Lambda, add, conflict),
        (409, "ResourceConflictException".into(), body)
    );

    let untyped = Failure::of::<lambda::AddPermission>("InvalidParameterValueException", "no")
        .with("Type", Document::Null);
    let body = json!({"message": "no"});
    assert_eq!(
        rendered(Service::Lambda, add, untyped),
        (400, "InvalidParameterValueException".into(), body)
    );

    let busy = Failure::of::<lambda::Invoke>("TooManyRequestsException", "Rate Exceeded.")
        .with(
            "Reason",
            Document::String("ReservedFunctionConcurrentInvocationLimitExceeded".into()),
        )
        .with("retryAfterSeconds", Document::String("1".into()));
    let response = busy
        .clone()
        .render(Service::Lambda, Some(lambda::Invoke::SCHEMA), "r-1");
    assert_eq!(response.headers()["retry-after"], "1");
    let (status, _, body) = rendered(Service::Lambda, lambda::Invoke::SCHEMA, busy);
    let reason = "ReservedFunctionConcurrentInvocationLimitExceeded";
    assert_eq!(
        (status, body),
        (
            429,
            json!({"Type": "User", "message": "Rate Exceeded.", "Reason": reason})
        )
    );

    let api = Failure::of::<apigateway::GetRestApi>(
        "NotFoundException",
        "Invalid API identifier specified",
    );
    let body = json!({"message": "Invalid API identifier specified"});
    assert_eq!(
        rendered(Service::ApiGateway, apigateway::GetRestApi::SCHEMA, api),
        (404, "NotFoundException".into(), body)
    );

    let group = Failure::of::<logs::CreateLogGroup>("ResourceAlreadyExistsException", "exists");
    let body = json!({"__type": "ResourceAlreadyExistsException", "message": "exists"});
    assert_eq!(
        rendered(Service::Logs, logs::CreateLogGroup::SCHEMA, group),
        (400, String::new(), body)
    );
}

#[test]
fn query_errors_and_answers_are_xml_in_the_namespace_of_the_service() {
    let missing =
        Failure::of::<iam::GetRole>("NoSuchEntity", "The role with name <r> cannot be found.");
    let response = missing.render(Service::Iam, Some(iam::GetRole::SCHEMA), "r-1");
    assert_eq!(response.status(), 404);
    let expected = "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The role with name &lt;r&gt; cannot be found.</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";
    assert_eq!(std::str::from_utf8(response.body()), Ok(expected));

    let identity = sts::GetCallerIdentityResponse {
        account: Some("000000000000".into()),
        ..Default::default()
    };
    let response = answer::<sts::GetCallerIdentity>(identity, "r-1");
    let expected = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>000000000000</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>";
    assert_eq!(std::str::from_utf8(response.body()), Ok(expected));
}

#[test]
fn an_operation_without_output_answers_without_a_body() {
    let response = answer::<apigateway::DeleteRestApi>((), "r-1");
    assert_eq!(
        (response.status().as_u16(), response.body().len()),
        (202, 0)
    );
    let response = answer::<logs::CreateLogGroup>((), "r-1");
    assert_eq!(
        (response.status().as_u16(), response.body().len()),
        (200, 0)
    );
}

#[test]
fn an_answer_that_http_cannot_carry_is_an_internal_failure() {
    let output = lambda::InvocationResponse {
        function_error: Some("a\nb".into()),
        ..Default::default()
    };
    let response = answer::<lambda::Invoke>(output, "r-1");
    assert_eq!(response.status(), 500);
    assert!(response.headers().get("x-amz-function-error").is_none());
}

#[test]
fn secrets_are_not_printed() {
    let credentials = sts::Credentials {
        access_key_id: "AKIA".into(),
        secret_access_key: "very-secret".into(),
        session_token: "very-secret".into(),
        expiration: Timestamp(0.0),
    };
    let variables = [("KEY".to_owned(), "very-secret".to_owned())]
        .into_iter()
        .collect();
    let environment = lambda::Environment {
        variables: Some(variables),
    };
    let printed = format!("{credentials:?} {environment:?}");
    assert!(
        printed.contains("AKIA") && !printed.contains("very-secret"),
        "{printed}"
    );
}

#[test]
fn members_that_are_absent_and_null_are_one() {
    let members: Members = [("a", Document::Null)].into_iter().collect();
    assert_eq!(members.get("a"), None);
}
