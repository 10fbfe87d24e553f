//! `parse`: new fields out of a text, by a pattern with stars or by a regular expression.

use fancy_regex::Regex;

use super::expression::pattern;
use super::line::Line;
use super::malformed;
use super::reader::Reader;
use super::tokens::Kind;
use super::value::Value;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Capture {
    from: String,
    pattern: Regex,
    /// The fields in the order of the stars; the groups of a regular expression name theirs.
    fields: Vec<String>,
}

impl Capture {
    /// `parse [FIELD] "text * text" as a, b` or `parse [FIELD] /…(?<a>…)…/`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        let from = match reader.peek() {
            Some(Kind::Word(_) | Kind::Name(_)) => reader.name()?,
            _ => "@message".to_owned(),
        };
        match reader.next() {
            Some(Kind::Text(text)) => {
                let fields = names(reader)?;
                if text.matches('*').count() != fields.len() {
                    return Err(malformed("parse takes a name for each star"));
                }
                let pattern = pattern(&with_stars(text))?;
                Ok(Self {
                    from,
                    pattern,
                    fields,
                })
            }
            Some(Kind::Pattern(text)) => {
                let pattern = pattern(text)?;
                let fields: Vec<String> = pattern
                    .capture_names()
                    .flatten()
                    .map(str::to_owned)
                    .collect();
                if fields.is_empty() {
                    return Err(malformed("parse takes groups with names"));
                }
                Ok(Self {
                    from,
                    pattern,
                    fields,
                })
            }
            Some(_) | None => Err(malformed("parse takes a pattern")),
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.fields.iter()
    }

    /// What does not fit gets no fields. The bytes of what was added are told.
    pub(super) fn add(&self, line: &mut Line<'_>) -> usize {
        let Some(text) = line.value(&self.from).text() else {
            return 0;
        };
        let Ok(Some(found)) = self.pattern.captures(&text) else {
            return 0;
        };
        let mut added = 0;
        for (at, field) in self.fields.iter().enumerate() {
            let part = found.name(field).or_else(|| found.get(at + 1));
            if let Some(part) = part {
                let part = Value::Text(part.as_str().to_owned());
                added += part.size();
                line.put(field.clone(), part);
            }
        }
        added
    }
}

fn names(reader: &mut Reader<'_>) -> Result<Vec<String>, Refused> {
    if !reader.takes_word("as") {
        return Err(malformed("as is missing"));
    }
    let mut names = vec![reader.name()?];
    while reader.takes_sign(",") {
        names.push(reader.name()?);
    }
    Ok(names)
}

/// A star takes as little as it can, and the last one the rest.
fn with_stars(text: &str) -> String {
    let parts: Vec<_> = text.split('*').map(fancy_regex::escape).collect();
    let last = parts.last().is_some_and(|part| part.is_empty());
    let pattern = parts.join("(.*?)");
    if last {
        return format!("(?s){pattern}$");
    }
    format!("(?s){pattern}")
}
