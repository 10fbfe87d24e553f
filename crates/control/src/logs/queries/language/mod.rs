//! The language of CloudWatch Logs Insights: `fields`, `display`, `filter`, `sort`, `limit`, `stats`,
//! `parse` and `dedup` with expressions (user guide, "CloudWatch Logs Insights language query syntax").
//! Every other command and function is refused by name.

mod aggregates;
mod capture;
mod columns;
mod expression;
mod functions;
mod line;
mod reader;
mod tokens;
mod value;

use std::collections::BTreeSet;

use serde_json::Value as Json;
use wire::Failure;

use super::super::events::Found;
use crate::refused::Refused;

use aggregates::Stats;
use capture::Capture;
use columns::{Column, columns};
use expression::Expression;
use line::Line;
use reader::Reader;
use tokens::{Kind, tokens};
use value::Value;

/// Rows where the query names no number.
const MOST_ROWS: usize = 10_000;
/// Bytes of everything that a query makes on its way.
const MOST_BYTES: usize = 128 << 20;

#[derive(Debug)]
pub(super) struct Query {
    commands: Vec<Command>,
}

#[derive(Debug)]
enum Command {
    Fields(Vec<Column>),
    Display(Vec<Column>),
    Filter(Expression),
    /// Each with whether the greatest comes first.
    Sort(Vec<(Expression, bool)>),
    Limit(usize),
    Stats(Stats),
    Parse(Capture),
    Dedup(Vec<Expression>),
}

/// One event as a query sees it.
pub(super) struct Row<'a> {
    pub(super) event: &'a Found,
    pub(super) log: &'a str,
    /// The message, if it is JSON: its members are fields.
    json: Option<Json>,
}

impl<'a> Row<'a> {
    pub(super) fn of(event: &'a Found, log: &'a str) -> Self {
        Self {
            event,
            log,
            json: serde_json::from_str(&event.message).ok(),
        }
    }

    fn value(&self, name: &str) -> Value {
        match name {
            "@message" => Value::Text(self.event.message.clone()),
            "@timestamp" => Value::Time(self.event.at.millis()),
            "@ingestionTime" => Value::Time(self.event.ingested.millis()),
            "@logStream" => Value::Text(self.event.stream.clone()),
            "@log" => Value::Text(self.log.to_owned()),
            "@ptr" => Value::Text(self.event.id.clone()),
            _ => self.member(name).unwrap_or(Value::Missing),
        }
    }

    fn member(&self, name: &str) -> Option<Value> {
        let mut found = self.json.as_ref()?;
        for part in name.split('.') {
            found = match found {
                Json::Array(items) => items.get(part.parse::<usize>().ok()?)?,
                value => value.get(part)?,
            };
        }
        Some(match found {
            Json::Null => return None,
            Json::String(text) => Value::Text(text.clone()),
            Json::Number(number) => Value::Number(number.as_f64()?),
            Json::Bool(truth) => Value::Truth(*truth),
            other => Value::Text(other.to_string()),
        })
    }
}

impl Query {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let tokens = tokens(text)?;
        let commands = tokens.split(|token| token.kind == Kind::Sign("|"));
        let commands = commands.filter(|command| !command.is_empty());
        let commands = commands.map(|command| read(&mut Reader::of(text, command)));
        Ok(Self {
            commands: commands.collect::<Result<_, _>>()?,
        })
    }

    /// Names and values of the fields of every row that is found.
    pub(super) fn run(
        &self,
        rows: &[Row<'_>],
        most: Option<usize>,
    ) -> Result<Vec<Vec<(String, String)>>, Refused> {
        let mut result = Finding::of(rows);
        for command in &self.commands {
            result.take(command)?;
        }
        result
            .lines
            .truncate(most.unwrap_or(MOST_ROWS).min(MOST_ROWS));
        result.shown()
    }
}

fn read(reader: &mut Reader<'_>) -> Result<Command, Refused> {
    let name = reader.name()?;
    let command = match name.to_ascii_lowercase().as_str() {
        "fields" => Command::Fields(columns(reader)?),
        "display" => Command::Display(columns(reader)?),
        "filter" => Command::Filter(expression::read(reader)?),
        "sort" => Command::Sort(sort(reader)?),
        "limit" => Command::Limit(limit(reader)?),
        "stats" => Command::Stats(Stats::read(reader)?),
        "parse" => Command::Parse(Capture::read(reader)?),
        "dedup" => Command::Dedup(list(reader)?),
        _ => return Err(malformed(&format!("{name} is not supported by Portcullis"))),
    };
    reader.end()?;
    Ok(command)
}

