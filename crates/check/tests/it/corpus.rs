//! Every document of the corpus has exactly the findings that are expected, each at its line; the sound ones have none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use check::{Checked, File, Options, check};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// A document by its name in the corpus.
pub(crate) fn checked(name: &str) -> Checked {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    let file = File {
        name: name.to_owned(),
        text,
    };
    check(vec![file], &Options::default(), &|_, _| None)
}

pub(crate) fn documents() -> Vec<String> {
    let mut names = Vec::new();
    for format in std::fs::read_dir(folder()).unwrap() {
        let format = format.unwrap();
        if !format.file_type().unwrap().is_dir() {
            continue;
        }
        for document in std::fs::read_dir(format.path()).unwrap() {
            let path = document.unwrap().path();
            let name = path.strip_prefix(folder()).unwrap();
            names.push(name.display().to_string());
        }
    }
    names.sort();
    names
}

/// `PC001 at 38` for each finding, `unknown at 38` for each call that can't be judged.
fn outcome(checked: &Checked) -> String {
    let mut lines = String::new();
    for found in &checked.found {
        let _ = writeln!(
            lines,
            "  {} at {}",
            found.rule.id, found.place.span.start.line
        );
    }
    for (place, _) in &checked.unknown {
        let line = place.map_or(0, |place| place.span.start.line);
        let _ = writeln!(lines, "  unknown at {line}");
    }
    for (rule, place, _) in &checked.ignored {
        let _ = writeln!(lines, "  {} ignored at {}", rule.id, place.span.start.line);
    }
    for one in &checked.not_checked {
        let _ = writeln!(lines, "  not checked: {}", one.reason);
    }
    lines
}

fn expected() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(folder().join("expected.txt")).unwrap();
    let mut expected: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(' ') {
            let lines = expected.entry(name.clone()).or_default();
            lines.push_str(line);
            lines.push('\n');
        } else {
            line.clone_into(&mut name);
            expected.entry(name.clone()).or_default();
        }
    }
    expected
}

#[test]
fn every_document_has_the_findings_that_are_expected() {
    let found: BTreeMap<String, String> = documents()
        .into_iter()
        .map(|name| (name.clone(), outcome(&checked(&name))))
        .collect();
    let expected = expected();
    for (name, lines) in &found {
        assert_eq!(Some(lines), expected.get(name), "{name}");
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn nothing_is_found_in_what_is_sound() {
    let sound: Vec<String> = documents()
        .into_iter()
        .filter(|name| name.contains("sound"))
        .collect();
    assert!(sound.len() >= 9, "{sound:?}");
    for name in sound {
        let checked = checked(&name);
        assert!(checked.found.is_empty(), "{name}: {:?}", checked.found);
        assert!(!checked.needs_attention());
    }
}

#[test]
fn every_rule_is_met_by_the_corpus() {
    let mut met: Vec<&str> = documents()
        .iter()
        .flat_map(|name| checked(name).found)
        .map(|found| found.rule.id)
        .collect();
    met.sort_unstable();
    met.dedup();
    let missing: Vec<&str> = check::all_rules()
        .map(|rule| rule.id)
        .filter(|id| !met.contains(id))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
