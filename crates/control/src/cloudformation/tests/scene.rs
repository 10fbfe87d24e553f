//! A control plane, and a client that speaks of stacks.

use std::time::{Duration, Instant};

use model::{AccountId, Region, StackRecord};

use crate::testing::{ACCOUNT, Answer, REGION, World};

/// No stack of a test takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Scene {
    pub(super) world: World,
}

impl Scene {
    pub(super) async fn new() -> Self {
        Self {
            world: World::new().await,
        }
    }

    pub(super) async fn call(&self, action: &str, members: &[(&str, &str)]) -> Answer {
        let mut form = format!("Action={action}&Version=2010-05-15");
        for (name, value) in members {
            let value =
                percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
            form.extend(["&", name, "="]);
            form.extend(value);
        }
        self.world.query("cloudformation", &form).await
    }

    /// With every capability.
    pub(super) async fn submit(
        &self,
        action: &str,
        name: &str,
        template: &str,
        more: &[(&str, &str)],
    ) -> Answer {
        let mut members = vec![
            ("StackName", name),
            ("TemplateBody", template),
            ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"),
            ("Capabilities.member.2", "CAPABILITY_AUTO_EXPAND"),
        ];
        members.extend(more);
        self.call(action, &members).await
    }

    /// Creates a stack and gives the status that it ends with.
    pub(super) async fn create(&self, name: &str, template: &str) -> String {
        let answer = self.submit("CreateStack", name, template, &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.settled(name).await
    }

    /// The status of the stack once nothing is under way.
    pub(super) async fn settled(&self, name: &str) -> String {
        let account = AccountId::new(ACCOUNT).unwrap();
        let region = Region::new(REGION).unwrap();
        let id = StackRecord::id_of(&account, &region, name);
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let found = self.world.records.get::<StackRecord>(&id).await.unwrap();
            match found {
                None => return "DELETE_COMPLETE".to_owned(),
                Some(stack) if !stack.status.is_in_progress() => {
                    return stack.status.name().to_owned();
                }
                Some(_) => tokio::task::yield_now().await,
            }
        }
        panic!("the stack {name} does not settle");
    }

    /// `LogicalId STATUS reason` of every event, the oldest first.
    pub(super) async fn events(&self, name: &str) -> Vec<String> {
        let answer = self
            .call("DescribeStackEvents", &[("StackName", name)])
            .await;
        let text = answer.text();
        let mut events: Vec<String> = text
            .split("<member>")
            .skip(1)
            .map(|event| {
                let part = |tag: &str| tag_of(event, tag).unwrap_or_default();
                let (id, status) = (part("LogicalResourceId"), part("ResourceStatus"));
                format!("{id} {status} {}", part("ResourceStatusReason"))
            })
            .collect();
        events.reverse();
        events
    }
}

/// What stands in the first element of that name.
pub(super) fn tag_of(text: &str, tag: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("<{tag}>"))?;
    let (inner, _) = rest.split_once(&format!("</{tag}>"))?;
    Some(inner.replace("&quot;", "\"").replace("&amp;", "&"))
}
