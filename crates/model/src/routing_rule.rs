//! Routing rules of a custom domain: where a request goes by its headers and its base path.

use serde::{Deserialize, Serialize};

/// What is done with requests that fulfil all conditions, if no rule before it is for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoutingRule {
    pub id: String,
    /// Of 1 to 1,000,000, and of no other rule of the domain. The lowest is asked first.
    pub priority: u32,
    /// None at all are fulfilled by every request.
    #[serde(default)]
    pub conditions: Vec<RoutingCondition>,
    pub api_id: String,
    pub stage: String,
    /// Whether the API sees paths without the base path that was matched.
    #[serde(default)]
    pub strip_base_path: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoutingCondition {
    /// One of these.
    Headers(Vec<HeaderMatch>),
    /// One of these base paths, case and all.
    BasePaths(Vec<String>),
}

/// A header that is there and has a value like this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderMatch {
    /// In any case.
    pub name: String,
    /// Case and all; a star at its start or end stands for anything.
    pub value_glob: String,
}

impl RoutingRule {
    /// The base paths that its conditions name.
    pub fn base_paths(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().flat_map(|condition| {
            let paths: &[String] = match condition {
                RoutingCondition::BasePaths(paths) => paths,
                RoutingCondition::Headers(_) => &[],
            };
            paths.iter().map(String::as_str)
        })
    }
}

impl HeaderMatch {
    pub fn accepts(&self, value: &str) -> bool {
        let glob = self.value_glob.as_str();
        match (glob.strip_prefix('*'), glob.strip_suffix('*')) {
            (Some(_), _) if glob == "*" => true,
            (Some(rest), Some(_)) => value.contains(rest.strip_suffix('*').unwrap_or(rest)),
            (Some(end), None) => value.ends_with(end),
            (None, Some(start)) => value.starts_with(start),
            (None, None) => value == glob,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_at_either_end() {
        for (value_glob, value, expected) in [
            ("beta", "beta", true),
            ("beta", "Beta", false),
            ("beta", "beta2", false),
            ("beta*", "beta2", true),
            ("*beta", "the beta", true),
            ("*beta", "beta2", false),
            ("*eta*", "beta2", true),
            ("*", "", true),
            ("**", "x", true),
            ("", "x", false),
        ] {
            let asked = HeaderMatch {
                name: "x-version".to_owned(),
                value_glob: value_glob.to_owned(),
            };
            assert_eq!(asked.accepts(value), expected, "{value_glob} {value}");
        }
    }
}
