//! The parts of a resource's path.

/// One part of a path: literal characters, `{name}` or `{name+}`.
pub fn validate_path_part(part: &str) -> Result<(), String> {
    let name = variable_of(part).unwrap_or(part);
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b':');
    if !name.is_empty() && name.bytes().all(allowed) {
        return Ok(());
    }
    Err("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and \
         the end."
        .to_owned())
}

/// The name in `{name}` and `{name+}`.
pub fn variable_of(part: &str) -> Option<&str> {
    let name = part.strip_prefix('{')?.strip_suffix('}')?;
    Some(name.strip_suffix('+').unwrap_or(name))
}

/// A greedy variable takes the rest of the path, so that nothing can stand below it.
pub fn validate_parent(part: &str) -> Result<(), String> {
    if part.ends_with("+}") {
        return Err("Cannot create a child of a resource with a greedy path variable.".to_owned());
    }
    Ok(())
}

/// What AWS says when a second variable wants to stand beside `sibling`.
pub fn second_variable(sibling: &str) -> String {
    format!(
        "A sibling ({sibling}) of this resource already has a variable path part -- only one is allowed"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_literal_or_one_whole_variable() {
        for (part, valid) in [
            ("pets", true),
            ("v1.0_a-b:c", true),
            ("{id}", true),
            ("{proxy+}", true),
            ("{}", false),
            ("{+}", false),
            ("a{id}", false),
            ("{id}b", false),
            ("a b", false),
            ("", false),
            ("ä", false),
        ] {
            assert_eq!(validate_path_part(part).is_ok(), valid, "{part}");
        }
        assert!(validate_parent("{proxy+}").is_err());
        assert!(validate_parent("{proxy}").is_ok());
    }
}
