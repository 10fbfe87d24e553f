//! The reviewed list of what is implemented, and of where a published model is not what AWS does.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

use super::model::{Model, Object};

#[derive(Debug, Default)]
pub(super) struct Overlay {
    pub(super) operations: BTreeSet<String>,
    /// `Shape.member` pairs that `Debug` must not print.
    pub(super) masked: BTreeSet<String>,
    corrections: Vec<(String, String, String)>,
}

impl Overlay {
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let lines = text.lines().map(str::trim);
        let mut overlay = Self::default();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            overlay
                .add(line)
                .with_context(|| format!("{}: {line}", path.display()))?;
        }
        Ok(overlay)
    }

    fn add(&mut self, line: &str) -> anyhow::Result<()> {
        let Some((directive, rest)) = line.split_once(' ') else {
            ensure!(self.operations.insert(line.to_owned()), "listed twice");
            return Ok(());
        };
        let (target, argument) = rest.split_once(' ').unwrap_or((rest, ""));
        if directive == "mask" {
            self.masked.insert(target.to_owned());
        } else {
            let correction = (directive.to_owned(), target.to_owned(), argument.to_owned());
            self.corrections.push(correction);
        }
        Ok(())
    }

    /// Applies the corrections, so that nothing after this knows the published model was wrong.
    pub(super) fn correct(&self, model: &mut Model) -> anyhow::Result<()> {
        for (directive, target, argument) in &self.corrections {
            let name = target.split('.').next().unwrap_or(target);
            let shape = model.shape_mut(name)?;
            apply(shape, directive, target, argument)
                .with_context(|| format!("{directive} {target} {argument}"))?;
        }
        for target in &self.masked {
            let (shape, member) = target.split_once('.').context("mask needs SHAPE.MEMBER")?;
            let members = model
                .shape(shape)?
                .get("members")
                .and_then(Value::as_object);
            ensure!(
                members.is_some_and(|members| members.contains_key(member)),
                "no {target}"
            );
        }
        self.operations
            .iter()
            .try_for_each(|name| model.operation(name).map(|_| ()))
    }
}

fn apply(shape: &mut Object, directive: &str, target: &str, argument: &str) -> anyhow::Result<()> {
    match directive {
        "enum" => set(
            shape,
            "enum",
            argument.split_whitespace().map(Value::from).collect(),
        ),
        "pattern" => set(shape, "pattern", argument.into()),
        "dense" => set(shape, "dense", true.into()),
        "root" => set(shape, "locationName", argument.into()),
        "media" => set(shape, "media", argument.into()),
        "min" | "max" => set(shape, directive, argument.parse::<i64>()?.into()),
        "open" => {
            shape.remove("enum").context("the shape has no enum")?;
        }
        "unbounded" => {
            shape.remove("min");
            shape.remove("max");
        }
        "optional" => return optional(shape, target),
        _ => bail!("unknown directive"),
    }
    Ok(())
}

fn set(shape: &mut Object, key: &str, value: Value) {
    shape.insert(key.to_owned(), value);
}

fn optional(shape: &mut Object, target: &str) -> anyhow::Result<()> {
    let (_, member) = target
        .split_once('.')
        .context("optional needs SHAPE.MEMBER")?;
    let required = shape.get_mut("required").and_then(Value::as_array_mut);
    let required = required.context("the shape requires nothing")?;
    let before = required.len();
    required.retain(|name| name != member);
    ensure!(required.len() < before, "the member was not required");
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(line: &str, expected: Result<&str, &str>) {
        let model = json!({
            "metadata": {},
            "operations": {},
            "shapes": {
                "Kind": {"type": "string", "enum": ["A", "B"], "min": 1},
                "Thing": {"type": "structure", "required": ["kind"], "members": {"kind": {"shape": "Kind"}}},
            },
        });
        let mut model = Model::read(&model).expect("a model");
        let mut overlay = Overlay::default();
        overlay.add(line).expect("a line");
        let corrected = overlay
            .correct(&mut model)
            .map(|()| format!("{:?}", model.shapes));
        match (corrected, expected) {
            (Ok(found), Ok(part)) => assert!(found.contains(part), "{found}"),
            (Err(error), Err(part)) => assert!(format!("{error:#}").contains(part), "{error:#}"),
            (found, expected) => panic!("{line}: found {found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn directives_correct_the_model() {
        check("enum Kind B A", Ok(r#"Array [String("B"), String("A")]"#));
        check("pattern Kind [a b]", Ok(r#""pattern": String("[a b]")"#));
        check("max Kind 5", Ok(r#""max": Number(5)"#));
        check("dense Kind", Ok(r#""dense": Bool(true)"#));
        check("media Thing a/b", Ok(r#""media": String("a/b")"#));
        check("optional Thing.kind", Ok(r#""required": Array []"#));
    }

    #[test]
    fn what_the_model_does_not_have_is_refused() {
        check("enum Nothing A", Err("no shape Nothing"));
        check("mask Thing.secret", Err("no Thing.secret"));
        check("optional Thing.other", Err("was not required"));
        check("guess Kind", Err("unknown directive"));
        check("CreateThing", Err("no operation CreateThing"));
    }
}
