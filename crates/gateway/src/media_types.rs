//! `binaryMediaTypes`: which bodies are bytes and not text.

/// Patterns such as `image/png`, `image/*` and `*/*`.
#[derive(Debug, Clone, Default)]
pub(crate) struct MediaTypes(Vec<String>);

impl MediaTypes {
    pub(crate) fn new(patterns: &[String]) -> Self {
        Self(patterns.iter().map(|p| p.to_ascii_lowercase()).collect())
    }

    pub(crate) fn has(&self, media_type: &str) -> bool {
        self.0.iter().any(|pattern| fits(pattern, media_type))
    }

    /// Only the first type of an `Accept` header counts.
    pub(crate) fn accepted_first(&self, accept: Option<&str>) -> bool {
        let first = accept.and_then(|accept| accept.split(',').next());
        first.is_some_and(|first| self.has(&crate::exchange::media_type(first)))
    }
}

fn fits(pattern: &str, media_type: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some("*/") => true,
        Some(prefix) if prefix.ends_with('/') => media_type.starts_with(prefix),
        _ => pattern == media_type,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_accepted_type_counts() {
        let types = MediaTypes::new(&["image/*".to_owned(), "application/pdf".to_owned()]);
        for (accept, expected) in [
            ("image/png", true),
            ("image/png;q=0.9, text/html", true),
            ("text/html, image/png", false),
            ("application/pdf", true),
            ("*/*", false),
            ("", false),
        ] {
            assert_eq!(types.accepted_first(Some(accept)), expected, "{accept}");
        }
        assert!(!types.accepted_first(None));
        assert!(MediaTypes::new(&["*/*".to_owned()]).accepted_first(Some("text/html")));
    }
}
