//! Parameters over a control plane.

use serde_json::{Value, json};

use crate::testing::{Answer, World};

async fn call(world: &World, operation: &str, input: Value) -> Answer {
    world
        .target("ssm", &format!("AmazonSSM.{operation}"), &input)
        .await
}

#[track_caller]
fn check(answer: &Answer, code: &str) {
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert_eq!(answer.json()["__type"], code, "{}", answer.text());
}

#[tokio::test]
async fn parameters_have_versions_and_secure_ones_are_sealed() {
    let world = World::new().await;
    let put = json!({"Name": "/app/name", "Value": "one", "Type": "String"});
    assert_eq!(
        call(&world, "PutParameter", put.clone()).await.ok()["Version"],
        1
    );
    check(
        &call(&world, "PutParameter", put).await,
        "ParameterAlreadyExists",
    );
    let again = json!({"Name": "/app/name", "Value": "two", "Overwrite": true});
    assert_eq!(call(&world, "PutParameter", again).await.ok()["Version"], 2);
    for (name, value) in [("/app/name", "two"), ("/app/name:1", "one")] {
        let got = call(&world, "GetParameter", json!({"Name": name}))
            .await
            .ok();
        assert_eq!(got["Parameter"]["Value"], value);
        assert_eq!(
            got["Parameter"]["ARN"],
            "arn:aws:ssm:us-east-1:111111111111:parameter/app/name"
        );
    }
    check(
        &call(&world, "GetParameter", json!({"Name": "/app/name:9"})).await,
        "ParameterVersionNotFound",
    );
    check(
        &call(&world, "GetParameter", json!({"Name": "none"})).await,
        "ParameterNotFound",
    );
    let secret = json!({"Name": "secret", "Value": "hidden", "Type": "SecureString"});
    call(&world, "PutParameter", secret).await.ok();
    let sealed = call(&world, "GetParameter", json!({"Name": "secret"}))
        .await
        .ok();
    assert_ne!(sealed["Parameter"]["Value"], "hidden");
    let open = json!({"Name": "secret", "WithDecryption": true});
    let opened = call(&world, "GetParameter", open).await.ok();
    assert_eq!(opened["Parameter"]["Value"], "hidden");
    let several = json!({"Names": ["/app/name", "none"]});
    let several = call(&world, "GetParameters", several).await.ok();
    assert_eq!(several["InvalidParameters"], json!(["none"]));
    let history = call(&world, "GetParameterHistory", json!({"Name": "/app/name"}))
        .await
        .ok();
    assert_eq!(history["Parameters"].as_array().unwrap().len(), 2);
    call(&world, "DeleteParameter", json!({"Name": "secret"}))
        .await
        .ok();
    check(
        &call(&world, "DeleteParameter", json!({"Name": "secret"})).await,
        "ParameterNotFound",
    );
}

#[tokio::test]
async fn paths_and_filters_choose() {
    let world = World::new().await;
    for name in ["/a/b", "/a/c/d", "/ab/x", "plain"] {
        let put = json!({"Name": name, "Value": "v", "Type": "String", "Tags": [{"Key": "k", "Value": name}]});
        call(&world, "PutParameter", put).await.ok();
    }
    let names = |answer: &Value| -> Vec<String> {
        let all = answer["Parameters"].as_array().unwrap().iter();
        all.map(|one| one["Name"].as_str().unwrap().to_owned())
            .collect()
    };
    for (input, expected) in [
        (json!({"Path": "/a"}), vec!["/a/b"]),
        (
            json!({"Path": "/a/", "Recursive": true}),
            vec!["/a/b", "/a/c/d"],
        ),
        (
            json!({"Path": "/", "Recursive": true}),
            vec!["/a/b", "/a/c/d", "/ab/x"],
        ),
    ] {
        let got = call(&world, "GetParametersByPath", input).await.ok();
        assert_eq!(names(&got), expected);
    }
    for (filter, expected) in [
        (
            json!({"Key": "Name", "Option": "BeginsWith", "Values": ["/a"]}),
            vec!["/a/b", "/a/c/d", "/ab/x"],
        ),
        (json!({"Key": "tag:k", "Values": ["plain"]}), vec!["plain"]),
        (
            json!({"Key": "Path", "Option": "OneLevel", "Values": ["/a"]}),
            vec!["/a/b"],
        ),
    ] {
        let got = call(
            &world,
            "DescribeParameters",
            json!({"ParameterFilters": [filter]}),
        )
        .await
        .ok();
        assert_eq!(names(&got), expected);
    }
    let page = call(
        &world,
        "GetParametersByPath",
        json!({"Path": "/", "Recursive": true, "MaxResults": 2}),
    )
    .await
    .ok();
    let rest = json!({"Path": "/", "Recursive": true, "NextToken": page["NextToken"]});
    assert_eq!(
        names(&call(&world, "GetParametersByPath", rest).await.ok()),
        ["/ab/x"]
    );
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused() {
    let world = World::new().await;
    for (input, code) in [
        (
            json!({"Name": "a/b", "Value": "v", "Type": "String"}),
            "ValidationException",
        ),
        (
            json!({"Name": "awsome", "Value": "v", "Type": "String"}),
            "ValidationException",
        ),
        (json!({"Name": "a", "Value": "v"}), "ValidationException"),
        (
            json!({"Name": "a", "Value": "x".repeat(5000), "Type": "String"}),
            "ValidationException",
        ),
        (
            json!({"Name": "a", "Value": "b", "Type": "String", "AllowedPattern": "[0-9]+"}),
            "ParameterPatternMismatchException",
        ),
        (
            json!({"Name": "a", "Value": "b", "Type": "SecureString", "KeyId": "mine"}),
            "ValidationException",
        ),
        (
            json!({"Name": "a", "Value": "b", "Type": "String", "Policies": "[]x"}),
            "ValidationException",
        ),
    ] {
        check(&call(&world, "PutParameter", input).await, code);
    }
}
