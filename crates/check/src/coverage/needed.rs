//! The least that roles and users needed for what they were seen to do, beside what their policies allow.

use std::collections::{BTreeMap, BTreeSet};

use policy::{Context, Effect, Kind, Policies, Policy, Request, Source};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::landscape::{Document, Landscape, Standing};
use super::limits::{Limits, principal_of};
use super::question::{Question, account_of};

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
    /// The smallest policy that allows it, without what is stopped: JSON.
    pub policy: String,
    /// What it did and no grant allows any more.
    pub stopped: Vec<Stopped>,
    /// Statements that allow what was seen, and nothing else.
    pub keep: Vec<StatementNeed>,
    /// Statements that allow more.
    pub narrow: Vec<StatementNeed>,
    /// Statements that nothing needed.
    pub remove: Vec<StatementNeed>,
}

/// Something that a Deny, a permissions boundary or a control policy takes away from whatever is granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stopped {
    pub action: String,
    pub resource: String,
    /// One sentence that names what stops it.
    pub why: String,
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
    let question = Question::new(landscape);
    let found = uses.iter().filter_map(|(principal, used)| {
        let standing = standing(landscape, principal)?;
        let limits = Limits::of(&question, principal, standing);
        Some(of_principal(
            landscape,
            (principal, standing),
            used,
            &limits,
        ))
    });
    found.collect()
}

pub(super) fn standing<'l>(landscape: &'l Landscape, principal: &str) -> Option<&'l Standing> {
    let roles = landscape.roles.iter();
    let mut roles = roles.filter(|role| role.arn == principal);
    let mut users = landscape.users.iter().filter(|user| user.arn == principal);
    let of_role = roles.next().map(|role| &role.standing);
    of_role.or_else(|| users.next().map(|user| &user.standing))
}

fn of_principal(
    landscape: &Landscape,
    (principal, standing): (&str, &Standing),
    used: &BTreeSet<Used>,
    limits: &Limits<'_>,
) -> PrincipalNeeds {
    let stopped = stopped(used, limits);
    let mut needs = PrincipalNeeds {
        principal: principal.to_owned(),
        used: used.iter().cloned().collect(),
        policy: least(used, &stopped),
        stopped,
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
            let judged = judge(statement, allowed.get(&index).unwrap_or(&empty), limits);
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
                Judged::Kept(why) => needs.keep.push(need(why)),
                Judged::Wide(why) => needs.narrow.push(need(Some(why))),
                Judged::Unneeded(why) => needs.remove.push(need(Some(why))),
                Judged::NotSaid => {}
            }
        }
    }
    needs
}

fn stopped(used: &BTreeSet<Used>, limits: &Limits<'_>) -> Vec<Stopped> {
    let stopped = used.iter().filter_map(|one| {
        Some(Stopped {
            action: one.action.clone(),
            resource: one.resource.clone(),
            why: limits.stop(&one.action, &one.resource)?,
        })
    });
    stopped.collect()
}

/// Actions that were used on the same resources are one statement. What is stopped is of no use in it.
fn least(used: &BTreeSet<Used>, stopped: &[Stopped]) -> String {
    let is_stopped = |used: &Used| {
        let mut stopped = stopped.iter();
        stopped.any(|one| (&one.action, &one.resource) == (&used.action, &used.resource))
    };
    let mut resources: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in used.iter().filter(|one| !is_stopped(one)) {
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

enum Judged {
    /// Perhaps only since something else takes the rest of it away.
    Kept(Option<String>),
    Wide(String),
    Unneeded(String),
    /// A Deny, or one whose conditions nobody knows behind the call.
    NotSaid,
}

fn judge(statement: &Json, allowed: &[&Used], limits: &Limits<'_>) -> Judged {
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
    let resources = listed(statement.get("Resource"));
    let mut beyond = Beyond {
        allowed,
        limits,
        resources: &resources,
        stopped: None,
    };
    let reasons = [
        beyond.actions(&listed(statement.get("Action"))),
        beyond.wide_resources(),
    ];
    let reasons: Vec<String> = reasons.into_iter().flatten().collect();
    if reasons.is_empty() {
        return Judged::Kept(
            beyond
                .stopped
                .map(|why| format!("what it allows beside what was seen is taken away: {why}")),
        );
    }
    Judged::Wide(reasons.join("; "))
}

/// What a statement allows beyond what was seen.
struct Beyond<'a> {
    allowed: &'a [&'a Used],
    limits: &'a Limits<'a>,
    resources: &'a [&'a str],
    /// Why something that it says is of no effect.
    stopped: Option<String>,
}

