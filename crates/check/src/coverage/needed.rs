//! The least that roles and users needed for what they were seen to do, beside what their policies allow.

use std::collections::{BTreeMap, BTreeSet};

use model::PARTITION;
use policy::{Context, Effect, Kind, Policies, Policy, Principal, Request, Source};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::landscape::{Document, Landscape, Standing};
use super::question::{account_of, session_arn};

/// More names than this are counted.
const MOST_NAMED: usize = 5;

/// One action on one resource that somebody was allowed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Used {
    pub action: String,
    /// An ARN, or `*` where the action has none.
    pub resource: String,
    pub calls: u64,
}

/// A role or user, what it did, and what of its policies that needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrincipalNeeds {
    pub principal: String,
    pub used: Vec<Used>,
    /// The smallest policy that allows it: JSON.
    pub policy: String,
    /// Statements that allow what was seen, and nothing else.
    pub keep: Vec<StatementNeed>,
    /// Statements that allow more.
    pub narrow: Vec<StatementNeed>,
    /// Statements that nothing needed.
    pub remove: Vec<StatementNeed>,
}

/// A statement of a policy, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementNeed {
    pub policy: String,
    pub sid: Option<String>,
    /// Which of the policy, from zero.
    pub statement: usize,
    pub why: Option<String>,
}

/// For each role and user of the landscape that was seen; by ARN.
pub fn needed(
    landscape: &Landscape,
    uses: &BTreeMap<String, BTreeSet<Used>>,
) -> Vec<PrincipalNeeds> {
    let found = uses.iter().filter_map(|(principal, used)| {
        let standing = standing(landscape, principal)?;
        Some(of_principal(landscape, principal, standing, used))
    });
    found.collect()
}

fn standing<'l>(landscape: &'l Landscape, principal: &str) -> Option<&'l Standing> {
    let roles = landscape.roles.iter();
    let mut roles = roles.filter(|role| role.arn == principal);
    let mut users = landscape.users.iter().filter(|user| user.arn == principal);
    let of_role = roles.next().map(|role| &role.standing);
    of_role.or_else(|| users.next().map(|user| &user.standing))
}

fn of_principal(
    landscape: &Landscape,
    principal: &str,
    standing: &Standing,
    used: &BTreeSet<Used>,
) -> PrincipalNeeds {
    let mut needs = PrincipalNeeds {
        principal: principal.to_owned(),
        used: used.iter().cloned().collect(),
        policy: least(used),
        keep: Vec::new(),
        narrow: Vec::new(),
        remove: Vec::new(),
    };
    for document in &standing.policies {
        let Some(read) = Read::of(document) else {
            continue;
        };
        let allowed = read.allowed(landscape, (principal, &standing.tags), used);
        for (index, statement) in read.statements.iter().enumerate() {
            let empty = Vec::new();
            let judged = judge(statement, allowed.get(&index).unwrap_or(&empty));
            let need = |why| StatementNeed {
                policy: document.name.clone(),
                sid: statement
                    .get("Sid")
                    .and_then(Json::as_str)
                    .map(str::to_owned),
                statement: index,
                why,
            };
            match judged {
                Judged::Kept => needs.keep.push(need(None)),
                Judged::Wide(why) => needs.narrow.push(need(Some(why))),
                Judged::Unneeded(why) => needs.remove.push(need(Some(why))),
                Judged::NotSaid => {}
            }
        }
    }
    needs
}

/// Actions that were used on the same resources are one statement.
fn least(used: &BTreeSet<Used>) -> String {
    let mut resources: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in used {
        let of_action = resources.entry(&one.action).or_default();
        of_action.insert(&one.resource);
    }
    let mut actions: BTreeMap<BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (action, resources) in resources {
        actions.entry(resources).or_default().push(action);
    }
    let statements = actions.into_iter().map(|(resources, actions)| {
        json!({ "Effect": "Allow", "Action": actions, "Resource": resources })
    });
    let statements: Vec<Json> = statements.collect();
    json!({ "Version": "2012-10-17", "Statement": statements }).to_string()
}

/// A policy that can be read, statement by statement.
struct Read<'d> {
    name: &'d str,
    policy: Policy,
    statements: Vec<Json>,
}

impl<'d> Read<'d> {
    fn of(document: &'d Document) -> Option<Self> {
        let text = document.text.as_ref().ok()?;
        let policy = Policy::parse(text, Kind::Identity).ok()?;
        let json: Json = serde_json::from_str(text).ok()?;
        let statements = match json.get("Statement")? {
            Json::Array(statements) => statements.clone(),
            one => vec![one.clone()],
        };
        Some(Self {
            name: &document.name,
            policy,
            statements,
        })
    }

