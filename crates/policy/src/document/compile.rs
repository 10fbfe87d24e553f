//! From the elements of a statement to what `decide` compares.

use super::named::PrincipalPattern;
use super::statement::{Listed, Statement};
use super::syntax::{RawCondition, RawStatement, Texts};
use super::{Effect, Kind, Rules, Spanned};
use crate::condition::{Condition, Variables, arn_parts};
use crate::glob::{Case, Glob, Reach, Syntax};
use crate::malformed::Malformed;
use crate::sense::Sense;

pub(super) fn statement(
    raw: &RawStatement,
    variables: Variables,
    rules: Rules<'_>,
) -> Result<Statement, Malformed> {
    let effect = effect(&raw.effect)?;
    let conditions = raw.conditions.iter().map(|raw| condition(raw, variables));
    Ok(Statement {
        sid: raw
            .sid
            .as_ref()
            .filter(|sid| !sid.value.is_empty())
            .map(|sid| sid.value.as_str().into()),
        effect,
        position: raw.position,
        extent: raw.extent,
        conditions: conditions.collect::<Result<_, _>>()?,
        principals: principals(raw)?,
        actions: actions(raw)?,
        resources: resources(raw, variables, rules)?,
    })
}

fn effect(raw: &Spanned<String>) -> Result<Effect, Malformed> {
    match raw.value.as_str() {
        "Allow" => Ok(Effect::Allow),
        "Deny" => Ok(Effect::Deny),
        other => {
            let detail = format!("Effect is {other:?} and neither Allow nor Deny");
            Err(Malformed::legacy(detail, raw.position))
        }
    }
}

fn condition(raw: &RawCondition, variables: Variables) -> Result<Condition, Malformed> {
    Condition::compile(raw.operator, &raw.key.value, &raw.values, variables).map_err(|reason| {
        let detail = format!("{} {}: {reason}", raw.operator, raw.key.value);
        Malformed::legacy(detail, raw.key.position)
    })
}

fn principals(raw: &RawStatement) -> Result<Option<Listed<PrincipalPattern>>, Malformed> {
    let Some((sense, names)) = pair(raw.principal.as_ref(), raw.not_principal.as_ref()) else {
        return Ok(None);
    };
    let patterns = names
        .value
        .iter()
        .map(PrincipalPattern::parse)
        .collect::<Result<Box<_>, _>>()?;
    if patterns.is_empty() {
        return Err(Malformed::syntax("Principal names nobody", names.position));
    }
    Ok(Some(Listed { sense, patterns }))
}

/// An absent element fits nothing; [`super::checks`] refuses it next.
fn actions(raw: &RawStatement) -> Result<Listed<Glob>, Malformed> {
    let syntax = Syntax {
        wildcards: true,
        variables: false,
        case: Case::Ignored,
        reach: Reach::Anywhere,
    };
    match pair(raw.action.as_ref(), raw.not_action.as_ref()) {
        Some((sense, texts)) => Ok(Listed {
            sense,
            patterns: globs(texts, syntax)?,
        }),
        None => Ok(Listed {
            sense: Sense::Is,
            patterns: Box::default(),
        }),
    }
}

fn resources(
    raw: &RawStatement,
    variables: Variables,
    rules: Rules<'_>,
) -> Result<Option<Listed<Glob>>, Malformed> {
    let Some((sense, texts)) = pair(raw.resource.as_ref(), raw.not_resource.as_ref()) else {
        return Ok(None);
    };
    let syntax = Syntax {
        wildcards: true,
        variables: variables == Variables::Substituted,
        case: Case::Sensitive,
        reach: Reach::Resource,
    };
    check_whole(texts, variables, rules)?;
    let texts = completed(&expanded(texts, rules), variables, rules);
    Ok(Some(Listed {
        sense,
        patterns: globs(&texts, syntax)?,
    }))
}

/// Session policies with incomplete ARNs are refused (IAM user guide, "IAM identifiers", IAM ARNs).
fn check_whole(texts: &Texts, variables: Variables, rules: Rules<'_>) -> Result<(), Malformed> {
    let is_incomplete =
        |text: &&Spanned<String>| text.value != "*" && arn_parts(&text.value, variables).len() < 6;
    let session = texts.value.iter().filter(|_| rules.kind == Kind::Session);
    match session.into_iter().find(is_incomplete) {
        None => Ok(()),
        Some(text) => {
            let detail = format!("the ARN {:?} is incomplete", text.value);
            Err(Malformed::legacy(detail, text.position))
        }
    }
}

/// In an identity-based policy an ARN of fewer than six parts means any text in those missing (IAM
/// user guide, "IAM identifiers", IAM ARNs: `arn:aws:sqs` is `arn:aws:sqs:*:*:*`).
fn completed(texts: &Texts, variables: Variables, rules: Rules<'_>) -> Texts {
    let completes = matches!(rules.kind, Kind::Identity | Kind::Managed);
    let complete = |text: &Spanned<String>| {
        let missing = 6_usize.saturating_sub(arn_parts(&text.value, variables).len());
        let value = if completes && text.value != "*" {
            format!("{}{}", text.value, ":*".repeat(missing))
        } else {
            text.value.clone()
        };
        Spanned {
            value,
            position: text.position,
        }
    };
    Spanned {
        value: texts.value.iter().map(complete).collect(),
        position: texts.position,
    }
}

/// Writes out `execute-api:/…` in the policy of an API.
fn expanded(texts: &Texts, rules: Rules<'_>) -> Texts {
    let expand = |text: &Spanned<String>| {
        let short = text
            .value
            .strip_prefix("execute-api:")
            .filter(|rest| rest.starts_with('/'));
        let value = match (short, rules.api) {
            (Some(rest), Some(api)) => format!("{api}{rest}"),
            _ => text.value.clone(),
        };
        Spanned {
            value,
            position: text.position,
        }
    };
    Spanned {
        value: texts.value.iter().map(expand).collect(),
        position: texts.position,
    }
}

fn globs(texts: &Texts, syntax: Syntax) -> Result<Box<[Glob]>, Malformed> {
    let glob = |text: &Spanned<String>| {
        Glob::parse(&text.value, syntax).map_err(|reason| Malformed::legacy(reason, text.position))
    };
    texts.value.iter().map(glob).collect()
}

/// The element that is there, of one and its negation.
fn pair<'r, T>(is: Option<&'r T>, is_not: Option<&'r T>) -> Option<(Sense, &'r T)> {
    match (is, is_not) {
        (Some(element), _) => Some((Sense::Is, element)),
        (None, Some(element)) => Some((Sense::IsNot, element)),
        (None, None) => None,
    }
}
