//! Change sets, from the first look at them to the stack that they make.

use super::{Scene, tag_of};

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

fn role(more: &str) -> String {
    format!(
        r#"{{"Resources":{{"R":{{"Type":"AWS::IAM::Role","Properties":{{"AssumeRolePolicyDocument":{TRUST}{more}}}}}}}}}"#
    )
}

impl Scene {
    async fn change_set(&self, name: &str, kind: &str, template: &str) -> String {
        let more = [("ChangeSetName", name), ("ChangeSetType", kind)];
        let answer = self.submit("CreateChangeSet", "app", template, &more).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let members = [("ChangeSetName", name), ("StackName", "app")];
        self.call("DescribeChangeSet", &members).await.text()
    }

    async fn execute(&self, name: &str) -> String {
        let members = [("ChangeSetName", name), ("StackName", "app")];
        let answer = self.call("ExecuteChangeSet", &members).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.settled("app").await
    }
}

#[tokio::test]
async fn a_stack_is_created_and_updated_by_change_sets() {
    let scene = Scene::new().await;
    let shown = scene.change_set("one", "CREATE", &role("")).await;
    assert_eq!(tag_of(&shown, "Action").unwrap(), "Add");
    assert_eq!(tag_of(&shown, "ExecutionStatus").unwrap(), "AVAILABLE");
    let stack = scene
        .call("DescribeStacks", &[("StackName", "app")])
        .await
        .text();
    assert_eq!(tag_of(&stack, "StackStatus").unwrap(), "REVIEW_IN_PROGRESS");
    assert_eq!(scene.execute("one").await, "CREATE_COMPLETE");

    let shown = scene
        .change_set("two", "UPDATE", &role(r#","Path":"/x/","Description":"d""#))
        .await;
    assert_eq!(tag_of(&shown, "Replacement").unwrap(), "True");
    assert_eq!(tag_of(&shown, "PolicyAction").unwrap(), "ReplaceAndDelete");
    assert_eq!(
        shown.matches("<RequiresRecreation>Always").count(),
        1,
        "{shown}"
    );
    assert_eq!(
        shown.matches("<RequiresRecreation>Never").count(),
        1,
        "{shown}"
    );
    assert_eq!(scene.execute("two").await, "UPDATE_COMPLETE");

    let shown = scene
        .change_set(
            "three",
            "UPDATE",
            &role(r#","Path":"/x/","Description":"d""#),
        )
        .await;
    assert_eq!(tag_of(&shown, "Status").unwrap(), "FAILED");
    assert_eq!(
        tag_of(&shown, "StatusReason").unwrap(),
        "The submitted information didn't contain changes. Submit different information to create a change set."
    );
    let members = [("ChangeSetName", "three"), ("StackName", "app")];
    let refused = scene.call("ExecuteChangeSet", &members).await.text();
    assert_eq!(tag_of(&refused, "Code").unwrap(), "InvalidChangeSetStatus");
    assert!(
        tag_of(&refused, "Message")
            .unwrap()
            .ends_with("cannot be executed in its current status of [FAILED]")
    );
    assert_eq!(scene.call("DeleteChangeSet", &members).await.status, 200);
    let gone = scene.call("DescribeChangeSet", &members).await.text();
    assert_eq!(
        tag_of(&gone, "Message").unwrap(),
        "ChangeSet [three] does not exist"
    );
}

#[tokio::test]
async fn a_transform_that_fails_is_told_by_the_change_set() {
    let scene = Scene::new().await;
    let template = "Transform: AWS::Serverless-2016-10-31\nResources: {F: {Type: AWS::Serverless::Function, Properties: {Handler: 7, Nothing: 1}}}";
    let shown = scene.change_set("one", "CREATE", template).await;
    assert_eq!(tag_of(&shown, "Status").unwrap(), "FAILED");
    let reason = tag_of(&shown, "StatusReason").unwrap();
    assert!(reason.starts_with("Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document."), "{reason}");
    let members = [
        ("ChangeSetName", "x"),
        ("StackName", "app"),
        ("ChangeSetType", "IMPORT"),
        ("TemplateBody", "x"),
    ];
    let refused = scene.call("CreateChangeSet", &members).await.text();
    assert_eq!(
        tag_of(&refused, "Message").unwrap(),
        "ChangeSetType IMPORT is not supported by Portcullis."
    );
}

#[tokio::test]
async fn sam_is_transformed_and_capabilities_are_asked_for() {
    let scene = Scene::new().await;
    let template = "
Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: {Runtime: python3.12, Handler: index.handler, InlineCode: 'def handler(e, c): return 1'}
";
    let bare = [("StackName", "app"), ("TemplateBody", template)];
    for (capability, needed) in [
        ("", "CAPABILITY_AUTO_EXPAND"),
        ("CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM"),
    ] {
        let mut members = bare.to_vec();
        members.push(("Capabilities.member.1", capability));
        if capability.is_empty() {
            members.pop();
        }
        let refused = scene.call("CreateStack", &members).await.text();
        assert_eq!(
            tag_of(&refused, "Code").unwrap(),
            "InsufficientCapabilitiesException"
        );
        assert_eq!(
            tag_of(&refused, "Message").unwrap(),
            format!("Requires capabilities : [{needed}]")
        );
    }
    assert_eq!(
        scene.create("app", template).await,
        "CREATE_COMPLETE",
        "{:#?}",
        scene.events("app").await
    );
    let processed = scene
        .call(
            "GetTemplate",
            &[("StackName", "app"), ("TemplateStage", "Processed")],
        )
        .await
        .text();
    assert!(
        processed.contains("AWS::Lambda::Function") && processed.contains("FRole"),
        "{processed}"
    );
    let summary = scene
        .call("GetTemplateSummary", &[("TemplateBody", template)])
        .await
        .text();
    assert!(
        summary.contains("<member>AWS::Serverless::Function</member>"),
        "{summary}"
    );
    assert_eq!(
        tag_of(&summary, "DeclaredTransforms").unwrap(),
        "<member>AWS::Serverless-2016-10-31</member>"
    );
}

/// What CDK says with its change sets; and what would change how a stack is deployed.
#[tokio::test]
async fn a_change_set_is_deployed_in_the_standard_mode_alone() {
    let scene = Scene::new().await;
    let kind = [("ChangeSetName", "one"), ("ChangeSetType", "CREATE")];
    for (member, value, expected) in [
        (
            "DeploymentConfig.Mode",
            "EXPRESS",
            "DeploymentConfig.Mode EXPRESS is not supported by Portcullis.",
        ),
        (
            "DeploymentConfig.DisableRollback",
            "true",
            "DeploymentConfig.DisableRollback is not supported by Portcullis.",
        ),
    ] {
        let more = [kind[0], kind[1], (member, value)];
        let answer = scene
            .submit("CreateChangeSet", "app", &role(""), &more)
            .await;
        assert_eq!(tag_of(&answer.text(), "Message").unwrap(), expected);
    }
    let more = [
        kind[0],
        kind[1],
        ("DeploymentConfig.Mode", "STANDARD"),
        ("IncludeNestedStacks", "true"),
        ("ImportExistingResources", "true"),
    ];
    let answer = scene
        .submit("CreateChangeSet", "app", &role(""), &more)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(scene.execute("one").await, "CREATE_COMPLETE");
    // The next one of that name is made when this one is gone.
    let members = [("ChangeSetName", "one"), ("StackName", "app")];
    assert_eq!(scene.call("DeleteChangeSet", &members).await.status, 200);
    let shown = scene
        .change_set("one", "UPDATE", &role(r#","Path":"/x/""#))
        .await;
    assert_eq!(tag_of(&shown, "ExecutionStatus").unwrap(), "AVAILABLE");
}
