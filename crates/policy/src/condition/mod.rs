//! Condition blocks: an operator, a key and the values to compare with.
//!
//! Whatever cannot be compared is refused when the policy is read; at decision time a value of the
//! request that does not have the operator's type compares as unequal.

mod arn_like;
mod binary;
mod boolean;
mod date;
mod ip_address;
mod numeric;
mod operator;

use std::cmp::Ordering;
use std::fmt;

use crate::context::Context;
use crate::document::Effect;
use crate::glob::{Case, Glob, Reach, Syntax};
use crate::sense::Sense;
use arn_like::ArnPattern;
pub(crate) use arn_like::split as arn_parts;
use date::Instant;
pub(crate) use ip_address::Block;
pub use ip_address::Network;
use numeric::Decimal;
pub(crate) use operator::Operator;
use operator::{Absence, Comparison, Family, Quantifier};

/// One key under one operator.
#[derive(Debug)]
pub(crate) struct Condition {
    operator: Operator,
    key: Box<str>,
    /// The values as written.
    values: Box<[Box<str>]>,
    test: Test,
}

#[derive(Debug)]
enum Test {
    Text(Box<[Glob]>),
    Arn(Box<[ArnPattern]>),
    Numeric(Comparison, Box<[Decimal<Box<str>>]>),
    Date(Comparison, Box<[Instant]>),
    Bool(Box<[boolean::Truth]>),
    Binary(Box<[Box<str>]>),
    Address(Box<[Network]>),
    Null(Box<[bool]>),
}

/// Whether the policy's version has variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Variables {
    Literal,
    Substituted,
}

impl Condition {
    /// Fails with the reason when a value does not have the operator's type.
    pub(crate) fn compile(
        operator: Operator,
        key: &str,
        values: &[String],
        variables: Variables,
    ) -> Result<Self, String> {
        let test = Test::compile(operator.family, values, variables)?;
        let values = values.iter().map(|value| value.as_str().into()).collect();
        Ok(Self {
            operator,
            key: key.into(),
            values,
            test,
        })
    }

    /// Whether the request fulfils the condition of a statement with that effect. What asks for
    /// something that nobody can tell holds for a Deny and for no Allow.
    pub(crate) fn holds(&self, context: &Context, effect: Effect) -> bool {
        if self.asks_unknown(context) {
            return effect == Effect::Deny;
        }
        let seen = context.get(&self.key);
        if let Test::Null(wanted) = &self.test {
            return wanted.contains(&seen.is_none());
        }
        match seen {
            Some(values) => self.compare(values, context),
            None => self.holds_without_key(),
        }
    }

    /// Several values of the key: without a quantifier one equal value is enough for a positive
    /// operator, and too much for a negated one.
    fn compare(&self, seen: &[String], context: &Context) -> bool {
        let sense = self.operator.sense;
        let fits = |value: &String| self.test.fits_any(value, context);
        match self.operator.quantifier {
            None => sense.of(seen.iter().any(fits)),
            Some(Quantifier::ForAllValues) => {
                is_null_set(seen) || seen.iter().all(|value| sense.of(fits(value)))
            }
            Some(Quantifier::ForAnyValue) => seen.iter().any(|value| sense.of(fits(value))),
        }
    }

    fn holds_without_key(&self) -> bool {
        match (self.operator.absence, self.operator.quantifier) {
            (Absence::Passes, _) | (_, Some(Quantifier::ForAllValues)) => true,
            (Absence::Counts, Some(Quantifier::ForAnyValue)) => false,
            (Absence::Counts, None) => self.operator.sense == Sense::IsNot,
        }
    }

    pub(crate) fn asks_unknown(&self, context: &Context) -> bool {
        context.has_unknown() && self.context_keys().any(|key| context.is_unknown(key))
    }

