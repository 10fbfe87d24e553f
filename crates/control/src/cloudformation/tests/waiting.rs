//! Resources that wait for what somebody outside says.

use bytes::Bytes;
use http::Request;
use model::{ResourceStatus, StackResourceRecord};

use super::Scene;

const TEMPLATE: &str = "
Resources:
  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
  Condition:
    Type: AWS::CloudFormation::WaitCondition
    Properties: {Handle: !Ref Handle, Timeout: '30', Count: 2}
Outputs:
  Data: {Value: !GetAtt Condition.Data}
";

impl Scene {
    /// The address of the handle, once the condition waits.
    async fn address(&self) -> String {
        loop {
            let all = self
                .world
                .records
                .list::<StackResourceRecord>("")
                .await
                .unwrap();
            let waits = all.iter().any(|found| {
                found.logical_id == "Condition" && found.status == ResourceStatus::CreateInProgress
            });
            let handle = all.iter().find(|found| found.logical_id == "Handle");
            if let (true, Some(made)) = (waits, handle.and_then(|found| found.made.clone())) {
                return made.physical_id;
            }
            tokio::task::yield_now().await;
        }
    }

    async fn put(&self, address: &str, body: &str) -> u16 {
        let request = Request::put(address)
            .body(Bytes::from(body.to_owned()))
            .unwrap();
        self.world.send(request).await.status
    }
}

fn signal(status: &str, id: &str) -> String {
    format!(r#"{{"Status":"{status}","UniqueId":"{id}","Data":"d{id}","Reason":"why"}}"#)
}

#[tokio::test]
async fn a_condition_waits_for_its_signals() {
    let scene = Scene::new().await;
    scene.submit("CreateStack", "app", TEMPLATE, &[]).await;
    let address = scene.address().await;
    assert_eq!(scene.put(&address, &signal("SUCCESS", "1")).await, 200);
    assert_eq!(scene.put(&address, &signal("SUCCESS", "1")).await, 200);
    let forged = address.replace("signature=", "signature=00");
    assert_eq!(scene.put(&forged, &signal("SUCCESS", "2")).await, 403);
    assert_eq!(scene.put(&address, &signal("SUCCESS", "2")).await, 200);
    assert_eq!(
        scene.settled("app").await,
        "CREATE_COMPLETE",
        "{:#?}",
        scene.events("app").await
    );
    let shown = scene
        .call("DescribeStacks", &[("StackName", "app")])
        .await
        .text();
    assert!(shown.contains("d1") && shown.contains("d2"), "{shown}");
}

#[tokio::test]
async fn a_signal_of_failure_takes_the_stack_back() {
    let scene = Scene::new().await;
    scene.submit("CreateStack", "app", TEMPLATE, &[]).await;
    let address = scene.address().await;
    scene.put(&address, &signal("FAILURE", "1")).await;
    assert_eq!(scene.settled("app").await, "ROLLBACK_COMPLETE");
    let events = scene.events("app").await;
    assert!(
        events.contains(
            &"Condition CREATE_FAILED WaitCondition received failed message: 'why' for uniqueId: 1"
                .to_owned()
        ),
        "{events:#?}"
    );
    assert_eq!(scene.put(&address, &signal("SUCCESS", "1")).await, 404);
}

#[tokio::test]
async fn a_stack_can_be_deleted_while_it_waits() {
    let scene = Scene::new().await;
    scene.submit("CreateStack", "app", TEMPLATE, &[]).await;
    scene.address().await;
    scene.call("DeleteStack", &[("StackName", "app")]).await;
    assert_eq!(scene.settled("app").await, "DELETE_COMPLETE");
}
