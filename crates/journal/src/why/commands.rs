//! Lines for a POSIX shell that nobody has to quote again.

use std::fmt::Write as _;

/// A command of the AWS CLI.
pub(super) struct Aws(String);

impl Aws {
    /// Such as `apigateway create-deployment`.
    pub(super) fn new(command: &str) -> Self {
        Self(format!("aws {command}"))
    }

    pub(super) fn option(mut self, name: &str, value: &str) -> Self {
        // Writing into a String can't fail.
        let _written = write!(self.0, " --{name} {}", quoted(value));
        self
    }

    pub(super) fn line(self) -> String {
        self.0
    }
}

pub(super) fn quoted(value: &str) -> String {
    let plain = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '/' | ':' | '.' | '=' | ',')
    };
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    format!("'{}'", value.replace('\'', r"'\''"))
}

/// A line that a shell passes over.
pub(super) fn comment(words: &str) -> String {
    let one_line: Vec<&str> = words.split(['\n', '\r']).collect();
    format!("# {}", one_line.join(" "))
}