    pub(crate) fn operator_name(&self) -> &'static str {
        self.operator.name()
    }

    /// Whether values are compared as text, so that a part of it can be what differs.
    pub(crate) fn compares_text(&self) -> bool {
        let positive = self.operator.sense == Sense::Is;
        positive && matches!(self.test, Test::Text(_) | Test::Arn(_))
    }

    /// Whether only the presence of the key counts.
    pub(crate) fn asks_for_presence(&self) -> bool {
        matches!(self.test, Test::Null(_))
    }

    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The key, and those of the policy variables in the values.
    pub(crate) fn context_keys(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.key)
            .chain(self.test.patterns().into_iter().flat_map(Glob::variables))
    }

    pub(crate) fn values(&self) -> &[Box<str>] {
        &self.values
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.operator, self.key)
    }
}

impl Test {
    fn compile(family: Family, values: &[String], variables: Variables) -> Result<Self, String> {
        let exact = Syntax {
            wildcards: false,
            variables: variables == Variables::Substituted,
            case: Case::Sensitive,
            reach: Reach::Anywhere,
        };
        let folded = Syntax {
            case: Case::Ignored,
            ..exact
        };
        let like = Syntax {
            wildcards: true,
            ..exact
        };
        Ok(match family {
            Family::StringEquals => Self::Text(each(values, |value| Glob::parse(value, exact))?),
            Family::StringEqualsIgnoreCase => {
                Self::Text(each(values, |value| Glob::parse(value, folded))?)
            }
            Family::StringLike => Self::Text(each(values, |value| Glob::parse(value, like))?),
            Family::Arn => Self::Arn(each(values, |value| ArnPattern::parse(value, variables))?),
            Family::Numeric(comparison) => Self::Numeric(comparison, each(values, numeric::parse)?),
            Family::Date(comparison) => Self::Date(comparison, each(values, date::parse)?),
            Family::Bool => Self::Bool(each(values, |value| {
                boolean::Truth::parse(value, variables)
            })?),
            Family::Null => Self::Null(each(values, boolean::parse)?),
            Family::Binary => Self::Binary(each(values, binary::parse)?),
            Family::Address => Self::Address(each(values, Network::parse)?),
        })
    }

    fn patterns(&self) -> Vec<&Glob> {
        match self {
            Self::Text(globs) => globs.iter().collect(),
            Self::Arn(patterns) => patterns.iter().flat_map(ArnPattern::patterns).collect(),
            Self::Bool(values) => values.iter().filter_map(boolean::Truth::pattern).collect(),
            Self::Numeric(..)
            | Self::Date(..)
            | Self::Binary(_)
            | Self::Address(_)
            | Self::Null(_) => Vec::new(),
        }
    }

    /// Whether one value of the request equals, or stands in the asked order to, one of the values
    /// of the policy.
    fn fits_any(&self, seen: &str, context: &Context) -> bool {
        match self {
            Self::Text(globs) => globs.iter().any(|glob| glob.matches(seen, context)),
            Self::Arn(patterns) => patterns
                .iter()
                .any(|pattern| pattern.matches(seen, context)),
            Self::Numeric(comparison, values) => Decimal::parse(seen)
                .is_some_and(|seen| any_ordered(*comparison, values, |value| seen.order(value))),
            Self::Date(comparison, values) => Instant::parse(seen)
                .is_some_and(|seen| any_ordered(*comparison, values, |value| seen.cmp(value))),
            Self::Bool(values) => boolean::read(seen)
                .is_some_and(|seen| values.iter().any(|value| value.is(seen, context))),
            Self::Binary(values) => values.iter().any(|value| **value == *seen),
            Self::Address(networks) => ip_address::read(seen)
                .is_some_and(|seen| networks.iter().any(|network| network.contains(seen))),
            Self::Null(_) => false,
        }
    }
}

/// A key whose only value is empty counts for ForAllValues as one without values (IAM user guide,
/// "Multivalued context keys").
fn is_null_set(seen: &[String]) -> bool {
    matches!(seen, [only] if only.is_empty())
}

fn each<T>(
    values: &[String],
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Box<[T]>, String> {
    values.iter().map(|value| parse(value)).collect()
}

fn any_ordered<T>(comparison: Comparison, values: &[T], order: impl Fn(&T) -> Ordering) -> bool {
    values.iter().any(|value| comparison.accepts(order(value)))
}

#[cfg(test)]
mod tests;
