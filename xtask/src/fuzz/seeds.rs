//! Where the fuzzer begins: the texts that the tests of a parser already hold.
//!
//! `fuzz/seeds.txt` says which files lead to which target. Of Rust's files every string is a seed,
//! other files are one each.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::workspace::Workspace;

/// Longer ones take the fuzzer longer than they are worth.
const MOST_BYTES: usize = 32 * 1024;

/// Puts those of the targets into their corpus.
pub(super) fn write(workspace: &Workspace, targets: &[String]) -> anyhow::Result<()> {
    let list = workspace.root().join("fuzz/seeds.txt");
    let list = fs::read_to_string(&list).with_context(|| list.display().to_string())?;
    for (target, place) in list.lines().filter_map(entry) {
        if !targets.iter().any(|asked| asked == target) {
            continue;
        }
        let corpus = workspace.root().join("fuzz/corpus").join(target);
        fs::create_dir_all(&corpus)?;
        for file in files(&workspace.root().join(place))? {
            put(&corpus, &file)?;
        }
    }
    Ok(())
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let line = line.split('#').next()?.trim();
    line.split_once(' ')
        .map(|(target, place)| (target, place.trim()))
}

/// The file itself, or all below a folder.
fn files(place: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if place.is_file() {
        return Ok(vec![place.to_owned()]);
    }
    let mut found = Vec::new();
    let inside = fs::read_dir(place).with_context(|| place.display().to_string())?;
    for inner in inside {
        found.append(&mut files(&inner?.path())?);
    }
    Ok(found)
}

fn put(corpus: &Path, file: &Path) -> anyhow::Result<()> {
    let stem: String = file.to_string_lossy().replace(['/', '.'], "_");
    let stem = stem.get(stem.len().saturating_sub(80)..).unwrap_or("seed");
    let content = fs::read(file)?;
    let seeds = match file.extension().and_then(|extension| extension.to_str()) {
        Some("rs") => literals(&String::from_utf8_lossy(&content)),
        _ => vec![content],
    };
    for (number, seed) in seeds.iter().enumerate() {
        if seed.len() <= MOST_BYTES {
            fs::write(corpus.join(format!("{stem}-{number}")), seed)?;
        }
    }
    Ok(())
}

/// The strings of a source, near enough: what is taken for one and is none does no harm.
fn literals(source: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once('"') {
        let name = before.trim_end_matches('#');
        let (seed, behind) = if name.ends_with('r') {
            raw(after, before.len() - name.len())
        } else {
            escaped(after)
        };
        if !seed.is_empty() {
            found.push(seed);
        }
        rest = behind;
    }
    found
}

/// With what is behind it, as the next.
fn raw(text: &str, hashes: usize) -> (Vec<u8>, &str) {
    let close = format!("\"{}", "#".repeat(hashes));
    let (seed, behind) = text.split_once(&close).unwrap_or((text, ""));
    (seed.into(), behind)
}

fn escaped(text: &str) -> (Vec<u8>, &str) {
    let mut seed = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n') => seed.push('\n'),
                Some('r') => seed.push('\r'),
                Some('t') => seed.push('\t'),
                Some('0') => seed.push('\0'),
                // A line that goes on without its indentation is close enough with it.
                Some('\n') | None => {}
                Some(other) => seed.push(other),
            },
            other => seed.push(other),
        }
    }
    (seed.into_bytes(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let found = literals(source);
        let found: Vec<_> = found
            .iter()
            .map(|seed| String::from_utf8_lossy(seed))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn strings_of_a_source_are_seeds() {
        check(r#"check("a", "b\n\"c\""); x("")"#, &["a", "b\n\"c\""]);
        check("check(r#\"{\"a\": 1}\"#, r\"\\d\")", &["{\"a\": 1}", "\\d"]);
        check("an end that is missing: \"x", &["x"]);
    }

    #[test]
    fn every_place_of_the_list_is_there() {
        let root = Workspace::find().root().to_owned();
        let list = fs::read_to_string(root.join("fuzz/seeds.txt")).unwrap();
        for (target, place) in list.lines().filter_map(entry) {
            assert!(root.join(place).exists(), "{target} {place}");
        }
    }
}
