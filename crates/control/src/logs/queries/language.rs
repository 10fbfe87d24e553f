//! `fields`, `display`, `filter`, `sort` and `limit` (CloudWatch Logs user guide, "CloudWatch Logs
//! Insights language query syntax"). Every other command and function is refused by name.

use std::cmp::Ordering;

use fancy_regex::Regex;
use model::Timestamp;
use serde_json::Value;
use wire::Failure;

use super::super::events::Found;
use crate::refused::Refused;

/// Rows where the query names no number.
const MOST_ROWS: usize = 10_000;

#[derive(Debug)]
pub(super) struct Query {
    fields: Vec<String>,
    filters: Vec<Filter>,
    sort: (String, bool),
    limit: usize,
}

/// Any of several groups of tests that must all hold.
type Filter = Vec<Vec<Test>>;

#[derive(Debug)]
struct Test {
    field: String,
    comparison: Comparison,
    negated: bool,
}

#[derive(Debug)]
enum Comparison {
    Like(String),
    Matches(Regex),
    Equal(String),
    /// The orders that pass.
    Ordered(f64, &'static [Ordering]),
}

/// One event as a query sees it.
pub(super) struct Row<'a> {
    pub(super) event: &'a Found,
    pub(super) log: &'a str,
    /// The message, if it is JSON: its members are fields.
    json: Option<Value>,
}

impl<'a> Row<'a> {
    pub(super) fn of(event: &'a Found, log: &'a str) -> Self {
        Self {
            event,
            log,
            json: serde_json::from_str(&event.message).ok(),
        }
    }

    fn field(&self, name: &str) -> Option<String> {
        match name {
            "@message" => Some(self.event.message.clone()),
            "@timestamp" => Some(time_text(self.event.at)),
            "@ingestionTime" => Some(time_text(self.event.ingested)),
            "@logStream" => Some(self.event.stream.clone()),
            "@log" => Some(self.log.to_owned()),
            "@ptr" => Some(self.event.id.clone()),
            _ => {
                let mut parts = name.split('.');
                let found = parts.try_fold(self.json.as_ref()?, |value, part| value.get(part))?;
                Some(match found {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                })
            }
        }
    }
}

impl Query {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let mut query = Self {
            fields: Vec::new(),
            filters: Vec::new(),
            sort: ("@timestamp".to_owned(), true),
            limit: MOST_ROWS,
        };
        for command in split(text, '|') {
            query.add(command.trim())?;
        }
        if query.fields.is_empty() {
            query.fields = vec!["@timestamp".to_owned(), "@message".to_owned()];
        }
        Ok(query)
    }

    fn add(&mut self, command: &str) -> Result<(), Refused> {
        let (word, rest) = command
            .split_once(char::is_whitespace)
            .unwrap_or((command, ""));
        match word.to_ascii_lowercase().as_str() {
            "fields" => self.fields.extend(fields(rest)?),
            "display" => self.fields = fields(rest)?,
            "filter" => self.filters.push(filter(rest)?),
            "sort" => self.sort = sort(rest)?,
            "limit" => {
                let limit = rest
                    .trim()
                    .parse()
                    .map_err(|_| malformed("limit takes a number"))?;
                self.limit = MOST_ROWS.min(limit);
            }
            "" => {}
            other => {
                return Err(malformed(&format!(
                    "{other} is not supported by Portcullis"
                )));
            }
        }
        Ok(())
    }

    /// Names and values of the fields of every row that is found.
    pub(super) fn run(&self, rows: &[Row<'_>], most: Option<usize>) -> Vec<Vec<(String, String)>> {
        let holds = |row: &&Row<'_>| self.filters.iter().all(|filter| passes(filter, row));
        let mut found: Vec<&Row<'_>> = rows.iter().filter(holds).collect();
        let (field, descending) = &self.sort;
        found.sort_by(|one, other| {
            let (one, other) = (one.field(field), other.field(field));
            let order = compare(one.as_deref(), other.as_deref());
            if *descending { order.reverse() } else { order }
        });
        let limit = most.unwrap_or(self.limit).min(self.limit);
        let names = self.fields.iter().map(String::as_str).chain(["@ptr"]);
        let names: Vec<&str> = names.collect();
        let shown = |row: &Row<'_>| {
            let value = |name: &&str| Some(((*name).to_owned(), row.field(name)?));
            names.iter().filter_map(value).collect()
        };
        found.into_iter().take(limit).map(shown).collect()
    }
}

