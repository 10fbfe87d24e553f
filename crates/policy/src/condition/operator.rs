//! The names of condition operators, taken apart.

use std::cmp::Ordering;
use std::fmt;

use crate::sense::Sense;

/// `[ForAllValues:|ForAnyValue:]Name[IfExists]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Operator {
    pub(super) quantifier: Option<Quantifier>,
    pub(super) family: Family,
    pub(super) sense: Sense,
    pub(super) absence: Absence,
    name: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantifier {
    ForAllValues,
    ForAnyValue,
}

/// What it means that the request does not have the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absence {
    /// It counts as a value that equals nothing.
    Counts,
    /// It fulfils the condition: `…IfExists`.
    Passes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    StringEquals,
    StringEqualsIgnoreCase,
    StringLike,
    Arn,
    Numeric(Comparison),
    Date(Comparison),
    Bool,
    Binary,
    Address,
    Null,
}

/// How a value of the request must stand to one of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    pub(super) fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual};
use Sense::{Is, IsNot};

/// All operators of the IAM user guide, "IAM JSON policy elements: Condition operators".
/// ArnEquals and ArnLike behave alike there.
const NAMES: [(&str, Family, Sense); 27] = [
    ("StringEquals", Family::StringEquals, Is),
    ("StringNotEquals", Family::StringEquals, IsNot),
    ("StringEqualsIgnoreCase", Family::StringEqualsIgnoreCase, Is),
    (
        "StringNotEqualsIgnoreCase",
        Family::StringEqualsIgnoreCase,
        IsNot,
    ),
    ("StringLike", Family::StringLike, Is),
    ("StringNotLike", Family::StringLike, IsNot),
    ("ArnEquals", Family::Arn, Is),
    ("ArnLike", Family::Arn, Is),
    ("ArnNotEquals", Family::Arn, IsNot),
    ("ArnNotLike", Family::Arn, IsNot),
    ("NumericEquals", Family::Numeric(Equal), Is),
    ("NumericNotEquals", Family::Numeric(Equal), IsNot),
    ("NumericLessThan", Family::Numeric(Less), Is),
    ("NumericLessThanEquals", Family::Numeric(LessOrEqual), Is),
    ("NumericGreaterThan", Family::Numeric(Greater), Is),
    (
        "NumericGreaterThanEquals",
        Family::Numeric(GreaterOrEqual),
        Is,
    ),
    ("DateEquals", Family::Date(Equal), Is),
    ("DateNotEquals", Family::Date(Equal), IsNot),
    ("DateLessThan", Family::Date(Less), Is),
    ("DateLessThanEquals", Family::Date(LessOrEqual), Is),
    ("DateGreaterThan", Family::Date(Greater), Is),
    ("DateGreaterThanEquals", Family::Date(GreaterOrEqual), Is),
    ("Bool", Family::Bool, Is),
    ("BinaryEquals", Family::Binary, Is),
    ("IpAddress", Family::Address, Is),
    ("NotIpAddress", Family::Address, IsNot),
    ("Null", Family::Null, Is),
];

impl Operator {
    /// Without quantifier and suffix.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// `None` for a name that AWS does not have. `Null` asks for the presence of a key itself, so
    /// neither IfExists nor a quantifier goes with it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (quantifier, rest) = quantifier(text);
        let (rest, absence) = match rest.strip_suffix("IfExists") {
            Some(rest) => (rest, Absence::Passes),
            None => (rest, Absence::Counts),
        };
        let (name, family, sense) = *NAMES.iter().find(|(name, ..)| *name == rest)?;
        let bare = quantifier.is_none() && absence == Absence::Counts;
        (bare || family != Family::Null).then_some(Self {
            quantifier,
            family,
            sense,
            absence,
            name,
        })
    }
}

fn quantifier(text: &str) -> (Option<Quantifier>, &str) {
    if let Some(rest) = text.strip_prefix("ForAllValues:") {
        return (Some(Quantifier::ForAllValues), rest);
    }
    match text.strip_prefix("ForAnyValue:") {
        Some(rest) => (Some(Quantifier::ForAnyValue), rest),
        None => (None, text),
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = match self.quantifier {
            None => "",
            Some(Quantifier::ForAllValues) => "ForAllValues:",
            Some(Quantifier::ForAnyValue) => "ForAnyValue:",
        };
        let after = match self.absence {
            Absence::Counts => "",
            Absence::Passes => "IfExists",
        };
        write!(f, "{before}{}{after}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_as_written() {
        for (name, family, _) in NAMES {
            assert_eq!(Operator::parse(name).unwrap().to_string(), name);
            let whole = format!("ForAnyValue:{name}IfExists");
            let read = Operator::parse(&whole).map(|operator| operator.to_string());
            assert_eq!(read, (family != Family::Null).then_some(whole));
        }
    }

    #[test]
    fn names_that_aws_does_not_have_are_none() {
        for name in [
            "",
            "stringEquals",
            "StringMatches",
            "ForAnyValue::StringEquals",
            "NullIfExists",
        ] {
            assert_eq!(Operator::parse(name), None, "{name}");
        }
    }
}
