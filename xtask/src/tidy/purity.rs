//! The pure crates know no I/O, no clock, no randomness and no async in their product code. What
//! they may depend on is in `dependencies`.

use super::Offence;
use super::dependencies::PURE;
use super::files::{File, Files};

const IMPURE: [&str; 12] = [
    "std::fs",
    "std::net::Tcp",
    "std::net::Udp",
    "std::env::",
    "std::process",
    "std::thread",
    "std::io::stdin",
    "SystemTime",
    "Instant::now",
    "RandomState",
    "async fn ",
    ".await",
];

pub(super) fn judge(files: &Files) -> Vec<Offence> {
    files
        .written_in_rust()
        .filter(|file| is_pure(file))
        .flat_map(impurities)
        .collect()
}

/// Product code of a pure crate; its tests may read recordings.
fn is_pure(file: &File) -> bool {
    let of_a_pure_crate = PURE
        .iter()
        .any(|name| file.is_below(&format!("crates/{name}/src")));
    let names = ["tests", "tests.rs", "testing.rs"];
    of_a_pure_crate
        && !file
            .path
            .iter()
            .any(|part| names.iter().any(|name| part == *name))
}

fn impurities(file: &File) -> Vec<Offence> {
    let code = file
        .product_lines()
        .filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(number, line)| {
        IMPURE
            .iter()
            .filter(|word| line.contains(**word))
            .map(move |word| format!("{}:{number}: `{word}` in a pure crate", file.path.display()))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, offences: usize) {
        files::check(judge, (path, text), offences);
    }

    #[test]
    fn pure_code_gets_time_as_an_argument() {
        let text = "//! Says.\nlet now = SystemTime::now();\n";
        check("crates/policy/src/decide.rs", text, 1);
        check("crates/store/src/lib.rs", text, 0);
        check("crates/policy/src/tests.rs", text, 0);
    }

    #[test]
    fn unit_tests_may_read() {
        let text =
            "//! Says.\n// std::fs is not for us\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        check("crates/policy/src/decide.rs", text, 0);
    }
}
