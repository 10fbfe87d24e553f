//! Who reads what a command prints: how wide, and in colours or not.

use std::io::IsTerminal as _;

use journal::why::Colours;

/// Where nothing else is said.
const USUAL_WIDTH: usize = 100;

/// The width of the terminal; what a pipe reads is as wide as usual.
pub(super) fn width() -> usize {
    narrow().unwrap_or(USUAL_WIDTH)
}

/// How much room there is, where that is known: the shell says it, or the terminal.
pub(super) fn narrow() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok();
    let columns = columns.and_then(|columns| columns.parse::<usize>().ok());
    let columns = columns.or_else(|| {
        let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
        Some(usize::from(size.ws_col))
    });
    columns.filter(|columns| *columns > 0)
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
