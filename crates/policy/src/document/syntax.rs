//! The grammar: which elements there are, and of what shape (IAM user guide, "Grammar of the IAM
//! JSON policy language"). Elements are told apart here and judged in [`super::checks`].

use super::json::{Member, Node, Value};
use super::{Kind, Rules, Spanned, Version};
use crate::condition::Operator;
use crate::malformed::{Extent, Malformed, Position};

#[derive(Debug)]
pub(super) struct Document {
    pub(super) position: Position,
    pub(super) version: Option<Version>,
    pub(super) statements: Vec<RawStatement>,
}

/// A list of strings; an element that has one string is a list of one.
pub(super) type Texts = Spanned<Vec<Spanned<String>>>;

#[derive(Debug)]
pub(super) struct RawStatement {
    pub(super) position: Position,
    pub(super) extent: Extent,
    pub(super) sid: Option<Spanned<String>>,
    pub(super) effect: Spanned<String>,
    pub(super) principal: Option<Spanned<Vec<RawPrincipal>>>,
    pub(super) not_principal: Option<Spanned<Vec<RawPrincipal>>>,
    pub(super) action: Option<Texts>,
    pub(super) not_action: Option<Texts>,
    pub(super) resource: Option<Texts>,
    pub(super) not_resource: Option<Texts>,
    pub(super) conditions: Vec<RawCondition>,
}

/// One name under one of the kinds of principals; the lone `*` has no kind.
#[derive(Debug)]
pub(super) struct RawPrincipal {
    pub(super) kind: String,
    pub(super) name: Spanned<String>,
}

#[derive(Debug)]
pub(super) struct RawCondition {
    pub(super) operator: Operator,
    pub(super) key: Spanned<String>,
    pub(super) values: Vec<String>,
}

pub(super) fn document(tree: Node, rules: Rules<'_>) -> Result<Document, Malformed> {
    let position = tree.position;
    let mut version = None;
    let mut statements = None;
    for member in map(tree, "the policy")? {
        match member.key.value.as_str() {
            "Version" => version = Some(self::version(member.node)?),
            "Id" => drop(text(member.node, "Id")?),
            "Statement" => statements = Some(self::statements(member.node)?),
            other => return unknown(other, member.key.position),
        }
    }
    let statements = statements
        .ok_or_else(|| Malformed::syntax("the policy has no element Statement", position))?;
    if statements.is_empty() && rules.kind != Kind::Authorizer {
        return Err(Malformed::syntax("the policy has no statement", position));
    }
    Ok(Document {
        position,
        version,
        statements,
    })
}

fn version(node: Node) -> Result<Version, Malformed> {
    let text = text(node, "Version")?;
    match text.value.as_str() {
        "2008-10-17" => Ok(Version::V2008),
        "2012-10-17" => Ok(Version::V2012),
        other => Err(Malformed::syntax(
            format!("there is no version {other:?}"),
            text.position,
        )),
    }
}

fn statements(node: Node) -> Result<Vec<RawStatement>, Malformed> {
    if let Value::List(nodes) = node.value {
        let mut before = after_bracket(node.position);
        return nodes
            .into_iter()
            .map(|node| {
                let start = std::mem::replace(&mut before, node.end);
                let mut statement = statement(node)?;
                statement.extent.start = start;
                Ok(statement)
            })
            .collect();
    }
    let mut only = statement(node)?;
    only.extent.start = after_bracket(only.extent.start);
    Ok(vec![only])
}

/// A statement begins for IAM where its reader stands when it comes to it: behind the bracket that
/// opens the list, behind the statement before, or, outside a list, behind its own brace. So AWS's
/// examples have it (AWS CLI reference, simulate-custom-policy, 38 to 167 in one line;
/// simulate-principal-policy, line 3, column 19 to line 9, column 10 of indented lines).
fn after_bracket(position: Position) -> Position {
    Position {
        column: position.column + 1,
        ..position
    }
}

fn statement(node: Node) -> Result<RawStatement, Malformed> {
    let position = node.position;
    let extent = Extent {
        start: position,
        end: node.end,
    };
    let mut effect = None;
    let mut statement = RawStatement::at(extent);
    for Member { key, node } in map(node, "a statement")? {
        let name = key.value.as_str();
        match name {
            "Sid" => statement.sid = Some(text(node, name)?),
            "Effect" => effect = Some(self::effect(node)?),
            "Principal" => statement.principal = Some(principals(node)?),
            "NotPrincipal" => statement.not_principal = Some(principals(node)?),
            "Action" => statement.action = Some(texts(node, name)?),
            "NotAction" => statement.not_action = Some(texts(node, name)?),
            "Resource" => statement.resource = Some(texts(node, name)?),
            "NotResource" => statement.not_resource = Some(texts(node, name)?),
            "Condition" => statement.conditions = conditions(node)?,
            other => return unknown(other, key.position),
        }
    }
    statement.effect =
        effect.ok_or_else(|| Malformed::syntax("a statement has no element Effect", position))?;
    statement.refuse_pairs()?;
    Ok(statement)
}

