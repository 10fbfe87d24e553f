//! A format: text, and variables such as `$context.requestId` in it.

use super::variables::Variables;

/// What AWS writes where a variable has no value.
const NOTHING: &str = "-";
const START: &str = "$context.";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Format(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// What follows `$context.`
    Variable(String),
}

impl Format {
    pub(super) fn parse(format: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = format.trim_end_matches(['\r', '\n']);
        while let Some((before, after)) = rest.split_once(START) {
            let end = name_end(after);
            let (name, after) = after.split_at(end);
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(Piece::Variable(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Self(pieces)
    }

    /// One line, whatever the values are.
    pub(super) fn fill(&self, variables: &Variables<'_>) -> String {
        let mut line = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => line.push_str(text),
                Piece::Variable(name) => match variables.value(name) {
                    Some(value) => line.extend(value.chars().map(in_one_line)),
                    None => line.push_str(NOTHING),
                },
            }
        }
        line
    }
}

fn in_one_line(letter: char) -> char {
    if letter.is_control() { ' ' } else { letter }
}

/// A full stop at the end belongs to the text.
fn name_end(text: &str) -> usize {
    let length = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(text.len());
    let (name, _) = text.split_at(length);
    name.trim_end_matches(['.', '-']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(format: &str, expected: &[&str]) {
        let pieces = Format::parse(format).0;
        let shown: Vec<String> = pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => format!("'{text}'"),
                Piece::Variable(name) => name,
            })
            .collect();
        assert_eq!(shown, expected, "{format}");
    }

    #[test]
    fn the_examples_of_the_developer_guide_are_read() {
        check(
            r#"$context.identity.sourceIp $context.identity.caller [$context.requestTime]"$context.httpMethod $context.status"#,
            &[
                "identity.sourceIp",
                "' '",
                "identity.caller",
                "' ['",
                "requestTime",
                "']\"'",
                "httpMethod",
                "' '",
                "status",
            ],
        );
        check(
            r#"{ "ip": "$context.identity.sourceIp", "status":$context.status }"#,
            &[
                "'{ \"ip\": \"'",
                "identity.sourceIp",
                "'\", \"status\":'",
                "status",
                "' }'",
            ],
        );
        check(
            r#"<request id="$context.requestId"><ip>$context.identity.sourceIp</ip></request>"#,
            &[
                "'<request id=\"'",
                "requestId",
                "'\"><ip>'",
                "identity.sourceIp",
                "'</ip></request>'",
            ],
        );
        check(
            "$context.identity.sourceIp,$context.requestId\n",
            &["identity.sourceIp", "','", "requestId"],
        );
    }

    #[test]
    fn what_is_no_variable_is_text() {
        check("$ctx $context", &["'$ctx $context'"]);
        check("$context.status.", &["status", "'.'"]);
        check("", &[]);
    }
}
