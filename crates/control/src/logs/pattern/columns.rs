//! Conditions over the columns of messages whose fields are separated by spaces:
//! `[ip, user, ..., status = 4*, bytes > 1000]`. What stands in quotes or brackets is one field.

use std::collections::BTreeMap;

use super::condition::{Comparison, Constant, Joined, Reader};
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Columns {
    columns: Vec<Column>,
    /// Where any number of further fields may stand.
    gap: Option<usize>,
}

#[derive(Debug)]
struct Column {
    name: String,
    conditions: Option<Joined<(Comparison, Constant)>>,
}

impl Columns {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let inner = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'));
        let mut reader = Reader::new(inner.ok_or_else(Reader::broken)?);
        let (mut columns, mut gap) = (Vec::new(), None);
        while !reader.is_at_end() {
            if reader.takes("...") {
                if gap.replace(columns.len()).is_some() {
                    return Err(Reader::broken());
                }
            } else {
                columns.push(column(&mut reader)?);
            }
            if !reader.takes(",") && !reader.is_at_end() {
                return Err(Reader::broken());
            }
        }
        Ok(Self { columns, gap })
    }

    pub(super) fn matches(&self, message: &str) -> bool {
        // Nothing at all is said about the message.
        if self.columns.is_empty() {
            return true;
        }
        let fields = fields(message);
        let holds = |(column, field): (&Column, &str)| match &column.conditions {
            None => true,
            Some(conditions) => {
                conditions.holds(&|(comparison, constant)| constant.compares(*comparison, field))
            }
        };
        self.pairs(&fields)
            .is_some_and(|pairs| pairs.into_iter().all(holds))
    }

    pub(super) fn extract(&self, message: &str) -> BTreeMap<String, String> {
        let fields = fields(message);
        let pairs = self.pairs(&fields).unwrap_or_default();
        pairs
            .into_iter()
            .map(|(column, field)| (format!("${}", column.name), field.to_owned()))
            .collect()
    }

    /// Which field is whose; none where there are too few or too many.
    fn pairs<'a>(&'a self, fields: &[&'a str]) -> Option<Vec<(&'a Column, &'a str)>> {
        let (columns, count) = (self.columns.len(), fields.len());
        let fits = match self.gap {
            None => count == columns,
            Some(_) => count >= columns,
        };
        if !fits {
            return None;
        }
        let skipped = |place: usize| match self.gap {
            Some(gap) if place >= gap => place + count - columns,
            Some(_) | None => place,
        };
        let field = |(place, column)| Some((column, *fields.get(skipped(place))?));
        self.columns.iter().enumerate().map(field).collect()
    }
}

/// A name, or conditions on it: `status = 4* || status = 5*`. A name alone is no condition.
fn column(reader: &mut Reader<'_>) -> Result<Column, Refused> {
    let mut ahead = Reader { rest: reader.rest };
    while ahead.takes("(") {}
    let name = name(&mut ahead)?;
    if ahead.comparison().is_none() {
        reader.rest = ahead.rest;
        return Ok(Column {
            name,
            conditions: None,
        });
    }
    let one = |reader: &mut Reader<'_>| {
        let named = self::name(reader)?;
        let comparison = reader.comparison().filter(|_| named == name);
        let comparison = comparison.ok_or_else(Reader::broken)?;
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ')' | '&' | '|');
        Ok((comparison, reader.constant(ends)?))
    };
    let conditions = reader.joined(&one, 0)?;
    Ok(Column {
        name,
        conditions: Some(conditions),
    })
}

fn name(reader: &mut Reader<'_>) -> Result<String, Refused> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let name = reader.until(|c| !is_part(c));
    if name.is_empty() {
        return Err(Reader::broken());
    }
    Ok(name.to_owned())
}

fn fields(message: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut rest = message.trim();
    while let Some(first) = rest.chars().next() {
        let closing = match first {
            '"' => Some('"'),
            '[' => Some(']'),
            _ => None,
        };
        let inner = rest.get(first.len_utf8()..).unwrap_or_default();
        let enclosed = closing.and_then(|closing| inner.split_once(closing));
        let (field, after) = match enclosed {
            Some((field, after)) => (field, after),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        fields.push(field);
        rest = after.trim_start();
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str =
        r#"127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534"#;

    #[track_caller]
    fn check(pattern: &str, expected: bool) {
        let parsed = Columns::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        assert_eq!(parsed.matches(MESSAGE), expected, "{pattern}");
    }

    #[test]
    fn every_field_is_a_column() {
        check("[ip, id, user, timestamp, request, status, size]", true);
        check("[ip, id, user]", false);
        check("[]", true);
        check("[ip, ...]", true);
        check("[..., size]", true);
    }

    #[test]
    fn columns_are_compared() {
        check(
            "[ip, id, user, timestamp, request = *.html*, status = 4*, size]",
            true,
        );
        check(
            "[ip, id, user, timestamp, request, status = 5*, size]",
            false,
        );
        check("[ip = 127.0.0.1, ..., status, size > 1000]", true);
        check("[..., status = 404 || status = 500, size]", true);
        check("[..., status != 404 && status != 410, size]", false);
        check("[..., request = \"GET *\", status, size]", true);
        check("[ip = %^127%, ...]", true);
    }

    #[test]
    fn named_fields_are_told_and_broken_patterns_refused() {
        let columns = Columns::parse("[ip, ..., status, size]").unwrap();
        let values = columns.extract(MESSAGE);
        assert_eq!(values.get("$status").map(String::as_str), Some("404"));
        for broken in [
            "[",
            "[a b]",
            "[a = ]",
            "[..., a, ...]",
            "[a = 1 && b = 2]",
            "[=1]",
        ] {
            assert!(Columns::parse(broken).is_err(), "{broken}");
        }
    }
}
