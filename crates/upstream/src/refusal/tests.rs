//! Rows: what each protocol's clients read.

use http::Request;
use policy::Explanation;

use super::*;

fn denied(action: &str, resource: &str) -> Refused {
    let explanation = Explanation {
        allowed: false,
        sentence: String::new(),
        layer: Some(policy::Layer::Identity),
        decided_by: None,
        principal: "arn:aws:sts::111111111111:assumed-role/r/f".into(),
        action: action.into(),
        resource: resource.into(),
        sources: Vec::new(),
        nearest: None,
    };
    Refused::Denied(Box::new(AccessDenied::of(Box::new(explanation))))
}

/// The status, the code as the client finds it, and the message.
#[track_caller]
fn check(
    service: &str,
    head: http::request::Builder,
    refused: &Refused,
    status: u16,
    holds: &[&str],
) {
    let (parts, ()) = head.body(()).unwrap().into_parts();
    let form = b"Action=X";
    let response = render(refused, service, (&parts, form), "id-1");
    assert_eq!(response.status().as_u16(), status, "{service}");
    let headers = format!("{:?}", response.headers());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let body = runtime.block_on(http_body_util::BodyExt::collect(response.into_body()));
    let body = body.unwrap().to_bytes();
    let said = format!("{headers}\n{}", String::from_utf8_lossy(&body));
    for text in holds {
        assert!(said.contains(text), "{service}: {said}");
    }
}

fn target() -> http::request::Builder {
    Request::post("/").header("x-amz-target", "X.Y")
}

#[test]
fn a_denial_is_said_in_the_words_of_the_service() {
    let user = "User: arn:aws:sts::111111111111:assumed-role/r/f is not authorized to perform:";
    let table = "arn:aws:dynamodb:r:1:table/t";
    check(
        "dynamodb",
        target(),
        &denied("dynamodb:PutItem", table),
        400,
        &[
            r#""__type":"com.amazon.coral.service#AccessDeniedException""#,
            &format!(
                r#""Message":"{user} dynamodb:PutItem on resource: {table} because no identity-based policy allows the dynamodb:PutItem action""#
            ),
            "application/x-amz-json-1.0",
        ],
    );
    check(
        "sqs",
        target(),
        &denied("sqs:SendMessage", "arn:aws:sqs:r:1:q"),
        403,
        &[
            &format!(
                "{user} sqs:sendmessage on resource: arn:aws:sqs:r:1:q because no identity-based policy allows the sqs:sendmessage action"
            ),
            "AccessDenied;Sender",
        ],
    );
    let form = Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    check(
        "sns",
        form,
        &denied("sns:Publish", "arn:aws:sns:r:1:t"),
        403,
        &[
            "<Code>AuthorizationError</Code>",
            &format!(
                "{user} SNS:Publish on resource: arn:aws:sns:r:1:t because no identity-based policy allows the SNS:Publish action"
            ),
        ],
    );
    check(
        "s3",
        Request::put("/b/k"),
        &denied("s3:PutObject", "arn:aws:s3:::b/k"),
        403,
        &[
            "<Code>AccessDenied</Code>",
            &format!("{user} s3:PutObject on resource: &quot;arn:aws:s3:::b/k&quot; because"),
            "application/xml",
        ],
    );
    check(
        "batch",
        Request::post("/v1/submitjob"),
        &denied("batch:SubmitJob", "*"),
        403,
        &["AccessDeniedException", r#"{"Message":"User"#],
    );
}

#[test]
fn a_service_without_an_endpoint_names_the_flag() {
    let refused = Refused::NoEndpoint {
        service: "s3".into(),
    };
    check(
        "s3",
        Request::get("/b"),
        &refused,
        501,
        &["<Code>NotImplemented</Code>", "--upstream s3=URL"],
    );
    check(
        "dynamodb",
        target(),
        &refused,
        501,
        &["NotImplemented", "--upstream"],
    );
}

#[test]
fn who_is_nobody_is_told_in_the_words_of_s3() {
    let unknown = Refused::Unauthenticated(AuthenticationFailure::UnknownKey);
    check(
        "s3",
        Request::get("/b"),
        &unknown,
        403,
        &["<Code>InvalidAccessKeyId</Code>"],
    );
    check(
        "dynamodb",
        target(),
        &unknown,
        400,
        &["UnrecognizedClientException"],
    );
}
