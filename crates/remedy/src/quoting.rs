//! Texts made safe for where they are pasted.

use serde_json::Value;

/// For a POSIX shell: one word, whatever is in it.
pub(crate) fn shell(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@=,+".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A comment of a shell: one line, whatever is in it.
pub(crate) fn comment(text: &str) -> String {
    let one_line = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(one_line).collect();
    format!("# {text}")
}

/// A double-quoted scalar of YAML, which is also a string of JSON.
pub(crate) fn yaml(text: &str) -> String {
    Value::from(text).to_string()
}

/// An expression of Terraform's language: JSON, but that `${` and `%{` would open a template and
/// that two of JSON's escapes are unknown.
pub(crate) fn hcl(value: &Value) -> String {
    let json = value.to_string();
    let mut text = String::with_capacity(json.len());
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        text.push(letter);
        match (letter, letters.peek()) {
            ('$' | '%', Some('{')) => text.push(letter),
            ('\\', Some('b')) => replace(&mut letters, &mut text, "u0008"),
            ('\\', Some('f')) => replace(&mut letters, &mut text, "u000c"),
            ('\\', Some(_)) => text.extend(letters.next()),
            _ => {}
        }
    }
    text
}

fn replace(letters: &mut impl Iterator<Item = char>, text: &mut String, with: &str) {
    letters.next();
    text.push_str(with);
}

/// A name of Terraform's: letters, digits and underscores, and no digit first.
pub(crate) fn hcl_name(text: &str) -> String {
    let proper = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    let name: String = text.chars().map(proper).collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() {
        return format!("_{name}");
    }
    name
}

/// The logical id of a resource in a template: letters and digits.
pub(crate) fn logical_id(start: &str, text: &str) -> String {
    let mut id = start.to_owned();
    for word in text.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        id.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        id.push_str(letters.as_str());
    }
    id
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shell(text), expected);
    }

    #[test]
    fn what_a_shell_would_read_is_quoted() {
        check(
            "arn:aws:execute-api:r:1:api/prod/GET/pets",
            "arn:aws:execute-api:r:1:api/prod/GET/pets",
        );
        check("api/*/GET/{proxy+}", "'api/*/GET/{proxy+}'");
        check("it's", r"'it'\''s'");
        check("", "''");
    }

    #[test]
    fn a_comment_stays_one() {
        assert_eq!(comment("a\nrm -rf b\r"), "# a rm -rf b ");
    }

    #[test]
    fn templates_and_unknown_escapes_are_none_in_hcl() {
        let value = json!({"a": "${aws:username} %{if} \u{8}\u{c} \\b"});
        let expected = r#"{"a":"$${aws:username} %%{if} \u0008\u000c \\b"}"#;
        assert_eq!(hcl(&value), expected);
    }

    #[test]
    fn names_are_made_of_what_they_may_be_made_of() {
        assert_eq!(hcl_name("portcullis-1c"), "portcullis_1c");
        assert_eq!(hcl_name("1c"), "_1c");
        assert_eq!(logical_id("Grant", "portcullis-1c ö"), "GrantPortcullis1c");
    }

    /// Reads one word as a POSIX shell does.
    fn unquoted(word: &str) -> String {
        let mut text = String::new();
        let mut quoted = false;
        let mut letters = word.chars();
        while let Some(letter) = letters.next() {
            match (letter, quoted) {
                ('\'', _) => quoted = !quoted,
                ('\\', false) => text.extend(letters.next()),
                (other, true) => text.push(other),
                (other, false) => {
                    assert!(other.is_ascii_alphanumeric() || "-_./:@=,+".contains(other));
                    text.push(other);
                }
            }
        }
        assert!(!quoted);
        text
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_shell_reads_what_was_quoted(text in "[a'\\\\$`\"\n ;é*]{0,12}") {
            prop_assert_eq!(unquoted(&shell(&text)), text);
        }
    }
}
