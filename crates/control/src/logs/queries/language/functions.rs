//! The functions of expressions (CloudWatch Logs user guide, "Supported operations and functions in
//! filters and stats"). Every other one is refused by name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::expression::Expression;
use super::line::Line;
use super::malformed;
use super::value::{Value, of_millis, to_millis};
use crate::refused::Refused;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Abs,
    Ceil,
    Floor,
    Greatest,
    Least,
    Log,
    Sqrt,
    Bin,
    DateFloor,
    DateCeil,
    FromMillis,
    ToMillis,
    IsPresent,
    Coalesce,
    IsValidIp,
    IsValidIpv4,
    IsValidIpv6,
    IsEmpty,
    IsBlank,
    Concat,
    Trim,
    TrimLeft,
    TrimRight,
    Length,
    Upper,
    Lower,
    Substring,
    Replace,
    Contains,
}

/// By name, with the least and the most arguments.
const FUNCTIONS: [(&str, Function, usize, usize); 29] = [
    ("abs", Function::Abs, 1, 1),
    ("ceil", Function::Ceil, 1, 1),
    ("floor", Function::Floor, 1, 1),
    ("greatest", Function::Greatest, 1, MANY),
    ("least", Function::Least, 1, MANY),
    ("log", Function::Log, 1, 1),
    ("sqrt", Function::Sqrt, 1, 1),
    ("bin", Function::Bin, 1, 1),
    ("datefloor", Function::DateFloor, 2, 2),
    ("dateceil", Function::DateCeil, 2, 2),
    ("frommillis", Function::FromMillis, 1, 1),
    ("tomillis", Function::ToMillis, 1, 1),
    ("ispresent", Function::IsPresent, 1, 1),
    ("coalesce", Function::Coalesce, 1, MANY),
    ("isvalidip", Function::IsValidIp, 1, 1),
    ("isvalidipv4", Function::IsValidIpv4, 1, 1),
    ("isvalidipv6", Function::IsValidIpv6, 1, 1),
    ("isempty", Function::IsEmpty, 1, 1),
    ("isblank", Function::IsBlank, 1, 1),
    ("concat", Function::Concat, 1, MANY),
    ("trim", Function::Trim, 1, 2),
    ("ltrim", Function::TrimLeft, 1, 2),
    ("rtrim", Function::TrimRight, 1, 2),
    ("strlen", Function::Length, 1, 1),
    ("toupper", Function::Upper, 1, 1),
    ("tolower", Function::Lower, 1, 1),
    ("substr", Function::Substring, 2, 3),
    ("replace", Function::Replace, 3, 3),
    ("strcontains", Function::Contains, 2, 2),
];
const MANY: usize = 64;
/// Bytes of a text that is made, as many as an event may have (CloudWatch Logs user guide, "CloudWatch
/// Logs quotas"); a longer one is nothing.
const MOST_TEXT: usize = 1 << 20;

impl Function {
    pub(super) fn named(name: &str, given: &[Expression]) -> Result<Self, Refused> {
        let lower = name.to_ascii_lowercase();
        let found = FUNCTIONS.iter().find(|(known, ..)| *known == lower);
        let Some((_, function, least, most)) = found else {
            return Err(malformed(&format!("{name} is not supported by Portcullis")));
        };
        if !(*least..=*most).contains(&given.len()) {
            return Err(malformed(&format!("{name} takes other arguments")));
        }
        let period = match function {
            Self::Bin => given.first(),
            Self::DateFloor | Self::DateCeil => given.get(1),
            _ => return Ok(*function),
        };
        period
            .and_then(millis)
            .ok_or_else(|| malformed(&format!("{name} takes a period such as 5m")))?;
        Ok(*function)
    }

    pub(super) fn call(self, given: &[Expression], line: &Line<'_>) -> Value {
        let value = |at: usize| {
            let given = given.get(at);
            given.map_or(Value::Missing, |given| given.value(line))
        };
        match self {
            Self::Bin => floored(&line.value("@timestamp"), given.first()),
            Self::DateFloor => floored(&value(0), given.get(1)),
            Self::DateCeil => ceiled(&value(0), given.get(1)),
            Self::Greatest | Self::Least | Self::Coalesce | Self::Concat => {
                self.of_many(given.iter().map(|given| given.value(line)).collect())
            }
            Self::IsPresent => Value::Truth(!value(0).is_missing()),
            Self::FromMillis => match value(0).number() {
                Some(number) => Value::Time(to_millis(number)),
                None => Value::Missing,
            },
            Self::ToMillis => match value(0) {
                Value::Time(millis) => Value::Number(of_millis(millis)),
                _ => Value::Missing,
            },
            Self::Abs | Self::Ceil | Self::Floor | Self::Log | Self::Sqrt => {
                self.of_number(value(0).number())
            }
            _ => self.of_text(value(0).text(), &value(1), &value(2)),
        }
    }

