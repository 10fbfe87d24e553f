//! AddPermission, GetPolicy, RemovePermission.

use serde_json::{Value, json};

use super::*;

const PERMISSIONS: &str = "lambda_permissions.json";

fn grant(sid: &str, members: &Value) -> Value {
    let base = json!({
        "StatementId": sid, "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
    });
    with(base, members)
}

/// Steps of the recording, and the calls they were made by.
fn impossible(s3: &Value) -> Vec<(&'static str, &'static str, Value)> {
    vec![
        (
            "add_permission_invalid_statement_id",
            "POST /f/policy",
            grant("example.com", &json!({})),
        ),
        (
            "add_permission_fn_qualifier_mismatch",
            "POST /f:alias/policy?Qualifier=42",
            s3.clone(),
        ),
        (
            "add_permission_fn_qualifier_latest",
            "POST /f/policy?Qualifier=$LATEST",
            s3.clone(),
        ),
        (
            "add_permission_principal_invalid",
            "POST /f/policy",
            grant("lambda", &json!({"Principal": "invalid.nonaws.com"})),
        ),
        (
            "get_policy_fn_doesnotexist",
            "GET /doesnotexist/policy",
            Value::Null,
        ),
        (
            "get_policy_fn_version_doesnotexist",
            "GET /f/policy?Qualifier=42",
            Value::Null,
        ),
        (
            "add_permission_fn_doesnotexist",
            "POST /doesnotexist/policy",
            s3.clone(),
        ),
        (
            "remove_permission_policy_doesnotexist",
            "DELETE /f/policy/s3",
            Value::Null,
        ),
        (
            "add_permission_fn_alias_doesnotexist",
            "POST /f/policy?Qualifier=alias-doesnotexist",
            s3.clone(),
        ),
        (
            "add_permission_fn_version_doesnotexist",
            "POST /f/policy?Qualifier=42",
            s3.clone(),
        ),
        (
            "add_permission_fn_qualifier_invalid",
            "POST /f/policy?Qualifier=invalid-qualifier-with-%3F-char",
            s3.clone(),
        ),
        (
            "add_permission_fn_qualifier_valid_doesnotexist",
            "POST /f/policy?Qualifier=valid-with-$-but-doesnotexist",
            s3.clone(),
        ),
        (
            "remove_permission_fn_doesnotexist",
            "DELETE /doesnotexist/policy/s3",
            Value::Null,
        ),
        (
            "remove_permission_fn_alias_doesnotexist",
            "DELETE /f/policy/s3?Qualifier=alias-doesnotexist",
            Value::Null,
        ),
    ]
}

#[tokio::test]
async fn permissions_are_refused_in_aws_words() {
    let Some(mut recorded) = Recorded::find(PERMISSIONS, "test_permission_exceptions") else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let s3 = grant("s3", &json!({}));
    // The recorder writes the name of this test's function without a number.
    recorded.test =
        serde_json::from_str(&recorded.test.to_string().replace("<function-name>", "f")).unwrap();
    for (step, line, body) in impossible(&s3) {
        recorded.check(step, &lambda.call(line, &body).await);
    }
    lambda.call("POST /f/policy", &s3).await.ok();
    recorded.check(
        "add_permission_conflicting_statement_id",
        &lambda.call("POST /f/policy", &s3).await,
    );
}

