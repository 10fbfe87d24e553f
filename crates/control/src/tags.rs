//! Tags, as far as all services agree about them.

/// Keys that begin with this belong to AWS, in any case of letters (tagging guide).
pub(crate) fn is_reserved(key: &str) -> bool {
    key.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}
