//! `UsagePlan`: a plan, a key and the link between them, for one API or shared by all.

use std::collections::BTreeSet;

use serde_json::json;

use super::Api;
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, get, members, reference, set, text};

const KNOWN: [&str; 6] = [
    "CreateUsagePlan",
    "Description",
    "Quota",
    "Tags",
    "Throttle",
    "UsagePlanName",
];
const CONDITION: &str = "SharedUsagePlanCondition";

/// What the APIs have said that share a plan.
#[derive(Debug, Default)]
pub(in crate::sam) struct Shared {
    keys: Vec<Json>,
    stages: Vec<Json>,
    needed: Vec<String>,
    conditions: BTreeSet<String>,
    unconditional: bool,
    deletion: Option<String>,
    replacement: Option<String>,
}

impl Shared {
    fn attributes(&mut self, passed: &Map, conditions: &mut Map) -> Map {
        let of = |name: &str| passed.get(name).and_then(Json::as_str).map(str::to_owned);
        if let Some(policy) = of("DeletionPolicy")
            && (self.deletion.is_none() || policy == "Retain")
        {
            self.deletion = Some(policy);
        }
        if let Some(policy) = of("UpdateReplacePolicy") {
            let stronger = policy == "Retain"
                || (policy == "Snapshot" && self.replacement.as_deref() == Some("Delete"));
            if self.replacement.is_none() || stronger {
                self.replacement = Some(policy);
            }
        }
        self.condition(of("Condition"), conditions);
        let mut made = Map::new();
        if let Some(policy) = &self.deletion {
            made.insert("DeletionPolicy".to_owned(), json!(policy));
        }
        if let Some(policy) = &self.replacement {
            made.insert("UpdateReplacePolicy".to_owned(), json!(policy));
        }
        if !self.conditions.is_empty() && !self.unconditional {
            made.insert("Condition".to_owned(), json!(CONDITION));
        }
        made
    }

    fn condition(&mut self, condition: Option<String>, conditions: &mut Map) {
        if self.unconditional {
            return;
        }
        match condition {
            None => {
                self.unconditional = true;
                conditions.remove(CONDITION);
            }
            Some(condition) => {
                if self.conditions.contains(&condition) {
                    return;
                }
                let first = self.conditions.is_empty();
                self.conditions.insert(condition.clone());
                let either: Vec<Json> = self
                    .conditions
                    .iter()
                    .map(|name| json!({ "Condition": name }))
                    .collect();
                let value = if first {
                    json!(condition)
                } else {
                    json!({ "Fn::Or": either })
                };
                conditions.insert(CONDITION.to_owned(), value);
            }
        }
    }
}

impl Translator<'_> {
    pub(super) fn usage_plan(&mut self, api: &Api<'_>, stage: &Made) -> Result<Vec<Made>, Problem> {
        let Some(given) = api.set("Auth").and_then(|auth| get(auth, "UsagePlan")) else {
            return Ok(Vec::new());
        };
        if !given.is_object() {
            return Err(api.problem("'UsagePlan' must be a dictionary"));
        }
        if members(Some(given)).any(|(key, _)| !KNOWN.contains(&key.as_str())) {
            return Err(api.problem("Invalid property for 'UsagePlan'"));
        }
        let mut made = match text(given, "CreateUsagePlan") {
            None => return Err(api.problem("'CreateUsagePlan' is a required field for UsagePlan.")),
            Some("NONE") => return Ok(Vec::new()),
            Some("PER_API") => own(api, stage),
            Some("SHARED") => self.shared_plan(api, stage),
            Some(_) => {
                return Err(
                    api.problem("'CreateUsagePlan' accepts one of ['SHARED', 'PER_API', 'NONE'].")
                );
            }
        };
        if let Some(plan) = made.first_mut() {
            for name in ["UsagePlanName", "Description", "Quota", "Tags", "Throttle"] {
                if let Some(value) = set(given, name) {
                    plan.put(name, value.clone());
                }
            }
        }
        Ok(made)
    }

    fn shared_plan(&mut self, api: &Api<'_>, stage: &Made) -> Vec<Made> {
        let (plan, key) = ("ServerlessUsagePlan", "ServerlessApiKey");
        if !self.shared.needed.contains(&api.id.to_owned()) {
            self.shared.needed.push(api.id.to_owned());
        }
        let link = json!({ "ApiId": reference(api.id), "Stage": stage.reference() });
        if !self.shared.stages.contains(&link) {
            self.shared.stages.push(link);
        }
        let link = json!({ "RestApiId": reference(api.id), "StageName": stage.reference() });
        if !self.shared.keys.contains(&link) {
            self.shared.keys.push(link);
        }
        let attributes = self.shared.attributes(&api.passed, &mut self.conditions);
        let shared = &self.shared;
        vec![
            Made::new(plan, "AWS::ApiGateway::UsagePlan", attributes.clone())
                .depends_on(json!(shared.needed))
                .with("ApiStages", json!(shared.stages)),
            Made::new(key, "AWS::ApiGateway::ApiKey", attributes.clone())
                .depends_on(json!([plan]))
                .with("Enabled", json!(true))
                .with("StageKeys", json!(shared.keys)),
            linked("ServerlessUsagePlanKey", plan, key, attributes),
        ]
    }
}

fn own(api: &Api<'_>, stage: &Made) -> Vec<Made> {
    let plan = format!("{}UsagePlan", api.id);
    let key = format!("{}ApiKey", api.id);
    vec![
        Made::new(&plan, "AWS::ApiGateway::UsagePlan", api.passed.clone())
            .depends_on(json!([api.id]))
            .with(
                "ApiStages",
                json!([{ "ApiId": reference(api.id), "Stage": stage.reference() }]),
            ),
        Made::new(&key, "AWS::ApiGateway::ApiKey", api.passed.clone())
            .depends_on(json!([plan]))
            .with("Enabled", json!(true))
            .with(
                "StageKeys",
                json!([{ "RestApiId": reference(api.id), "StageName": stage.reference() }]),
            ),
        linked(
            &format!("{}UsagePlanKey", api.id),
            &plan,
            &key,
            api.passed.clone(),
        ),
    ]
}

fn linked(id: &str, plan: &str, key: &str, attributes: Map) -> Made {
    Made::new(id, "AWS::ApiGateway::UsagePlanKey", attributes)
        .depends_on(json!([key]))
        .with("KeyId", reference(key))
        .with("KeyType", json!("API_KEY"))
        .with("UsagePlanId", reference(plan))
}
