//! An action: how it acts, on what, and what a condition may ask about it.

use crate::condition_key::ConditionKey;
use crate::resource_type::ResourceType;
use crate::service::{Service, service, services};
use crate::text::{Block, Line};
use crate::wildcard;

/// One action of a service.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    block: &'static Block,
    line: Line,
}

/// How an action acts. AWS's levels of tagging and of permissions management write as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessLevel {
    List,
    Read,
    Write,
    Tagging,
    PermissionsManagement,
}

/// A resource type as one action uses it.
#[derive(Debug, Clone, Copy)]
pub struct ActionResource {
    block: &'static Block,
    column: &'static str,
}

/// The action of a full name such as `lambda:InvokeFunction`, whatever the case of its letters.
pub fn action(name: &str) -> Option<Action> {
    let (prefix, name) = name.split_once(':')?;
    service(prefix)?.action(name)
}

/// Every action that a pattern names, such as `lambda:Get*` or `*`, with `*` and `?` anywhere and
/// whatever the case of its letters.
pub fn actions_matching(pattern: &str) -> impl Iterator<Item = Action> {
    let (prefix, name) = pattern.split_once(':').unwrap_or((pattern, pattern));
    let served = services().filter(move |service| wildcard::matches(prefix, service.prefix()));
    served
        .flat_map(Service::actions)
        .filter(move |action| wildcard::matches(name, action.name()))
}

impl Action {
    pub(crate) fn of(block: &'static Block, line: Line) -> Self {
        Self { block, line }
    }

    /// In AWS's spelling, without the prefix.
    pub fn name(self) -> &'static str {
        self.line.name()
    }

    pub fn service(self) -> Service {
        Service { block: self.block }
    }

    /// `None` only if the text is broken.
    pub fn access_level(self) -> Option<AccessLevel> {
        match self.line.column(1) {
            "L" => Some(AccessLevel::List),
            "R" => Some(AccessLevel::Read),
            "W" => Some(AccessLevel::Write),
            "T" => Some(AccessLevel::Tagging),
            "P" => Some(AccessLevel::PermissionsManagement),
            _ => None,
        }
    }

    /// The resource types that a policy can limit the action to. None at all means that only `*`
    /// allows it.
    pub fn resources(self) -> impl Iterator<Item = ActionResource> {
        let columns = self.line.column(2).split_ascii_whitespace();
        columns.map(move |column| ActionResource {
            block: self.block,
            column,
        })
    }

    /// The keys that a request for the action may have whatever its resource; a resource brings its
    /// own.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey> {
        let lines = self.block.keys().at(self.line.column(3));
        lines.map(ConditionKey::of)
    }

    /// The same with those of the resources, each once.
    pub fn all_condition_keys(self) -> Vec<ConditionKey> {
        let mut keys: Vec<_> = self.condition_keys().collect();
        for resource in self.resources() {
            keys.extend(resource.condition_keys());
            keys.extend(
                resource
                    .resource_type()
                    .into_iter()
                    .flat_map(ResourceType::condition_keys),
            );
        }
        keys.sort_by_key(|key| key.name());
        keys.dedup_by_key(|key| key.name());
        keys
    }
}

impl ActionResource {
    /// `None` only if the text is broken.
    pub fn resource_type(self) -> Option<ResourceType> {
        let place = self.column.split([':', '!']).next().unwrap_or_default();
        let line = self.block.resources().at(place).next()?;
        Some(ResourceType::of(self.block, line))
    }

    /// Whether every request for the action has such a resource.
    pub fn is_required(self) -> bool {
        self.column.contains('!')
    }

    /// The keys that a request may have if this action is for this resource, beside those of the
    /// resource type.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey> {
        let (_, places) = self.column.split_once(':').unwrap_or_default();
        self.block.keys().at(places).map(ConditionKey::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, level: AccessLevel, resources: &[(&str, bool)], keys: &[&str]) {
        let action = action(name).unwrap();
        assert_eq!(action.access_level(), Some(level));
        let found: Vec<_> = action
            .resources()
            .map(|used| (used.resource_type().unwrap().name(), used.is_required()))
            .collect();
        assert_eq!(found, resources, "{name}");
        let found: Vec<_> = action.condition_keys().map(ConditionKey::name).collect();
        assert_eq!(found, keys, "{name}");
    }

    /// As on the pages of AWS's service authorization reference.
    #[test]
    fn actions_are_as_aws_describes_them() {
        check(
            "lambda:invokefunction",
            AccessLevel::Write,
            &[("function", true)],
            &["lambda:EventSourceToken", "lambda:InvokedViaFunctionUrl"],
        );
        check("LAMBDA:ListFunctions", AccessLevel::List, &[], &[]);
        check(
            "iam:PassRole",
            AccessLevel::Write,
            &[("role", true)],
            &["iam:AssociatedResourceArn", "iam:PassedToService"],
        );
        check(
            "iam:TagRole",
            AccessLevel::Tagging,
            &[("role", true)],
            &[
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys",
                "iam:RoleTemplateARN",
            ],
        );
        check(
            "lambda:AddPermission",
            AccessLevel::PermissionsManagement,
            &[("function", true)],
            &["lambda:FunctionUrlAuthType", "lambda:Principal"],
        );
    }

    #[test]
    fn keys_that_one_resource_brings_to_one_action_are_told_apart() {
        let rule = action("apigateway:CreateRoutingRule").unwrap();
        let used = rule.resources().next().unwrap();
        let keys: Vec<_> = used.condition_keys().map(ConditionKey::name).collect();
        assert_eq!(
            keys,
            [
                "apigateway:Request/ConditionBasePaths",
                "apigateway:Request/Priority"
            ]
        );
    }

    #[test]
    fn an_unknown_action_is_none() {
        for name in ["lambda:Invoke", "lambda", "nothing:At", ":", "lambda:"] {
            assert!(action(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_pattern_names_many() {
        let names = |pattern| {
            actions_matching(pattern)
                .map(Action::name)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names("execute-api:*"),
            ["InvalidateCache", "Invoke", "ManageConnections"]
        );
        assert_eq!(names("execute-API:in?oke"), ["Invoke"]);
        assert_eq!(names("sts:Nothing*"), Vec::<&str>::new());
        assert_eq!(names("sts"), Vec::<&str>::new());
        assert!(names("*").len() > 20_000);
    }
}
