//! Rows: a request, and what its caller must be allowed.

use http::Request;
use identity::{AuthMode, Config, Identity, Permissions, RootKey};
use model::AccountId;

use super::*;

const ACCOUNT: &str = "111111111111";

fn caller() -> Caller {
    let identity = Identity::new(Config {
        account: AccountId::new(ACCOUNT).unwrap(),
        region: Region::new("us-east-1").unwrap(),
        root_key: RootKey {
            id: "AKIAROOTROOTROOTROOT".into(),
            secret: "s".into(),
        },
        seal: [1; 32],
        auth: AuthMode::Strict,
        permissions: Permissions::Enforce,
    });
    identity.nobody()
}

fn ask(service: &str, request: Request<&str>) -> Questions {
    let (parts, body) = request.into_parts();
    let operation = Operation::read(service, &parts, body.as_bytes());
    let caller = caller();
    let region = Region::new("us-east-1").unwrap();
    let asker = Asker {
        caller: &caller,
        region: &region,
        headers: &parts.headers,
        body: body.as_bytes(),
    };
    of(&operation, &asker)
}

fn shown(questions: &Questions) -> Vec<String> {
    let all = questions.all.iter();
    all.map(|question| {
        let asked = crate::clearance::Asked::of(question);
        format!("{} {}", asked.action, asked.resource)
    })
    .collect()
}

#[track_caller]
fn check(service: &str, operation: &str, input: &str, expected: &[&str]) {
    let request = Request::post("/").header("x-amz-target", format!("X.{operation}"));
    let questions = ask(service, request.body(input).unwrap());
    assert_eq!(shown(&questions), expected, "{operation} {input}");
    assert_eq!(questions.mapping, Mapping::Table, "{operation}");
}

#[test]
fn dynamodb_is_asked_table_by_table() {
    let table = "arn:aws:dynamodb:us-east-1:111111111111:table";
    let row = |action: &str, rest: &str| format!("dynamodb:{action} {table}/{rest}");
    check(
        "dynamodb",
        "PutItem",
        r#"{"TableName":"t","Item":{}}"#,
        &[&row("PutItem", "t")],
    );
    check(
        "dynamodb",
        "Query",
        r#"{"TableName":"t","IndexName":"i"}"#,
        &[&row("Query", "t/index/i")],
    );
    check(
        "dynamodb",
        "BatchWriteItem",
        r#"{"RequestItems":{"a":[],"b":[]}}"#,
        &[&row("BatchWriteItem", "a"), &row("BatchWriteItem", "b")],
    );
    check(
        "dynamodb",
        "TransactWriteItems",
        r#"{"TransactItems":[{"Put":{"TableName":"a"}},{"Delete":{"TableName":"b"}},{"Put":{"TableName":"a"}}]}"#,
        &[&row("PutItem", "a"), &row("DeleteItem", "b")],
    );
    check(
        "dynamodb",
        "ExecuteStatement",
        r#"{"Statement":"SELECT * FROM \"t\".\"i\""}"#,
        &[&row("PartiQLSelect", "t/index/i")],
    );
    check("dynamodb", "ListTables", "{}", &["dynamodb:ListTables *"]);
    check("dynamodb", "GetItem", "{}", &["dynamodb:GetItem *"]);
}

#[test]
fn what_can_not_be_read_is_asked_whole() {
    let actions = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
    let whole = actions.map(|action| format!("dynamodb:{action} *"));
    let whole = whole.each_ref().map(String::as_str);
    check("dynamodb", "TransactWriteItems", "no json", &whole);
    check("dynamodb", "TransactWriteItems", "{}", &whole);
}

#[test]
fn messages_and_events_are_asked_of_their_queue_topic_and_bus() {
    let url = r#"{"QueueUrl":"http://localhost:4566/222222222222/q"}"#;
    let queue = "arn:aws:sqs:us-east-1:222222222222:q";
    check(
        "sqs",
        "SendMessageBatch",
        url,
        &[&format!("sqs:SendMessage {queue}")],
    );
    check(
        "sqs",
        "GetQueueUrl",
        r#"{"QueueName":"q"}"#,
        &["sqs:GetQueueUrl arn:aws:sqs:us-east-1:111111111111:q"],
    );
    check(
        "sns",
        "Publish",
        r#"{"PhoneNumber":"+15550100"}"#,
        &["sns:Publish +15550100"],
    );
    check(
        "events",
        "PutEvents",
        r#"{"Entries":[{"Source":"a"},{"EventBusName":"b"}]}"#,
        &[
            "events:PutEvents arn:aws:events:us-east-1:111111111111:event-bus/b",
            "events:PutEvents arn:aws:events:us-east-1:111111111111:event-bus/default",
        ],
    );
    check(
        "events",
        "PutRule",
        r#"{"Name":"r","EventBusName":"b"}"#,
        &["events:PutRule arn:aws:events:us-east-1:111111111111:rule/b/r"],
    );
    check(
        "states",
        "StartExecution",
        r#"{"stateMachineArn":"arn:aws:states:us-east-1:111111111111:stateMachine:m:prod"}"#,
        &["states:StartExecution arn:aws:states:us-east-1:111111111111:stateMachine:m"],
    );
}