impl Beyond<'_> {
    fn actions(&mut self, actions: &[&str]) -> Option<String> {
        let (wide, plain): (Vec<&str>, Vec<&str>) =
            actions.iter().partition(|action| is_pattern(action));
        let mut reasons = Vec::new();
        let unseen = plain.into_iter().filter(|action| self.is_beyond(action));
        let unseen: Vec<&str> = unseen.collect();
        if !unseen.is_empty() {
            reasons.push(format!("{} was not seen", some_of(&unseen)));
        }
        let wide = wide.into_iter().filter(|pattern| self.is_wide(pattern));
        let wide: Vec<&str> = wide.collect();
        if !wide.is_empty() {
            reasons.push(format!(
                "{} allows more actions than were seen",
                some_of(&wide)
            ));
        }
        (!reasons.is_empty()).then(|| reasons.join("; "))
    }

    fn is_seen(&self, action: &str) -> bool {
        let mut allowed = self.allowed.iter();
        allowed.any(|one| one.action.eq_ignore_ascii_case(action))
    }

    /// An action that was not seen and that nothing takes away.
    fn is_beyond(&mut self, action: &str) -> bool {
        if self.is_seen(action) {
            return false;
        }
        let stops = self.resources.iter();
        let stops: Option<Vec<String>> = stops
            .map(|resource| self.limits.stops_all(action, resource))
            .collect();
        let why = stops.and_then(|all| all.into_iter().next());
        let beyond = why.is_none();
        self.stopped = self.stopped.take().or(why);
        beyond
    }

    /// Of an action that no reference knows nobody can say that it is taken away.
    fn is_wide(&mut self, pattern: &str) -> bool {
        let mut all = reference::actions_matching(pattern).peekable();
        all.peek().is_none() || all.any(|action| self.is_beyond(action.name()))
    }

    fn wide_resources(&self) -> Option<String> {
        // Some actions have no resource, so that nothing but a star can be said.
        let needs_star = self.allowed.iter().any(|one| one.resource == "*");
        let is_needed = |resource: &str| {
            let mut allowed = self.allowed.iter();
            allowed.any(|one| one.resource == resource) || needs_star && resource == "*"
        };
        let wide = self.resources.iter().copied();
        let wide = wide.filter(|resource| is_pattern(resource) && !is_needed(resource));
        let wide: Vec<&str> = wide.collect();
        (!wide.is_empty())
            .then(|| format!("{} allows more resources than were seen", some_of(&wide)))
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
        check_within(&landscape(&json!([statement])), expected);
    }

    /// The same beside others, or within a boundary.
    #[track_caller]
    fn check_within(landscape: &Landscape, expected: &str) {
        let needs = needed(landscape, &uses());
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

    fn within(boundary: &Json, statements: &Json) -> Landscape {
        let mut landscape = landscape(statements);
        let text = json!({ "Version": "2012-10-17", "Statement": boundary });
        landscape.roles[0].standing.boundary = Some(Document {
            name: "limit".to_owned(),
            text: Ok(text.to_string()),
        });
        landscape
    }

    #[test]
    fn what_is_denied_anyway_is_not_too_much() {
        let wide = json!({ "Effect": "Allow", "Resource": TABLE,
            "Action": ["dynamodb:GetItem", "dynamodb:DeleteItem"] });
        let deny = |condition: Json| {
            let mut deny = json!({ "Effect": "Deny", "Resource": "*",
                "Action": "dynamodb:DeleteItem" });
            if !condition.is_null() {
                deny["Condition"] = condition;
            }
            deny
        };
        let kept = format!(
            "keep: what it allows beside what was seen is taken away: \
             arn:aws:sts::111111111111:assumed-role/worker/BackplaneAssumeRoleSession is not \
             authorized to perform dynamodb:DeleteItem on {TABLE} with an explicit deny in an \
             identity-based policy: statement 2 of inline policy p"
        );
        check_within(&landscape(&json!([wide, deny(Json::Null)])), &kept);
        // Whether a condition will hold nobody knows.
        let local = json!({ "Bool": { "aws:SecureTransport": "false" } });
        check_within(
            &landscape(&json!([wide, deny(local)])),
            "narrow: dynamodb:DeleteItem was not seen",
        );
        let limit = json!([{ "Effect": "Allow", "Resource": "*",
            "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "logs:*", "lambda:*"] }]);
        let all = json!([{ "Effect": "Allow", "Action": "dynamodb:*", "Resource": TABLE }]);
        let needs = needed(&within(&limit, &all), &uses());
        assert!(needs[0].narrow.is_empty(), "{needs:?}");
        let why = needs[0].keep[0].why.as_deref().unwrap();
        assert!(why.contains("no permissions boundary allows"), "{why}");
    }

    #[test]
    fn what_is_stopped_by_now_is_not_of_the_least() {
        let limit = json!([{ "Effect": "Allow", "Resource": "*",
            "Action": ["dynamodb:GetItem", "logs:*", "lambda:*"] }]);
        let needs = needed(&within(&limit, &json!([])), &uses());
        let stopped = needs[0].stopped.iter();
        let stopped: Vec<&str> = stopped.map(|one| one.action.as_str()).collect();
        assert_eq!(stopped, ["dynamodb:PutItem"]);
        assert!(!needs[0].policy.contains("PutItem"));
        // A boundary that allows on a condition may have allowed it.
        let mut asked = limit.clone();
        asked[0]["Action"] = json!("*");
        asked[0]["Condition"] = json!({ "Bool": { "aws:SecureTransport": "true" } });
        assert!(
            needed(&within(&asked, &json!([])), &uses())[0]
                .stopped
                .is_empty()
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
