//! The only place where xtask prints.

use std::io::Write as _;

/// One line on standard output, seen at once: what tools print in between goes to the same place.
pub(crate) fn say(line: &str) {
    let mut output = std::io::stdout().lock();
    // Nobody is left to be told when standard output is closed.
    let _ = writeln!(output, "{line}").and_then(|()| output.flush());
}

/// One line on standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
