//! Findings that somebody has judged: `portcullis:ignore PC010 the API is internal`, in a comment on the line of the
//! finding or on one above it, or in the metadata of a JSON document, which has no comments.

use crate::found::Found;

const MARK: &str = "portcullis:ignore";

/// Why a finding is left out, if the text says so. A mark without a reason counts for nothing.
pub(crate) fn reason(text: &str, found: &Found) -> Option<String> {
    if !text.contains(MARK) {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let on = |line: u32| {
        let at = usize::try_from(line).ok()?.checked_sub(1)?;
        lines.get(at).copied()
    };
    let places = std::iter::once(found.place).chain(found.related.iter().map(|(place, _)| *place));
    for place in places {
        let line = place.span.start.line;
        let mut candidates = vec![on(line)];
        // Comments above, as far as there is nothing else between.
        let mut above = line.saturating_sub(1);
        while let Some(text) = on(above).filter(|text| is_comment(text)) {
            candidates.push(Some(text));
            above = above.saturating_sub(1);
        }
        let reasons = candidates
            .into_iter()
            .flatten()
            .filter_map(|line| marked(line, found));
        if let Some(reason) = reasons.into_iter().next() {
            return Some(reason);
        }
    }
    lines
        .iter()
        .take_while(|line| line.trim().is_empty() || is_comment(line))
        .find_map(|line| marked(line, found).filter(|_| line.contains("portcullis:ignore-file")))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('#') || line.starts_with("//") || line.starts_with(&format!("\"{MARK}"))
}

/// The reason of a mark for this rule.
fn marked(line: &str, found: &Found) -> Option<String> {
    let (_, rest) = line.split_once(MARK)?;
    let rest = rest.strip_prefix("-file").unwrap_or(rest);
    let mut words = rest
        .trim_start_matches([' ', ':'])
        .splitn(2, char::is_whitespace);
    let ids = words.next()?;
    let mut ids = ids.split(',');
    if !ids.any(|id| id.eq_ignore_ascii_case(found.rule.id) || id == found.rule.name) {
        return None;
    }
    let reason = words.next()?.trim().trim_matches(['"', ',', ':', ' ']);
    (!reason.is_empty()).then(|| reason.to_owned())
}

#[cfg(test)]
mod tests {
    use document::{Position, Span};

    use super::*;
    use crate::found::Place;
    use crate::rules::rule;

    #[track_caller]
    fn check(text: &str, line: u32, expected: Option<&str>) {
        let span = Span::at(Position { line, column: 1 });
        let found = Found::new(rule("PC010").unwrap(), Place { file: 0, span }, "s", "m");
        assert_eq!(reason(text, &found).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_mark_needs_the_rule_and_a_reason() {
        check(
            "a # portcullis:ignore PC010 internal only",
            1,
            Some("internal only"),
        );
        check("# portcullis:ignore PC001,PC010 both\na", 2, Some("both"));
        check(
            "# portcullis:ignore no-source-arn by name\n# more\na",
            3,
            Some("by name"),
        );
        check("a # portcullis:ignore PC010", 1, None);
        check("a # portcullis:ignore PC001 other", 1, None);
        check("# portcullis:ignore PC010 far\nb\na", 3, None);
        check(
            "# portcullis:ignore-file PC010 everywhere\nb\na",
            3,
            Some("everywhere"),
        );
    }
}