fn compare(one: Option<&str>, other: Option<&str>) -> Ordering {
    let number = |text: Option<&str>| text?.parse::<f64>().ok();
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.cmp(&other),
    }
}

fn passes(filter: &Filter, row: &Row<'_>) -> bool {
    let holds = |test: &Test| {
        let Some(value) = row.field(&test.field) else {
            return test.negated;
        };
        test.negated != test.comparison.holds(&value)
    };
    filter.iter().any(|all| all.iter().all(holds))
}

impl Comparison {
    fn holds(&self, value: &str) -> bool {
        match self {
            Self::Like(part) => value.contains(part.as_str()),
            Self::Matches(expression) => expression.is_match(value).unwrap_or(false),
            Self::Equal(text) => value == text,
            Self::Ordered(number, orders) => {
                let order = value.parse::<f64>().ok();
                let order = order.map(|value| value.total_cmp(number));
                order.is_some_and(|order| orders.contains(&order))
            }
        }
    }
}

fn fields(text: &str) -> Result<Vec<String>, Refused> {
    let field = |part: &str| {
        let name = part.trim();
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '@' | '_' | '.' | '-');
        if name.is_empty() || !name.chars().all(is_name) {
            return Err(malformed(&format!(
                "the field {name:?} is not supported by Portcullis"
            )));
        }
        Ok(name.to_owned())
    };
    text.split(',').map(field).collect()
}

fn sort(text: &str) -> Result<(String, bool), Refused> {
    let mut words = text.split_whitespace();
    let field = words
        .next()
        .ok_or_else(|| malformed("sort takes a field"))?;
    match words.next().map(str::to_ascii_lowercase).as_deref() {
        None | Some("asc") => Ok((field.to_owned(), false)),
        Some("desc") => Ok((field.to_owned(), true)),
        Some(_) => Err(malformed("sort takes asc or desc")),
    }
}

fn filter(text: &str) -> Result<Filter, Refused> {
    let mut words = words(text)?.into_iter();
    let mut any = vec![Vec::new()];
    loop {
        let test = test(&mut words)?;
        if let Some(all) = any.last_mut() {
            all.push(test);
        }
        match words.next() {
            None => return Ok(any),
            Some(word) if word.eq_ignore_ascii_case("and") => {}
            Some(word) if word.eq_ignore_ascii_case("or") => any.push(Vec::new()),
            Some(word) => {
                return Err(malformed(&format!("{word} is not supported by Portcullis")));
            }
        }
    }
}

fn test(words: &mut impl Iterator<Item = String>) -> Result<Test, Refused> {
    const LESS: &[Ordering] = &[Ordering::Less];
    const GREATER: &[Ordering] = &[Ordering::Greater];
    const AT_MOST: &[Ordering] = &[Ordering::Less, Ordering::Equal];
    const AT_LEAST: &[Ordering] = &[Ordering::Greater, Ordering::Equal];
    let mut next = || {
        words
            .next()
            .ok_or_else(|| malformed("the filter ends too early"))
    };
    let field = next()?;
    let mut sign = next()?.to_ascii_lowercase();
    let mut negated = sign == "not" || sign == "!=";
    if sign == "not" {
        sign = next()?.to_ascii_lowercase();
    }
    let value = next()?;
    let number = |value: &str| {
        let number = value.parse::<f64>();
        number.map_err(|_| malformed("an order is of numbers"))
    };
    let comparison = match sign.as_str() {
        "like" | "=~" => match value
            .strip_prefix('/')
            .and_then(|text| text.strip_suffix('/'))
        {
            Some(text) => {
                let expression = Regex::new(text);
                Comparison::Matches(expression.map_err(|_| malformed("a regular expression"))?)
            }
            None => Comparison::Like(plain(&value)),
        },
        "=" | "!=" => Comparison::Equal(plain(&value)),
        "<" => Comparison::Ordered(number(&value)?, LESS),
        ">" => Comparison::Ordered(number(&value)?, GREATER),
        "<=" => Comparison::Ordered(number(&value)?, AT_MOST),
        ">=" => Comparison::Ordered(number(&value)?, AT_LEAST),
        other => {
            return Err(malformed(&format!(
                "{other} is not supported by Portcullis"
            )));
        }
    };
    negated &= sign != "=";
    Ok(Test {
        field,
        comparison,
        negated,
    })
}