    /// What each statement allowed of what was used.
    fn allowed<'u>(
        &self,
        landscape: &Landscape,
        (principal, tags): (&str, &BTreeMap<String, String>),
        used: &'u BTreeSet<Used>,
    ) -> BTreeMap<usize, Vec<&'u Used>> {
        let own = principal_of(principal);
        let source = [Source {
            name: self.name,
            policy: &self.policy,
        }];
        let policies = Policies {
            identity: &source,
            ..Policies::default()
        };
        let mut allowed: BTreeMap<usize, Vec<&Used>> = BTreeMap::new();
        for one in used {
            let mut context: Context = landscape.keys.clone();
            own.describe(&mut context);
            for (key, value) in tags {
                context.set(format!("aws:PrincipalTag/{key}"), value);
            }
            let request = Request {
                principal: &own,
                action: &one.action,
                resource: &one.resource,
                resource_account: account_of(principal),
                context: &context,
            };
            let matched = policy::simulate(&request, &policies).matched;
            let allows = matched.iter().filter(|one| one.effect == Effect::Allow);
            for statement in allows.map(|one| one.place.statement) {
                allowed.entry(statement).or_default().push(one);
            }
        }
        allowed
    }
}

fn principal_of(arn: &str) -> Principal {
    if arn.starts_with(&format!("arn:{PARTITION}:iam::")) && arn.contains(":role/") {
        Principal::RoleSession {
            role_arn: arn.to_owned(),
            session_arn: session_arn(arn),
        }
    } else {
        Principal::User {
            arn: arn.to_owned(),
        }
    }
}

enum Judged {
    Kept,
    Wide(String),
    Unneeded(String),
    /// A Deny, or one whose conditions nobody knows behind the call.
    NotSaid,
}

fn judge(statement: &Json, allowed: &[&Used]) -> Judged {
    let has = |name: &str| statement.get(name).is_some();
    let allows = statement.get("Effect").and_then(Json::as_str) == Some("Allow");
    if !allows || has("NotAction") || has("NotResource") {
        return Judged::NotSaid;
    }
    if allowed.is_empty() {
        if has("Condition") {
            return Judged::NotSaid;
        }
        return Judged::Unneeded("nothing that was seen needs it".to_owned());
    }
    let mut reasons = Vec::new();
    let seen = |action: &str| {
        allowed
            .iter()
            .any(|one| one.action.eq_ignore_ascii_case(action))
    };
    let actions = listed(statement.get("Action"));
    let (wide, plain): (Vec<&str>, Vec<&str>) =
        actions.into_iter().partition(|action| is_pattern(action));
    let unseen: Vec<&str> = plain.into_iter().filter(|action| !seen(action)).collect();
    if !unseen.is_empty() {
        reasons.push(format!("{} was not seen", some_of(&unseen)));
    }
    if !wide.is_empty() {
        reasons.push(format!(
            "{} allows more actions than were seen",
            some_of(&wide)
        ));
    }
    let resources = listed(statement.get("Resource"));
    // Some actions have no resource, so that nothing but a star can be said.
    let needs_star = allowed.iter().any(|one| one.resource == "*");
    let wide: Vec<&str> = resources
        .into_iter()
        .filter(|resource| {
            is_pattern(resource) && !allowed.iter().any(|one| one.resource == *resource)
        })
        .filter(|resource| !(needs_star && *resource == "*"))
        .collect();
    if !wide.is_empty() {
        reasons.push(format!(
            "{} allows more resources than were seen",
            some_of(&wide)
        ));
    }
    if reasons.is_empty() {
        Judged::Kept
    } else {
        Judged::Wide(reasons.join("; "))
    }
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?'])
}

/// Every list of a policy may be a single value.
fn listed(value: Option<&Json>) -> Vec<&str> {
    match value {
        Some(Json::Array(items)) => items.iter().filter_map(Json::as_str).collect(),
        Some(one) => one.as_str().into_iter().collect(),
        None => Vec::new(),
    }
}

