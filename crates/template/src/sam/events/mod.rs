//! What invokes a function: for each event the resources that it needs, the permission first of all.

mod api;
mod bridge;
mod buckets;
mod logs;
mod pull;
mod scheduler;
mod topics;

use serde_json::json;

use super::hash;
use super::resource::{Made, passed_of};
use super::translator::{Problem, Translator, Unsupported};
use super::values::{Json, Map, at, get, text};

/// What an event invokes: a function, or the alias that SAM publishes.
pub(super) struct Target {
    pub(super) id: String,
    /// What a permission names.
    pub(super) name: Json,
    pub(super) arn: Json,
    /// Attributes that go to everything that the event becomes.
    pub(super) attributes: Map,
}

impl Target {
    pub(super) fn of(made: &Made) -> Self {
        let arn = if made.kind == "AWS::Lambda::Function" {
            super::values::attribute(&made.id, "Arn")
        } else {
            made.reference()
        };
        Self {
            id: made.id.clone(),
            name: made.reference(),
            arn,
            attributes: passed_of(&made.attributes),
        }
    }

    pub(super) fn condition(&self) -> Option<&Json> {
        at(&self.attributes, "Condition")
    }
}

/// An event of a function.
pub(super) struct Event<'a> {
    /// Of the function as it was declared.
    pub(super) function: &'a str,
    pub(super) name: &'a str,
    /// The function's id and the event's name.
    pub(super) id: String,
    pub(super) own: Map,
}

impl Event<'_> {
    pub(super) fn problem(&self, reason: impl std::fmt::Display) -> Problem {
        let reason = format!("Event with id [{}] is invalid. {reason}", self.name);
        Problem::of(self.function, reason)
    }

    pub(super) fn needed(&self, name: &str) -> Result<&Json, Problem> {
        let missing = || self.problem(format!("Missing required property '{name}'."));
        at(&self.own, name).ok_or_else(missing)
    }

    pub(super) fn given(&self, name: &str) -> Option<Json> {
        at(&self.own, name).cloned()
    }
}

/// Who invokes, and how the grant is bound.
#[derive(Default)]
pub(super) struct Grant<'a> {
    pub(super) principal: &'a str,
    pub(super) source_arn: Option<Json>,
    pub(super) source_account: Option<Json>,
    pub(super) token: Option<Json>,
    pub(super) suffix: &'a str,
    pub(super) prefix: Option<String>,
}

pub(super) fn permission(event: &Event<'_>, target: &Target, grant: Grant<'_>) -> Made {
    let prefix = grant.prefix.unwrap_or_else(|| event.id.clone());
    let prefix = format!("{prefix}Permission");
    let plain = !grant.suffix.is_empty() && grant.suffix.chars().all(char::is_alphanumeric);
    let id = if plain {
        format!("{prefix}{}", grant.suffix)
    } else {
        hash::id(&prefix, &json!(grant.suffix))
    };
    Made::new(id, "AWS::Lambda::Permission", target.attributes.clone())
        .with("Action", json!("lambda:InvokeFunction"))
        .with("FunctionName", target.name.clone())
        .with("Principal", json!(grant.principal))
        .with("SourceArn", grant.source_arn)
        .with("SourceAccount", grant.source_account)
        .with("EventSourceToken", grant.token)
}

impl Translator<'_> {
    /// What all events of a function become; pull events add to its role.
    pub(super) fn events(
        &mut self,
        function: &str,
        own: &Map,
        target: &Target,
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        let Some(declared) = at(own, "Events") else {
            return Ok(Vec::new());
        };
        let Some(declared) = declared.as_object() else {
            return Err(Problem::of(function, "Property 'Events' should be a map."));
        };
        let mut ordered: Vec<(&String, &Json)> = declared.iter().collect();
        ordered.sort_by_key(|(name, event)| {
            let path = event.pointer("/Properties/Path").and_then(Json::as_str);
            path.unwrap_or(name).to_owned()
        });
        let mut made = Vec::new();
        for (name, declared) in ordered {
            let event = event(function, name, declared)?;
            let kind = text(declared, "Type").unwrap_or_default();
            made.extend(self.event(kind, event, target, role)?);
        }
        Ok(made)
    }

    fn event(
        &mut self,
        kind: &str,
        event: Event<'_>,
        target: &Target,
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        match kind {
            "Api" => self.api_event(event, target),
            "Schedule" => bridge::schedule(&event, target),
            "CloudWatchEvent" | "EventBridgeRule" => bridge::rule(&event, target),
            "ScheduleV2" => scheduler::schedule(&event, target),
            "S3" => self.bucket_event(&event, target),
            "Cognito" => self.pool_event(&event, target),
            "SNS" => self.topic_event(&event, target, role),
            "CloudWatchLogs" => self.logs_event(&event, target),
            "IoTRule" => self.iot_event(&event, target),
            "AlexaSkill" => {
                let grant = Grant {
                    principal: "alexa-appkit.amazon.com",
                    token: event.given("SkillId"),
                    ..Grant::default()
                };
                Ok(vec![permission(&event, target, grant)])
            }
            kind if pull::is_known(kind) => self.pull_event(kind, &event, target, role),
            "HttpApi" if self.options.unsupported == Unsupported::Left => Ok(Vec::new()),
            "HttpApi" => Err(event.problem("events of type HttpApi are not supported")),
            other => Err(event.problem(format!(
                "Resource dict has missing or invalid value for key Type. Event Type is: {other}."
            ))),
        }
    }
}

fn event<'a>(function: &'a str, name: &'a str, declared: &Json) -> Result<Event<'a>, Problem> {
    let own = match get(declared, "Properties") {
        None => Map::new(),
        Some(Json::Object(own)) => own.clone(),
        Some(_) => {
            let reason = format!("Event with id [{name}] is invalid. Properties should be a map.");
            return Err(Problem::of(function, reason));
        }
    };
    Ok(Event {
        function,
        name,
        id: format!("{function}{name}"),
        own,
    })
}
