//! What names stand for: `Ref`, `Fn::GetAtt`, `Fn::FindInMap`, `Fn::ImportValue`.

use document::{Fault, Node};

use super::{Evaluator, computed, fault};
use crate::value::{Evaluated, Unknown, Value};

impl Evaluator<'_> {
    pub(super) fn reference(&self, argument: &Node) -> Result<Value, Fault> {
        let Some(name) = self.name_of(argument)? else {
            return Ok(computed("Ref", &self.evaluate(argument)?));
        };
        self.named_value(&name)
            .ok_or_else(|| unresolved(argument, &name))
    }

    /// Names may be calculated with the language extensions.
    fn name_of(&self, argument: &Node) -> Result<Option<String>, Fault> {
        if let Some(name) = argument.text() {
            return Ok(Some(name.to_owned()));
        }
        self.extended("Ref", argument)?;
        Ok(self.evaluate(argument)?.known_text())
    }

    /// What a name stands for; nothing if the template doesn't have it.
    pub(super) fn named_value(&self, name: &str) -> Option<Value> {
        if name.starts_with("AWS::") {
            return self.pseudo(name);
        }
        if let Some(parameter) = self.parameters.get(name) {
            return Some(parameter.value.clone());
        }
        self.template.declared("Resources", name)?;
        let known = self.resources.reference(name);
        Some(known.unwrap_or_else(|| Value::Unknown(Unknown::Resource(name.to_owned()))))
    }

    fn pseudo(&self, name: &str) -> Option<Value> {
        let pseudo = &self.inputs.pseudo;
        let known = match name {
            "AWS::NoValue" => return Some(Value::Absent),
            "AWS::AccountId" => &pseudo.account,
            "AWS::Region" => &pseudo.region,
            "AWS::Partition" => &pseudo.partition,
            "AWS::URLSuffix" => &pseudo.url_suffix,
            "AWS::StackName" => &pseudo.stack_name,
            "AWS::StackId" => &pseudo.stack_id,
            "AWS::NotificationARNs" => {
                return Some(self.notification_arns());
            }
            _ => return None,
        };
        let unknown = || Value::Unknown(Unknown::Pseudo(name.to_owned()));
        Some(known.clone().map_or_else(unknown, Value::Text))
    }

    fn notification_arns(&self) -> Value {
        let arns = self.inputs.pseudo.notification_arns.as_ref();
        let span = self.template.root().span();
        arns.map_or_else(
            || Value::Unknown(Unknown::Pseudo("AWS::NotificationARNs".to_owned())),
            |arns| Value::List(arns.iter().map(|arn| Evaluated::text(arn, span)).collect()),
        )
    }

    pub(super) fn attribute(&self, argument: &Node) -> Result<Value, Fault> {
        let wrong = || {
            fault(
                argument,
                "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
            )
        };
        let (resource, attribute) = match (argument.text(), argument.items()) {
            (Some(text), _) => {
                let (resource, attribute) = text.split_once('.').ok_or_else(wrong)?;
                (resource.to_owned(), attribute.to_owned())
            }
            (None, [resource, rest @ ..]) if !rest.is_empty() => {
                let mut names = Vec::with_capacity(rest.len());
                for name in rest {
                    match self.evaluate(name)?.known_text() {
                        Some(name) => names.push(name),
                        None => return Ok(computed("GetAtt", &self.evaluate(argument)?)),
                    }
                }
                let resource = self.evaluate(resource)?.known_text().ok_or_else(wrong)?;
                (resource, names.join("."))
            }
            (None, _) => return Err(wrong()),
        };
        if resource.is_empty() || attribute.is_empty() {
            return Err(wrong());
        }
        self.attribute_value(&resource, &attribute).ok_or_else(|| {
            let reason = format!(
                "Template error: instance of Fn::GetAtt references undefined resource {resource}"
            );
            fault(argument, &reason)
        })
    }

    /// What an attribute of a resource is; nothing if the template doesn't have the resource.
    pub(super) fn attribute_value(&self, resource: &str, attribute: &str) -> Option<Value> {
        self.template.declared("Resources", resource)?;
        let known = self.resources.attribute(resource, attribute);
        Some(known.unwrap_or_else(|| {
            Value::Unknown(Unknown::Attribute {
                resource: resource.to_owned(),
                attribute: attribute.to_owned(),
            })
        }))
    }

    pub(super) fn find_in_map(&self, argument: &Node) -> Result<Value, Fault> {
        let (keys, default) = match argument.items() {
            [map, first, second] => ([map, first, second], None),
            [map, first, second, default] => {
                self.extended("Fn::FindInMap", argument)?;
                ([map, first, second], default.get("DefaultValue"))
            }
            _ => {
                return Err(fault(
                    argument,
                    "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value",
                ));
            }
        };
        let mut names = Vec::with_capacity(3);
        for key in keys {
            match self.evaluate(key)?.known_text() {
                Some(name) => names.push(name),
                None => return Ok(computed("FindInMap", &self.evaluate(argument)?)),
            }
        }
        match (self.mapped(&names), default) {
            (Some(found), _) => Ok(self.evaluate(found)?.value),
            (None, Some(default)) => Ok(self.evaluate(default)?.value),
            (None, None) => Err(not_mapped(argument, &names)),
        }
    }

    fn mapped(&self, names: &[String]) -> Option<&Node> {
        let mut found = self.template.root().get("Mappings")?;
        for name in names {
            found = found.get(name)?;
        }
        Some(found)
    }

    pub(super) fn import(&self, argument: &Node) -> Result<Value, Fault> {
        let name = self.evaluate(argument)?;
        let known = name.known_text();
        let value = known
            .as_ref()
            .and_then(|name| self.inputs.exports.get(name));
        let unknown = || {
            let text = known.clone().unwrap_or_else(|| name.shown().to_string());
            Value::Unknown(Unknown::Import(text))
        };
        Ok(value.cloned().map_or_else(unknown, Value::Text))
    }
}

fn unresolved(at: &Node, name: &str) -> Fault {
    let reason = format!(
        "Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template"
    );
    fault(at, &reason)
}

fn not_mapped(at: &Node, names: &[String]) -> Fault {
    let shown = names.join("::");
    fault(
        at,
        &format!("Template error: Unable to get mapping for {shown}"),
    )
}
