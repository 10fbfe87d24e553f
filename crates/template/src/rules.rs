//! `Rules`: what a template demands of its parameters together.

use document::{Fault, Node, Position};

use crate::evaluate::{Evaluator, Truth};
use crate::template::Template;

/// An assertion that doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub rule: String,
    pub description: Option<String>,
    pub position: Position,
}

/// The assertions that certainly don't hold; functions of rules that ask about other accounts' resources
/// (`Fn::RefAll`, `Fn::ValueOf`) are not judged.
pub fn violations(template: &Template, evaluator: &Evaluator<'_>) -> Result<Vec<Violation>, Fault> {
    let mut found = Vec::new();
    for rule in template.section("Rules") {
        let applies = match rule.body.get("RuleCondition") {
            Some(condition) => judge(condition, evaluator)? == Some(true),
            None => true,
        };
        if !applies {
            continue;
        }
        for assertion in rule.body.get("Assertions").map_or(&[][..], Node::items) {
            let Some(assert) = assertion.get("Assert") else {
                continue;
            };
            if judge(assert, evaluator)? == Some(false) {
                found.push(Violation {
                    rule: rule.name.to_owned(),
                    description: assertion.get("AssertDescription").and_then(Node::scalar),
                    position: assertion.position,
                });
            }
        }
    }
    Ok(found)
}

/// Whether an expression holds; nothing if it can't be told.
fn judge(node: &Node, evaluator: &Evaluator<'_>) -> Result<Option<bool>, Fault> {
    let [entry] = node.entries() else {
        return Ok(None);
    };
    let arguments = entry.node.items();
    match (entry.key.as_str(), arguments) {
        ("Fn::Contains", [list, value]) => contains(list, value, evaluator),
        ("Fn::EachMemberIn", [members, list]) => {
            let mut whole = Some(true);
            for member in members.items() {
                match contains(list, member, evaluator)? {
                    Some(true) => {}
                    Some(false) => return Ok(Some(false)),
                    None => whole = None,
                }
            }
            Ok(whole)
        }
        ("Fn::EachMemberEquals", [members, value]) => {
            let value = evaluator.evaluate(value)?;
            let members = evaluator.evaluate(members)?;
            if !value.is_known() || !members.is_known() {
                return Ok(None);
            }
            let same = |member: &crate::Evaluated| member.known_text() == value.known_text();
            Ok(Some(members.items().iter().all(same)))
        }
        ("Fn::Not", [one]) => Ok(judge(one, evaluator)?.map(|holds| !holds)),
        ("Fn::And" | "Fn::Or", many) => {
            let wanted = entry.key == "Fn::And";
            let mut open = false;
            for one in many {
                match judge(one, evaluator)? {
                    Some(holds) if holds != wanted => return Ok(Some(!wanted)),
                    Some(_) => {}
                    None => open = true,
                }
            }
            Ok((!open).then_some(wanted))
        }
        ("Fn::Equals", _) => Ok(match evaluator.truth(node)? {
            Truth::Known(holds) => Some(holds),
            Truth::Unknown(_) => None,
        }),
        _ => Ok(None),
    }
}

fn contains(list: &Node, value: &Node, evaluator: &Evaluator<'_>) -> Result<Option<bool>, Fault> {
    let (list, value) = (evaluator.evaluate(list)?, evaluator.evaluate(value)?);
    let Some(wanted) = value.known_text() else {
        return Ok(None);
    };
    let mut items = list.items().iter();
    if items.any(|item| item.known_text().as_deref() == Some(wanted.as_str())) {
        return Ok(Some(true));
    }
    Ok(list.is_known().then_some(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Inputs, NoResources, Parameters};

    #[test]
    fn an_assertion_that_fails_is_told_with_its_words() {
        let text = "
Parameters:
  Size: {Type: String, Default: small}
  Stage: {Type: String, Default: prod}
Rules:
  Big:
    RuleCondition: !Equals [!Ref Stage, prod]
    Assertions:
    - Assert: {'Fn::Contains': [[large], !Ref Size]}
      AssertDescription: production is large
    - Assert: !Not [!Equals [!Ref Size, '']]
  Elsewhere:
    RuleCondition: !Equals [!Ref Stage, dev]
    Assertions: [{Assert: {'Fn::Contains': [[none], !Ref Size]}}]
Resources: {A: {Type: T}}
";
        let template = Template::parse(text.as_bytes()).unwrap();
        let inputs = Inputs::default();
        let parameters = Parameters::supposed(&template, &inputs);
        let evaluator = Evaluator::new(&template, &inputs, parameters, &NoResources);
        let found = violations(&template, &evaluator).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].description.as_deref(), Some("production is large"));
        assert_eq!(found[0].position.line, 9);
    }
}
