//! What AWS asks of a document beyond its grammar, in the order in which AWS asks it: the first
//! fault found by that order is the one reported, wherever it stands. Order and words follow IAM's
//! answers as moto's policy tests tabulate them, and for trust policies IAM's documented errors.

use std::collections::HashSet;

use super::compile;
use super::resource_format;
use super::statement::Statement;
use super::syntax::{Document, RawStatement, Texts};
use super::{Kind, Rules, Spanned, Version};
use crate::condition::Variables;
use crate::malformed::{Malformed, Position};

pub(super) fn pass(document: &Document, rules: Rules<'_>) -> Result<Vec<Statement>, Malformed> {
    check_version(document, rules)?;
    let statements = &document.statements;
    for statement in statements {
        check_fields(statement, rules)?;
    }
    let variables = match document.version {
        Some(Version::V2012) => Variables::Substituted,
        Some(Version::V2008) | None => Variables::Literal,
    };
    let compiled = statements
        .iter()
        .map(|statement| compile::statement(statement, variables, rules))
        .collect::<Result<Vec<_>, _>>()?;
    let resource_fault = resource_format::check(statements, rules)?;
    check_sids(statements, rules)?;
    check_presence(statements, rules)?;
    match resource_fault {
        Some(fault) => Err(fault),
        None => statements
            .iter()
            .try_for_each(|s| check_actions(s, rules))
            .map(|()| compiled),
    }
}

fn check_version(document: &Document, rules: Rules<'_>) -> Result<(), Malformed> {
    if rules.kind != Kind::Managed || document.version == Some(Version::V2012) {
        return Ok(());
    }
    let message = "Policy document must be version 2012-10-17 or greater.";
    Err(Malformed::new(
        message,
        "Version is missing or older",
        document.position,
    ))
}

/// Which elements belong into a policy of the kind.
fn check_fields(statement: &RawStatement, rules: Rules<'_>) -> Result<(), Malformed> {
    let named = statement
        .principal
        .as_ref()
        .or(statement.not_principal.as_ref());
    match (named, rules.names_principals()) {
        (Some(principal), false) => {
            let message = "Policy document should not specify a principal.";
            return Err(Malformed::new(
                message,
                "Principal is given",
                principal.position,
            ));
        }
        (None, true) => return Err(missing("Principal", statement.position)),
        (Some(_), true) | (None, false) => {}
    }
    if rules.kind != Kind::Trust {
        return Ok(());
    }
    let prohibited = [
        ("Resource", &statement.resource),
        ("NotResource", &statement.not_resource),
        ("NotAction", &statement.not_action),
    ];
    if let Some(named) = &statement.not_principal {
        return Err(Malformed::new(
            "Has prohibited field NotPrincipal",
            "NotPrincipal is given",
            named.position,
        ));
    }
    for (name, element) in prohibited {
        if let Some(element) = element {
            let message = format!("Has prohibited field {name}");
            return Err(Malformed::new(
                message,
                format!("{name} is given"),
                element.position,
            ));
        }
    }
    match &statement.action {
        Some(_) => Ok(()),
        None => Err(missing("Action", statement.position)),
    }
}

fn missing(name: &str, position: Position) -> Malformed {
    Malformed::new(
        format!("Missing required field {name}"),
        format!("a statement has no element {name}"),
        position,
    )
}

/// IAM holds Sids to letters and digits; the services behind resource policies have rules of their
/// own and check them when a permission is added. An empty Sid is none.
fn check_sids(statements: &[RawStatement], rules: Rules<'_>) -> Result<(), Malformed> {
    let mut seen = HashSet::new();
    let sids = statements
        .iter()
        .filter_map(|statement| statement.sid.as_ref());
    for sid in sids.filter(|sid| !sid.value.is_empty()) {
        if !seen.insert(&sid.value) {
            let message = "Statement IDs (SID) in a single policy must be unique.";
            return Err(Malformed::new(message, twice(&sid.value), sid.position));
        }
        let strict = matches!(
            rules.kind,
            Kind::Identity | Kind::Session | Kind::Managed | Kind::Trust
        );
        if strict && !sid.value.bytes().all(|b| b.is_ascii_alphanumeric()) {
            let message = "Statement IDs (SID) must be alpha-numeric. Check that your input \
                           satisfies the regular expression [0-9A-Za-z]*";
            let detail = format!("Sid is {:?}", sid.value);
            return Err(Malformed::new(message, detail, sid.position));
        }
    }
    Ok(())
}

fn twice(sid: &str) -> String {
    format!("Sid {sid:?} is given twice")
}

fn check_presence(statements: &[RawStatement], rules: Rules<'_>) -> Result<(), Malformed> {
    for statement in statements {
        let actions = statement.action.as_ref().or(statement.not_action.as_ref());
        if lacks(actions) {
            let message = "Policy statement must contain actions.";
            return Err(Malformed::new(
                message,
                "no action is given",
                statement.position,
            ));
        }
    }
    for statement in statements.iter().filter(|_| rules.kind != Kind::Trust) {
        let resources = statement
            .resource
            .as_ref()
            .or(statement.not_resource.as_ref());
        if lacks(resources) {
            let message = "Policy statement must contain resources.";
            return Err(Malformed::new(
                message,
                "no resource is given",
                statement.position,
            ));
        }
    }
    Ok(())
}

fn lacks(element: Option<&Texts>) -> bool {
    element.is_none_or(|texts| texts.value.is_empty())
}

fn check_actions(statement: &RawStatement, rules: Rules<'_>) -> Result<(), Malformed> {
    for element in [&statement.action, &statement.not_action]
        .into_iter()
        .flatten()
    {
        for action in &element.value {
            check_action(action)?;
            if rules.kind == Kind::Trust {
                check_trust_action(action)?;
            }
        }
    }
    Ok(())
}

fn check_action(action: &Spanned<String>) -> Result<(), Malformed> {
    let refuse = |message: &str| {
        Err(Malformed::new(
            message,
            format!("the action is {:?}", action.value),
            action.position,
        ))
    };
    if action.value == "*" {
        return Ok(());
    }
    let Some((vendor, name)) = action.value.split_once(':') else {
        return refuse(
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        );
    };
    if name.contains(':') {
        return refuse("Actions/Condition can contain only one colon.");
    }
    let proper = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    if vendor != "*" && !vendor.chars().all(proper) {
        return refuse(&format!("Vendor {vendor} is not valid"));
    }
    Ok(())
}

fn check_trust_action(action: &Spanned<String>) -> Result<(), Malformed> {
    let vendor = action.value.split_once(':').map(|(vendor, _)| vendor);
    if vendor.is_some_and(|vendor| vendor.eq_ignore_ascii_case("sts")) {
        return Ok(());
    }
    let message = "AssumeRole policy may only specify STS AssumeRole actions.";
    Err(Malformed::new(
        message,
        format!("the action is {:?}", action.value),
        action.position,
    ))
}
