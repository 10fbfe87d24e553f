//! A condition key, and what it holds.

use policy::KeyType;

use crate::generated::index::GLOBAL;
use crate::service::service;
use crate::text::{Line, section};

/// One condition key.
#[derive(Debug, Clone, Copy)]
pub struct ConditionKey {
    line: Line,
}

/// The keys of every request, or of those of a certain kind, whatever their service.
pub fn global_keys() -> impl Iterator<Item = ConditionKey> {
    section(GLOBAL).lines().map(ConditionKey::of)
}

/// The key as a policy writes it, such as `aws:ResourceTag/team` or `lambda:Principal`: a global
/// one, one of the service before its colon, or one of an identity provider, which the security
/// token service knows.
pub fn condition_key(name: &str) -> Option<ConditionKey> {
    let (prefix, _) = name.split_once(':')?;
    let of = |prefix: &str| {
        service(prefix)?
            .condition_keys()
            .find(|key| key.matches(name))
    };
    global_keys()
        .find(|key| key.matches(name))
        .or_else(|| of(prefix))
        .or_else(|| of("sts"))
}

impl ConditionKey {
    pub(crate) fn of(line: Line) -> Self {
        Self { line }
    }

    /// In AWS's spelling; what a policy fills in is a placeholder: `aws:RequestTag/${TagKey}`.
    pub fn name(self) -> &'static str {
        self.line.name()
    }

    /// What it holds. `None` only if the text is broken.
    pub fn key_type(self) -> Option<KeyType> {
        match self.line.column(1) {
            "S" => Some(KeyType::String),
            "A" => Some(KeyType::Arn),
            "B" => Some(KeyType::Bool),
            "N" => Some(KeyType::Numeric),
            "D" => Some(KeyType::Date),
            "I" => Some(KeyType::IpAddress),
            "s" => Some(KeyType::ArrayOfString),
            "a" => Some(KeyType::ArrayOfArn),
            "b" => Some(KeyType::ArrayOfBool),
            _ => None,
        }
    }

    /// Whether a policy means this key by `key`: without regard to case, and with anything but
    /// nothing where this one has a placeholder.
    pub fn matches(self, key: &str) -> bool {
        fits(self.name(), key)
    }
}

fn fits(name: &str, key: &str) -> bool {
    let Some((literal, rest)) = name.split_once("${") else {
        return name.eq_ignore_ascii_case(key);
    };
    let Some((_, rest)) = rest.split_once('}') else {
        return false;
    };
    let Some((start, key)) = key.split_at_checked(literal.len()) else {
        return false;
    };
    let mut ends = key
        .char_indices()
        .map(|(at, _)| at)
        .skip(1)
        .chain([key.len()]);
    start.eq_ignore_ascii_case(literal)
        && !key.is_empty()
        && ends.any(|end| {
            let after = key.split_at_checked(end);
            after.is_some_and(|(_, after)| fits(rest, after))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: Option<(&str, KeyType)>) {
        let found = condition_key(key).map(|found| (found.name(), found.key_type().unwrap()));
        assert_eq!(found, expected, "{key}");
    }

    #[test]
    fn keys_are_found_as_policies_write_them() {
        check("AWS:sourceip", Some(("aws:SourceIp", KeyType::IpAddress)));
        check(
            "aws:RequestTag/Team",
            Some(("aws:RequestTag/${TagKey}", KeyType::String)),
        );
        check("aws:tagkeys", Some(("aws:TagKeys", KeyType::ArrayOfString)));
        check(
            "iam:PermissionsBoundary",
            Some(("iam:PermissionsBoundary", KeyType::Arn)),
        );
        check(
            "lambda:Layer",
            Some(("lambda:Layer", KeyType::ArrayOfString)),
        );
        check(
            "iam:ResourceTag/é",
            Some(("iam:ResourceTag/${TagKey}", KeyType::String)),
        );
    }

    #[test]
    fn keys_of_identity_providers_belong_to_sts() {
        check("saml:AUD", Some(("saml:aud", KeyType::String)));
        check(
            "token.actions.octo.ghe.com:ref",
            Some(("token.actions.${Domain}.ghe.com:ref", KeyType::String)),
        );
    }

    #[test]
    fn what_aws_does_not_have_is_none() {
        for key in [
            "aws:RequestTag/",
            "aws:SourceIpp",
            "lambda:Nothing",
            "aws",
            "",
        ] {
            check(key, None);
        }
    }
}
