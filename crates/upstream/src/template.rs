//! Resources with parameters in them: `table/{TableName}[/index/{IndexName}]`.
//!
//! A parameter is a path into the input, whose steps stand between dots: a member, `*` for every
//! element or value, `@` for every name. Paths with commas between them are alternatives, what follows
//! a colon stands in for a value that is not there, and what follows a bar reads the value. A part in
//! square brackets is left out where its parameter is. A value that is an ARN already stands for all
//! that is before it.

use serde_json::Value;

/// A path into an input, read in one way.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    alternatives: Vec<Vec<&'static str>>,
    default: Option<&'static str>,
    /// How the value is read; empty for as it stands.
    pub(crate) reading: &'static str,
}

#[derive(Debug, Clone)]
enum Piece {
    Literal(&'static str),
    Parameter(Path),
    Optional(Vec<Piece>),
}

#[derive(Debug, Clone)]
pub(crate) struct Template(Vec<Piece>);

/// A value as the template reads it, and what its reading said of the resource besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filled {
    /// Without the service's ARN in front, unless it is one.
    pub(crate) text: String,
    /// Whose it is, where the value says so.
    pub(crate) account: Option<String>,
    /// What must be looked up to know it.
    pub(crate) lookup: Option<Wanted>,
    /// The resource is no ARN at all, as a phone number.
    pub(crate) plain: bool,
}

/// What only the service knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Wanted {
    /// The ARN of a secret, by its name.
    Secret(String),
    /// The ARN of a key, by its alias.
    KeyAlias(String),
}

impl Path {
    pub(crate) fn read(text: &'static str) -> Self {
        let (text, reading) = text.split_once('|').unwrap_or((text, ""));
        let (text, default) = match text.split_once(':') {
            Some((text, default)) => (text, Some(default)),
            None => (text, None),
        };
        let alternatives = text.split(',').map(|path| path.split('.').collect());
        Self {
            alternatives: alternatives.collect(),
            default,
            reading,
        }
    }

