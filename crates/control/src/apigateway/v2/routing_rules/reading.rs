//! What makes a routing rule (API Gateway developer guide, "rest-api-routing-rules"). AWS documents the
//! bounds and not the texts of its refusals.

use model::{DomainNameRecord, HeaderMatch, RestApiRecord, RoutingCondition, RoutingRule};
use wire::apigatewayv2::{RoutingRuleAction, RoutingRuleCondition, RoutingRuleMatchHeaderValue};

use super::super::super::base_path_mappings::check_kind;
use super::super::super::failures::bad_request;
use super::super::super::records;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// "The header name must be less than 40 characters", and the glob less than 128.
const HEADER_NAME: usize = 40;
const HEADER_GLOB: usize = 128;
const HEADERS: usize = 2;
const BASE_PATHS: usize = 1;
const SPECIAL: &[u8] = b"*?-!#$%&'.^_`|~";

/// A rule as a request gives it.
pub(super) struct Given {
    pub(super) priority: i32,
    pub(super) conditions: Vec<RoutingRuleCondition>,
    pub(super) actions: Vec<RoutingRuleAction>,
}

/// The rule, whose API is the caller's and may be behind the domain.
pub(super) async fn read(
    rooms: &Rooms,
    call: &Call,
    domain: &DomainNameRecord,
    given: Given,
    id: String,
) -> Result<RoutingRule, Refused> {
    let priority = u32::try_from(given.priority).unwrap_or_default();
    if !(1..=1_000_000).contains(&priority) {
        return Err(bad_request("Priority must be between 1 and 1000000"));
    }
    let conditions = conditions(given.conditions)?;
    let mut actions = given.actions;
    let (Some(action), true) = (actions.pop(), actions.is_empty()) else {
        return Err(bad_request("A routing rule must have exactly one action"));
    };
    let target = action.invoke_api;
    check_target(rooms, call, domain, &target.api_id, &target.stage).await?;
    Ok(RoutingRule {
        id,
        priority,
        conditions,
        api_id: target.api_id,
        stage: target.stage,
        strip_base_path: target.strip_base_path.unwrap_or(false),
    })
}

async fn check_target(
    rooms: &Rooms,
    call: &Call,
    domain: &DomainNameRecord,
    api: &str,
    stage: &str,
) -> Result<(), Refused> {
    let missing = || bad_request(format!("Invalid API identifier specified: {api}"));
    let found: RestApiRecord = records::read(rooms, call, api, missing).await?;
    check_kind(domain, &found)?;
    if found.stages.contains_key(stage) {
        return Ok(());
    }
    Err(bad_request("Invalid stage identifier specified"))
}

fn conditions(given: Vec<RoutingRuleCondition>) -> Result<Vec<RoutingCondition>, Refused> {
    let mut read = Vec::new();
    for condition in given {
        match (condition.match_headers, condition.match_base_paths) {
            (Some(headers), None) => read.push(RoutingCondition::Headers(
                headers
                    .any_of
                    .into_iter()
                    .map(header)
                    .collect::<Result<_, _>>()?,
            )),
            (None, Some(paths)) => read.push(RoutingCondition::BasePaths(
                paths
                    .any_of
                    .into_iter()
                    .map(base_path)
                    .collect::<Result<_, _>>()?,
            )),
            (None, None) | (Some(_), Some(_)) => {
                return Err(bad_request(
                    "A condition must have either matchHeaders or matchBasePaths",
                ));
            }
        }
    }
    let is_empty = |condition: &RoutingCondition| match condition {
        RoutingCondition::Headers(any) => any.is_empty(),
        RoutingCondition::BasePaths(any) => any.is_empty(),
    };
    if read.iter().any(is_empty) {
        return Err(bad_request("anyOf must not be empty"));
    }
    let headers = |condition: &&RoutingCondition| matches!(condition, RoutingCondition::Headers(_));
    let header_conditions = read.iter().filter(headers).count();
    if header_conditions > HEADERS || read.len() - header_conditions > BASE_PATHS {
        return Err(bad_request(
            "A routing rule can have up to two matchHeaders conditions and one matchBasePaths \
             condition",
        ));
    }
    Ok(read)
}