#[test]
fn secrets_parameters_and_keys_are_asked_by_their_arns() {
    check(
        "secretsmanager",
        "GetSecretValue",
        r#"{"SecretId":"db"}"#,
        &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:111111111111:secret:db-??????",
        ],
    );
    check(
        "ssm",
        "GetParameters",
        r#"{"Names":["/a/b","c"]}"#,
        &[
            "ssm:GetParameters arn:aws:ssm:us-east-1:111111111111:parameter/a/b",
            "ssm:GetParameters arn:aws:ssm:us-east-1:111111111111:parameter/c",
        ],
    );
    check(
        "kms",
        "Encrypt",
        r#"{"KeyId":"1234"}"#,
        &["kms:Encrypt arn:aws:kms:us-east-1:111111111111:key/1234"],
    );
    check(
        "kms",
        "Encrypt",
        r#"{"KeyId":"alias/a"}"#,
        &["kms:Encrypt arn:aws:kms:us-east-1:111111111111:alias/a"],
    );
}

#[track_caller]
fn check_s3(line: &str, headers: &[(&str, &str)], expected: &[&str]) {
    let (method, path) = line.split_once(' ').unwrap();
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "127.0.0.1");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let questions = ask("s3", request.body("<Key>x</Key>").unwrap());
    assert_eq!(shown(&questions), expected, "{line}");
}

#[test]
fn s3_is_asked_by_method_path_and_parameter() {
    check_s3("GET /", &[], &["s3:ListAllMyBuckets *"]);
    check_s3(
        "GET /b?list-type=2&prefix=p",
        &[],
        &["s3:ListBucket arn:aws:s3:::b"],
    );
    check_s3("PUT /b/a%20b", &[], &["s3:PutObject arn:aws:s3:::b/a b"]);
    check_s3(
        "GET /b/k?versionId=1",
        &[],
        &["s3:GetObjectVersion arn:aws:s3:::b/k"],
    );
    check_s3(
        "PUT /b/k",
        &[("x-amz-copy-source", "/c/d%2Fe"), ("x-amz-acl", "private")],
        &[
            "s3:PutObject arn:aws:s3:::b/k",
            "s3:PutObjectAcl arn:aws:s3:::b/k",
            "s3:GetObject arn:aws:s3:::c/d/e",
        ],
    );
    check_s3("POST /b?delete", &[], &["s3:DeleteObject arn:aws:s3:::b/x"]);
    check_s3("HEAD /b", &[], &["s3:ListBucket arn:aws:s3:::b"]);
}

#[test]
fn what_no_table_maps_is_asked_by_name_or_as_a_whole() {
    let request = Request::post("/").header("x-amz-target", "CodeBuild_20161006.StartBuild");
    let questions = ask("codebuild", request.body("{}").unwrap());
    assert_eq!(shown(&questions), ["codebuild:StartBuild *"]);
    assert_eq!(questions.mapping, Mapping::Operation);
    let questions = ask("batch", Request::post("/v1/submitjob").body("{}").unwrap());
    assert_eq!(questions.mapping, Mapping::Service);
    assert!(shown(&questions).contains(&"batch:SubmitJob *".to_owned()));
    let questions = ask("nowhere", Request::get("/x").body("").unwrap());
    assert_eq!(shown(&questions), ["nowhere:UnknownOperation *"]);
}

#[track_caller]
fn check_key(operation: &str, input: &str, key: &str, expected: Option<&[&str]>) {
    let request = Request::post("/").header("x-amz-target", format!("X.{operation}"));
    let questions = ask("dynamodb", request.body(input).unwrap());
    let values = questions.all[0].context.get(key);
    let values = values.map(|values| values.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(values.as_deref(), expected, "{operation} {input} {key}");
}

#[test]
fn fine_grained_keys_are_known_where_the_request_tells() {
    let leading = "dynamodb:LeadingKeys";
    check_key(
        "GetItem",
        r#"{"TableName":"t","Key":{"pk":{"S":"u1"}}}"#,
        leading,
        Some(&["u1"]),
    );
    check_key(
        "GetItem",
        r#"{"TableName":"t","Key":{"pk":{"S":"u1"},"sk":{"S":"x"}}}"#,
        leading,
        None,
    );
    check_key(
        "Query",
        r##"{"TableName":"t","KeyConditionExpression":"#p = :v","ExpressionAttributeValues":{":v":{"S":"u1"}}}"##,
        leading,
        Some(&["u1"]),
    );
    check_key(
        "Query",
        r#"{"TableName":"t","KeyConditionExpression":"p = :v AND s > :w"}"#,
        leading,
        None,
    );
    let attributes = "dynamodb:Attributes";
    check_key(
        "GetItem",
        r#"{"TableName":"t","Key":{"pk":{"S":"u"}},"AttributesToGet":["a"]}"#,
        attributes,
        Some(&["a", "pk"]),
    );
    check_key(
        "GetItem",
        r#"{"TableName":"t","ProjectionExpression":"a"}"#,
        attributes,
        None,
    );
    check_key(
        "GetItem",
        r#"{"TableName":"t"}"#,
        "dynamodb:Select",
        Some(&["ALL_ATTRIBUTES"]),
    );
    check_key("PutItem", r#"{"TableName":"t"}"#, "dynamodb:Select", None);
    check_key(
        "PutItem",
        r#"{"TableName":"t"}"#,
        "dynamodb:ReturnValues",
        Some(&["NONE"]),
    );
}