#[tokio::test]
async fn statements_take_the_form_that_aws_gives_them() {
    let Some(mut recorded) = Recorded::find(PERMISSIONS, "test_add_lambda_permission_fields")
    else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let account = json!({"SourceAccount": ACCOUNT});
    for (step, sid, members) in [
        (
            "add_permission_principal_wildcard",
            "wilcard",
            with(json!({"Principal": "*"}), &account),
        ),
        (
            "add_permission_principal_service",
            "lambda",
            with(json!({"Principal": "lambda.amazonaws.com"}), &account),
        ),
        (
            "add_permission_principal_account",
            "account-id",
            json!({"Principal": ACCOUNT}),
        ),
        (
            "add_permission_principal_arn",
            "user-arn",
            with(json!({"Principal": ROLE}), &account),
        ),
        (
            "add_permission_optional_fields",
            "urlPermission",
            json!({
                "Action": "lambda:InvokeFunctionUrl", "Principal": "*", "SourceAccount": ACCOUNT,
                "SourceArn": "arn:aws:s3:::bucket", "PrincipalOrgID": "o-1234567890",
                "FunctionUrlAuthType": "NONE",
            }),
        ),
        (
            "add_permission_alexa_skill",
            "alexaSkill",
            json!({
                "Principal": "*",
                "EventSourceToken": "amzn1.ask.skill.xxxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            }),
        ),
    ] {
        recorded.check(
            step,
            &lambda.call("POST /f/policy", &grant(sid, &members)).await,
        );
    }
}

#[tokio::test]
async fn permissions_come_and_go() {
    let Some(mut recorded) = Recorded::find(PERMISSIONS, "test_remove_multi_permissions") else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let sqs = json!({"Principal": "sqs.amazonaws.com", "SourceArn": "arn:aws:s3:::bucket"});
    for (step, line, body) in [
        (
            "add_permission_1",
            "POST /f/policy",
            grant("s3", &json!({})),
        ),
        ("add_permission_2", "POST /f/policy", grant("sqs", &sqs)),
        ("policy_after_2_add", "GET /f/policy", Value::Null),
        (
            "remove_permission_exception_nonexisting_sid",
            "DELETE /f/policy/non-existent",
            Value::Null,
        ),
    ] {
        recorded.check(step, &lambda.call(line, &body).await);
    }
    lambda.call("DELETE /f/policy/sqs", &Value::Null).await.ok();
    recorded.check(
        "policy_after_removal",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
    recorded.check(
        "policy_after_removal_attempt",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
    lambda.call("DELETE /f/policy/s3", &Value::Null).await.ok();
    recorded.check(
        "get_policy_exception_removed_all",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
}

#[tokio::test]
async fn each_qualifier_has_a_policy_of_its_own() {
    let Some(mut recorded) = Recorded::find(PERMISSIONS, "test_lambda_permission_fn_versioning")
    else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let s3 = grant("s3", &json!({"SourceArn": "arn:aws:s3:::bucket"}));
    recorded.check("add_permission", &lambda.call("POST /f/policy", &s3).await);
    recorded.check(
        "get_policy",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
    lambda.call("POST /f/versions", &json!({})).await.ok();
    recorded.check(
        "get_policy_after_publishing_latest",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
    let of_version = "/f/policy?Qualifier=1";
    recorded.check(
        "get_policy_after_publishing_new_version",
        &lambda
            .call(&format!("GET {of_version}"), &Value::Null)
            .await,
    );
    lambda.call(&format!("POST {of_version}"), &s3).await.ok();
    recorded.check(
        "get_policy_version",
        &lambda
            .call(&format!("GET {of_version}"), &Value::Null)
            .await,
    );
    let alias = json!({"Name": "permission-alias", "FunctionVersion": "1"});
    recorded.check(
        "create_alias_response",
        &lambda.call("POST /f/aliases", &alias).await,
    );
    recorded.check(
        "get_alias",
        &lambda
            .call("GET /f/aliases/permission-alias", &Value::Null)
            .await,
    );
    let of_alias = "/f/policy?Qualifier=permission-alias";
    let stale = with(s3.clone(), &json!({"RevisionId": "wrong"}));
    recorded.check(
        "add_permission_alias_revision_exception",
        &lambda.call(&format!("POST {of_alias}"), &stale).await,
    );
    lambda.call(&format!("POST {of_alias}"), &s3).await.ok();
    recorded.check(
        "get_policy_alias",
        &lambda.call(&format!("GET {of_alias}"), &Value::Null).await,
    );
    recorded.check(
        "get_policy_after_adding_to_new_version",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
    let again = with(s3, &json!({"StatementId": "s3_2"}));
    lambda.call("POST /f/policy", &again).await.ok();
    recorded.check(
        "get_policy_after_adding_2",
        &lambda.call("GET /f/policy", &Value::Null).await,
    );
}

#[tokio::test]
async fn a_policy_has_a_largest_size() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let mut last = None;
    for number in 0..120 {
        let members =
            json!({"SourceArn": format!("arn:aws:s3:::bucket-{number}"), "SourceAccount": ACCOUNT});
        let answer = lambda
            .call("POST /f/policy", &grant(&format!("s{number}"), &members))
            .await;
        if answer.status != 201 {
            last = Some(answer);
            break;
        }
    }
    let refused = last.unwrap();
    assert_eq!(
        refused.header("x-amzn-errortype"),
        Some("PolicyLengthExceededException")
    );
    assert!(
        refused.text().contains("is bigger than the limit (20480)."),
        "{}",
        refused.text()
    );
}
