//! PartiQL statements, as far as it must be known which table they are about.

use serde_json::Value;

/// What a statement does, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Such as `PartiQLSelect`.
    pub(crate) action: &'static str,
    pub(crate) table: String,
    pub(crate) index: Option<String>,
}

impl Statement {
    pub(crate) const ACTIONS: [&'static str; 4] = [
        "PartiQLSelect",
        "PartiQLInsert",
        "PartiQLUpdate",
        "PartiQLDelete",
    ];
}

/// The statements of an operation that runs some; one that can't be read is `None`.
pub(crate) fn statements(operation: &str, input: &Value) -> Option<Vec<Option<Statement>>> {
    let of_list = |name: &str| {
        let items = input.get(name).and_then(Value::as_array);
        let items = items.into_iter().flatten();
        items.map(|item| item.get("Statement")).collect::<Vec<_>>()
    };
    let texts = match operation {
        "ExecuteStatement" => vec![input.get("Statement")],
        "BatchExecuteStatement" => of_list("Statements"),
        "ExecuteTransaction" => of_list("TransactStatements"),
        _ => return None,
    };
    let read = texts.into_iter().map(|text| read(text?.as_str()?));
    let mut read: Vec<_> = read.collect();
    if read.is_empty() {
        read.push(None);
    }
    Some(read)
}

fn read(text: &str) -> Option<Statement> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let first = words.first()?.to_ascii_uppercase();
    let after = |word: &str| {
        let mut places = words.iter().enumerate();
        let (at, _) = places.find(|(_, known)| known.eq_ignore_ascii_case(word))?;
        let from = text_from(text, words.get(at + 1)?)?;
        Some(from)
    };
    let (action, named) = match first.as_str() {
        // A word inside of a projection may look like FROM only within quotes, which no name of ours
        // is read from: such a statement is one that can't be read.
        "SELECT" if !quoted(text, "from") => ("PartiQLSelect", after("FROM")?),
        "INSERT" => ("PartiQLInsert", after("INTO")?),
        "UPDATE" => ("PartiQLUpdate", text_from(text, words.get(1)?)?),
        "DELETE" => ("PartiQLDelete", after("FROM")?),
        _ => return None,
    };
    let (table, rest) = name(named)?;
    let index = match rest.strip_prefix('.') {
        Some(rest) => Some(name(rest)?.0),
        None => None,
    };
    Some(Statement {
        action,
        table,
        index,
    })
}

/// Whether a quoted part of the text holds the word.
fn quoted(text: &str, word: &str) -> bool {
    let parts = text.split(['"', '\'']).skip(1).step_by(2);
    let mut parts = parts.map(str::to_ascii_lowercase);
    parts.any(|part| part.split_ascii_whitespace().any(|known| known == word))
}

/// The text from one of its own words on.
fn text_from<'t>(text: &'t str, word: &'t str) -> Option<&'t str> {
    let at = (word.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    text.get(at..)
}

/// A name, in double quotes or plain, and what follows.
fn name(text: &str) -> Option<(String, &str)> {
    let (name, rest) = if let Some(inner) = text.strip_prefix('"') {
        inner.split_once('"')?
    } else {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
        text.split_at_checked(end)?
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!name.is_empty() && name.chars().all(is_plain)).then(|| (name.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = read(text);
        let found = found
            .as_ref()
            .map(|found| (found.action, &*found.table, found.index.as_deref()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_statement_says_what_it_is_about() {
        check(
            r#"SELECT * FROM "Music""#,
            Some(("PartiQLSelect", "Music", None)),
        );
        check(
            r#"select a, b from "Music"."Index" where x=?"#,
            Some(("PartiQLSelect", "Music", Some("Index"))),
        );
        check(
            "SELECT a FROM Music WHERE Artist = 'x'",
            Some(("PartiQLSelect", "Music", None)),
        );
        check(
            r#"INSERT INTO "Music" value {'a':'b'}"#,
            Some(("PartiQLInsert", "Music", None)),
        );
        check(
            r#"UPDATE "Music" SET a=1 WHERE b=2"#,
            Some(("PartiQLUpdate", "Music", None)),
        );
        check(
            r#"DELETE FROM "Music" WHERE b=2"#,
            Some(("PartiQLDelete", "Music", None)),
        );
        check(r#"EXISTS (SELECT * FROM "Music")"#, None);
        check(r#"SELECT "x from Other" FROM "Music""#, None);
        check("", None);
    }

    #[test]
    fn an_operation_without_statements_is_one_that_can_not_be_read() {
        let input = serde_json::json!({});
        assert_eq!(statements("ExecuteTransaction", &input), Some(vec![None]));
        assert_eq!(statements("PutItem", &input), None);
    }
}
