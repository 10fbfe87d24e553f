//! `ResourcePolicy`: who may call, as statements of the API's resource policy.

use serde_json::json;

use super::editor::wildcards;
use super::put;
use crate::sam::values::{Json, Map, alternatives, get, listed, sub, truthy};

const EXTENSION: &str = "x-amazon-apigateway-policy";

/// Adds the statements for one path of an API.
pub(in crate::sam) fn add_policy(
    body: &mut Json,
    given: &Json,
    path: &str,
    stage: &Json,
) -> Result<(), String> {
    let resources = resources(body, path, stage);
    let mut policy = Policy::of(body);
    for (name, effect) in [
        ("AwsAccountWhitelist", "Allow"),
        ("AwsAccountBlacklist", "Deny"),
    ] {
        if let Some(accounts) = get(given, name).filter(|accounts| truthy(accounts)) {
            policy.accounts(accounts, effect, &resources);
        }
    }
    for (name, operator) in [
        ("IpRangeWhitelist", "NotIpAddress"),
        ("IpRangeBlacklist", "IpAddress"),
    ] {
        if let Some(ranges) = get(given, name).filter(|ranges| truthy(ranges)) {
            let condition = json!({ operator: { "aws:SourceIp": listed(ranges) } });
            policy.all_but(&condition, &resources);
        }
    }
    for (kind, operator) in [
        ("Blacklist", "StringEquals"),
        ("Whitelist", "StringNotEquals"),
    ] {
        let condition = networks(given, kind)?;
        if !condition.is_empty() {
            policy.all_but(&json!({ operator: condition }), &resources);
        }
    }
    policy.write(body);
    Ok(())
}

/// Adds statements as they are given.
pub(in crate::sam) fn add_statements(body: &mut Json, given: &Json) {
    let mut policy = Policy::of(body);
    policy.version();
    if policy.0.get("Statement").is_none_or(Json::is_null) {
        policy.0.insert("Statement".to_owned(), given.clone());
    } else {
        for statement in listed(given) {
            policy.add_new(statement);
        }
    }
    policy.write(body);
}

fn resources(body: &Json, path: &str, stage: &Json) -> Json {
    let item = body.get("paths").and_then(|paths| paths.get(path));
    let methods = item.map(alternatives).into_iter().flatten();
    let methods = methods.filter_map(Json::as_object).flat_map(Map::keys);
    let path = wildcards(path);
    let resource = |method: &String| {
        let method = match method.to_lowercase().as_str() {
            "any" | "x-amazon-apigateway-any-method" => "*".to_owned(),
            _ => method.to_uppercase(),
        };
        sub(
            &format!("execute-api:/${{__Stage__}}/{method}{path}"),
            json!({ "__Stage__": stage }),
        )
    };
    Json::Array(methods.map(resource).collect())
}

/// The networks and endpoints of a list, by condition key.
fn networks(given: &Json, kind: &str) -> Result<Map, String> {
    let mut found: Map = Map::new();
    let mut put = |key: &str, value: &Json| {
        if let Json::Array(values) = found.entry(key.to_owned()).or_insert_with(|| json!([])) {
            values.push(value.clone());
        }
    };
    for value in get(given, &format!("SourceVpc{kind}"))
        .into_iter()
        .flat_map(listed)
    {
        match value.as_str() {
            Some(text) if text.starts_with("vpce-") => put("aws:SourceVpce", &value),
            Some(text) if text.starts_with("vpc-") => put("aws:SourceVpc", &value),
            Some(_) => {}
            None => {
                return Err(format!(
                    "SourceVpc{kind} must be a list of strings. Use IntrinsicVpc{kind} instead for values that use Intrinsic Functions"
                ));
            }
        }
    }
    for (name, key) in [
        ("IntrinsicVpc", "aws:SourceVpc"),
        ("IntrinsicVpce", "aws:SourceVpce"),
    ] {
        let list = get(given, &format!("{name}{kind}"));
        for value in list.into_iter().flat_map(listed) {
            put(key, &value);
        }
    }
    Ok(found)
}

struct Policy(Map);

impl Policy {
    fn of(body: &Json) -> Self {
        Self(
            body.get(EXTENSION)
                .and_then(Json::as_object)
                .cloned()
                .unwrap_or_default(),
        )
    }

    fn write(self, body: &mut Json) {
        put(body, EXTENSION, &Json::Object(self.0));
    }

    fn version(&mut self) {
        self.0.insert("Version".to_owned(), json!("2012-10-17"));
    }

    fn accounts(&mut self, accounts: &Json, effect: &str, resources: &Json) {
        self.version();
        let statement = json!({
            "Effect": effect,
            "Action": "execute-api:Invoke",
            "Resource": resources,
            "Principal": { "AWS": listed(accounts) },
        });
        match self.0.get("Statement").filter(|found| !found.is_null()) {
            None => self.0.insert("Statement".to_owned(), statement),
            Some(found) => {
                let mut all = listed(found);
                all.push(statement);
                self.0.insert("Statement".to_owned(), Json::Array(all))
            }
        };
    }

    /// Everybody may call but for those whom the condition names.
    fn all_but(&mut self, condition: &Json, resources: &Json) {
        self.version();
        let statement = |effect: &str| {
            json!({
                "Effect": effect,
                "Action": "execute-api:Invoke",
                "Resource": resources,
                "Principal": "*",
            })
        };
        let mut denying = statement("Deny");
        put(&mut denying, "Condition", condition);
        self.add_new(statement("Allow"));
        self.add_new(denying);
    }

    fn add_new(&mut self, statement: Json) {
        let mut all = self
            .0
            .get("Statement")
            .filter(|found| !found.is_null())
            .map(listed)
            .unwrap_or_default();
        if !all.contains(&statement) {
            all.push(statement);
        }
        self.0.insert("Statement".to_owned(), Json::Array(all));
    }
}
