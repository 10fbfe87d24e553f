//! From the models' names to Rust's.

/// Words that a field cannot be called.
const RESERVED: [&str; 10] = [
    "type", "match", "use", "enum", "struct", "where", "ref", "static", "in", "self",
];

/// `FunctionName` and `functionName` become `function_name`, `KMSKeyArn` becomes `kms_key_arn`.
pub(super) fn field(member: &str) -> String {
    let name = snake_case(member);
    if RESERVED.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// `CreateFunction` becomes `CREATE_FUNCTION`.
pub(super) fn constant(operation: &str) -> String {
    snake_case(operation).to_uppercase()
}

fn snake_case(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, &character) in characters.iter().enumerate() {
        if character == '-' || character == '.' {
            snake.push('_');
            continue;
        }
        let previous = index.checked_sub(1).and_then(|index| characters.get(index));
        let next = characters.get(index + 1);
        if character.is_uppercase() && begins_word(previous, next) {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
}

fn begins_word(previous: Option<&char>, next: Option<&char>) -> bool {
    match previous {
        None | Some('_' | '-' | '.') => false,
        Some(previous) if previous.is_uppercase() => next.is_some_and(|next| next.is_lowercase()),
        Some(_) => true,
    }
}

/// Whether the word stands alone somewhere outside a string.
pub(super) fn mentions(body: &str, word: &str) -> bool {
    let is_boundary = |character: Option<char>| {
        character.is_none_or(|character| !character.is_alphanumeric() && character != '"')
    };
    body.match_indices(word).any(|(start, _)| {
        let before = body.get(..start).and_then(|text| text.chars().next_back());
        let after = body
            .get(start + word.len()..)
            .and_then(|text| text.chars().next());
        is_boundary(before) && is_boundary(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(member: &str, expected: &str) {
        assert_eq!(field(member), expected);
    }

    #[test]
    fn members_become_snake_case_fields() {
        check("FunctionName", "function_name");
        check("restApiId", "rest_api_id");
        check("KMSKeyArn", "kms_key_arn");
        check("S3Bucket", "s3_bucket");
        check("CodeSha256", "code_sha256");
        check("type", "type_");
    }
}
