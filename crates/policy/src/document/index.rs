//! Which statements can speak of an action at all, so that a decision looks at no others.
//!
//! The index only leaves out: whether a statement really speaks of the action is still asked of the
//! statement. It hands out statements in their own order, so a decision names the same one with it
//! as without it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Effect;
use super::statement::Statement;
use crate::sense::Sense;

/// The statements of a policy by effect, service and action, as indexes in ascending order.
#[derive(Debug)]
pub(super) struct Index {
    allow: Lists,
    deny: Lists,
}

#[derive(Debug, Default)]
struct Lists {
    /// By whole action, in lower case.
    named: Box<[Entry]>,
    /// By service, in lower case, for patterns such as `s3:Get*`.
    of_service: Box<[Entry]>,
    /// Those of NotAction and of patterns that leave the service open.
    open: Box<[u32]>,
}

type Entry = (Box<str>, Box<[u32]>);

impl Index {
    pub(super) fn of(statements: &[Statement]) -> Self {
        Self {
            allow: Lists::of(statements, Effect::Allow),
            deny: Lists::of(statements, Effect::Deny),
        }
    }

    /// Every statement of the effect that can fit the action, and some that do not.
    pub(super) fn candidates(&self, effect: Effect, action: &str) -> Candidates<'_> {
        let lists = match effect {
            Effect::Allow => &self.allow,
            Effect::Deny => &self.deny,
        };
        let service = action
            .split_once(':')
            .map_or(action, |(service, _)| service);
        Candidates {
            named: find(&lists.named, action),
            of_service: find(&lists.of_service, service),
            open: &lists.open,
        }
    }
}

impl Lists {
    fn of(statements: &[Statement], effect: Effect) -> Self {
        let mut named = BTreeMap::<String, Vec<u32>>::new();
        let mut of_service = BTreeMap::<String, Vec<u32>>::new();
        let mut open = Vec::new();
        for (index, statement) in (0_u32..).zip(statements) {
            if statement.effect() != effect {
                continue;
            }
            let actions = statement.actions();
            if actions.sense() == Sense::IsNot {
                put(&mut open, index);
                continue;
            }
            for pattern in actions.patterns() {
                match place(pattern.text()) {
                    Place::Named(action) => put(named.entry(action).or_default(), index),
                    Place::OfService(service) => {
                        put(of_service.entry(service).or_default(), index);
                    }
                    Place::Open => put(&mut open, index),
                }
            }
        }
        Self {
            named: boxed(named),
            of_service: boxed(of_service),
            open: open.into(),
        }
    }
}

/// Where a pattern for actions is to be looked for.
enum Place {
    Named(String),
    OfService(String),
    Open,
}

/// Letters outside ASCII fold in ways of their own, so patterns with them are always looked at.
fn place(pattern: &str) -> Place {
    let Some((service, _)) = pattern.split_once(':').filter(|_| pattern.is_ascii()) else {
        return Place::Open;
    };
    if service.contains(['*', '?']) {
        return Place::Open;
    }
    if pattern.contains(['*', '?']) {
        return Place::OfService(service.to_ascii_lowercase());
    }
    Place::Named(pattern.to_ascii_lowercase())
}

/// A statement with several patterns is listed once.
fn put(list: &mut Vec<u32>, index: u32) {
    if list.last() != Some(&index) {
        list.push(index);
    }
}

/// In order, for [`find`].
fn boxed(entries: BTreeMap<String, Vec<u32>>) -> Box<[Entry]> {
    entries
        .into_iter()
        .map(|(key, list)| (key.into(), list.into()))
        .collect()
}

fn find<'i>(entries: &'i [Entry], text: &str) -> &'i [u32] {
    let found = entries.binary_search_by(|(key, _)| order(key, text));
    let entry = found.ok().and_then(|at| entries.get(at));
    entry.map_or(&[], |(_, list)| list)
}

