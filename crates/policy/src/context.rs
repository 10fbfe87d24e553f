//! The condition keys of one request and their values.
//!
//! Keys compare without regard to case, the tag part of `aws:PrincipalTag/Team` included (IAM user
//! guide, "Condition keys"). A key set to no value at all counts as absent, as `Null` sees it.
//!
//! A key can also be one that the request has at AWS and whose value nobody can tell here. Such a key
//! opens nothing: a condition on it holds for every Deny and for no Allow.

use std::borrow::Cow;

use smallvec::SmallVec;

/// Enough for the keys that a signed request usually carries, so that filling one allocates only
/// for the values.
const INLINE_KEYS: usize = 16;

/// Condition keys and the values the request has for them.
#[derive(Debug, Clone, Default)]
pub struct Context {
    entries: SmallVec<[(Cow<'static, str>, Values); INLINE_KEYS]>,
    /// Names, or beginnings of names with a star behind them.
    unknown: Vec<Cow<'static, str>>,
}

#[derive(Debug, Clone)]
enum Values {
    One(String),
    Many(Vec<String>),
}

impl Values {
    fn as_slice(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

impl Context {
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a single-valued key, replacing what it had.
    pub fn set(&mut self, key: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        self.put(key.into(), Values::One(value.into()));
    }

    /// Sets a multi-valued key, replacing what it had. No values at all means that the key is absent.
    pub fn set_many(&mut self, key: impl Into<Cow<'static, str>>, values: Vec<String>) {
        self.put(key.into(), Values::Many(values));
    }

    /// The values of a key, at least one, or `None` when the request does not have it.
    pub fn get(&self, key: &str) -> Option<&[String]> {
        let (_, values) = self
            .entries
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(key))?;
        Some(values.as_slice()).filter(|values| !values.is_empty())
    }

    /// The value of a key that has exactly one; policy variables may name only such keys.
    pub fn single(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            [value] => Some(value),
            _ => None,
        }
    }

    /// Says that nobody can tell the value of a key, or of all keys that begin so if a star ends the
    /// name (`aws:ResourceTag/*`). A key that is set is known all the same.
    pub fn set_unknown(&mut self, key: impl Into<Cow<'static, str>>) {
        self.unknown.push(key.into());
    }

    /// Takes over what another context has, known and unknown, over what stands here.
    pub fn add(&mut self, other: &Self) {
        for (key, values) in &other.entries {
            self.put(key.clone(), values.clone());
        }
        self.unknown.extend(other.unknown.iter().cloned());
    }

    pub(crate) fn has_unknown(&self) -> bool {
        !self.unknown.is_empty()
    }

    pub(crate) fn is_unknown(&self, key: &str) -> bool {
        let mut unknown = self.unknown.iter();
        unknown.any(|name| means(name, key)) && self.get(key).is_none()
    }

    /// Keys as they were set, with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.entries
            .iter()
            .map(|(key, values)| (key.as_ref(), values.as_slice()))
    }

    fn put(&mut self, key: Cow<'static, str>, values: Values) {
        match self
            .entries
            .iter_mut()
            .find(|(name, _)| name.eq_ignore_ascii_case(&key))
        {
            Some((_, existing)) => *existing = values,
            None => self.entries.push((key, values)),
        }
    }
}

fn means(name: &str, key: &str) -> bool {
    match name.strip_suffix('*') {
        Some(start) => key
            .get(..start.len())
            .is_some_and(|begins| begins.eq_ignore_ascii_case(start)),
        None => name.eq_ignore_ascii_case(key),
    }
}

impl<K: Into<Cow<'static, str>>, V: Into<String>> FromIterator<(K, V)> for Context {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut context = Self::new();
        for (key, value) in pairs {
            context.set(key, value);
        }
        context
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: Option<&[&str]>) {
        let mut context = Context::new();
        context.set("aws:PrincipalTag/Team", "blue");
        context.set("aws:PrincipalTag/TEAM", "red");
        context.set_many("aws:TagKeys", vec!["a".into(), "b".into()]);
        context.set_many("aws:CalledVia", Vec::new());
        let seen = context
            .get(key)
            .map(|v| v.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(seen.as_deref(), expected);
    }

    #[test]
    fn keys_ignore_case_in_the_tag_part_too() {
        check("AWS:principaltag/team", Some(&["red"]));
    }

    #[test]
    fn a_key_with_several_values_keeps_them_all() {
        check("aws:tagkeys", Some(&["a", "b"]));
    }

    #[test]
    fn a_key_without_values_is_absent() {
        check("aws:CalledVia", None);
        check("aws:SourceIp", None);
    }

    #[test]
    fn a_key_is_unknown_until_it_is_set() {
        let mut context = Context::new();
        context.set_unknown("dynamodb:Attributes");
        context.set_unknown("aws:ResourceTag/*");
        context.set("aws:ResourceTag/team", "blue");
        for (key, unknown) in [
            ("DynamoDB:attributes", true),
            ("aws:resourcetag/Cost", true),
            ("aws:ResourceTag/Team", false),
            ("aws:RequestTag/team", false),
            ("aws", false),
        ] {
            assert_eq!(context.is_unknown(key), unknown, "{key}");
        }
    }

    #[test]
    fn only_single_valued_keys_may_stand_in_a_variable() {
        let mut context = Context::new();
        context.set_many("aws:TagKeys", vec!["a".into(), "b".into()]);
        context.set("aws:username", "ann");
        assert_eq!(context.single("aws:TagKeys"), None);
        assert_eq!(context.single("aws:UserName"), Some("ann"));
    }
}
