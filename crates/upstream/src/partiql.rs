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

/// A statement that two readers could read differently is one that can't be read: what is decided here
/// must be what is done elsewhere.
fn read(text: &str) -> Option<Statement> {
    let bare = unquoted(text)?;
    if bare.contains("--") || bare.contains("/*") {
        return None;
    }
    let words: Vec<&str> = bare.split_ascii_whitespace().collect();
    let first = words.first()?.to_ascii_uppercase();
    let after = |word: &str| {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@');
        let mut names = bare.split(|c| !is_name(c));
        let (once, again) = (
            names.by_ref().any(|name| name.eq_ignore_ascii_case(word)),
            names.any(|name| name.eq_ignore_ascii_case(word)),
        );
        let mut places = words.iter().enumerate();
        let (at, _) = places.find(|(_, known)| known.eq_ignore_ascii_case(word))?;
        let named = text.get(place_in(&bare, words.get(at + 1)?)?..)?;
        (once && !again).then_some(named)
    };
    let (action, named) = match first.as_str() {
        "SELECT" => ("PartiQLSelect", after("FROM")?),
        "INSERT" => ("PartiQLInsert", after("INTO")?),
        "UPDATE" => {
            let named = text.get(place_in(&bare, words.get(1)?)?..)?;
            ("PartiQLUpdate", named)
        }
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

/// The text with crosses for everything in quotes, each byte in its place; none if a quote stays open.
fn unquoted(text: &str) -> Option<String> {
    let mut bare = String::with_capacity(text.len());
    let mut within = None;
    for letter in text.chars() {
        match within {
            None if matches!(letter, '"' | '\'' | '`') => within = Some(letter),
            Some(quote) if quote == letter => within = None,
            Some(_) => {
                bare.extend(std::iter::repeat_n('x', letter.len_utf8()));
                continue;
            }
            None => {}
        }
        bare.push(letter);
    }
    within.is_none().then_some(bare)
}

/// Where one of a text's own words begins.
fn place_in(text: &str, word: &str) -> Option<usize> {
    (word.as_ptr() as usize).checked_sub(text.as_ptr() as usize)
}

/// For the fuzz targets: the table that a statement is about.
pub fn table_of_statement(text: &str) -> Option<String> {
    Some(read(text)?.table)
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
        check(
            r#"SELECT "x from Other" FROM "Music""#,
            Some(("PartiQLSelect", "Music", None)),
        );
        check("", None);
    }

    #[test]
    fn what_two_readers_could_read_differently_is_not_read() {
        for text in [
            r#"SELECT a FROM"Secret" WHERE x IN FROM "Music""#,
            r#"SELECT a FROM(Secret) -- FROM "Music""#,
            r#"SELECT a /* FROM "Music" */ FROM "Secret""#,
            r#"SELECT a FROM/**/"Secret" WHERE b = FROM "Music""#,
            r#"SELECT a FROM "Music" WHERE b IN (SELECT c FROM "Secret")"#,
            r#"SELECT a FROM "Secret WHERE b = 'FROM "Music"'"#,
            r#"INSERT INTO"Secret" VALUE {'a': 1} INTO "Music""#,
            r#"DELETE FROM[Secret] FROM "Music""#,
        ] {
            check(text, None);
        }
        check(
            r#"SELECT a FROM "Music" WHERE b = 'it''s from -- there'"#,
            Some(("PartiQLSelect", "Music", None)),
        );
    }

    #[test]
    fn an_operation_without_statements_is_one_that_can_not_be_read() {
        let input = serde_json::json!({});
        assert_eq!(statements("ExecuteTransaction", &input), Some(vec![None]));
        assert_eq!(statements("PutItem", &input), None);
    }
}