/// A key of the index, which is in lower case, against a text in any case.
fn order(key: &str, text: &str) -> Ordering {
    key.bytes()
        .cmp(text.bytes().map(|b| b.to_ascii_lowercase()))
}

/// Three lists in ascending order, merged into one without repetition.
#[derive(Debug, Clone)]
pub(super) struct Candidates<'i> {
    named: &'i [u32],
    of_service: &'i [u32],
    open: &'i [u32],
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let heads = [self.named, self.of_service, self.open];
        let next = heads
            .into_iter()
            .filter_map(<[u32]>::first)
            .min()
            .copied()?;
        for list in [&mut self.named, &mut self.of_service, &mut self.open] {
            if let Some((first, rest)) = list.split_first()
                && *first == next
            {
                *list = rest;
            }
        }
        usize::try_from(next).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::document::{Kind, Policy};
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::json;

    fn policy(statements: &[(&str, &str, Vec<&str>)]) -> Policy {
        let statements: Vec<_> = statements
            .iter()
            .map(|(effect, element, actions)| {
                json!({"Effect": effect, *element: actions, "Resource": "*"})
            })
            .collect();
        let document = json!({"Version": "2012-10-17", "Statement": statements});
        Policy::parse(&document.to_string(), Kind::Identity).unwrap()
    }

    fn candidates(policy: &Policy, effect: Effect, action: &str) -> Vec<usize> {
        let found = policy.candidates(effect, action);
        found.map(|(index, _)| index).collect()
    }

    #[test]
    fn a_decision_looks_only_at_statements_of_the_action() {
        let policy = policy(&[
            ("Allow", "Action", vec!["s3:GetObject", "s3:PutObject"]),
            ("Allow", "Action", vec!["sqs:*"]),
            ("Deny", "Action", vec!["*"]),
            ("Allow", "NotAction", vec!["iam:*"]),
            ("Allow", "Action", vec!["S3:getobject", "s3:Get*", "*:Get*"]),
        ]);
        for (effect, action, expected) in [
            (Effect::Allow, "s3:GetObject", vec![0, 3, 4]),
            (Effect::Allow, "S3:GETOBJECT", vec![0, 3, 4]),
            (Effect::Allow, "sqs:SendMessage", vec![1, 3, 4]),
            (Effect::Allow, "s3", vec![3, 4]),
            (Effect::Deny, "s3:GetObject", vec![2]),
        ] {
            assert_eq!(candidates(&policy, effect, action), expected, "{action}");
        }
    }

    fn actions() -> impl Strategy<Value = Vec<&'static str>> {
        let names = vec![
            "*",
            "s3:*",
            "S3:Get*",
            "s3:GetObject",
            "s3:getobject",
            "*:*",
            "*:GetObject",
            "sqs:SendMessage",
            "sqs:S*",
            "s3:É",
            "s3:é",
            "s3:",
        ];
        prop::collection::vec(select(names), 1..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_index_leaves_out_no_statement_that_fits(
            statements in prop::collection::vec(
                (select(vec!["Allow", "Deny"]), select(vec!["Action", "Action", "NotAction"]), actions()),
                1..8,
            ),
            action in select(vec![
                "s3:GetObject", "S3:GETOBJECT", "sqs:SendMessage", "s3:É", "s3:é", "É:A", "s3:", "s3", "*", "",
            ]),
        ) {
            let policy = policy(&statements);
            for effect in [Effect::Allow, Effect::Deny] {
                let found = candidates(&policy, effect, action);
                prop_assert!(found.is_sorted_by(|one, next| one < next));
                let fits: Vec<usize> = policy
                    .statements()
                    .iter()
                    .enumerate()
                    .filter(|(_, s)| s.effect() == effect && s.actions().fits(action, &Context::new()))
                    .map(|(index, _)| index)
                    .collect();
                prop_assert!(fits.iter().all(|index| found.contains(index)), "{fits:?} {found:?}");
            }
        }
    }
}
