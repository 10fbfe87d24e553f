//! Stacks that are updated, and go back when that fails.

use serde_json::Value;

use super::{Scene, tag_of};

const TRUST: &str = r#"{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}"#;

/// A role and a function, with what is put in.
fn application(role: &str, function: &str, more: &str) -> String {
    format!(
        r#"
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {TRUST}
{role}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: {{ZipFile: "def handler(event, context): return event"}}
{function}
{more}
Outputs:
  Name: {{Value: !Ref Function}}
"#
    )
}

impl Scene {
    async fn update(&self, template: &str) -> String {
        let answer = self.submit("UpdateStack", "app", template, &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.settled("app").await
    }

    async fn output(&self) -> String {
        let shown = self.call("DescribeStacks", &[("StackName", "app")]).await;
        tag_of(&shown.text(), "OutputValue").unwrap()
    }

    async fn functions(&self) -> Vec<Value> {
        let listed = self
            .world
            .rest("lambda", "GET /2015-03-31/functions/", &Value::Null)
            .await
            .ok();
        listed["Functions"].as_array().unwrap().clone()
    }

    async fn roles(&self) -> String {
        let roles = self
            .world
            .query("iam", "Action=ListRoles&Version=2010-05-08");
        roles.await.text()
    }
}

#[tokio::test]
async fn a_property_is_changed_in_place() {
    let scene = Scene::new().await;
    scene
        .create("app", &application("", "      Timeout: 10", ""))
        .await;
    let name = scene.output().await;
    let status = scene
        .update(&application(
            "      Description: new",
            "      MemorySize: 512",
            "",
        ))
        .await;
    assert_eq!(
        status,
        "UPDATE_COMPLETE",
        "{:#?}",
        scene.events("app").await
    );
    assert_eq!(scene.output().await, name);
    let function = scene.functions().await.remove(0);
    assert_eq!(
        (&function["MemorySize"], &function["Timeout"]),
        (&512.into(), &3.into())
    );
    assert!(
        scene
            .roles()
            .await
            .contains("<Description>new</Description>")
    );
    let again = scene
        .submit(
            "UpdateStack",
            "app",
            &application("      Description: new", "      MemorySize: 512", ""),
            &[],
        )
        .await;
    assert_eq!(
        tag_of(&again.text(), "Message").unwrap(),
        "No updates are to be performed."
    );
}

#[tokio::test]
async fn a_resource_is_replaced_and_what_needs_it_follows() {
    let scene = Scene::new().await;
    scene.create("app", &application("", "", "")).await;
    let status = scene
        .update(&application("", "      FunctionName: named", ""))
        .await;
    let events = scene.events("app").await;
    assert_eq!(status, "UPDATE_COMPLETE", "{events:#?}");
    assert_eq!(scene.output().await, "named");
    assert_eq!(scene.functions().await.len(), 1);
    let position = |text: &str| {
        events
            .iter()
            .position(|event| event.starts_with(text))
            .unwrap()
    };
    let replaced = position("Function UPDATE_IN_PROGRESS Requested update requires the creation");
    let cleaning = position("app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    let deleted = position("Function DELETE_COMPLETE");
    assert!(replaced < cleaning && cleaning < deleted, "{events:#?}");
}

#[tokio::test]
async fn what_the_template_has_no_more_is_deleted() {
    let scene = Scene::new().await;
    let more = format!(
        "  Gone: {{Type: AWS::IAM::Role, Properties: {{AssumeRolePolicyDocument: {TRUST}}}}}\n  Kept: {{Type: AWS::IAM::Role, DeletionPolicy: Retain, Properties: {{RoleName: kept, AssumeRolePolicyDocument: {TRUST}}}}}"
    );
    scene.create("app", &application("", "", &more)).await;
    assert!(scene.roles().await.contains("app-Gone-"));
    let status = scene.update(&application("", "", "")).await;
    assert_eq!(status, "UPDATE_COMPLETE");
    let roles = scene.roles().await;
    assert!(!roles.contains("app-Gone-") && roles.contains("<RoleName>kept</RoleName>"));
    let events = scene.events("app").await;
    assert!(
        events
            .iter()
            .any(|event| event.starts_with("Kept DELETE_SKIPPED"))
    );
    let listed = scene
        .call("ListStackResources", &[("StackName", "app")])
        .await
        .text();
    assert!(!listed.contains("Gone"), "{listed}");
}

#[tokio::test]
async fn an_update_that_fails_leads_back() {
    let scene = Scene::new().await;
    scene
        .create(
            "app",
            &application("      Description: old", "      MemorySize: 256", ""),
        )
        .await;
    let name = scene.output().await;
    let more = format!(
        "  New: {{Type: AWS::IAM::Role, Properties: {{AssumeRolePolicyDocument: {TRUST}}}}}\n  Bad: {{Type: AWS::IAM::Role, DependsOn: [Function, New], Properties: {{AssumeRolePolicyDocument: {{Version: x}}}}}}"
    );
    let status = scene
        .update(&application(
            "      Description: new",
            "      FunctionName: other",
            &more,
        ))
        .await;
    let events = scene.events("app").await;
    assert_eq!(status, "UPDATE_ROLLBACK_COMPLETE", "{events:#?}");
    assert!(events.iter().any(|event| event
        == "app UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Bad]. "));
    assert_eq!(scene.output().await, name);
    let functions = scene.functions().await;
    assert_eq!(functions.len(), 1);
    assert_eq!(functions[0]["FunctionName"], name);
    assert_eq!(functions[0]["MemorySize"], 256);
    let roles = scene.roles().await;
    assert!(roles.contains("<Description>old</Description>"), "{roles}");
    assert!(
        !roles.contains("app-New-") && !roles.contains("app-Bad-"),
        "{roles}"
    );
    assert_eq!(
        scene
            .call("DeleteStack", &[("StackName", "app")])
            .await
            .status,
        200
    );
    assert_eq!(scene.settled("app").await, "DELETE_COMPLETE");
    assert!(scene.functions().await.is_empty());
}

#[tokio::test]
async fn a_stack_policy_protects() {
    let scene = Scene::new().await;
    scene.create("app", &application("", "", "")).await;
    let policy = r#"{"Statement":[{"Effect":"Deny","Action":"Update:*","Principal":"*","Resource":"LogicalResourceId/Function"},{"Effect":"Allow","Action":"Update:*","Principal":"*","Resource":"*"}]}"#;
    let members = [("StackName", "app"), ("StackPolicyBody", policy)];
    assert_eq!(scene.call("SetStackPolicy", &members).await.status, 200);
    let status = scene
        .update(&application("", "      MemorySize: 512", ""))
        .await;
    assert_eq!(status, "UPDATE_ROLLBACK_COMPLETE");
    let events = scene.events("app").await;
    assert!(
        events
            .iter()
            .any(|event| event.contains("Action denied by stack policy: Statement [#1]")),
        "{events:#?}"
    );
    let members = [
        ("StackName", "app"),
        ("EnableTerminationProtection", "true"),
    ];
    scene.call("UpdateTerminationProtection", &members).await;
    let refused = scene.call("DeleteStack", &[("StackName", "app")]).await;
    assert_eq!(
        tag_of(&refused.text(), "Message").unwrap(),
        "Stack [app] cannot be deleted while TerminationProtection is enabled"
    );
}

#[tokio::test]
async fn what_others_import_stays() {
    let scene = Scene::new().await;
    let exporting = |value: &str| {
        application("", "", "")
            + &format!("  Shared: {{Value: {value}, Export: {{Name: shared}}}}\n")
    };
    scene.create("app", &exporting("one")).await;
    let importing = format!(
        "Resources: {{R: {{Type: AWS::IAM::Role, Properties: {{Description: !ImportValue shared, AssumeRolePolicyDocument: {TRUST}}}}}}}"
    );
    assert_eq!(scene.create("user", &importing).await, "CREATE_COMPLETE");
    assert!(
        scene
            .roles()
            .await
            .contains("<Description>one</Description>")
    );
    let imports = scene
        .call("ListImports", &[("ExportName", "shared")])
        .await
        .text();
    assert!(imports.contains("<member>user</member>"), "{imports}");
    let refused = scene
        .call("DeleteStack", &[("StackName", "app")])
        .await
        .text();
    assert_eq!(
        tag_of(&refused, "Message").unwrap(),
        "Export shared cannot be deleted as it is in use by user"
    );
    assert_eq!(
        scene.update(&exporting("two")).await,
        "UPDATE_ROLLBACK_COMPLETE"
    );
    let missing = importing.replace("shared", "nobody");
    assert_eq!(scene.create("other", &missing).await, "ROLLBACK_COMPLETE");
    let events = scene.events("other").await;
    assert!(
        events.contains(
            &"other ROLLBACK_IN_PROGRESS No export named nobody found. Rollback requested by user."
                .to_owned()
        ),
        "{events:#?}"
    );
}
