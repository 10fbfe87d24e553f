//! Resource policies that are written whole, beside those of AddPermission.

use serde_json::{Value, json};

use super::*;

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const MISSING: &str = "ResourceNotFoundException";

fn policy(statements: &Value) -> String {
    json!({ "Version": "2012-10-17", "Statement": statements }).to_string()
}

fn statement(sid: &str, effect: &str, principal: &Value, resource: &str) -> Value {
    json!({
        "Sid": sid, "Effect": effect, "Principal": principal, "Action": "lambda:InvokeFunction",
        "Resource": resource,
    })
}

fn service(name: &str) -> Value {
    json!({ "Service": format!("{name}.amazonaws.com") })
}

impl Lambda {
    async fn policy_of(&self, line: &str, arn: &str, input: &Value) -> Answer {
        let (method, query) = line.split_once(' ').unwrap_or((line, ""));
        let arn = arn
            .replace(':', "%3A")
            .replace('$', "%24")
            .replace('/', "%2F");
        let line = format!("{method} /2026-07-09/resource-policy/{arn}{query}");
        self.world.rest("lambda", &line, input).await
    }
}

#[tokio::test]
async fn a_policy_is_written_shown_and_taken_away() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let missing = lambda.policy_of("GET", FUNCTION, &json!({})).await;
    check(
        &missing,
        404,
        MISSING,
        "The resource you requested does not exist.",
    );
    let document = policy(&json!([statement("a", "Allow", &service("sns"), FUNCTION)]));
    let given = json!({ "Policy": document });
    let made = lambda.policy_of("PUT", FUNCTION, &given).await.ok();
    assert_eq!(made["Policy"], json!(document));
    let shown = lambda.policy_of("GET", FUNCTION, &json!({})).await.ok();
    assert_eq!(shown, made);
    let older = lambda.call("GET /f/policy", &json!({})).await.ok();
    assert_eq!(older, made);
    let stale = json!({"Policy": document, "RevisionId": "00000000-0000-4000-8000-000000000000"});
    let refused = lambda.policy_of("PUT", FUNCTION, &stale).await;
    let code = "PreconditionFailedException";
    check(&refused, 412, code, "Call the GetResourcePolicy API");
    let query = "DELETE ?RevisionId=00000000-0000-4000-8000-000000000000";
    check(
        &lambda.policy_of(query, FUNCTION, &json!({})).await,
        412,
        code,
        "",
    );
    let revision = made["RevisionId"].as_str().unwrap();
    let query = format!("DELETE ?RevisionId={revision}");
    let gone = lambda.policy_of(&query, FUNCTION, &json!({})).await;
    assert_eq!((gone.status, gone.text().as_str()), (204, ""));
    check(
        &lambda.policy_of("DELETE", FUNCTION, &json!({})).await,
        404,
        MISSING,
        "",
    );
}

#[tokio::test]
async fn statements_come_and_go_in_a_policy_that_was_written_whole() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let both = json!([
        statement("a", "Allow", &service("sns"), FUNCTION),
        statement("b", "Deny", &json!("*"), FUNCTION),
    ]);
    let given = json!({ "Policy": policy(&both) });
    lambda.policy_of("PUT", FUNCTION, &given).await.ok();
    let permission = json!({
        "StatementId": "c", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
    });
    lambda.call("POST /f/policy", &permission).await.ok();
    let removed = lambda.call("DELETE /f/policy/a", &json!({})).await;
    assert_eq!(removed.status, 204, "{}", removed.text());
    let shown = lambda.policy_of("GET", FUNCTION, &json!({})).await.ok();
    let shown: Value = serde_json::from_str(shown["Policy"].as_str().unwrap()).unwrap();
    let sids: Vec<_> = shown["Statement"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["Sid"])
        .collect();
    assert_eq!(sids, ["b", "c"]);
    assert_eq!(shown["Statement"][0], both[1]);
}

#[tokio::test]
async fn what_is_no_policy_is_not_written() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let one = |principal: Value| policy(&json!([statement("a", "Allow", &principal, FUNCTION)]));
    let twice = statement("a", "Allow", &service("sns"), FUNCTION);
    for (document, text) in [
        ("{".to_owned(), ""),
        (
            policy(&json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}])),
            "",
        ),
        (
            one(json!({"AWS": "arn:aws:iam::111111111111:role/missing"})),
            "principal was invalid",
        ),
        (
            one(json!({"Service": "nobody.example.com"})),
            "principal was invalid",
        ),
        (policy(&json!([twice, twice])), "must be unique"),
    ] {
        let given = json!({ "Policy": document });
        check(
            &lambda.policy_of("PUT", FUNCTION, &given).await,
            400,
            INVALID,
            text,
        );
    }
    let given = json!({ "Policy": one(service("sns")) });
    for (arn, status, code) in [
        (format!("{FUNCTION}:$LATEST"), 400, INVALID),
        (format!("{FUNCTION}:7"), 404, MISSING),
        (format!("{FUNCTION}-none"), 404, MISSING),
        (
            "arn:aws:lambda:us-east-1:111111111111:runtime/x".to_owned(),
            400,
            INVALID,
        ),
    ] {
        check(
            &lambda.policy_of("PUT", &arn, &given).await,
            status,
            code,
            "",
        );
    }
}
