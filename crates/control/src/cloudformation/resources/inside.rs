//! Which names may stand inside of a property: those of the operation's input that it becomes, or those that the type
//! lists.
//!
//! It is asked before the first resource of a stack is made, and of each resource once more when everything of it is
//! known. What is not known yet is passed over, and so is a value of another kind than the input's: a type that makes
//! something else of it says itself which names it takes.

use template::{Evaluated, Value};
use wire::schema::{Kind, OperationSchema, ShapeId};

use super::Property;

/// A name that is not served, and the way to what it stands in, as `/Environment`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Extraneous {
    pub(super) path: String,
    pub(super) name: String,
}

/// The first name inside of a property that is not served.
pub(super) fn extraneous(
    property: &Property,
    model: Option<&'static OperationSchema>,
    value: &Evaluated,
) -> Option<Extraneous> {
    let path = format!("/{}", property.name);
    if let Some(names) = property.names {
        return listed(names, "", value, &path);
    }
    if property.name == "Tags" {
        // The maps of tags that some services take have the users' own names.
        let items = value.items().iter();
        return at_each(items, &path, |item, path| {
            listed(&["Key", "Value"], "", item, path)
        });
    }
    let model = model?;
    let input = model.input_shape()?;
    let member = wire::plain::member(input, property.name)?;
    let walk = Walk { model };
    walk.value(member.shape, value, &path)
}

/// `names` are ways of names with dots between them; below the last name of a way everything is taken.
fn listed(names: &[&str], above: &str, value: &Evaluated, path: &str) -> Option<Extraneous> {
    let items = value.items().iter();
    let in_items = at_each(items, path, |item, path| listed(names, above, item, path));
    if in_items.is_some() {
        return in_items;
    }
    present(value).find_map(|(name, value)| {
        let own = format!("{above}{name}");
        let below = format!("{own}.");
        let goes_on = names.iter().any(|known| known.starts_with(&below));
        if goes_on {
            return listed(names, &below, value, &format!("{path}/{name}"));
        }
        let is_known = names.contains(&own.as_str());
        (!is_known).then(|| Extraneous {
            path: path.to_owned(),
            name: name.to_owned(),
        })
    })
}

struct Walk {
    model: &'static OperationSchema,
}

impl Walk {
    fn value(&self, shape: ShapeId, value: &Evaluated, path: &str) -> Option<Extraneous> {
        let shape = self.model.shape(shape)?;
        match (shape.kind, &value.value) {
            (Kind::Structure(_), Value::Map(_)) => present(value).find_map(|(name, value)| {
                let Some(member) = wire::plain::member(shape, name) else {
                    return Some(Extraneous {
                        path: path.to_owned(),
                        name: name.to_owned(),
                    });
                };
                if member.json_value {
                    return None;
                }
                self.value(member.shape, value, &format!("{path}/{name}"))
            }),
            (Kind::List(element), Value::List(items)) => {
                at_each(items.iter(), path, |item, path| {
                    self.value(element.shape, item, path)
                })
            }
            (Kind::Map { value: element, .. }, Value::Map(_)) => {
                present(value).find_map(|(name, value)| {
                    self.value(element.shape, value, &format!("{path}/{name}"))
                })
            }
            _ => None,
        }
    }
}

fn at_each<'a>(
    items: impl Iterator<Item = &'a Evaluated>,
    path: &str,
    look: impl Fn(&Evaluated, &str) -> Option<Extraneous>,
) -> Option<Extraneous> {
    let mut items = items.enumerate();
    items.find_map(|(at, item)| look(item, &format!("{path}/{at}")))
}

/// Members without those that `AWS::NoValue` takes away.
fn present(value: &Evaluated) -> impl Iterator<Item = (&str, &Evaluated)> {
    let members = value.members().iter();
    members
        .filter(|member| !matches!(member.value.value, Value::Absent))
        .map(|member| (member.key.as_str(), &member.value))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};
    use wire::Operation as _;
    use wire::lambda::CreateFunction;

    use super::*;
    use crate::cloudformation::engine::value_of;
    use crate::cloudformation::resources::always;

    #[track_caller]
    fn check(property: Property, value: &Json, expected: Option<(&str, &str)>) {
        let found = extraneous(&property, Some(CreateFunction::SCHEMA), &value_of(value));
        let expected = expected.map(|(path, name)| Extraneous {
            path: path.to_owned(),
            name: name.to_owned(),
        });
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn names_are_those_of_the_input() {
        let environment = always("Environment");
        check(environment, &json!({"Variables": {"Any": "1"}}), None);
        let wrong = json!({"Variables": {}, "Secrets": {}});
        check(environment, &wrong, Some(("/Environment", "Secrets")));
        let systems = json!([{"Arn": "a"}, {"Arn": "a", "Speed": 1}]);
        let found = Some(("/FileSystemConfigs/1", "Speed"));
        check(always("FileSystemConfigs"), &systems, found);
    }

    #[test]
    fn values_of_another_kind_are_the_types_own() {
        check(always("Role"), &json!({"Fn": "x"}), None);
        check(always("Nothing"), &json!({"Fn": "x"}), None);
        check(always("Tags"), &json!({"mine": "x"}), None);
        let tags = json!([{"Key": "a", "Value": "b", "Propagate": true}]);
        check(always("Tags"), &tags, Some(("/Tags/0", "Propagate")));
    }

    #[test]
    fn names_that_a_type_lists_are_taken() {
        const NAMES: &[&str] = &["Mode", "Rules.Id", "Rules.Any"];
        let rules = always("Rules").holding(NAMES);
        let fits = json!({"Mode": "a", "Rules": [{"Id": 1, "Any": {"x": {"y": 1}}}]});
        check(rules, &fits, None);
        check(rules, &json!({"Moda": 1}), Some(("/Rules", "Moda")));
        let wrong = json!({"Rules": [{"Id": 1}, {"Is": 1}]});
        check(rules, &wrong, Some(("/Rules/Rules/1", "Is")));
    }
}
