//! Makes secrets unreadable before they go into a step or a log line.

use std::borrow::Cow;

/// What stays readable, as in the execution logs of API Gateway.
const READABLE: usize = 6;

/// Headers that carry a secret in any request or response.
const SECRET_HEADERS: [&str; 7] = [
    "authorization",
    "proxy-authorization",
    "x-api-key",
    "x-amz-security-token",
    "cookie",
    "set-cookie",
    "x-amz-signature",
];

/// Query parameters that carry a secret in any request.
const SECRET_PARAMETERS: [&str; 4] = [
    "x-amz-security-token",
    "x-amz-signature",
    "access_token",
    "id_token",
];

/// Stars for all but the last six characters. Something that short is hidden wholly.
pub fn secret(secret: &str) -> String {
    let length = secret.chars().count();
    let hidden = if length > READABLE {
        length - READABLE
    } else {
        length
    };
    let readable = secret.chars().skip(hidden);
    std::iter::repeat_n('*', hidden).chain(readable).collect()
}

/// The value of a header as it may be shown. `also` names further secret headers: those from which
/// the method's authorizer reads its token.
pub fn header<'a>(name: &str, value: &'a str, also: &[&str]) -> Cow<'a, str> {
    if is_secret(name, &SECRET_HEADERS, also) {
        return secret(value).into();
    }
    value.into()
}

/// A query string as it may be shown. `also` names further secret parameters.
pub fn query<'a>(query: &'a str, also: &[&str]) -> Cow<'a, str> {
    let is_hidden = |pair: &str| is_secret(parameter_name(pair), &SECRET_PARAMETERS, also);
    if !query.split('&').any(is_hidden) {
        return query.into();
    }
    let shown: Vec<Cow<'_, str>> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) if is_hidden(pair) => format!("{name}={}", secret(value)).into(),
            _ => pair.into(),
        })
        .collect();
    shown.join("&").into()
}

fn parameter_name(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

fn is_secret(name: &str, always: &[&str], also: &[&str]) -> bool {
    always
        .iter()
        .chain(also)
        .any(|secret| secret.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_six_characters_stay() {
        for (plain, expected) in [
            ("", ""),
            ("abc", "***"),
            ("abcdef", "******"),
            ("abcdefg", "*bcdefg"),
            ("Bearer 0123456789", "***********456789"),
            ("ääääääabcdef", "******abcdef"),
        ] {
            assert_eq!(secret(plain), expected, "{plain}");
        }
    }

    #[test]
    fn headers_with_secrets_are_masked() {
        for (name, also, expected) in [
            ("Authorization", vec![], "****456789"),
            ("x-api-key", vec![], "****456789"),
            ("X-Amz-Security-Token", vec![], "****456789"),
            ("COOKIE", vec![], "****456789"),
            ("set-cookie", vec![], "****456789"),
            ("Accept", vec![], "0123456789"),
            ("X-Token", vec!["x-token"], "****456789"),
            ("X-Other", vec!["x-token"], "0123456789"),
        ] {
            assert_eq!(header(name, "0123456789", &also), expected, "{name}");
        }
    }

    #[test]
    fn query_strings_keep_their_shape() {
        for (plain, also, expected) in [
            ("", vec![], ""),
            ("a=1&b", vec![], "a=1&b"),
            (
                "a=1&X-Amz-Signature=0123456789&b=2",
                vec![],
                "a=1&X-Amz-Signature=****456789&b=2",
            ),
            ("access_token=0123456789", vec![], "access_token=****456789"),
            (
                "token=0123456789&token=ab",
                vec!["token"],
                "token=****456789&token=**",
            ),
            ("token", vec!["token"], "token"),
        ] {
            assert_eq!(query(plain, &also), expected, "{plain}");
        }
    }
}
