//! How far a star may reach.

use super::Piece;

/// The rule for the stars of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Any star stands for any text.
    Anywhere,
    /// The rule for Resource: see [`stars`].
    Resource,
    /// Only a star at the very end reaches beyond a colon.
    TrailingOnly,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Star {
    Anywhere,
    WithinSegment,
}

/// What each star of a pattern may stand for.
///
/// In Resource a star that ends an ARN segment, so one before a colon or at the end, may reach
/// beyond colons; a star elsewhere stays in its segment (IAM user guide, "IAM JSON policy elements:
/// Resource", on wildcards in ARNs). That AWS holds the inner star back is documented but was not
/// observed by us: this function is the one place that says so.
pub(super) fn stars(pieces: &[Piece], rule: Reach) -> Box<[Star]> {
    let followers = pieces.iter().skip(1).map(Some).chain([None]);
    pieces
        .iter()
        .zip(followers)
        .filter(|(piece, _)| matches!(piece, Piece::Star))
        .map(|(_, next)| star(next, rule))
        .collect()
}

/// What a `?` may stand for: in Resource, as a star that does not end its segment, nothing beyond it.
pub(super) fn any_one(rule: Reach) -> Star {
    match rule {
        Reach::Anywhere => Star::Anywhere,
        Reach::Resource | Reach::TrailingOnly => Star::WithinSegment,
    }
}

fn star(next: Option<&Piece>, rule: Reach) -> Star {
    let far = match rule {
        Reach::Anywhere => true,
        Reach::Resource => matches!(next, None | Some(Piece::Char(':'))),
        Reach::TrailingOnly => next.is_none(),
    };
    if far {
        Star::Anywhere
    } else {
        Star::WithinSegment
    }
}
