//! `DeploymentPreference`: aliases that move gradually, by CodeDeploy.

use std::collections::BTreeSet;

use serde_json::json;

use super::function::Function;
use super::function::role::assumed_by;
use super::plugins::combination;
use super::resolve::find_in_maps;
use super::resource::Made;
use super::translator::{Problem, Translator};
use super::values::{
    Json, Map, attribute, branches, choice, function, get, is_no_value, reference, sub, tags,
    truthy,
};

const APPLICATION: &str = "ServerlessDeploymentApplication";
const ROLE: &str = "CodeDeployServiceRole";
const CONDITION: &str = "ServerlessCodeDeployCondition";
/// Configurations that SAM knows by a short name.
const KNOWN: [&str; 9] = [
    "Canary10Percent5Minutes",
    "Canary10Percent10Minutes",
    "Canary10Percent15Minutes",
    "Canary10Percent30Minutes",
    "Linear10PercentEvery1Minute",
    "Linear10PercentEvery2Minutes",
    "Linear10PercentEvery3Minutes",
    "Linear10PercentEvery10Minutes",
    "AllAtOnce",
];

/// How the aliases of the template move.
#[derive(Debug, Default)]
pub(super) struct Preferences {
    enabled: Vec<Preference>,
}

#[derive(Debug)]
struct Preference {
    function: String,
    given: Json,
    condition: Option<Json>,
    tags: Option<Json>,
}

impl Translator<'_> {
    /// Notes how an alias moves, and tells the alias; puts it among what the function becomes.
    pub(super) fn prefer(
        &mut self,
        own: &Function<'_>,
        alias: Option<Made>,
        extra: &mut Vec<Made>,
    ) -> Result<Option<Made>, Problem> {
        let Some(mut alias) = alias else {
            return match self.preference(own)? {
                Some(_) => Err(own.problem(
                    "'DeploymentPreference' requires AutoPublishAlias property to be specified.",
                )),
                None => Ok(None),
            };
        };
        if let Some(preference) = self.preference(own)? {
            let hooks = preference.given.get("Hooks");
            let mut update = json!({
                "ApplicationName": reference(APPLICATION),
                "DeploymentGroupName": reference(&group_id(own.id)),
            });
            for (from, to) in [
                ("PreTraffic", "BeforeAllowTrafficHook"),
                ("PostTraffic", "AfterAllowTrafficHook"),
            ] {
                let hook = hooks.and_then(|hooks| get(hooks, from));
                if let (Some(hook), Some(update)) = (hook, update.as_object_mut()) {
                    update.insert(to.to_owned(), hook.clone());
                }
            }
            alias.attributes.insert(
                "UpdatePolicy".to_owned(),
                json!({ "CodeDeployLambdaAliasUpdate": update }),
            );
            self.preferences.enabled.push(preference);
        }
        // The alias stands between the version and what comes later.
        extra.insert(1.min(extra.len()), alias.clone());
        Ok(Some(alias))
    }

    fn preference(&self, own: &Function<'_>) -> Result<Option<Preference>, Problem> {
        let Some(given) = own.set("DeploymentPreference") else {
            return Ok(None);
        };
        let mut given = given.clone();
        for name in ["Enabled", "Type", "PassthroughCondition"] {
            if let Some(value) = given.get_mut(name) {
                self.values.resolve(value);
                find_in_maps(value, self.template.get("Mappings"));
            }
        }
        let enabled = given
            .get("Enabled")
            .is_none_or(|flag| truthy(flag) && !matches!(flag.as_str(), Some("false" | "False")));
        if !enabled {
            return Ok(None);
        }
        if given.get("Type").is_none() {
            return Err(own.problem("'DeploymentPreference' is missing required Property 'Type'"));
        }
        if get(&given, "Hooks").is_some_and(|hooks| !hooks.is_object()) {
            return Err(
                own.problem("'Hooks' property of 'DeploymentPreference' must be a dictionary")
            );
        }
        let passes = matches!(
            get(&given, "PassthroughCondition"),
            Some(flag) if flag == &json!(true) || matches!(flag.as_str(), Some("true" | "True"))
        );
        let propagates = own.set("PropagateTags").is_some();
        Ok(Some(Preference {
            function: own.id.to_owned(),
            condition: own.passed().get("Condition").cloned().filter(|_| passes),
            tags: own.set("Tags").cloned().filter(|_| propagates),
            given,
        }))
    }

    /// The application, the role and the groups, once all functions are known.
    pub(super) fn deployments(&mut self) -> Result<(), Problem> {
        let enabled = std::mem::take(&mut self.preferences.enabled);
        if enabled.is_empty() {
            return Ok(());
        }
        let condition = self.shared_condition(&enabled);
        let mut attributes = Map::new();
        attributes.extend(condition.map(|condition| ("Condition".to_owned(), json!(condition))));
        let mut merged = Map::new();
        for preference in &enabled {
            if let Some(Json::Object(own)) = &preference.tags {
                merged.extend(own.clone());
            }
        }
        let all = (!merged.is_empty()).then(|| Json::Array(tags(Some(&Json::Object(merged)))));
        let application = Made::new(
            APPLICATION,
            "AWS::CodeDeploy::Application",
            attributes.clone(),
        )
        .with("ComputePlatform", json!("Lambda"))
        .with("Tags", all.clone());
        self.out
            .insert(application.id.clone(), application.into_json());
        if enabled.iter().any(|preference| !has_role(preference)) {
            let name = if matches!(self.partition, "aws-iso" | "aws-iso-b") {
                "service-role/AWSCodeDeployRoleForLambdaLimited"
            } else {
                "service-role/AWSCodeDeployRoleForLambda"
            };
            let role = Made::new(ROLE, "AWS::IAM::Role", attributes)
                .with(
                    "AssumeRolePolicyDocument",
                    assumed_by("codedeploy.amazonaws.com"),
                )
                .with("ManagedPolicyArns", json!([self.managed_policy_arn(name)]))
                .with("Tags", all);
            self.out.insert(role.id.clone(), role.into_json());
        }
        for preference in &enabled {
            let group = group(preference)?;
            self.out.insert(group.id.clone(), group.into_json());
        }
        Ok(())
    }

    /// The one condition under which any function moves gradually; nothing if one always does.
    fn shared_condition(&mut self, enabled: &[Preference]) -> Option<String> {
        let conditions: Option<BTreeSet<String>> = enabled
            .iter()
            .map(|preference| Some(preference.condition.as_ref()?.as_str()?.to_owned()))
            .collect();
        let conditions: Vec<String> = conditions?.into_iter().collect();
        if let [one] = conditions.as_slice() {
            return Some(one.clone());
        }
        self.conditions.extend(combination(conditions, CONDITION));
        Some(CONDITION.to_owned())
    }
}

