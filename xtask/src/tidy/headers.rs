//! Every Rust file opens with what it is for.

use super::Offence;
use super::files::Files;

pub(super) fn judge(files: &Files) -> Vec<Offence> {
    let silent = files
        .written_in_rust()
        .filter(|file| !file.text.starts_with("//! "));
    let offence = |file: &super::files::File| {
        format!(
            "{}: does not open with `//!` and what it is for",
            file.path.display()
        )
    };
    silent.map(offence).collect()
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
    fn a_file_says_what_it_is_for() {
        check("a.rs", "//! Reads.\n", 0);
        check("a.rs", "use std::fmt;\n//! Late.\n", 1);
        check("a.rs", "//!\n", 1);
        check("a.rs", "", 1);
        check("generated/a.rs", "// Written by a tool.\n", 0);
        check("a.py", "import os\n", 0);
    }
}
