//! Generated code lives only in `generated/`, and opens with the command that made it.

use super::Offence;
use super::files::{File, Files};

const MARK: &str = "Written by `cargo xtask ";

pub(super) fn judge(files: &Files) -> Vec<Offence> {
    files
        .all()
        .filter(|file| file.is("rs") || file.is("txt"))
        .filter_map(misplaced)
        .collect()
}

fn misplaced(file: &File) -> Option<Offence> {
    let path = file.path.display();
    let comment = if file.is("rs") { "// " } else { "# " };
    let opening = file.text.strip_prefix(comment).unwrap_or_default();
    match (file.is_generated(), opening.starts_with(MARK)) {
        (true, false) => Some(format!("{path}: is in generated/ and no command made it")),
        (false, true) => Some(format!("{path}: is generated and not in generated/")),
        (true, true) | (false, false) => None,
    }
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
    fn generated_code_keeps_to_its_folder() {
        let made = "// Written by `cargo xtask codegen`. Do not edit.\n";
        check("a/generated/b.rs", made, 0);
        check("a/b.rs", made, 1);
        check("a/generated/b.rs", "//! By hand.\n", 1);
        check("a/b.rs", "//! By hand.\n", 0);
        check(
            "a/generated/b.txt",
            "# Written by `cargo xtask codegen`.\n",
            0,
        );
        check("a/generated/b.txt", "by hand\n", 1);
        check("a/b.txt", "by hand\n", 0);
    }
}
