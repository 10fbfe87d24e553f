//! `stats`: what many events come to, for all of them or for each group.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, column};
use super::expression::{self, Expression};
use super::functions::count;
use super::line::Line;
use super::malformed;
use super::reader::Reader;
use super::tokens::Kind;
use super::value::Value;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Stats {
    aggregates: Vec<(String, Aggregate, Option<Expression>)>,
    by: Vec<Column>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Aggregate {
    Count,
    CountDistinct,
    Sum,
    Average,
    Least,
    Greatest,
    Deviation,
    Percentile(f64),
    Earliest,
    Latest,
    SortsFirst,
    SortsLast,
}

impl Stats {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        let mut aggregates = vec![aggregate(reader)?];
        while reader.takes_sign(",") {
            aggregates.push(aggregate(reader)?);
        }
        let mut by = Vec::new();
        if reader.takes_word("by") {
            by.push(column(reader)?);
            while reader.takes_sign(",") {
                by.push(column(reader)?);
            }
        }
        Ok(Self { aggregates, by })
    }

    /// The groups first, then what they come to.
    pub(super) fn names(&self) -> Vec<String> {
        let by = self.by.iter().map(|column| column.name.clone());
        by.chain(self.aggregates.iter().map(|(name, ..)| name.clone()))
            .collect()
    }

    /// Groups stand in the order in which their first events do.
    pub(super) fn of<'a>(&self, lines: &[Line<'a>]) -> Vec<Line<'a>> {
        let mut places: BTreeMap<Vec<Option<String>>, usize> = BTreeMap::new();
        let mut groups: Vec<(Vec<Value>, Vec<&Line<'a>>)> = Vec::new();
        if self.by.is_empty() {
            groups.push((Vec::new(), lines.iter().collect()));
        }
        for line in lines.iter().filter(|_| !self.by.is_empty()) {
            let key: Vec<Value> = self.by.iter().map(|by| by.what.value(line)).collect();
            let place = key.iter().map(Value::text).collect();
            let at = *places.entry(place).or_insert(groups.len());
            match groups.get_mut(at) {
                Some((_, members)) => members.push(line),
                None => groups.push((key, vec![line])),
            }
        }
        let made = groups.into_iter().map(|(key, members)| {
            let names = self.by.iter().map(|by| by.name.clone());
            let mut own: BTreeMap<String, Value> = names.zip(key).collect();
            for (name, aggregate, what) in &self.aggregates {
                own.insert(name.clone(), aggregate.of(what.as_ref(), &members));
            }
            Line::made(own)
        });
        made.collect()
    }
}

fn aggregate(reader: &mut Reader<'_>) -> Result<(String, Aggregate, Option<Expression>), Refused> {
    let from = reader.place();
    let name = reader.name()?;
    reader.sign("(")?;
    let what = if reader.takes_sign("*") || matches!(reader.peek(), Some(Kind::Sign(")"))) {
        None
    } else {
        Some(expression::read(reader)?)
    };
    let percent = if reader.takes_sign(",") {
        match reader.next() {
            Some(Kind::Number(percent)) => Some(*percent),
            Some(_) | None => return Err(malformed("a percentage is missing")),
        }
    } else {
        None
    };
    reader.sign(")")?;
    let aggregate = named(&name, percent)?;
    if what.is_none() && aggregate != Aggregate::Count {
        return Err(malformed(&format!("{name} takes a field")));
    }
    let written = reader.written(from);
    let name = if reader.takes_word("as") {
        reader.name()?
    } else {
        written
    };
    Ok((name, aggregate, what))
}

fn named(name: &str, percent: Option<f64>) -> Result<Aggregate, Refused> {
    let lower = name.to_ascii_lowercase();
    Ok(match (lower.as_str(), percent) {
        ("count", None) => Aggregate::Count,
        ("count_distinct", None) => Aggregate::CountDistinct,
        ("sum", None) => Aggregate::Sum,
        ("avg", None) => Aggregate::Average,
        ("min", None) => Aggregate::Least,
        ("max", None) => Aggregate::Greatest,
        ("stddev", None) => Aggregate::Deviation,
        ("median", None) => Aggregate::Percentile(50.0),
        ("pct" | "percentile", Some(percent)) => Aggregate::Percentile(percent),
        ("earliest", None) => Aggregate::Earliest,
        ("latest", None) => Aggregate::Latest,
        ("sortsfirst", None) => Aggregate::SortsFirst,
        ("sortslast", None) => Aggregate::SortsLast,
        _ => return Err(malformed(&format!("{name} is not supported by Portcullis"))),
    })
}

impl Aggregate {
    fn of(self, what: Option<&Expression>, lines: &[&Line<'_>]) -> Value {
        let Some(what) = what else {
            return Value::Number(count(lines.len()));
        };
        let pairs = lines.iter().map(|line| (*line, what.value(line)));
        let mut pairs: Vec<(&Line<'_>, Value)> =
            pairs.filter(|(_, value)| !value.is_missing()).collect();
        match self {
            Self::Count => Value::Number(count(pairs.len())),
            Self::CountDistinct => {
                let texts: BTreeSet<_> = pairs.iter().map(|(_, value)| value.text()).collect();
                Value::Number(count(texts.len()))
            }
            Self::Earliest | Self::Latest => {
                pairs.sort_by(|(one, _), (other, _)| {
                    one.value("@timestamp").rank(&other.value("@timestamp"))
                });
                self.end(pairs)
            }
            Self::Least | Self::Greatest | Self::SortsFirst | Self::SortsLast => {
                pairs.sort_by(|(_, one), (_, other)| one.rank(other));
                self.end(pairs)
            }
            Self::Sum | Self::Average | Self::Deviation | Self::Percentile(_) => self.of_numbers(
                pairs
                    .iter()
                    .filter_map(|(_, value)| value.number())
                    .collect(),
            ),
        }
    }

    /// The first or the last of what is sorted.
    fn end(self, mut pairs: Vec<(&Line<'_>, Value)>) -> Value {
        if matches!(self, Self::Earliest | Self::Least | Self::SortsFirst) {
            pairs.reverse();
        }
        pairs.pop().map_or(Value::Missing, |(_, value)| value)
    }

    fn of_numbers(self, mut numbers: Vec<f64>) -> Value {
        if numbers.is_empty() {
            return Value::Missing;
        }
        let (sum, many) = (numbers.iter().sum::<f64>(), count(numbers.len()));
        let average = sum / many;
        Value::Number(match self {
            Self::Sum => sum,
            Self::Average => average,
            Self::Deviation => {
                let squares = numbers.iter().map(|number| (number - average).powi(2));
                (squares.sum::<f64>() / many).sqrt()
            }
            Self::Percentile(percent) => percentile(&mut numbers, percent),
            _ => many,
        })
    }
}

/// The value at that place of the order, between two neighbours if it falls there.
fn percentile(numbers: &mut [f64], percent: f64) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let place = percent.clamp(0.0, 100.0) / 100.0 * count(numbers.len().saturating_sub(1));
    let part = place.fract();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    let at = place.floor() as usize;
    let below = numbers.get(at).copied().unwrap_or_default();
    let above = numbers.get(at + 1).copied().unwrap_or(below);
    below + part * (above - below)
}
