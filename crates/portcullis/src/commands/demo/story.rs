//! What happens in the demo, in order: a refusal, its reason, the grant, the answer; once with the
//! functions' resource policies, once with roles in the Swagger file.

use serde_json::{Value, json};

use super::account::{function_arn, role_arn};
use super::scene::{Scene, Stage};
use super::{ACCOUNT, REGION};
use crate::server::Running;

const SWAGGER: &str = include_str!("pets.swagger.json");
const GOOD_TOKEN: Option<&str> = Some("Bearer open-sesame");
const LOGS_POLICY: &str = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const GATEWAY: &str = "apigateway.amazonaws.com";
const ROLE: &str = "gateway-invokes";
const PETS: &str = r#"{"pets": ["cat", "dog"], "for": "ada", "team": "engines"}"#;
/// What AWS answers, to the byte.
const NOT_PERMITTED: &str = r#"{"message": "Internal server error"}"#;
const AUTHORIZER_NOT_PERMITTED: &str = r#"{"message":null}"#;
const UNAUTHORIZED: &str = r#"{"message":"Unauthorized"}"#;
const DENIED: &str = r#"{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}"#;

pub(super) async fn tell(stage: &mut Stage, running: &Running) -> anyhow::Result<()> {
    stage.say(&format!(
        "An ephemeral server answers at {}.",
        running.endpoint()
    ));
    stage.say(&format!("Functions run with: {}", running.level));
    let api = deploy(stage).await?;
    by_resource_policy(stage, &api).await?;
    who_may_pass(stage, &api).await?;
    by_role(stage, &api).await?;
    stage.say("\nThe last request, step by step:\n");
    stage.draw_last().await?;
    stage.say(
        "\nTo start the real thing:\n  portcullis up\n  eval \"$(portcullis env)\"        # in another shell; then the AWS CLI as usual",
    );
    Ok(())
}

async fn deploy(stage: &Stage) -> anyhow::Result<String> {
    stage.say("\nDeploying two functions, and an API from a Swagger file with a token authorizer.");
    let account = &stage.account;
    account
        .create_role("function-execution", "lambda.amazonaws.com")
        .await?;
    account
        .attach_role_policy("function-execution", LOGS_POLICY)
        .await?;
    account
        .create_function("authorizer", include_str!("authorizer.py"))
        .await?;
    account
        .create_function("pets", include_str!("pets.py"))
        .await?;
    let api = account.import_rest_api(&swagger(None)?).await?;
    account.create_deployment(&api, "prod").await?;
    stage.command("aws lambda create-function --function-name pets --runtime python3.12 ...");
    stage.command("aws apigateway import-rest-api --body fileb://pets.swagger.json");
    stage.command(&format!(
        "aws apigateway create-deployment --rest-api-id {api} --stage-name prod"
    ));
    Ok(api)
}

/// The Swagger file; with a role, both the authorizer and the integration are called in it.
fn swagger(role: Option<&str>) -> anyhow::Result<Value> {
    let text = SWAGGER
        .replace("REGION", REGION)
        .replace("ACCOUNT", ACCOUNT);
    let mut file: Value = serde_json::from_str(&text)?;
    let Some(role) = role else { return Ok(file) };
    let places = [
        (
            "/paths/~1pets/get/x-amazon-apigateway-integration",
            "credentials",
        ),
        (
            "/securityDefinitions/bearer/x-amazon-apigateway-authorizer",
            "authorizerCredentials",
        ),
    ];
    for (pointer, name) in places {
        if let Some(place) = file.pointer_mut(pointer).and_then(Value::as_object_mut) {
            place.insert(name.to_owned(), json!(role_arn(role)));
        }
    }
    Ok(file)
}

async fn by_resource_policy(stage: &mut Stage, api: &str) -> anyhow::Result<()> {
    let refused = Scene {
        after: "1. Nobody has granted API Gateway anything.",
        token: GOOD_TOKEN,
        status: 500,
        body: AUTHORIZER_NOT_PERMITTED,
    };
    stage.play(api, refused).await?;
    let authorizer = stage.account.authorizer_id(api).await?;
    let execute_api = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{api}");
    grant(
        stage,
        "authorizer",
        &format!("{execute_api}/authorizers/{authorizer}"),
    )
    .await?;
    let half = Scene {
        after: "2. The authorizer may be invoked now; the backend may not.",
        body: NOT_PERMITTED,
        ..refused
    };
    stage.play(api, half).await?;
    grant(stage, "pets", &format!("{execute_api}/prod/GET/pets")).await?;
    let answered = Scene {
        after: "3. Both may be invoked.",
        status: 200,
        body: PETS,
        ..refused
    };
    stage.play(api, answered).await
}

async fn grant(stage: &Stage, function: &str, source_arn: &str) -> anyhow::Result<()> {
    stage
        .account
        .add_permission(function, "api-gateway", source_arn)
        .await?;
    stage.command(&format!(
        "aws lambda add-permission --function-name {function} --statement-id api-gateway --action lambda:InvokeFunction --principal {GATEWAY} --source-arn {source_arn}"
    ));
    Ok(())
}

async fn who_may_pass(stage: &mut Stage, api: &str) -> anyhow::Result<()> {
    let rows = [
        (
            "4. No token: the authorizer is not even asked.",
            None,
            401,
            UNAUTHORIZED,
        ),
        (
            "5. A token that the authorizer does not know.",
            Some("Bearer guess"),
            401,
            UNAUTHORIZED,
        ),
        (
            "6. A token whose policy denies.",
            Some("Bearer wrong-door"),
            403,
            DENIED,
        ),
    ];
    for (after, token, status, body) in rows {
        stage
            .play(
                api,
                Scene {
                    after,
                    token,
                    status,
                    body,
                },
            )
            .await?;
    }
    Ok(())
}

async fn by_role(stage: &mut Stage, api: &str) -> anyhow::Result<()> {
    let account = &stage.account;
    account
        .remove_permission("authorizer", "api-gateway")
        .await?;
    account.remove_permission("pets", "api-gateway").await?;
    account.create_role(ROLE, "ec2.amazonaws.com").await?;
    account.put_rest_api(api, &swagger(Some(ROLE))?).await?;
    account.create_deployment(api, "prod").await?;
    let refused = Scene {
        after: "7. The grants are gone. The Swagger file now names a role in credentials and authorizerCredentials, which does not trust API Gateway.",
        token: GOOD_TOKEN,
        status: 500,
        body: AUTHORIZER_NOT_PERMITTED,
    };
    stage.play(api, refused).await?;
    stage
        .account
        .update_assume_role_policy(ROLE, GATEWAY)
        .await?;
    stage.command(&format!(
        "aws iam update-assume-role-policy --role-name {ROLE} ..."
    ));
    let trusted = Scene {
        after: "8. The role trusts API Gateway, but may not invoke.",
        ..refused
    };
    stage.play(api, trusted).await?;
    stage
        .account
        .put_role_policy(ROLE, &invoke_policy())
        .await?;
    stage.command(&format!(
        "aws iam put-role-policy --role-name {ROLE} --policy-name invoke ..."
    ));
    let answered = Scene {
        after: "9. The role may invoke both functions; no resource policy is needed.",
        status: 200,
        body: PETS,
        ..refused
    };
    stage.play(api, answered).await
}

fn invoke_policy() -> Value {
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": "lambda:InvokeFunction",
            "Resource": [function_arn("authorizer"), function_arn("pets")],
        }],
    })
}
