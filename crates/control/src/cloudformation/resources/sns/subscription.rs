//! AWS::SNS::Subscription

use model::MadeResource;
use serde_json::json;

use super::super::query::{SNS, one};
use super::super::values::text;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Subscription;

/// Attributes, with what a subscription has that does not say it (SNS API reference, SetSubscriptionAttributes).
const ATTRIBUTES: [(&str, &str); 7] = [
    ("DeliveryPolicy", "{}"),
    ("FilterPolicy", "{}"),
    ("FilterPolicyScope", "MessageAttributes"),
    ("RawMessageDelivery", "false"),
    ("RedrivePolicy", "{}"),
    ("ReplayPolicy", "{}"),
    ("SubscriptionRoleArn", ""),
];

impl ResourceType for Subscription {
    const NAME: &'static str = "AWS::SNS::Subscription";
    const PROPERTIES: &'static [Property] = &[
        always("DeliveryPolicy"),
        fixed("Endpoint"),
        always("FilterPolicy"),
        always("FilterPolicyScope"),
        fixed("Protocol").required(),
        always("RawMessageDelivery"),
        always("RedrivePolicy"),
        always("ReplayPolicy"),
        always("SubscriptionRoleArn"),
        fixed("TopicArn").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];

    /// SNS gives the subscription that there is to whoever makes the same again.
    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let mut parameters = vec![one("ReturnSubscriptionArn", &json!("true"))];
        for name in ["TopicArn", "Protocol", "Endpoint"] {
            parameters.extend(work.get(name).map(|value| one(name, value)));
        }
        let given = ATTRIBUTES
            .iter()
            .filter_map(|(name, _)| Some((*name, text(work.get(name)?))));
        for (at, (name, value)) in given.enumerate() {
            let entry = format!("Attributes.entry.{}", at + 1);
            parameters.push((format!("{entry}.key"), name.to_owned()));
            parameters.push((format!("{entry}.value"), value));
        }
        let made = SNS.call(work, "Subscribe", &parameters).await?;
        Ok(shown(&made.text("SubscriptionArn").unwrap_or_default()))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let arn = &before.physical_id;
        for (name, default) in ATTRIBUTES {
            let now = work.get(name);
            if before.properties.get(name) != now {
                let value = now.map_or_else(|| default.to_owned(), text);
                let parameters = [
                    ("SubscriptionArn".to_owned(), arn.clone()),
                    ("AttributeName".to_owned(), name.to_owned()),
                    ("AttributeValue".to_owned(), value),
                ];
                let action = "SetSubscriptionAttributes";
                SNS.call(work, action, &parameters).await?;
            }
        }
        Ok(shown(arn))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let parameters = [("SubscriptionArn".to_owned(), made.physical_id.clone())];
        SNS.call_if_there(work, "Unsubscribe", &parameters).await?;
        Ok(())
    }
}

fn shown(arn: &str) -> Made {
    Made::new(arn).with("Arn", arn)
}
