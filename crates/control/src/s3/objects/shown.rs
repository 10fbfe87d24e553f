//! What a client reads of an object, beside its bytes: the same members of several outputs.

use model::{Object, ObjectChecksum, Versioning};

/// Sets the member of an output that is for the checksum's algorithm.
macro_rules! show_checksum {
    ($output:ident, $checksum:expr) => {
        if let Some(checksum) = $checksum {
            let value = Some(checksum.value.clone());
            match ::objects::Algorithm::from_name(&checksum.algorithm) {
                Some(::objects::Algorithm::Crc32) => $output.checksum_crc32 = value,
                Some(::objects::Algorithm::Crc32c) => $output.checksum_crc32_c = value,
                Some(::objects::Algorithm::Crc64Nvme) => $output.checksum_crc64_nvme = value,
                Some(::objects::Algorithm::Sha1) => $output.checksum_sha1 = value,
                Some(::objects::Algorithm::Sha256) => $output.checksum_sha256 = value,
                None => {}
            }
        }
    };
}

/// Sets the members that GetObject and HeadObject share.
macro_rules! show_head {
    ($output:ident, $found:expr) => {{
        let found = $found;
        let (object, version) = (&found.object, &found.version);
        let header = |name: &str| object.head.headers.get(name).cloned();
        $output.accept_ranges = Some("bytes".to_owned());
        $output.last_modified = Some($crate::s3::times::shown(version.modified));
        $output.e_tag = Some($crate::s3::objects::quoted(&object.etag));
        $output.version_id = $crate::s3::objects::shown::version_id(version);
        $output.cache_control = header("cache-control");
        $output.content_disposition = header("content-disposition");
        $output.content_encoding = header("content-encoding");
        $output.content_language = header("content-language");
        $output.content_type = header("content-type");
        $output.expires = header("expires");
        $output.metadata = Some(object.head.metadata.clone());
        $output.storage_class = object.head.storage_class.clone();
        let encryption = object.head.encryption.clone();
        $output.ssekms_key_id = encryption.as_ref().and_then(|kept| kept.key_id.clone());
        $output.server_side_encryption = encryption.map(|kept| kept.algorithm);
        let tags = i32::try_from(object.tags.len()).unwrap_or(i32::MAX);
        $output.tag_count = (tags > 0).then_some(tags);
    }};
}

pub(in super::super) use {show_checksum, show_head};

/// Only buckets that know versions say them.
pub(in super::super) fn version_id(version: &model::ObjectVersion) -> Option<String> {
    version.id.clone()
}

/// What is told of a version that was just made.
pub(in super::super) fn made_version(
    versioning: Option<Versioning>,
    id: Option<&str>,
) -> Option<String> {
    match (versioning, id) {
        (_, Some(id)) => Some(id.to_owned()),
        (Some(Versioning::Enabled | Versioning::Suspended), None) => Some("null".to_owned()),
        (None, None) => None,
    }
}

pub(in super::super) fn checksum_type(checksum: &ObjectChecksum) -> String {
    let name = if checksum.composite {
        "COMPOSITE"
    } else {
        "FULL_OBJECT"
    };
    name.to_owned()
}

/// The class that listings show.
pub(in super::super) fn storage_class(object: &Object) -> String {
    let class = object.head.storage_class.as_deref();
    class.unwrap_or("STANDARD").to_owned()
}
