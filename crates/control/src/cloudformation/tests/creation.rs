//! Stacks that are created, and deleted again.

use serde_json::Value;

use super::{Scene, tag_of};

const APPLICATION: &str = r#"
Parameters:
  Stage: {Type: String, Default: dev}
  Secret: {Type: String, NoEcho: true, Default: hidden}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      Policies:
      - PolicyName: own
        PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: !GetAtt Role.Arn
      MemorySize: "256"
      Environment: {Variables: {STAGE: !Ref Stage}}
      Code: {ZipFile: "def handler(event, context): return event"}
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Function
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
Outputs:
  Arn: {Value: !GetAtt Function.Arn, Export: {Name: !Sub "${AWS::StackName}-arn"}}
"#;

#[tokio::test]
async fn a_stack_is_made_shown_and_deleted() {
    let scene = Scene::new().await;
    let status = scene.create("app", APPLICATION).await;
    assert_eq!(
        status,
        "CREATE_COMPLETE",
        "{:#?}",
        scene.events("app").await
    );
    let shown = scene
        .call("DescribeStacks", &[("StackName", "app")])
        .await
        .text();
    let arn = tag_of(&shown, "OutputValue").unwrap();
    assert!(arn.contains(":function:app-Function-"), "{arn}");
    assert!(
        shown.contains("<ParameterValue>****</ParameterValue>"),
        "{shown}"
    );
    let id = tag_of(&shown, "StackId").unwrap();
    let configuration = scene
        .world
        .rest(
            "lambda",
            &format!("GET /2015-03-31/functions/{arn}/configuration"),
            &Value::Null,
        )
        .await
        .ok();
    assert_eq!(configuration["MemorySize"], 256);
    assert_eq!(configuration["Environment"]["Variables"]["STAGE"], "dev");
    let resources = scene
        .call("ListStackResources", &[("StackName", "app")])
        .await;
    assert_eq!(resources.text().matches("CREATE_COMPLETE").count(), 3);
    let template = scene
        .call("GetTemplate", &[("StackName", "app")])
        .await
        .text();
    assert!(template.contains("service-role/AWSLambdaBasicExecutionRole"));

    let again = scene.submit("CreateStack", "app", APPLICATION, &[]).await;
    assert_eq!(
        tag_of(&again.text(), "Code").unwrap(),
        "AlreadyExistsException"
    );

    let deleted = scene.call("DeleteStack", &[("StackName", "app")]).await;
    assert_eq!(deleted.status, 200);
    assert_eq!(scene.settled("app").await, "DELETE_COMPLETE");
    let roles = scene
        .world
        .query("iam", "Action=ListRoles&Version=2010-05-08")
        .await
        .text();
    assert!(!roles.contains("app-Role"), "{roles}");
    let functions = scene
        .world
        .rest("lambda", "GET /2015-03-31/functions/", &Value::Null)
        .await;
    assert_eq!(functions.ok()["Functions"], serde_json::json!([]));
    let gone = scene
        .call("DescribeStacks", &[("StackName", "app")])
        .await
        .text();
    assert_eq!(
        tag_of(&gone, "Message").unwrap(),
        "Stack with id app does not exist"
    );
    let told = scene
        .call("DescribeStacks", &[("StackName", &id)])
        .await
        .text();
    assert_eq!(tag_of(&told, "StackStatus").unwrap(), "DELETE_COMPLETE");
    let events = scene.events(&id).await;
    assert_eq!(
        events.first().unwrap(),
        "app CREATE_IN_PROGRESS User Initiated"
    );
    assert_eq!(events.last().unwrap(), "app DELETE_COMPLETE ");
}

#[tokio::test]
async fn what_fails_takes_everything_back() {
    let scene = Scene::new().await;
    let template = APPLICATION.replace("!GetAtt Role.Arn", "arn:aws:iam::111111111111:role/none");
    let status = scene.create("app", &template).await;
    let events = scene.events("app").await;
    assert_eq!(status, "ROLLBACK_COMPLETE", "{events:#?}");
    let failed = events
        .iter()
        .find(|event| event.starts_with("Function CREATE_FAILED"));
    let failed = failed.unwrap();
    assert!(
        failed.contains("Resource handler returned message: \"The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400"),
        "{failed}"
    );
    assert!(
        failed.contains("HandlerErrorCode: InvalidRequest)"),
        "{failed}"
    );
    assert!(
        events.iter().any(|event| event
            == "app ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Function]. Rollback requested by user."),
        "{events:#?}"
    );
    let roles = scene
        .world
        .query("iam", "Action=ListRoles&Version=2010-05-08")
        .await
        .text();
    assert!(!roles.contains("app-Role"), "{roles}");
}

