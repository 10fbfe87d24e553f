//! `true` and `false`, in any case.

pub(super) fn parse(text: &str) -> Result<bool, String> {
    read(text).ok_or_else(|| format!("{text:?} is neither true nor false"))
}

pub(super) fn read(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        return Some(true);
    }
    text.eq_ignore_ascii_case("false").then_some(false)
}
