//! The tags that a request gives a session.

use identity::SessionTag;
use wire::Failure;
use wire::sts::Tag;

/// Both texts are recorded in `test_assume_role_tag_validation`.
pub(super) fn read(
    tags: Option<&[Tag]>,
    transitive: Option<&[String]>,
) -> Result<Vec<SessionTag>, Failure> {
    let tags = tags.unwrap_or_default();
    let keys: Vec<String> = tags.iter().map(|tag| tag.key.to_lowercase()).collect();
    let distinct: std::collections::HashSet<&String> = keys.iter().collect();
    let transitive = transitive.unwrap_or_default().iter();
    let transitive: Vec<String> = transitive.map(|key| key.to_lowercase()).collect();
    if distinct.len() < keys.len() {
        return Err(refuse(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ));
    }
    if transitive.iter().any(|key| !keys.contains(key)) {
        return Err(refuse(
            "The specified transitive tag key must be included in the requested tags.",
        ));
    }
    if let Some(reserved) = keys.iter().find(|key| key.starts_with("aws:")) {
        return Err(refuse(&format!(
            "The tag key {reserved} is reserved: keys may not begin with aws:."
        )));
    }
    let session_tags = tags.iter().zip(&keys).map(|(tag, key)| SessionTag {
        key: tag.key.clone(),
        value: tag.value.clone(),
        transitive: transitive.contains(key),
    });
    Ok(session_tags.collect())
}

fn refuse(message: &str) -> Failure {
    Failure::new("InvalidParameterValue", 400, message)
}