    /// The value itself, for readings that need the whole of it.
    pub(crate) fn raw<'v>(&self, input: &'v Value) -> Option<&'v Value> {
        let first = self.alternatives.first()?;
        first
            .iter()
            .filter(|step| !step.is_empty())
            .try_fold(input, |value, step| value.get(step))
    }

    /// Every value that is a string, a number or a boolean, as text.
    pub(crate) fn values(&self, input: &Value) -> Vec<String> {
        let mut found = Vec::new();
        for steps in &self.alternatives {
            if steps.iter().any(|step| matches!(*step, "*" | "@")) {
                self.walk(input, steps, &mut found);
            } else {
                let value = steps.iter().try_fold(input, |value, step| value.get(step));
                found.extend(value.and_then(text_of));
            }
            if !found.is_empty() {
                return found;
            }
        }
        found.extend(self.default.map(str::to_owned));
        found
    }

    fn walk(&self, value: &Value, steps: &[&'static str], found: &mut Vec<String>) {
        let Some((step, rest)) = steps.split_first() else {
            found.extend(text_of(value));
            return;
        };
        match (*step, value) {
            ("*", Value::Array(items)) => {
                for item in items {
                    self.walk_or_default(item, rest, found);
                }
            }
            ("*", Value::Object(members)) => {
                for item in members.values() {
                    self.walk_or_default(item, rest, found);
                }
            }
            ("@", Value::Object(members)) => found.extend(members.keys().cloned()),
            (name, value) => {
                if let Some(value) = value.get(name) {
                    self.walk(value, rest, found);
                }
            }
        }
    }

    /// An element without the member has the default, as an event without a bus.
    fn walk_or_default(&self, value: &Value, rest: &[&'static str], found: &mut Vec<String>) {
        let before = found.len();
        self.walk(value, rest, found);
        if found.len() == before
            && let Some(default) = self.default
        {
            found.push(default.to_owned());
        }
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

impl Template {
    pub(crate) fn read(text: &'static str) -> Self {
        Self(pieces(text))
    }

    /// Every resource that the input names; none at all if a parameter is missing.
    pub(crate) fn fill(&self, input: &Value) -> Vec<Filled> {
        let empty = Filled {
            text: String::new(),
            account: None,
            lookup: None,
            plain: false,
        };
        let mut filled = vec![empty];
        for piece in &self.0 {
            filled = add(filled, piece, input);
        }
        filled.sort_by(|one, other| one.text.cmp(&other.text));
        filled.dedup();
        filled
    }
}

fn add(filled: Vec<Filled>, piece: &Piece, input: &Value) -> Vec<Filled> {
    match piece {
        Piece::Literal(text) => {
            let with = |one: Filled| Filled {
                text: one.text + text,
                ..one
            };
            filled.into_iter().map(with).collect()
        }
        Piece::Parameter(path) => {
            let values = path.values(input);
            let with = |one: &Filled, value: &String| read_value(path.reading, value, one.clone());
            filled
                .iter()
                .flat_map(|one| values.iter().filter_map(move |value| with(one, value)))
                .collect()
        }
        Piece::Optional(pieces) => {
            let with = |filled, piece| add(filled, piece, input);
            let tried = pieces.iter().fold(filled.clone(), with);
            if tried.is_empty() { filled } else { tried }
        }
    }
}

/// Adds a value to what stands before it.
fn read_value(reading: &str, value: &str, before: Filled) -> Option<Filled> {
    let last = |text: &str, by: char| text.rsplit(by).next().unwrap_or_default().to_owned();
    let mut filled = before;
    let value = match reading {
        "queue" => {
            let mut parts = value.rsplit('/');
            let name = parts.next().unwrap_or_default().to_owned();
            let account = parts.next().unwrap_or_default();
            let is_account =
                account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
            filled.account = is_account.then(|| account.to_owned());
            name
        }
        "before-bar" => value.split('|').next().unwrap_or_default().to_owned(),
        "after-slash" => last(value, '/'),
        "parent" => value.rsplit_once(':')?.0.to_owned(),
        "machine" => machine(value),
        "custom-bus" => {
            let name = last(value, '/');
            if name == "default" {
                return None;
            }
            name
        }
        "parameter" if !value.starts_with("arn:") => {
            value.strip_prefix('/').unwrap_or(value).to_owned()
        }
        "new-secret" => format!("{value}-??????"),
        "secret" if !value.starts_with("arn:") => {
            filled.lookup = Some(Wanted::Secret(value.to_owned()));
            format!("secret:{value}")
        }
        "key" if value.starts_with("alias/") || value.contains(":alias/") => {
            filled.lookup = Some(Wanted::KeyAlias(value.to_owned()));
            value.to_owned()
        }
        "key" if !value.starts_with("arn:") => format!("key/{value}"),
        "plain" if !value.starts_with("arn:") => {
            filled.plain = true;
            value.to_owned()
        }
        _ => value.to_owned(),
    };
    if value.is_empty() {
        return None;
    }
    if value.starts_with("arn:") {
        filled.text = value;
    } else {
        filled.text.push_str(&value);
    }
    Some(filled)
}

/// `…:stateMachine:NAME` without a version or an alias.
fn machine(arn: &str) -> String {
    let parts: Vec<&str> = arn.split(':').take(7).collect();
    parts.join(":")
}

fn pieces(text: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '[']) {
        let (literal, opened) = rest.split_at(at);
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        let (piece, after) = if let Some(inner) = opened.strip_prefix('{') {
            let (path, after) = inner.split_once('}').unwrap_or((inner, ""));
            (Piece::Parameter(Path::read(path)), after)
        } else {
            let inner = opened.strip_prefix('[').unwrap_or(opened);
            let (inner, after) = inner.split_once(']').unwrap_or((inner, ""));
            (Piece::Optional(self::pieces(inner)), after)
        };
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &'static str, input: &str, expected: &[&str]) {
        let input = serde_json::from_str(input).unwrap();
        let filled = Template::read(template).fill(&input);
        let texts: Vec<_> = filled.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, expected, "{template}");
    }

    #[test]
    fn parameters_stand_in_resources() {
        let query = "table/{TableName}[/index/{IndexName}]";
        check(query, r#"{"TableName":"t"}"#, &["table/t"]);
        check(
            query,
            r#"{"TableName":"t","IndexName":"i"}"#,
            &["table/t/index/i"],
        );
        check(query, r#"{"IndexName":"i"}"#, &[]);
        check(
            query,
            r#"{"TableName":"arn:aws:dynamodb:r:1:table/t","IndexName":"i"}"#,
            &["arn:aws:dynamodb:r:1:table/t/index/i"],
        );
        check(
            "table/{RequestItems.@}",
            r#"{"RequestItems":{"b":[],"a":[]}}"#,
            &["table/a", "table/b"],
        );
        check(
            "table/{Items.*.Get.TableName}",
            r#"{"Items":[{"Get":{"TableName":"a"}},{"Put":{}},{"Get":{"TableName":"a"}}]}"#,
            &["table/a"],
        );
        check(
            "event-bus/{Entries.*.Bus:default}",
            r#"{"Entries":[{"Bus":"x"},{}]}"#,
            &["event-bus/default", "event-bus/x"],
        );
        check(
            "rule[/{Bus|custom-bus}]/{Name}",
            r#"{"Name":"r","Bus":"default"}"#,
            &["rule/r"],
        );
        check(
            "rule[/{Bus|custom-bus}]/{Name}",
            r#"{"Name":"r","Bus":"b"}"#,
            &["rule/b/r"],
        );
        check("{A,B}", r#"{"B":"b"}"#, &["b"]);
    }

    #[test]
    fn values_are_read_in_the_way_of_their_service() {
        check("{Q|queue}", r#"{"Q":"http://h:1/111111111111/q"}"#, &["q"]);
        check(
            "{S|parent}",
            r#"{"S":"arn:aws:sns:r:1:t:uuid"}"#,
            &["arn:aws:sns:r:1:t"],
        );
        check(
            "{M|machine}",
            r#"{"M":"arn:aws:states:r:1:stateMachine:m:prod"}"#,
            &["arn:aws:states:r:1:stateMachine:m"],
        );
        check(
            "parameter/{N|parameter}",
            r#"{"N":"/a/b"}"#,
            &["parameter/a/b"],
        );
        check("{K|key}", r#"{"K":"1234"}"#, &["key/1234"]);
        let filled =
            Template::read("{Q|queue}").fill(&serde_json::json!({"Q": "http://h/222222222222/q"}));
        assert_eq!(filled[0].account.as_deref(), Some("222222222222"));
        let filled = Template::read("{S|secret}").fill(&serde_json::json!({"S": "db"}));
        assert_eq!(filled[0].lookup, Some(Wanted::Secret("db".into())));
    }
}