fn some_of(names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().take(MOST_NAMED).copied().collect();
    let shown = shown.join(", ");
    match names.len().checked_sub(MOST_NAMED) {
        Some(more) if more > 0 => format!("{shown} and {more} more"),
        Some(_) | None => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::landscape::Role;
    use super::*;

    const ROLE: &str = "arn:aws:iam::111111111111:role/worker";
    const GROUP: &str = "arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/pets:*";
    const TABLE: &str = "arn:aws:dynamodb:us-east-1:111111111111:table/pets";

    fn uses() -> BTreeMap<String, BTreeSet<Used>> {
        let used = |action: &str, resource: &str| Used {
            action: action.to_owned(),
            resource: resource.to_owned(),
            calls: 1,
        };
        let all = [
            used("logs:PutLogEvents", GROUP),
            used("dynamodb:GetItem", TABLE),
            used("dynamodb:PutItem", TABLE),
            used("lambda:ListFunctions", "*"),
        ];
        BTreeMap::from([(ROLE.to_owned(), BTreeSet::from(all))])
    }

    fn landscape(statements: &Json) -> Landscape {
        let text = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
        Landscape {
            roles: vec![Role {
                arn: ROLE.to_owned(),
                trust: Ok("{}".to_owned()),
                standing: Standing {
                    policies: vec![Document {
                        name: "inline policy p".to_owned(),
                        text: Ok(text),
                    }],
                    ..Standing::default()
                },
            }],
            ..Landscape::default()
        }
    }

    /// What becomes of one statement.
    #[track_caller]
    fn check(statement: &Json, expected: &str) {
        let needs = needed(&landscape(&json!([statement])), &uses());
        let [needs] = needs.as_slice() else {
            panic!("{needs:?}")
        };
        let told = |name: &str, all: &[StatementNeed]| {
            let all = all.iter();
            all.map(|one| format!("{name}: {}", one.why.clone().unwrap_or_default()))
                .collect::<Vec<_>>()
        };
        let told = [
            told("keep", &needs.keep),
            told("narrow", &needs.narrow),
            told("remove", &needs.remove),
        ];
        assert_eq!(told.concat().join(" | "), expected);
    }

    #[test]
    fn each_statement_is_judged_by_what_was_seen() {
        let allow = |action: Json, resource: Json| json!({ "Effect": "Allow", "Action": action, "Resource": resource });
        check(
            &allow(
                json!(["dynamodb:GetItem", "dynamodb:PutItem"]),
                json!(TABLE),
            ),
            "keep: ",
        );
        check(&allow(json!("lambda:ListFunctions"), json!("*")), "keep: ");
        check(&allow(json!("logs:PutLogEvents"), json!(GROUP)), "keep: ");
        check(
            &allow(
                json!(["dynamodb:GetItem", "dynamodb:DeleteItem"]),
                json!(TABLE),
            ),
            "narrow: dynamodb:DeleteItem was not seen",
        );
        check(
            &allow(json!("dynamodb:*"), json!("*")),
            "narrow: dynamodb:* allows more actions than were seen; * allows more resources than were seen",
        );
        check(
            &allow(json!("s3:GetObject"), json!("*")),
            "remove: nothing that was seen needs it",
        );
        check(
            &json!({ "Effect": "Deny", "Action": "*", "Resource": "*" }),
            "",
        );
        check(
            &json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*",
                "Condition": { "Bool": { "aws:SecureTransport": "true" } } }),
            "",
        );
    }

    /// The engine itself says that the least policy is enough, and allows nothing beside.
    #[test]
    fn the_least_policy_allows_what_was_seen_and_nothing_else() {
        let uses = uses();
        let needs = needed(&landscape(&json!([])), &uses);
        let policy = Policy::parse(&needs[0].policy, Kind::Identity).unwrap();
        let source = [Source {
            name: "least",
            policy: &policy,
        }];
        let policies = Policies {
            identity: &source,
            ..Policies::default()
        };
        let principal = principal_of(ROLE);
        let context = Context::new();
        let allowed = |action: &str, resource: &str| {
            let request = Request {
                principal: &principal,
                action,
                resource,
                resource_account: "111111111111",
                context: &context,
            };
            policy::decide(&request, &policies).is_allowed()
        };
        let seen = &uses[ROLE];
        for action in seen.iter().map(|one| one.action.as_str()) {
            for resource in seen.iter().map(|one| one.resource.as_str()) {
                let was_seen = seen
                    .iter()
                    .any(|one| one.action == action && one.resource == resource);
                // What has no resource is allowed on any.
                let any = action == "lambda:ListFunctions";
                assert_eq!(
                    allowed(action, resource),
                    was_seen || any,
                    "{action} {resource}"
                );
            }
        }
        assert!(!allowed("dynamodb:DeleteItem", TABLE));
        assert!(!allowed(
            "dynamodb:GetItem",
            "arn:aws:dynamodb:us-east-1:111111111111:table/dogs"
        ));
    }

    #[test]
    fn who_is_not_there_any_more_is_left_out() {
        assert_eq!(needed(&Landscape::default(), &uses()), Vec::new());
    }
}
