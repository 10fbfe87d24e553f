//! Words that no committed file may hold: promises of later work, paths of one machine, hosts that
//! packages are installed from, and `unsafe` outside the one crate that may.

use super::Offence;
use super::files::{File, Files};

/// Written in halves, so that this file keeps the rule.
const FORBIDDEN: [(&str, &str); 9] = [
    (concat!("TO", "DO"), "do it, or write an issue"),
    (concat!("FIX", "ME"), "do it, or write an issue"),
    (concat!("todo", "!("), "do it"),
    (
        concat!("#[ig", "nore"),
        "a test that is not run proves nothing",
    ),
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/tmp/", "brief"), "a path of one machine"),
    (
        concat!("py", "pi.org"),
        "where packages come from is the machine's choice",
    ),
    (
        concat!("npm", "js.org"),
        "where packages come from is the machine's choice",
    ),
    (
        concat!("crat", "es.io/api"),
        "where packages come from is the machine's choice",
    ),
];
/// Cargo writes where its packages come from.
const EXEMPT: [&str; 1] = ["Cargo.lock"];

pub(super) fn judge(files: &Files) -> Vec<Offence> {
    let subject = |file: &&File| !EXEMPT.iter().any(|name| file.path.ends_with(name));
    let mut offences: Vec<Offence> = files.all().filter(subject).flat_map(forbidden).collect();
    offences.extend(
        files
            .written_in_rust()
            .filter(|file| !file.is_below("crates/sandbox"))
            .flat_map(lifted_lints),
    );
    offences
}

fn forbidden(file: &File) -> Vec<Offence> {
    let lines = file.text.lines().enumerate();
    lines
        .flat_map(|(index, line)| {
            FORBIDDEN
                .iter()
                .filter(|(word, _)| line.contains(word))
                .map(move |(word, why)| {
                    format!("{}:{}: {word:?}: {why}", file.path.display(), index + 1)
                })
        })
        .collect()
}

/// The lint denies it; this denies lifting the lint.
fn lifted_lints(file: &File) -> Vec<Offence> {
    let words = [
        concat!("(unsafe", "_code"),
        concat!("uns", "afe {"),
        concat!("uns", "afe impl "),
    ];
    let lifted = |line: &str| words.iter().any(|word| line.contains(word));
    let lines = file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| lifted(line));
    lines
        .map(|(index, _)| {
            format!(
                "{}:{}: only crates/sandbox may be unsafe",
                file.path.display(),
                index + 1
            )
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
    fn no_promises_and_no_paths_of_one_machine() {
        check("a.rs", concat!("// TO", "DO: later\n"), 1);
        check("a.md", concat!("see /wo", "rk/main\n"), 1);
        check("a.md", "a framework/of things\n", 0);
        check("Cargo.lock", concat!("/wo", "rk/\n"), 0);
    }

    #[test]
    fn one_crate_is_unsafe() {
        let text = concat!("uns", "afe { call() }\n");
        check("crates/sandbox/src/lib.rs", text, 0);
        check("crates/store/src/lib.rs", text, 1);
    }
}
