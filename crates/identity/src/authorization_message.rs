//! What DecodeAuthorizationMessage tells of a denied call: made and sealed when the call is denied,
//! so that nothing has to be kept, and opened again for whoever may read it.

use policy::{Effect, ElementReport, Explanation, StatementReport};
use serde_json::{Value, json};

use crate::{AccessDenied, Caller, Identity};

/// What fits into the 10,240 characters of an encoded message (STS API reference), with room for
/// the seal: four characters of base64 carry three bytes.
const MOST_BYTES: usize = 7_600;

/// AWS: InvalidAuthorizationMessageException.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Message is not valid")]
pub struct NotAMessage;

impl Identity {
    /// None if the system gave no random bytes.
    pub fn encode_denial(&self, caller: &Caller, denied: &AccessDenied) -> Option<String> {
        let text = render(caller, denied);
        self.seal
            .close_message(caller.account(), text.into_bytes(), &self.random)
            .ok()
    }

    /// The JSON of a denied call of the caller's account.
    pub fn decode_denial(&self, caller: &Caller, message: &str) -> Result<String, NotAMessage> {
        self.seal
            .open_message(caller.account(), message)
            .map_err(|_| NotAMessage)
    }
}

/// Condition keys are left out from the end until the rest fits.
fn render(caller: &Caller, denied: &AccessDenied) -> String {
    let mut conditions = conditions(denied);
    loop {
        let text = message(caller, denied, &conditions).to_string();
        if text.len() <= MOST_BYTES || conditions.pop().is_none() {
            return text;
        }
    }
}

/// In AWS's form (AWS CLI reference, `decode-authorization-message`).
fn message(caller: &Caller, denied: &AccessDenied, conditions: &[Value]) -> Value {
    let explanation = &denied.explanation;
    let matched = matched(explanation);
    let matched = matched.iter().map(|found| statement(found, caller));
    json!({
        "allowed": false,
        "explicitDeny": explanation.decided_by.is_some(),
        "matchedStatements": {"items": matched.collect::<Vec<_>>()},
        "failures": {"items": []},
        "context": {
            "principal": principal(caller),
            "action": explanation.action,
            "resource": explanation.resource,
            "conditions": {"items": conditions},
        },
    })
}

/// Only users have a name beside their id.
fn principal(caller: &Caller) -> Value {
    let arn = caller.arn();
    match arn.split_once(":user/") {
        Some((_, path)) => json!({
            "id": caller.user_id(),
            "name": path.rsplit('/').next(),
            "arn": arn,
        }),
        None => json!({"id": caller.user_id(), "arn": arn}),
    }
}

/// The statements that deny.
fn matched(explanation: &Explanation) -> Vec<&StatementReport> {
    let statements = explanation
        .sources
        .iter()
        .flat_map(|source| &source.statements);
    statements
        .filter(|statement| statement.matched && statement.effect == Effect::Deny)
        .collect()
}

fn statement(found: &StatementReport, caller: &Caller) -> Value {
    let patterns = |element: &str| {
        let found = found.elements.iter().filter(|it| it.element == element);
        items(found.flat_map(|element| &element.patterns).cloned())
    };
    let conditions = found.elements.iter().filter_map(condition);
    json!({
        "statementId": found.sid.as_deref().unwrap_or_default(),
        "effect": "DENY",
        "principals": items([caller.user_id().split(':').next().unwrap_or_default().to_owned()]),
        "principalGroups": {"items": []},
        "actions": patterns("Action"),
        "resources": patterns("Resource"),
        "conditions": {"items": conditions.collect::<Vec<_>>()},
    })
}

fn condition(element: &ElementReport) -> Option<Value> {
    let (_, key) = element
        .element
        .strip_prefix("Condition ")?
        .rsplit_once(' ')?;
    Some(key_values(key, &element.patterns))
}