    fn of_many(self, values: Vec<Value>) -> Value {
        let mut there = values.into_iter().filter(|value| !value.is_missing());
        let found = match self {
            Self::Greatest => there.max_by(Value::order),
            Self::Least => there.min_by(Value::order),
            Self::Coalesce => there.next(),
            _ => {
                return concat(there);
            }
        };
        found.unwrap_or(Value::Missing)
    }

    fn of_number(self, number: Option<f64>) -> Value {
        let Some(number) = number else {
            return Value::Missing;
        };
        let number = match self {
            Self::Abs => number.abs(),
            Self::Ceil => number.ceil(),
            Self::Floor => number.floor(),
            Self::Log => number.ln(),
            _ => number.sqrt(),
        };
        if number.is_finite() {
            Value::Number(number)
        } else {
            Value::Missing
        }
    }

    fn of_text(self, text: Option<String>, second: &Value, third: &Value) -> Value {
        let there = text.as_deref().unwrap_or_default();
        let address = there.parse::<IpAddr>();
        let truth = match self {
            Self::IsEmpty => there.is_empty(),
            Self::IsBlank => there.trim().is_empty(),
            Self::IsValidIp => address.is_ok(),
            Self::IsValidIpv4 => there.parse::<Ipv4Addr>().is_ok(),
            Self::IsValidIpv6 => there.parse::<Ipv6Addr>().is_ok(),
            Self::Contains => second.text().is_some_and(|part| there.contains(&part)),
            _ => return text.map_or(Value::Missing, |text| self.changed(&text, second, third)),
        };
        Value::Truth(truth)
    }

    fn changed(self, text: &str, second: &Value, third: &Value) -> Value {
        let letters = second.text();
        let cut = |c: char| match &letters {
            Some(letters) => letters.contains(c),
            None => c.is_whitespace(),
        };
        Value::Text(match self {
            Self::Trim => text.trim_matches(cut).to_owned(),
            Self::TrimLeft => text.trim_start_matches(cut).to_owned(),
            Self::TrimRight => text.trim_end_matches(cut).to_owned(),
            Self::Upper => text.to_uppercase(),
            Self::Lower => text.to_lowercase(),
            Self::Length => return Value::Number(count(text.chars().count())),
            Self::Substring => {
                let rest = text.chars().skip(whole(second));
                match third {
                    Value::Missing => rest.collect(),
                    length => rest.take(whole(length)).collect(),
                }
            }
            _ => {
                let (from, to) = (second.text().unwrap_or_default(), third.text());
                return replace(text, &from, &to.unwrap_or_default());
            }
        })
    }
}

fn concat(values: impl Iterator<Item = Value>) -> Value {
    let mut whole = String::new();
    for text in values.filter_map(|value| value.text()) {
        if whole.len() + text.len() > MOST_TEXT {
            return Value::Missing;
        }
        whole.push_str(&text);
    }
    Value::Text(whole)
}

fn replace(text: &str, from: &str, to: &str) -> Value {
    let added = text.matches(from).count().saturating_mul(to.len());
    if added.saturating_add(text.len()) > MOST_TEXT {
        return Value::Missing;
    }
    Value::Text(text.replace(from, to))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "what is counted is in memory, far below 2^53"
)]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast saturates"
)]
fn whole(value: &Value) -> usize {
    value.number().unwrap_or_default() as usize
}

/// `30s`, `5m`, `1h`, `1d`, `1w`, in milliseconds.
fn millis(period: &Expression) -> Option<i64> {
    let Expression::Field(text) = period else {
        return None;
    };
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(end)?;
    let unit = match unit.to_ascii_lowercase().as_str() {
        "ms" | "msec" => 1,
        "s" | "sec" => 1000,
        "m" | "min" => 60_000,
        "h" | "hr" => 3_600_000,
        "d" => 86_400_000,
        "w" => 7 * 86_400_000,
        _ => return None,
    };
    let period = number.parse::<i64>().ok()?.checked_mul(unit)?;
    (period > 0).then_some(period)
}

fn floored(time: &Value, period: Option<&Expression>) -> Value {
    match (time, period.and_then(millis)) {
        (Value::Time(time), Some(period)) => Value::Time(time - time.rem_euclid(period)),
        _ => Value::Missing,
    }
}

fn ceiled(time: &Value, period: Option<&Expression>) -> Value {
    match (time, period.and_then(millis)) {
        (Value::Time(time), Some(period)) => Value::Time(time + (-time).rem_euclid(period)),
        _ => Value::Missing,
    }
}
