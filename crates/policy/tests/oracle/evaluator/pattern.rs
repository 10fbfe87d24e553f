//! Wildcards and variables, matched by trying everything.

use super::Refused;
use crate::case::Case;

/// One character of a pattern once its variables have their values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Stands in the policy.
    Written(char),
    /// Came out of a variable, where nothing is special any more.
    Given(char),
    /// `?`
    One,
    /// `*`
    Any,
}

/// Whether wildcards take note of colons.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Colons {
    Ordinary,
    /// "You can use wildcard characters within the individual segments of an ARN … If the * wildcard
    /// is the last character of a resource ARN segment, it can expand to match beyond the colon
    /// boundaries" (`reference_policies_elements_resource`).
    Bound,
}

/// "The prefix and the action name are case insensitive", and `*` and `?` stand anywhere
/// (`reference_policies_elements_action`).
pub(super) fn action(written: &str, asked: &str) -> bool {
    let pieces = plain(&written.to_lowercase());
    glob(&pieces, &chars(&asked.to_lowercase()), Colons::Ordinary)
}

/// Case counts in resources. In identity policies, "AWS automatically completes the ARN by adding
/// wildcard characters to all missing fields" (`reference_identifiers`, "Incomplete ARNs").
pub(super) fn resource(
    written: &str,
    case: &Case,
    variables: bool,
    completes: bool,
) -> Result<bool, Refused> {
    let mut whole = written.to_owned();
    if completes && written != "*" && !written.contains("${") {
        for _ in written.split(':').count()..6 {
            whole.push_str(":*");
        }
    }
    let pieces = pieces(&whole, case, variables)?;
    let asked = chars(&case.resource);
    Ok(pieces.is_some_and(|pieces| glob(&pieces, &asked, Colons::Bound)))
}

pub(super) fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn plain(written: &str) -> Vec<Piece> {
    let piece = |character| match character {
        '*' => Piece::Any,
        '?' => Piece::One,
        other => Piece::Written(other),
    };
    written.chars().map(piece).collect()
}

/// The pattern with its variables replaced, or nothing when one of them has no value: then "there is
/// no equal or like value" (`reference_policies_variables`, "Policy variables with no value").
pub(super) fn pieces(
    written: &str,
    case: &Case,
    variables: bool,
) -> Result<Option<Vec<Piece>>, Refused> {
    if !variables {
        return Ok(Some(plain(written)));
    }
    let mut all = Vec::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once("${") {
        all.extend(plain(before));
        // A default value may hold braces, so that its quote ends it.
        let quoted = after
            .find(['}', ','])
            .filter(|at| after[*at..].starts_with(','));
        let end = if quoted.is_some() { "'}" } else { "}" };
        let end = after.find(end).ok_or("a variable is not closed")? + end.len() - 1;
        let (inside, after) = (&after[..end], &after[end + 1..]);
        match variable(inside, case)? {
            Some(value) => all.extend(value.chars().map(Piece::Given)),
            None => return Ok(None),
        }
        rest = after;
    }
    all.extend(plain(rest));
    Ok(Some(all))
}

/// `${*}`, `${?}` and `${$}` stand for the characters; `${key, 'default'}` has a default value for
/// a key that is not there or has an empty value; only single-valued keys may be variables at all
/// (`reference_policies_variables`, `reference_policies_condition-single-vs-multi-valued-context-keys`).
fn variable(inside: &str, case: &Case) -> Result<Option<String>, Refused> {
    if ["*", "?", "$"].contains(&inside) {
        return Ok(Some(inside.to_owned()));
    }
    let (key, default) = inside.split_once(',').unwrap_or((inside, "''"));
    let text = default.trim_start_matches(' ').strip_prefix('\'');
    let default = text.and_then(|text| text.strip_suffix('\''));
    let default = default.ok_or("a default is quoted")?;
    if key.is_empty() || key.contains([' ', '$', '{', '*', '?', '\'']) {
        return Err("a variable names a key".to_owned());
    }
    Ok(match values(case, key).as_slice() {
        [one] if !one.is_empty() => Some(one.clone()),
        [] | [_] => Some(default.to_owned()).filter(|_| inside != key),
        _ => None,
    })
}

/// "Condition key names are not case-sensitive" (`reference_policies_elements_condition`).
pub(super) fn values(case: &Case, key: &str) -> Vec<String> {
    for (name, values) in &case.context {
        if name.to_lowercase() == key.to_lowercase() {
            return values.clone();
        }
    }
    Vec::new()
}

/// Whether the pattern matches the whole text.
pub(super) fn glob(pattern: &[Piece], text: &[char], colons: Colons) -> bool {
    let Some((first, after)) = pattern.split_first() else {
        return text.is_empty();
    };
    let inside = |character: char| colons == Colons::Ordinary || character != ':';
    match first {
        Piece::Any => {
            let ends_segment = matches!(after.first(), None | Some(Piece::Written(':')));
            let taken = |character| ends_segment || inside(character);
            glob(after, text, colons)
                || text
                    .split_first()
                    .is_some_and(|(next, rest)| taken(*next) && glob(pattern, rest, colons))
        }
        Piece::One => text
            .split_first()
            .is_some_and(|(next, rest)| inside(*next) && glob(after, rest, colons)),
        Piece::Written(character) | Piece::Given(character) => text
            .split_first()
            .is_some_and(|(next, rest)| next == character && glob(after, rest, colons)),
    }
}

/// The pattern read as text, for operators that know no wildcards.
pub(super) fn literally(pieces: &[Piece]) -> String {
    let character = |piece: &Piece| match piece {
        Piece::Written(character) | Piece::Given(character) => *character,
        Piece::One => '?',
        Piece::Any => '*',
    };
    pieces.iter().map(character).collect()
}