/// What was seen, and what AWS makes of the resource's ARN.
fn conditions(denied: &AccessDenied) -> Vec<Value> {
    let resource = &denied.explanation.resource;
    let of_arn = model::Arn::new(resource).ok().map(|arn| {
        let kind = arn.resource().split(['/', ':']).next().unwrap_or_default();
        [
            ("aws:Region", arn.region()),
            ("aws:Service", arn.service()),
            ("aws:Resource", arn.resource()),
            ("aws:Type", kind),
            ("aws:Account", arn.account()),
            ("aws:ARN", resource),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| key_values(key, &[value.to_owned()]))
        .collect::<Vec<_>>()
    });
    let seen = denied
        .seen
        .iter()
        .map(|(key, values)| key_values(key, values));
    of_arn.into_iter().flatten().chain(seen).collect()
}

fn key_values(key: &str, values: &[String]) -> Value {
    json!({"key": key, "values": items(values.iter().cloned())})
}

fn items(values: impl IntoIterator<Item = String>) -> Value {
    let items: Vec<Value> = values
        .into_iter()
        .map(|value| json!({"value": value}))
        .collect();
    json!({"items": items})
}

#[cfg(test)]
mod tests {
    use model::AccountId;
    use policy::Context;

    use super::*;
    use crate::testing::{ACCOUNT, OTHER_ACCOUNT, ROOT_ID, World};
    use crate::{Ask, ResourceSide};

    fn root(account: &str) -> Caller {
        Caller::root(AccountId::new(account).unwrap(), ROOT_ID)
    }

    fn denied(world: &World, tag: &str) -> AccessDenied {
        let owner = AccountId::new(OTHER_ACCOUNT).unwrap();
        let mut context = Context::new();
        context.set("aws:SourceIp", "192.0.2.1");
        context.set("aws:RequestTag/k", tag);
        let resources = ["arn:aws:lambda:us-east-1:222222222222:function:f".to_owned()];
        let side = ResourceSide {
            account: &owner,
            policy: None,
        };
        let ask = Ask::new("lambda:GetFunction", &resources, &context).on(side);
        world.identity.authorize(&root(ACCOUNT), &ask).unwrap_err()
    }

    #[test]
    fn a_denial_is_told_in_awss_form() {
        let world = World::new();
        let denied = denied(&world, "v");
        let sealed = world.identity.encode_denial(&root(ACCOUNT), &denied);
        let told = world
            .identity
            .decode_denial(&root(ACCOUNT), &sealed.unwrap());
        let told: Value = serde_json::from_str(&told.unwrap()).unwrap();
        assert_eq!(told["allowed"], false);
        assert_eq!(told["explicitDeny"], false);
        assert_eq!(told["matchedStatements"], json!({"items": []}));
        let context = &told["context"];
        assert_eq!(context["action"], "lambda:GetFunction");
        assert_eq!(
            context["principal"]["arn"],
            "arn:aws:iam::111111111111:root"
        );
        let conditions = context["conditions"]["items"].as_array().unwrap();
        for (key, value) in [
            ("aws:Region", "us-east-1"),
            ("aws:Type", "function"),
            ("aws:SourceIp", "192.0.2.1"),
            ("aws:RequestTag/k", "v"),
        ] {
            let expected = json!({"key": key, "values": {"items": [{"value": value}]}});
            assert!(conditions.contains(&expected), "{key} in {context}");
        }
    }

    #[test]
    fn a_message_fits_whatever_was_seen() {
        let world = World::new();
        let denied = denied(&world, &"x".repeat(20_000));
        let sealed = world
            .identity
            .encode_denial(&root(ACCOUNT), &denied)
            .unwrap();
        assert!(sealed.len() <= 10_240, "{}", sealed.len());
        assert!(
            world
                .identity
                .decode_denial(&root(ACCOUNT), &sealed)
                .is_ok()
        );
    }

    #[test]
    fn what_is_no_message_of_the_account_is_refused() {
        let world = World::new();
        let denied = denied(&world, "v");
        let sealed = world
            .identity
            .encode_denial(&root(ACCOUNT), &denied)
            .unwrap();
        let theirs = world.identity.decode_denial(&root(OTHER_ACCOUNT), &sealed);
        assert_eq!(theirs, Err(NotAMessage));
        let reversed: String = sealed.chars().rev().collect();
        for text in ["", "text", "AgAA", &reversed] {
            let outcome = world.identity.decode_denial(&root(ACCOUNT), text);
            assert_eq!(outcome, Err(NotAMessage), "{text}");
        }
    }
}
