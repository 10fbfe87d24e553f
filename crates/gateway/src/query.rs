//! The query string, decoded. `&` and `;` both separate (API Gateway's own rule for REST APIs).

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Names and values in the order in which they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn parse(raw: &str) -> Self {
        if raw.is_empty() {
            return Self::default();
        }
        let pairs = raw.split(['&', ';']).filter(|part| !part.is_empty());
        Self(
            pairs
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(value))
                })
                .collect(),
        )
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The last value under a name.
    pub(crate) fn last(&self, name: &str) -> Option<&str> {
        self.iter()
            .rev()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| value)
    }

    /// Each name once, with all its values.
    pub(crate) fn grouped(&self) -> Vec<(&str, Vec<&str>)> {
        let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, value) in self.iter() {
            match groups.iter_mut().find(|(own, _)| *own == name) {
                Some((_, values)) => values.push(value),
                None => groups.push((name, vec![value])),
            }
        }
        groups
    }
}

fn decode(text: &str) -> String {
    let spaced = if text.contains('+') {
        Cow::Owned(text.replace('+', " "))
    } else {
        Cow::Borrowed(text)
    };
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &[(&str, &[&str])]) {
        let query = Query::parse(raw);
        let grouped: Vec<(&str, &[&str])> = Vec::new();
        let seen = query.grouped();
        let seen: Vec<(&str, &[&str])> = seen
            .iter()
            .map(|(name, values)| (*name, values.as_slice()))
            .collect();
        assert_eq!(seen, [grouped, expected.to_vec()].concat(), "{raw}");
    }

    #[test]
    fn values_are_decoded_as_in_the_recording_test_lambda_aws_proxy_integration() {
        check(
            "dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com",
            &[
                ("dateTimeOffset", &["2023-06-12T18:05:10.123456 00:00"]),
                ("email", &["test+alias@gmail.com"]),
            ],
        );
        check(
            "category=electronics&price=10&category=books&price=20&price=30",
            &[
                ("category", &["electronics", "books"]),
                ("price", &["10", "20", "30"]),
            ],
        );
        assert_eq!(Query::parse("price=10&price=30").last("price"), Some("30"));
    }

    #[test]
    fn semicolons_separate_and_values_may_be_missing() {
        check("a=1;b=2&c", &[("a", &["1"]), ("b", &["2"]), ("c", &[""])]);
        check("", &[]);
        check("&&", &[]);
        check("a=b=c", &[("a", &["b=c"])]);
    }
}