fn list(reader: &mut Reader<'_>) -> Result<Vec<Expression>, Refused> {
    let mut list = vec![expression::read(reader)?];
    while reader.takes_sign(",") {
        list.push(expression::read(reader)?);
    }
    Ok(list)
}

fn sort(reader: &mut Reader<'_>) -> Result<Vec<(Expression, bool)>, Refused> {
    let mut keys = Vec::new();
    loop {
        let key = expression::read(reader)?;
        let descending = reader.takes_word("desc");
        if !descending {
            reader.takes_word("asc");
        }
        keys.push((key, descending));
        if !reader.takes_sign(",") {
            return Ok(keys);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast saturates"
)]
fn limit(reader: &mut Reader<'_>) -> Result<usize, Refused> {
    match reader.next() {
        Some(Kind::Number(number)) => Ok((*number as usize).min(MOST_ROWS)),
        Some(_) | None => Err(malformed("limit takes a number")),
    }
}

/// What a query has found so far.
struct Finding<'a> {
    lines: Vec<Line<'a>>,
    /// The names of what is shown, in their order.
    names: Vec<String>,
    /// Whether each line is an event, which a pointer leads to.
    events: bool,
    bytes: Budget,
}

/// What is left of what a query may make.
struct Budget(usize);

impl Budget {
    fn spend(&mut self, bytes: usize) -> Result<(), Refused> {
        let left = self.0.checked_sub(bytes);
        self.0 = left.ok_or_else(|| malformed("its results are too large"))?;
        Ok(())
    }
}

impl<'a> Finding<'a> {
    /// The newest events first.
    fn of(rows: &'a [Row<'a>]) -> Self {
        let mut lines: Vec<Line<'a>> = rows.iter().map(Line::of).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(millis(&line.value("@timestamp"))));
        Self {
            lines,
            names: Vec::new(),
            events: true,
            bytes: Budget(MOST_BYTES),
        }
    }

    fn take(&mut self, command: &Command) -> Result<(), Refused> {
        match command {
            Command::Fields(columns) => self.show(columns)?,
            Command::Display(columns) => {
                self.names.clear();
                self.show(columns)?;
            }
            Command::Filter(test) => self.lines.retain(|line| test.holds(line)),
            Command::Sort(keys) => self.lines.sort_by(|one, other| {
                let orders = keys.iter().map(|(key, descending)| {
                    let order = key.value(one).rank(&key.value(other));
                    if *descending { order.reverse() } else { order }
                });
                orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
            }),
            Command::Limit(most) => self.lines.truncate(*most),
            Command::Stats(stats) => {
                self.lines = stats.of(&self.lines);
                self.bytes.spend(self.lines.iter().map(Line::size).sum())?;
                self.names = stats.names();
                self.events = false;
            }
            Command::Parse(capture) => {
                for line in &mut self.lines {
                    self.bytes.spend(capture.add(line))?;
                }
                self.names.extend(capture.names().cloned());
            }
            Command::Dedup(keys) => {
                let mut seen = BTreeSet::new();
                self.lines.retain(|line| {
                    let key: Vec<_> = keys.iter().map(|key| key.value(line).text()).collect();
                    seen.insert(key)
                });
            }
        }
        Ok(())
    }

    fn show(&mut self, columns: &[Column]) -> Result<(), Refused> {
        for column in columns {
            for line in &mut self.lines {
                let value = column.what.value(line);
                self.bytes.spend(value.size())?;
                line.put(column.name.clone(), value);
            }
            if !self.names.contains(&column.name) {
                self.names.push(column.name.clone());
            }
        }
        Ok(())
    }

    fn shown(mut self) -> Result<Vec<Vec<(String, String)>>, Refused> {
        let mut names = self.names;
        if names.is_empty() {
            names = vec!["@timestamp".to_owned(), "@message".to_owned()];
        }
        if self.events {
            names.push("@ptr".to_owned());
        }
        let mut rows = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let mut row = Vec::new();
            for name in &names {
                let Some(text) = line.value(name).text() else {
                    continue;
                };
                self.bytes.spend(name.len() + text.len())?;
                row.push((name.clone(), text));
            }
            rows.push(row);
        }
        Ok(rows)
    }
}

fn millis(time: &Value) -> i64 {
    match time {
        Value::Time(millis) => *millis,
        Value::Missing | Value::Text(_) | Value::Number(_) | Value::Truth(_) => 0,
    }
}

fn malformed(what: &str) -> Refused {
    let message = format!("The query is malformed: {what}.");
    Failure::new("MalformedQueryException", 400, message).into()
}

#[cfg(test)]
mod tests;