fn plain(value: &str) -> String {
    value.trim_matches(['"', '\'']).to_owned()
}

/// Words, signs, and what stands in quotes or between slashes, each as one.
fn words(text: &str) -> Result<Vec<String>, Refused> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' | '\'' | '/' => {
                let inner = rest.get(1..).unwrap_or_default();
                let end = inner.find(first).map(|end| end + 2);
                end.ok_or_else(|| malformed("something is not closed"))?
            }
            '=' | '!' | '<' | '>' => {
                let is_sign = |c: char| matches!(c, '=' | '!' | '<' | '>' | '~');
                rest.find(|c| !is_sign(c)).unwrap_or(rest.len())
            }
            _ => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '!' | '<' | '>');
                rest.find(ends).unwrap_or(rest.len())
            }
        };
        let (word, after) = rest.split_at(end.max(first.len_utf8()));
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    Ok(words)
}

/// Splits where the sign stands outside of quotes and slashes.
fn split(text: &str, sign: char) -> Vec<&str> {
    let (mut parts, mut start, mut open) = (Vec::new(), 0, None);
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '"' | '\'' | '/') => open = Some(c),
            (Some(closing), c) if closing == c => open = None,
            (None, c) if c == sign => {
                parts.push(text.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// `2025-11-25 02:42:56.123`
fn time_text(time: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(time.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime("%Y-%m-%d %H:%M:%S.%3f")
        .to_string()
}

fn malformed(what: &str) -> Refused {
    let message = format!("The query is malformed: {what}.");
    Failure::new("MalformedQueryException", 400, message).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: i64, message: &str) -> Found {
        Found {
            id: at.to_string(),
            stream: "s".to_owned(),
            at: Timestamp::from_millis(at),
            ingested: Timestamp::from_millis(at),
            message: message.to_owned(),
        }
    }

    /// The second field of every row, or its first where there is no other.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let events = [
            event(1, "an ERROR | of sorts"),
            event(2, r#"{"level":"WARN","took":12,"a":{"b":"c"}}"#),
            event(3, r#"{"level":"INFO","took":7}"#),
        ];
        let rows: Vec<Row<'_>> = events.iter().map(|event| Row::of(event, "1:g")).collect();
        let query = Query::parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let found = query.run(&rows, None);
        let first = found.iter().map(|row| row[0].1.as_str());
        assert_eq!(first.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn events_are_filtered_sorted_and_shown() {
        check(
            "fields level | filter took > 5 | sort took asc",
            &["INFO", "WARN"],
        );
        check(
            "fields took | filter level = \"WARN\" or level = 'INFO'",
            &["7", "12"],
        );
        check("fields a.b | filter level != INFO and a.b = c", &["c"]);
        check(
            "fields @timestamp | filter @message like /ERR.R \\|/ ",
            &["1970-01-01 00:00:00.001"],
        );
        check(
            "fields level | filter @message not like \"ERROR\" | limit 1",
            &["INFO"],
        );
        check("filter level =~ /^W/ | display level", &["WARN"]);
        check(
            "",
            &[
                "1970-01-01 00:00:00.003",
                "1970-01-01 00:00:00.002",
                "1970-01-01 00:00:00.001",
            ],
        );
    }

    #[test]
    fn what_is_not_served_is_refused_by_name() {
        for (query, named) in [
            ("stats count(*) by level", "stats"),
            ("fields strlen(@message)", "strlen"),
            ("filter level in [1]", "in"),
            ("parse @message 'x *' as y", "parse"),
            ("limit many", "limit"),
            ("filter level", "ends too early"),
            ("filter level = \"open", "not closed"),
        ] {
            let said = Query::parse(query).unwrap_err().to_string();
            assert!(said.contains(named), "{query}: {said}");
        }
    }
}