async fn refused(template: &str, more: &[(&str, &str)], code: &str, message: &str) {
    let scene = Scene::new().await;
    let answer = scene.submit("CreateStack", "bad", template, more).await;
    let text = answer.text();
    assert_eq!(answer.status, 400, "{text}");
    assert_eq!(tag_of(&text, "Code").unwrap(), code);
    assert_eq!(tag_of(&text, "Message").unwrap(), message);
    let stacks = scene.call("ListStacks", &[]).await.text();
    assert!(!stacks.contains("<StackName>"), "{stacks}");
}

#[tokio::test]
async fn what_cannot_be_a_stack_is_refused_before_anything_is_made() {
    refused(
        "Resources: {A: {Type: AWS::Moon::Base}}",
        &[],
        "ValidationError",
        "Template format error: Unrecognized resource types: [AWS::Moon::Base]",
    )
    .await;
    refused(
        APPLICATION,
        &[
            ("Parameters.member.1.ParameterKey", "Colour"),
            ("Parameters.member.1.ParameterValue", "x"),
        ],
        "ValidationError",
        "Parameters: [Colour] do not exist in the template",
    )
    .await;
    refused(
        APPLICATION,
        &[(
            "NotificationARNs.member.1",
            "arn:aws:sns:us-east-1:111111111111:t",
        )],
        "ValidationError",
        "NotificationARNs is not supported by Portcullis.",
    )
    .await;
}

#[tokio::test]
async fn a_property_that_is_not_served_fails_before_the_first_resource() {
    let scene = Scene::new().await;
    let template = APPLICATION.replace("MemorySize:", "MemorySizes:");
    assert_eq!(scene.create("app", &template).await, "ROLLBACK_COMPLETE");
    let events = scene.events("app").await;
    assert!(
        events.contains(
            &"Function CREATE_FAILED Encountered unsupported property MemorySizes".to_owned()
        ),
        "{events:#?}"
    );
    assert!(
        !events.iter().any(|event| event.starts_with("Role ")),
        "{events:#?}"
    );
}

#[tokio::test]
async fn events_are_told_by_their_operations() {
    let scene = Scene::new().await;
    let good = "Resources: {A: {Type: AWS::IAM::User}}";
    assert_eq!(scene.create("app", good).await, "CREATE_COMPLETE");
    let all = scene.call("DescribeEvents", &[("StackName", "app")]).await;
    let text = all.text();
    assert_eq!(all.status, 200, "{text}");
    for told in [
        "<OperationType>CREATE_STACK</OperationType>",
        "<OperationStatus>SUCCEEDED</OperationStatus>",
        "<EventType>PROGRESS_EVENT</EventType>",
        "<EventType>STACK_EVENT</EventType>",
        "<LogicalResourceId>A</LogicalResourceId>",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let id = tag_of(&text, "OperationId").unwrap();
    let asked = [("StackName", "app"), ("OperationId", &id)];
    let same = scene.call("DescribeEvents", &asked).await.text();
    let count = |text: &str| text.matches("<EventId>").count();
    assert_eq!(count(&same), count(&text));
    let failures = [("StackName", "app"), ("Filters.FailedEvents", "true")];
    let failed = scene.call("DescribeEvents", &failures).await.text();
    assert_eq!(count(&failed), 0, "{failed}");
    let nowhere = scene.call("DescribeEvents", &[]).await;
    assert_eq!(nowhere.status, 400);
}

#[tokio::test]
async fn a_stack_has_a_name_that_aws_takes() {
    let scene = Scene::new().await;
    let good = "Resources: {A: {Type: AWS::IAM::User}}";
    let told = "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*";
    for name in ["a b", "1a", "a_b"] {
        let answer = scene.submit("CreateStack", name, good, &[]).await;
        assert_eq!(answer.status, 400, "{name}");
        assert!(answer.text().contains(told), "{}", answer.text());
        let set = [("ChangeSetName", "c"), ("ChangeSetType", "CREATE")];
        let answer = scene.submit("CreateChangeSet", name, good, &set).await;
        assert_eq!(answer.status, 400, "{name}");
    }
}

#[tokio::test]
async fn what_is_referred_to_and_not_there_is_told_by_the_validation() {
    let scene = Scene::new().await;
    for (template, told) in [
        (
            "Resources: {A: {Type: AWS::IAM::User, Properties: {UserName: !Ref Nope}}}",
            "Unresolved resource dependencies [Nope] in the Resources block of the template",
        ),
        (
            "Resources: {A-b: {Type: AWS::IAM::User}}",
            "Resource name A-b is non alphanumeric.",
        ),
        (
            "Resources: {A: {Type: AWS::IAM::User}}\nOutputs: {O: {Value: !Ref Nope}}",
            "Unresolved resource dependencies [Nope] in the Outputs block of the template",
        ),
    ] {
        let asked = [("TemplateBody", template)];
        let answer = scene.call("ValidateTemplate", &asked).await;
        assert_eq!(answer.status, 400, "{template}");
        assert!(answer.text().contains(told), "{}", answer.text());
    }
}
