//! `*` and `?` in the name of an action.

/// Whether a pattern covers a name, whatever the case of their letters. The work is bounded by the
/// product of their lengths.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut at, mut seen) = (0, 0);
    // After the last star: where the pattern and the name go on if its share must grow.
    let mut star = None;
    while let Some(letter) = name.get(seen) {
        match pattern.get(at) {
            Some(b'*') => {
                at += 1;
                star = Some((at, seen));
            }
            Some(wanted) if *wanted == b'?' || wanted.eq_ignore_ascii_case(letter) => {
                at += 1;
                seen += 1;
            }
            _ => {
                let Some((after, share)) = star else {
                    return false;
                };
                star = Some((after, share + 1));
                (at, seen) = (after, share + 1);
            }
        }
    }
    pattern.iter().skip(at).all(|rest| *rest == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_anywhere() {
        for (pattern, name, expected) in [
            ("*", "", true),
            ("get*", "GetFunction", true),
            ("*Function", "GetFunction", true),
            ("g*t*n", "GetFunction", true),
            ("g*t*x", "GetFunction", false),
            ("?et*", "GetFunction", true),
            ("GetFunction?", "GetFunction", false),
            ("GetFunction**", "GetFunction", true),
            ("", "x", false),
            ("a*b*c*", "aXbXbXc", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
