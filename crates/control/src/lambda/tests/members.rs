//! Nothing that an input may have is dropped in silence: each member is read by an operation, if only to
//! refuse it by its name.

use std::path::Path;

/// Of the generated types, so that a new member of the model fails here until somebody has thought of it.
const TYPES: &str = include_str!("../../../../wire/src/generated/lambda/types.rs");

/// All of the room's source but its tests.
fn source(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            source(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

fn is_read(source: &str, member: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let place = format!(".{member}");
    source.split(&place).skip(1).any(|rest| !goes_on(rest))
}

#[test]
fn every_member_of_an_input_is_read() {
    let mut text = String::new();
    source(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lambda"),
        &mut text,
    );
    let mut count = 0;
    for block in TYPES.split("pub struct ").skip(1) {
        let (name, rest) = block.split_once(" {").unwrap();
        if !name.ends_with("Request") {
            continue;
        }
        let members = rest.split("\n}").next().unwrap().lines();
        for member in members.filter_map(|line| line.trim().strip_prefix("pub ")) {
            let (member, _) = member.split_once(':').unwrap();
            assert!(
                is_read(&text, member),
                "{name}.{member} is dropped in silence"
            );
            count += 1;
        }
    }
    assert!(count > 200, "{count}: the types are not where they were");
}
