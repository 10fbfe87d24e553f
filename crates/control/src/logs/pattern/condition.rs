//! One comparison of a value with a constant, and how comparisons are joined; for JSON and for
//! columns alike.

use super::super::failures::invalid;
use super::regular::{Expression, percent};
use super::terms::quoted_term;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) enum Constant {
    Number(f64),
    /// Parts between stars, of which the first stands at the start and the last at the end.
    Text(Vec<String>),
    Regular(Expression),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Conditions joined by `&&` and `||`; `&&` binds closer.
#[derive(Debug)]
pub(super) enum Joined<T> {
    One(T),
    All(Vec<Self>),
    Any(Vec<Self>),
}

impl<T> Joined<T> {
    pub(super) fn holds(&self, holds: &impl Fn(&T) -> bool) -> bool {
        match self {
            Self::One(one) => holds(one),
            Self::All(all) => all.iter().all(|one| one.holds(holds)),
            Self::Any(any) => any.iter().any(|one| one.holds(holds)),
        }
    }

    pub(super) fn each<'a>(&'a self, seen: &mut Vec<&'a T>) {
        match self {
            Self::One(one) => seen.push(one),
            Self::All(several) | Self::Any(several) => {
                for one in several {
                    one.each(seen);
                }
            }
        }
    }
}

/// Reads a pattern from its start to its end.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
}

/// How deep parentheses may stand in each other.
const MOST_DEPTH: usize = 32;

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.trim() }
    }

    pub(super) fn broken() -> Refused {
        invalid("Invalid filter pattern")
    }

    /// Takes the next characters if they are these.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(text) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    /// Takes a word, in any case of letters, that no letter follows.
    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        let Some((start, after)) = rest.split_at_checked(word.len()) else {
            return false;
        };
        let ends = !after.starts_with(|c: char| c.is_alphanumeric());
        if ends && start.eq_ignore_ascii_case(word) {
            self.rest = after;
            return true;
        }
        false
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.trim().is_empty()
    }

    /// Everything up to a character that `ends` says.
    pub(super) fn until(&mut self, ends: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest.trim_start();
        let end = rest.find(ends).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        self.rest = after;
        word.trim_end()
    }

    pub(super) fn comparison(&mut self) -> Option<Comparison> {
        const SIGNS: [(&str, Comparison); 6] = [
            ("!=", Comparison::Unequal),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("=", Comparison::Equal),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        SIGNS
            .into_iter()
            .find_map(|(sign, comparison)| self.takes(sign).then_some(comparison))
    }

    /// A number, a text with stars, a quoted text or a regular expression.
    pub(super) fn constant(&mut self, ends: impl Fn(char) -> bool) -> Result<Constant, Refused> {
        let rest = self.rest.trim_start();
        if rest.starts_with('%') {
            let (expression, after) = percent(rest)?;
            self.rest = after;
            return Ok(Constant::Regular(expression));
        }
        if let Some(quoted) = rest.strip_prefix('"') {
            let (text, after) = quoted_term(quoted).ok_or_else(Self::broken)?;
            self.rest = after;
            return Ok(Constant::Text(stars(&text)));
        }
        let word = self.until(ends);
        if word.is_empty() {
            return Err(Self::broken());
        }
        Ok(match word.parse::<f64>() {
            Ok(number) if number.is_finite() => Constant::Number(number),
            Ok(_) | Err(_) => Constant::Text(stars(word)),
        })
    }

    /// Conditions with `&&`, `||` and parentheses around what `one` reads.
    pub(super) fn joined<T>(
        &mut self,
        one: &impl Fn(&mut Self) -> Result<T, Refused>,
        depth: usize,
    ) -> Result<Joined<T>, Refused> {
        if depth > MOST_DEPTH {
            return Err(Self::broken());
        }
        let mut any = vec![self.all(one, depth)?];
        while self.takes("||") {
            any.push(self.all(one, depth)?);
        }
        Ok(match any.pop() {
            Some(only) if any.is_empty() => only,
            last => Joined::Any(any.into_iter().chain(last).collect()),
        })
    }

    fn all<T>(
        &mut self,
        one: &impl Fn(&mut Self) -> Result<T, Refused>,
        depth: usize,
    ) -> Result<Joined<T>, Refused> {
        let mut all = vec![self.single(one, depth)?];
        while self.takes("&&") {
            all.push(self.single(one, depth)?);
        }
        Ok(match all.pop() {
            Some(only) if all.is_empty() => only,
            last => Joined::All(all.into_iter().chain(last).collect()),
        })
    }

    fn single<T>(
        &mut self,
        one: &impl Fn(&mut Self) -> Result<T, Refused>,
        depth: usize,
    ) -> Result<Joined<T>, Refused> {
        if !self.takes("(") {
            return Ok(Joined::One(one(self)?));
        }
        let inner = self.joined(one, depth + 1)?;
        if self.takes(")") {
            Ok(inner)
        } else {
            Err(Self::broken())
        }
    }
}

fn stars(text: &str) -> Vec<String> {
    text.split('*').map(str::to_owned).collect()
}

impl Constant {
    /// Compares a text; with a number, a text that is one.
    pub(super) fn compares(&self, comparison: Comparison, value: &str) -> bool {
        match (self, comparison) {
            (Self::Number(number), comparison) => {
                let value = value.trim().parse::<f64>().ok();
                value.map_or(comparison == Comparison::Unequal, |value| {
                    comparison.holds(value, *number)
                })
            }
            (Self::Text(parts), Comparison::Equal) => fits(parts, value),
            (Self::Text(parts), Comparison::Unequal) => !fits(parts, value),
            (Self::Regular(expression), Comparison::Equal) => expression.is_in(value),
            (Self::Regular(expression), Comparison::Unequal) => !expression.is_in(value),
            (Self::Text(_) | Self::Regular(_), _) => false,
        }
    }
}

impl Comparison {
    #[expect(clippy::float_cmp, reason = "a filter compares what was written")]
    fn holds(self, value: f64, with: f64) -> bool {
        match self {
            Self::Equal => value == with,
            Self::Unequal => value != with,
            Self::Less => value < with,
            Self::LessOrEqual => value <= with,
            Self::Greater => value > with,
            Self::GreaterOrEqual => value >= with,
        }
    }
}

/// Whether a text is made of the parts, with anything between them.
fn fits(parts: &[String], value: &str) -> bool {
    let [first, between @ ..] = parts else {
        return false;
    };
    let [between @ .., last] = between else {
        return value == first;
    };
    let Some(mut rest) = value.strip_prefix(first.as_str()) else {
        return false;
    };
    for part in between {
        let Some(at) = rest.find(part.as_str()) else {
            return false;
        };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    rest.ends_with(last.as_str())
}
