//! `Fn::ForEach` of `AWS::LanguageExtensions`: loops over lists that are known, written out.

use std::collections::BTreeMap;

use document::{Entries, Entry, Fault, Node, Value};

use crate::inputs::{Inputs, NoResources};
use crate::parameters::Parameters;
use crate::template::Template;
use crate::{Evaluator, value};

const LOOP: &str = "Fn::ForEach::";
/// How many values the written-out template may have.
const MOST_VALUES: usize = 500_000;
const MOST_DEPTH: usize = 5;

/// The template without loops; the same template if it doesn't ask for the language extensions.
pub fn expanded(template: Template, inputs: &Inputs) -> Result<Template, Fault> {
    if !template.extends_the_language() {
        return Ok(template);
    }
    let root = template.root().clone();
    let parameters = Parameters::supposed(&template, inputs);
    let mut writer = Writer {
        evaluator: Evaluator::new(&template, inputs, parameters, &NoResources),
        left: MOST_VALUES,
    };
    let root = writer.node(root, &BTreeMap::new(), 0)?;
    Template::of(root)
}

struct Writer<'a> {
    evaluator: Evaluator<'a>,
    left: usize,
}

/// What the loops around a place have set.
type Variables = BTreeMap<String, String>;

impl Writer<'_> {
    fn node(&mut self, node: Node, variables: &Variables, depth: usize) -> Result<Node, Fault> {
        let span = node.span();
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            Fault::at(span.start, "the loops of the template make too many values")
        })?;
        let value = match node.value {
            Value::Text(text) => Value::Text(set(&text, variables)),
            Value::List(items) => {
                let items = items.into_iter();
                let items = items.map(|item| self.node(item, variables, depth));
                Value::List(items.collect::<Result<_, _>>()?)
            }
            Value::Map(entries) => return self.map(entries, span, variables, depth),
            scalar @ (Value::Null | Value::Bool(_) | Value::Number(_)) => scalar,
        };
        Ok(Node::new(value, span))
    }

    fn map(
        &mut self,
        entries: Entries,
        span: document::Span,
        variables: &Variables,
        depth: usize,
    ) -> Result<Node, Fault> {
        if let Some(value) = variable(&entries, variables) {
            return Ok(Node::new(Value::Text(value), span));
        }
        let mut written = Vec::new();
        for entry in entries.into_list() {
            if entry.key.starts_with(LOOP) {
                self.turns(&entry, variables, depth, &mut written)?;
            } else {
                let node = self.node(entry.node, variables, depth)?;
                written.push(Entry {
                    key: set(&entry.key, variables),
                    key_span: entry.key_span,
                    node,
                });
            }
        }
        let entries = Entries::new(written).map_err(|twice| {
            let reason = format!("the loops write the key `{}` twice", twice.key);
            Fault::at(twice.key_span.start, reason)
        })?;
        Ok(Node::new(Value::Map(entries), span))
    }

    /// Writes the body of a loop once for each value.
    fn turns(
        &mut self,
        entry: &Entry,
        variables: &Variables,
        depth: usize,
        written: &mut Vec<Entry>,
    ) -> Result<(), Fault> {
        let at = entry.node.position;
        if depth >= MOST_DEPTH {
            return Err(Fault::at(at, "Fn::ForEach is nested too deep"));
        }
        let [name, list, body] = entry.node.items() else {
            return Err(Fault::at(
                at,
                "Fn::ForEach needs an identifier, a collection and what is repeated",
            ));
        };
        let name = name.scalar().unwrap_or_default();
        for turn in self.collection(list, variables)? {
            let mut inner = variables.clone();
            inner.insert(name.clone(), turn);
            let node = self.node(body.clone(), &inner, depth + 1)?;
            if let Value::Map(entries) = node.value {
                written.extend(entries.into_list());
            }
        }
        Ok(())
    }

    fn collection(&mut self, list: &Node, variables: &Variables) -> Result<Vec<String>, Fault> {
        let list = self.node(list.clone(), variables, 0)?;
        let found = self.evaluator.evaluate(&list)?;
        let texts = found.items().iter().map(value::Evaluated::known_text);
        let texts: Option<Vec<String>> = texts.collect();
        match (&found.value, texts) {
            (crate::Value::List(_), Some(texts)) => Ok(texts),
            _ => Err(Fault::at(
                list.position,
                "the collection of Fn::ForEach must be known when the template is read",
            )),
        }
    }
}

/// `{Ref: Name}` of a loop's variable.
fn variable(entries: &Entries, variables: &Variables) -> Option<String> {
    let [entry] = entries.list() else {
        return None;
    };
    (entry.key == "Ref").then_some(())?;
    variables.get(entry.node.text()?).cloned()
}

/// `${Name}`, and `&{Name}` which keeps letters and digits alone.
fn set(text: &str, variables: &Variables) -> String {
    let mut text = text.to_owned();
    for (name, value) in variables {
        text = text.replace(&format!("${{{name}}}"), value);
        if text.contains("&{") {
            let alphanumeric: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
            text = text.replace(&format!("&{{{name}}}"), &alphanumeric);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(resources: &str, expected: Result<&str, &str>) {
        let text = format!(
            "Transform: AWS::LanguageExtensions\nParameters: {{L: {{Type: CommaDelimitedList, Default: 'a,b-c'}}, Open: {{Type: CommaDelimitedList}}}}\nResources:{resources}"
        );
        let template = Template::parse(text.as_bytes()).unwrap();
        let found = expanded(template, &Inputs::default());
        let found = found.map(|found| found.root().get("Resources").unwrap().to_json().to_string());
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(fault), Err(part)) => assert!(fault.reason.contains(part), "{fault}"),
            (found, _) => panic!("{resources}: {found:?}"),
        }
    }

    #[test]
    fn a_loop_is_written_out() {
        check(
            "\n  'Fn::ForEach::X': [X, !Ref L, {'T&{X}': {Type: T, P: !Sub 'q-${X}', R: !Ref X}}]",
            Ok(
                r#"{"Ta":{"Type":"T","P":{"Fn::Sub":"q-a"},"R":"a"},"Tbc":{"Type":"T","P":{"Fn::Sub":"q-b-c"},"R":"b-c"}}"#,
            ),
        );
        check(
            "\n  'Fn::ForEach::X': [X, [1, 2], {'Fn::ForEach::Y': [Y, [a], {'T${X}${Y}': {Type: T}}]}]",
            Ok(r#"{"T1a":{"Type":"T"},"T2a":{"Type":"T"}}"#),
        );
    }

    #[test]
    fn loops_that_cannot_be_written_are_refused() {
        check(
            "\n  'Fn::ForEach::X': [X, !Ref Open, {'T${X}': {Type: T}}]",
            Err("must be known"),
        );
        check("\n  'Fn::ForEach::X': [X]", Err("needs an identifier"));
        check(
            "\n  'Fn::ForEach::X': [X, [a, a], {'T${X}': {Type: T}}]",
            Err("twice"),
        );
        let ring = |inner: &str, name: &str| {
            format!(
                "{{'Fn::ForEach::{name}': [{name}, [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20], {inner}]}}"
            )
        };
        let five = ["A", "B", "C", "D", "E"].iter().fold(
            "{'T${A}x${B}x${C}x${D}x${E}': {Type: T}}".to_owned(),
            |inner, name| ring(&inner, name),
        );
        check(
            &format!("\n  Z: {{Type: T, P: {five}}}"),
            Err("too many values"),
        );
    }
}
