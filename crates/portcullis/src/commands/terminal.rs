//! Who reads what a command prints: how wide, and in colours or not.

use std::io::IsTerminal as _;

use journal::why::Colours;

/// Where nothing else is said.
const USUAL_WIDTH: usize = 100;

/// The width that the shell says the terminal has.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok();
    let columns = columns.and_then(|columns| columns.parse::<usize>().ok());
    columns
        .filter(|columns| *columns > 0)
        .unwrap_or(USUAL_WIDTH)
}

/// Colours are for terminals, and for nobody who set `NO_COLOR` (no-color.org).
pub(super) fn colours() -> Colours {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    if unwanted || dumb || !std::io::stdout().is_terminal() {
        Colours::None
    } else {
        Colours::Ansi
    }
}
