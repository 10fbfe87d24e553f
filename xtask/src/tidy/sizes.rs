//! A file that a person wrote has at most 800 lines; 300 without tests is what to aim at.

use super::Offence;
use super::files::{File, Files};

const LIMIT: usize = 800;
const LANGUAGES: [&str; 6] = ["rs", "py", "js", "mjs", "ts", "tsx"];

pub(super) fn judge(files: &Files) -> Vec<Offence> {
    let written =
        |file: &&File| LANGUAGES.iter().any(|language| file.is(language)) && !file.is_generated();
    files.all().filter(written).filter_map(too_long).collect()
}

fn too_long(file: &File) -> Option<Offence> {
    let lines = file.text.lines().count();
    let path = file.path.display();
    (lines > LIMIT).then(|| format!("{path}: {lines} lines, of at most {LIMIT}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, lines: usize, offences: usize) {
        let text = "x\n".repeat(lines);
        assert_eq!(
            judge(&Files::of(&[(path, &text)])).len(),
            offences,
            "{path} {lines}"
        );
    }

    #[test]
    fn what_a_person_wrote_is_bounded() {
        check("a/src/lib.rs", 800, 0);
        check("a/src/lib.rs", 801, 1);
        check("tests-e2e/a.py", 801, 1);
        check("a/src/generated/lib.rs", 5_000, 0);
        check("Cargo.lock", 5_000, 0);
    }
}
