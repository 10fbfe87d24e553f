//! Statements that deny: each must go, or must spare the one who asked.

use serde::Serialize;

use super::{DenyingStatement, Fix, Obstacle};
use crate::decide::Case;
use crate::decision::Place;
use crate::document::{Effect, Statement};
use crate::request::Source;

/// A condition that keeps a Deny from one principal and from nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exception {
    pub operator: &'static str,
    pub key: &'static str,
    pub value: String,
}

pub(super) fn obstacles(case: Case<'_>) -> Vec<Obstacle> {
    let mut found = Vec::new();
    for (layer, source, Source { name, policy }) in case.sources() {
        let denials = policy.candidates(Effect::Deny, case.request.action);
        for (index, statement) in denials.filter(|(_, s)| case.applies(layer, s)) {
            let place = Place {
                layer,
                source,
                statement: index,
            };
            found.push(obstacle(case, place, name, statement));
        }
    }
    found
}

fn obstacle(case: Case<'_>, place: Place, name: &str, statement: &Statement) -> Obstacle {
    let denying = DenyingStatement {
        place,
        source: name.to_owned(),
        sid: statement.sid().map(ToOwned::to_owned),
    };
    let narrow = exception(case, statement).map(|exception| Fix::NarrowDeny {
        statement: denying.clone(),
        exception,
    });
    Obstacle {
        layer: place.layer,
        fixes: std::iter::once(Fix::RemoveDeny(denying))
            .chain(narrow)
            .collect(),
    }
}

/// None where the request does not say who asks, or where the statement has such a condition
/// already, which a second one would replace.
fn exception(case: Case<'_>, statement: &Statement) -> Option<Exception> {
    const OPERATOR: &str = "ArnNotEquals";
    const KEY: &str = "aws:PrincipalArn";
    let value = case.request.context.single(KEY)?;
    let proper = value.starts_with("arn:") && !value.contains(['*', '?', '$']);
    let taken = statement
        .conditions()
        .iter()
        .any(|condition| condition.operator_name() == OPERATOR);
    (proper && !taken).then(|| Exception {
        operator: OPERATOR,
        key: KEY,
        value: value.to_owned(),
    })
}
