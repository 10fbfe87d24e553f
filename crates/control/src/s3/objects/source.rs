//! What is copied: `/bucket/key?versionId=…`, percent-encoded.

use percent_encoding::percent_decode_str;

use super::super::asks::on_version;
use super::super::failures::invalid_argument;
use crate::needs::Ask;
use crate::refused::Refused;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Source {
    pub(in super::super) bucket: String,
    pub(in super::super) key: String,
    pub(in super::super) version: Option<String>,
}

impl Source {
    pub(in super::super) fn read(header: &str) -> Result<Self, Refused> {
        let (path, version) = match header.split_once("?versionId=") {
            Some((path, version)) => (path, Some(version.to_owned())),
            None => (header, None),
        };
        let path = percent_decode_str(path).decode_utf8_lossy();
        let path = path.strip_prefix('/').unwrap_or(&path);
        let named = path
            .split_once('/')
            .filter(|(bucket, key)| !bucket.is_empty() && !key.is_empty());
        let Some((bucket, key)) = named else {
            let message =
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey";
            return Err(invalid_argument(message, "x-amz-copy-source", header));
        };
        Ok(Self {
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            version,
        })
    }
}

/// Whoever copies must be allowed to read.
pub(in super::super) fn needs_of_source(header: &str) -> Result<Ask, Refused> {
    let source = Source::read(header)?;
    let actions = ("s3:GetObject", "s3:GetObjectVersion");
    let place = (source.bucket.as_str(), source.key.as_str());
    Ok(on_version(actions, place, source.version.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = Source::read(header).ok();
        let found = found
            .as_ref()
            .map(|found| (&*found.bucket, &*found.key, found.version.as_deref()));
        assert_eq!(found, expected, "{header}");
    }

    #[test]
    fn a_source_is_a_bucket_and_a_key() {
        check("b/k", Some(("b", "k", None)));
        check("/b/a%20b/c", Some(("b", "a b/c", None)));
        check("b/k?versionId=v", Some(("b", "k", Some("v"))));
        check("b", None);
        check("b/", None);
    }
}