fn header(given: RoutingRuleMatchHeaderValue) -> Result<HeaderMatch, Refused> {
    let allowed = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || SPECIAL.contains(&byte))
    };
    let (name, glob) = (given.header, given.value_glob);
    if name.is_empty() || name.len() >= HEADER_NAME || !allowed(&name) {
        return Err(bad_request(format!(
            "Invalid header name specified: {name}"
        )));
    }
    let inner = glob.strip_prefix('*').unwrap_or(&glob);
    let inner = inner.strip_suffix('*').unwrap_or(inner);
    if glob.is_empty() || glob.len() >= HEADER_GLOB || !allowed(&glob) || inner.contains('*') {
        return Err(bad_request(format!(
            "Invalid header value glob specified: {glob}"
        )));
    }
    Ok(HeaderMatch {
        name: name.to_ascii_lowercase(),
        value_glob: glob,
    })
}

/// As the base path of a mapping, of several levels too.
fn base_path(path: String) -> Result<String, Refused> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"$-_.+!*'(),/".contains(&byte);
    let slashes = path.starts_with('/') || path.ends_with('/') || path.contains("//");
    if path.is_empty() || slashes || !path.bytes().all(allowed) {
        return Err(bad_request(format!("Invalid base path specified: {path}")));
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use wire::apigatewayv2::{RoutingRuleMatchBasePaths, RoutingRuleMatchHeaders};

    use super::*;

    fn headers(all: &[(&str, &str)]) -> RoutingRuleCondition {
        let any_of = all
            .iter()
            .map(|(header, glob)| RoutingRuleMatchHeaderValue {
                header: (*header).to_owned(),
                value_glob: (*glob).to_owned(),
            });
        RoutingRuleCondition {
            match_headers: Some(RoutingRuleMatchHeaders {
                any_of: any_of.collect(),
            }),
            match_base_paths: None,
        }
    }

    fn paths(all: &[&str]) -> RoutingRuleCondition {
        RoutingRuleCondition {
            match_headers: None,
            match_base_paths: Some(RoutingRuleMatchBasePaths {
                any_of: all.iter().map(ToString::to_string).collect(),
            }),
        }
    }

    #[test]
    fn conditions_are_of_headers_or_of_a_base_path() {
        let long = "a".repeat(40);
        let both = RoutingRuleCondition {
            match_base_paths: paths(&["a"]).match_base_paths,
            ..headers(&[("a", "b")])
        };
        for (given, expected) in [
            (vec![], ""),
            (
                vec![headers(&[("X-Version", "beta*")]), paths(&["users/new"])],
                "",
            ),
            (vec![headers(&[("a", "b")]), headers(&[("c", "*d*")])], ""),
            (vec![headers(&[("a", "b")]); 3], "up to two"),
            (vec![paths(&["a"]), paths(&["b"])], "up to two"),
            (vec![both], "either matchHeaders or"),
            (
                vec![RoutingRuleCondition::default()],
                "either matchHeaders or",
            ),
            (vec![paths(&[])], "must not be empty"),
            (vec![headers(&[("a b", "c")])], "Invalid header name"),
            (vec![headers(&[(&long, "c")])], "Invalid header name"),
            (vec![headers(&[("a", "b*c")])], "Invalid header value glob"),
            (vec![headers(&[("a", "")])], "Invalid header value glob"),
            (vec![paths(&["/a"])], "Invalid base path"),
            (vec![paths(&["a//b"])], "Invalid base path"),
        ] {
            let said = conditions(given.clone()).err().map(|it| it.to_string());
            let said = said.unwrap_or_default();
            let as_expected = said.contains(expected) && said.is_empty() == expected.is_empty();
            assert!(as_expected, "{given:?}: {said}");
        }
    }
}