fn group_id(function: &str) -> String {
    format!("{function}DeploymentGroup")
}

fn has_role(preference: &Preference) -> bool {
    preference.given.get("Role").is_some_and(truthy)
}

fn group(preference: &Preference) -> Result<Made, Problem> {
    let given = &preference.given;
    let kind = get(given, "Type").cloned().unwrap_or_default();
    let role = get(given, "Role").filter(|role| truthy(role)).cloned();
    let mut attributes = Map::new();
    attributes.extend(
        preference
            .condition
            .clone()
            .map(|condition| ("Condition".to_owned(), condition)),
    );
    let mut group = Made::new(
        group_id(&preference.function),
        "AWS::CodeDeploy::DeploymentGroup",
        attributes,
    )
    .with("AlarmConfiguration", alarms(&preference.function, get(given, "Alarms"))?)
    .with("ApplicationName", reference(APPLICATION))
    .with(
        "AutoRollbackConfiguration",
        json!({
            "Enabled": true,
            "Events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
        }),
    )
    .with("DeploymentConfigName", configuration(&kind, None))
    .with(
        "DeploymentStyle",
        json!({ "DeploymentType": "BLUE_GREEN", "DeploymentOption": "WITH_TRAFFIC_CONTROL" }),
    )
    .with("ServiceRoleArn", role.unwrap_or_else(|| attribute(ROLE, "Arn")));
    if let Some(triggers) = get(given, "TriggerConfigurations").filter(|given| truthy(given)) {
        group.put("TriggerConfigurations", triggers.clone());
    }
    if let Some(own) = preference.tags.as_ref().filter(|own| truthy(own)) {
        group.put("Tags", Json::Array(tags(Some(own))));
    }
    Ok(group)
}

fn alarms(id: &str, given: Option<&Json>) -> Result<Option<Json>, Problem> {
    let Some(given) = given.filter(|given| truthy(given) && !is_no_value(given)) else {
        return Ok(None);
    };
    if let Some((condition, yes, no)) = branches(given) {
        return Ok(Some(choice(condition, listed(id, yes)?, listed(id, no)?)));
    }
    if get(given, "Fn::If").is_some() {
        return Err(Problem::of(id, "Fn::If requires 3 arguments"));
    }
    Ok(Some(listed(id, given)?))
}

fn listed(id: &str, alarms: &Json) -> Result<Json, Problem> {
    let Some(alarms) = alarms.as_array() else {
        return Err(Problem::of(id, "Alarms must be a list"));
    };
    if alarms.first().is_none_or(is_no_value) {
        return Ok(json!({}));
    }
    let named: Vec<Json> = alarms
        .iter()
        .map(|alarm| json!({ "Name": alarm }))
        .collect();
    Ok(json!({ "Enabled": true, "Alarms": named }))
}

/// Short names become those of CodeDeploy, inside functions as well.
fn configuration(value: &Json, within: Option<&str>) -> Json {
    if let Json::Array(items) = value {
        return Json::Array(items.iter().map(|item| configuration(item, None)).collect());
    }
    if let Some((name, argument)) = function(value) {
        return json!({ name: configuration(argument, Some(name)) });
    }
    let known = value.as_str().is_some_and(|name| KNOWN.contains(&name));
    let text = "CodeDeployDefault.Lambda${ConfigName}";
    match (known, within) {
        (false, _) => value.clone(),
        (true, Some("Fn::Sub")) => json!([text, { "ConfigName": value }]),
        (true, _) => sub(text, json!({ "ConfigName": value })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_written_out() {
        let whole = configuration(&json!("AllAtOnce"), None);
        let expected = json!({"Fn::Sub": ["CodeDeployDefault.Lambda${ConfigName}", {"ConfigName": "AllAtOnce"}]});
        assert_eq!(whole, expected);
        assert_eq!(configuration(&json!("Mine"), None), json!("Mine"));
    }
}
