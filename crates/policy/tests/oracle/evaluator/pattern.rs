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
        let Some((inside, after)) = after.split_once('}') else {
            return Err("a variable is not closed".to_owned());
        };
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
/// a key that is not there; only single-valued keys may be variables, and an empty value is none
/// (`reference_policies_variables`, `reference_policies_condition-single-vs-multi-valued-context-keys`).
fn variable(inside: &str, case: &Case) -> Result<Option<String>, Refused> {
    if ["*", "?", "$"].contains(&inside) {
        return Ok(Some(inside.to_owned()));
    }
    let (key, default) = match inside.split_once(',') {
        None => (inside, None),
        Some((key, default)) => {
            let quoted = default.trim_start_matches(' ');
            let text = quoted
                .strip_prefix('\'')
                .and_then(|text| text.strip_suffix('\''));
            (key, Some(text.ok_or("a default is quoted")?))
        }
    };
    if key.is_empty() || key.contains([' ', '\n', '$', '{', '*', '?', '\'']) {
        return Err("a variable names a key".to_owned());
    }
    let value = match values(case, key).as_slice() {
        [one] if !one.is_empty() => Some(one.clone()),
        _ => default.map(str::to_owned),
    };
    Ok(value)
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