impl RawStatement {
    fn at(extent: Extent) -> Self {
        let position = extent.start;
        Self {
            position,
            extent,
            sid: None,
            effect: Spanned {
                value: String::new(),
                position,
            },
            principal: None,
            not_principal: None,
            action: None,
            not_action: None,
            resource: None,
            not_resource: None,
            conditions: Vec::new(),
        }
    }

    /// An element and its negation exclude each other.
    fn refuse_pairs(&self) -> Result<(), Malformed> {
        let pairs = [
            (
                "Principal",
                self.principal.is_some() && self.not_principal.is_some(),
            ),
            ("Action", self.action.is_some() && self.not_action.is_some()),
            (
                "Resource",
                self.resource.is_some() && self.not_resource.is_some(),
            ),
        ];
        match pairs.iter().find(|(_, both)| *both) {
            None => Ok(()),
            Some((name, _)) => {
                let detail = format!("a statement has both {name} and Not{name}");
                Err(Malformed::syntax(detail, self.position))
            }
        }
    }
}

/// The grammar takes Effect in any case; that only the proper one is meant is checked later, with
/// another message, as AWS does.
fn effect(node: Node) -> Result<Spanned<String>, Malformed> {
    let effect = text(node, "Effect")?;
    if effect.value.eq_ignore_ascii_case("allow") || effect.value.eq_ignore_ascii_case("deny") {
        return Ok(effect);
    }
    let detail = format!("Effect is {:?} and neither Allow nor Deny", effect.value);
    Err(Malformed::syntax(detail, effect.position))
}

fn principals(node: Node) -> Result<Spanned<Vec<RawPrincipal>>, Malformed> {
    let position = node.position;
    if let Value::Text(name) = node.value {
        let name = Spanned {
            value: name,
            position,
        };
        let value = vec![RawPrincipal {
            kind: String::new(),
            name,
        }];
        return Ok(Spanned { value, position });
    }
    let mut value = Vec::new();
    for Member { key, node } in map(node, "Principal")? {
        for name in texts(node, &key.value)?.value {
            value.push(RawPrincipal {
                kind: key.value.clone(),
                name,
            });
        }
    }
    Ok(Spanned { value, position })
}

/// An operator with no key under it says nothing, and IAM takes it even when it does not know the
/// operator (recorded behind moto's policy tests).
fn conditions(node: Node) -> Result<Vec<RawCondition>, Malformed> {
    let mut conditions = Vec::new();
    for Member { key: name, node } in map(node, "Condition")? {
        for Member { key, node } in map(node, &name.value)? {
            let operator = Operator::parse(&name.value).ok_or_else(|| {
                let detail = format!("there is no condition operator {:?}", name.value);
                Malformed::syntax(detail, name.position)
            })?;
            conditions.push(RawCondition {
                operator,
                key,
                values: scalars(node)?,
            });
        }
    }
    Ok(conditions)
}

/// Strings, booleans and numbers, as text.
fn scalars(node: Node) -> Result<Vec<String>, Malformed> {
    match node.value {
        Value::List(nodes) => nodes.into_iter().map(scalar).collect(),
        _ => Ok(vec![scalar(node)?]),
    }
}

fn scalar(node: Node) -> Result<String, Malformed> {
    match node.value {
        Value::Text(text) | Value::Number(text) => Ok(text),
        Value::Bool(value) => Ok(value.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => {
            let detail = "a condition value is neither a string nor a boolean nor a number";
            Err(Malformed::syntax(detail, node.position))
        }
    }
}

fn texts(node: Node, name: &str) -> Result<Texts, Malformed> {
    let position = node.position;
    let value = match node.value {
        Value::List(nodes) => nodes
            .into_iter()
            .map(|node| text(node, name))
            .collect::<Result<_, _>>()?,
        _ => vec![text(node, name)?],
    };
    Ok(Spanned { value, position })
}

fn text(node: Node, name: &str) -> Result<Spanned<String>, Malformed> {
    match node.value {
        Value::Text(value) => Ok(Spanned {
            value,
            position: node.position,
        }),
        _ => Err(Malformed::syntax(
            format!("{name} is not a string"),
            node.position,
        )),
    }
}

fn map(node: Node, name: &str) -> Result<Vec<Member>, Malformed> {
    match node.value {
        Value::Map(members) => Ok(members),
        _ => Err(Malformed::syntax(
            format!("{name} is not an object"),
            node.position,
        )),
    }
}

fn unknown<T>(name: &str, position: Position) -> Result<T, Malformed> {
    Err(Malformed::syntax(
        format!("there is no element {name:?}"),
        position,
    ))
}
