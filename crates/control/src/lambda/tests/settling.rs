//! Updates that are under way, against AWS's recordings, and what an operator decides about functions.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::{FunctionSettings, VpcConfigs};

/// Where an update lasts so long that no test sees its end.
async fn slowly() -> Lambda {
    let settings = FunctionSettings {
        update: Duration::from_mins(10),
        ..FunctionSettings::default()
    };
    Lambda {
        world: World::set_to(settings).await,
    }
}

const IN_PROGRESS: &str = "The operation cannot be performed at this time. An update is in progress for \
                           resource: arn:aws:lambda:us-east-1:111111111111:function:f";

#[tokio::test]
async fn a_second_change_during_an_update_is_refused() {
    let lambda = slowly().await;
    lambda.create(&input("f")).await;
    let environment = json!({"Environment": {"Variables": {"TEST": "TEST1"}}});
    let change = "PUT /f/configuration";
    lambda.call(change, &environment).await.ok();
    let code = json!({"ZipFile": zip_of(&[("index.py", ECHO)])});
    for (line, input) in [
        (change, &environment),
        ("PUT /f/code", &code),
        ("POST /f/versions", &json!({})),
    ] {
        let answer = lambda.call(line, input).await;
        check(&answer, 409, "ResourceConflictException", IN_PROGRESS);
    }
    lambda.call("DELETE /f", &Value::Null).await.ok();
}

#[tokio::test]
async fn the_recorded_refusal_is_ours() {
    let test = "test_lambda_concurrent_code_updates";
    let Some(mut recorded) = Recorded::find(API, test) else {
        return;
    };
    let lambda = slowly().await;
    lambda.create(&input("f")).await;
    let code = json!({"ZipFile": zip_of(&[("index.py", ECHO)])});
    lambda.call("PUT /f/code", &code).await.ok();
    let refused = lambda.call("PUT /f/code", &code).await;
    recorded.check("update-during-in-progress-update-exc", &refused);
}

#[tokio::test]
async fn an_update_is_shown_while_it_is_under_way_and_then_settled() {
    for (lambda, latest, version) in [
        (slowly().await, "InProgress", "Pending"),
        (Lambda::new().await, "Successful", "Active"),
    ] {
        lambda.create(&input("f")).await;
        let made = lambda.call("GET /f", &Value::Null).await.ok();
        assert_eq!(made["Configuration"]["LastUpdateStatus"], "Successful");
        let code = json!({"ZipFile": zip_of(&[("index.py", "x = 1")]), "Publish": true});
        let updated = lambda.call("PUT /f/code", &code).await.ok();
        assert_eq!(updated["State"], "Pending");
        let shown = lambda.call("GET /f", &Value::Null).await.ok();
        assert_eq!(shown["Configuration"]["LastUpdateStatus"], latest);
        let shown = lambda.call("GET /f?Qualifier=1", &Value::Null).await.ok();
        assert_eq!(shown["Configuration"]["State"], version);
        assert_eq!(shown["Configuration"]["RevisionId"], updated["RevisionId"]);
    }
}

#[tokio::test]
async fn the_configuration_is_answered_when_the_update_is_done() {
    let settings = FunctionSettings {
        update: Duration::from_millis(40),
        ..FunctionSettings::default()
    };
    let lambda = Lambda {
        world: World::set_to(settings).await,
    };
    lambda.create(&input("f")).await;
    let change = json!({"Description": "new"});
    let changed = lambda.call("PUT /f/configuration", &change).await.ok();
    assert_eq!(changed["LastUpdateStatus"], "InProgress");
    let shown = lambda.call("GET /f/configuration", &Value::Null).await.ok();
    assert_eq!(shown["LastUpdateStatus"], "Successful");
    assert_ne!(shown["RevisionId"], changed["RevisionId"]);
}

#[tokio::test]
async fn a_vpc_is_kept_without_effect_where_the_operator_says_so() {
    let settings = FunctionSettings {
        vpc: VpcConfigs::Keep,
        ..FunctionSettings::default()
    };
    let lambda = Lambda {
        world: World::set_to(settings).await,
    };
    let vpc = json!({"VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}});
    let made = lambda.create(&with(input("f"), &vpc)).await;
    assert_eq!(made["VpcConfig"]["SubnetIds"], json!(["subnet-1"]));
    let shown = lambda.call("GET /f/configuration", &Value::Null).await.ok();
    assert_eq!(shown["State"], "Active");
    let reason = shown["StateReason"].as_str().unwrap();
    assert!(reason.starts_with("VpcConfig has no effect"), "{reason}");
    let away = json!({"VpcConfig": {"SubnetIds": [], "SecurityGroupIds": []}});
    lambda.call("PUT /f/configuration", &away).await.ok();
    let shown = lambda.call("GET /f/configuration", &Value::Null).await.ok();
    assert!(shown.get("VpcConfig").is_none() && shown.get("StateReason").is_none());
}

#[tokio::test]
async fn a_key_for_the_environment_is_kept_as_a_record() {
    let lambda = Lambda::new().await;
    let key = "arn:aws:kms:us-east-1:111111111111:key/1";
    let made = lambda
        .create(&with(input("f"), &json!({"KMSKeyArn": key})))
        .await;
    assert_eq!(made["KMSKeyArn"], key);
    let none = json!({"KMSKeyArn": ""});
    let changed = lambda.call("PUT /f/configuration", &none).await.ok();
    assert!(changed.get("KMSKeyArn").is_none(), "{changed}");
}

#[tokio::test]
async fn code_signing_configurations_have_tags() {
    let lambda = Lambda::new().await;
    let config = json!({
        "AllowedPublishers": {"SigningProfileVersionArns": ["arn:aws:signer:us-east-1:111111111111:/signing-profiles/p/1234567890"]},
        "Tags": {"a": "1"},
    });
    let made = lambda
        .world
        .rest("lambda", "POST /2020-04-22/code-signing-configs", &config)
        .await
        .ok();
    let arn = made["CodeSigningConfig"]["CodeSigningConfigArn"]
        .as_str()
        .unwrap();
    let tags = |line: &str| format!("{line} /2017-03-31/tags/{arn}");
    let call = async |line: String, input: Value| lambda.world.rest("lambda", &line, &input).await;
    call(tags("POST"), json!({"Tags": {"b": "2"}})).await.ok();
    let all = call(tags("GET"), Value::Null).await.ok();
    assert_eq!(all["Tags"], json!({"a": "1", "b": "2"}));
    let line = format!("{}?tagKeys=a", tags("DELETE"));
    call(line, Value::Null).await.ok();
    let all = call(tags("GET"), Value::Null).await.ok();
    assert_eq!(all["Tags"], json!({"b": "2"}));
    let other = arn
        .replace("csc-", "csc-0")
        .get(..arn.len())
        .unwrap()
        .to_owned();
    let missing = call(format!("GET /2017-03-31/tags/{other}"), Value::Null).await;
    let text = "Code signing config not found";
    check(&missing, 404, "ResourceNotFoundException", text);
}
