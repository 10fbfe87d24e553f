//! What other services read of objects, as the caller who names them: code of functions, templates,
//! definitions of APIs.

use bytes::Bytes;
use model::{BucketRecord, ObjectRecord, UploadRecord};
use objects::{ContentError, Contents};
use store::{Records, StoreError};

use super::asks::{complete, on_version};
use super::objects::Found;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The place of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) bucket: &'a str,
    pub(crate) key: &'a str,
    pub(crate) version: Option<&'a str>,
}

impl Rooms {
    /// Reads an object of at most `most` bytes if the caller may: `s3:GetObject`, decided by the
    /// caller's policies and the bucket's. The refusals are S3's own; a service that has other words
    /// says them instead.
    pub(crate) async fn read_object(
        &self,
        call: &Call,
        place: Place<'_>,
        most: u64,
    ) -> Result<Bytes, Refused> {
        let found = self.find_object(call, place).await?;
        let content = &found.object.content;
        let reading = self.contents.read(content).await?;
        let reading =
            reading.ok_or_else(|| Refused::internal(format!("the content {content} is gone")))?;
        Ok(reading.whole(most).await?)
    }

    async fn find_object(&self, call: &Call, place: Place<'_>) -> Result<Found, Refused> {
        let actions = ("s3:GetObject", "s3:GetObjectVersion");
        let ask = on_version(actions, (place.bucket, place.key), place.version);
        let resource = format!("{}/{}", place.bucket, place.key);
        let ask = complete(self, ask, &resource).await?;
        ask.put_to(&self.identity, call.caller())?;
        let bucket: BucketRecord = self.bucket(place.bucket, None).await?;
        self.object(call, &bucket, place.key, place.version).await
    }
}

#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    #[error(transparent)]
    Records(#[from] StoreError),
    #[error(transparent)]
    Contents(#[from] ContentError),
}

/// For the start of a server: contents that records name are held, and all others are removed.
pub async fn adopt(records: &Records, contents: &Contents) -> Result<(), AdoptError> {
    let mut names = Vec::new();
    for found in records.list::<ObjectRecord>("").await? {
        let objects = found.record.versions.into_iter();
        names.extend(objects.filter_map(|version| Some(version.object?.content)));
    }
    for found in records.list::<UploadRecord>("").await? {
        names.extend(found.record.parts.into_values().map(|part| part.content));
    }
    contents.adopt(names)?;
    Ok(())
}

/// The bucket, key and version that an address names: of AWS's hosts and ours, with the bucket in the
/// host or in the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addressed {
    pub(crate) bucket: String,
    pub(crate) key: String,
    pub(crate) version: Option<String>,
}

impl Addressed {
    pub(crate) fn place(&self) -> Place<'_> {
        Place {
            bucket: &self.bucket,
            key: &self.key,
            version: self.version.as_deref(),
        }
    }
}

/// Reads such an address, as templates and nested stacks name them.
pub(crate) fn place_of_url(url: &str) -> Option<Addressed> {
    let uri: http::Uri = url.parse().ok()?;
    let authority = uri.authority()?;
    let request = http::Request::builder()
        .uri(uri.path_and_query()?.as_str())
        .header(http::header::HOST, authority.as_str());
    let (parts, ()) = request.body(()).ok()?.into_parts();
    let address = upstream::Address::of(&parts);
    let pairs = uri.query().unwrap_or_default().split('&');
    let mut versions = pairs.filter_map(|pair| pair.strip_prefix("versionId="));
    let is_whole = !address.bucket.is_empty() && !address.key.is_empty();
    is_whole.then(|| Addressed {
        bucket: address.bucket,
        key: address.key,
        version: versions.next().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = place_of_url(url);
        let found = found.as_ref().map(|found| {
            let place = found.place();
            (place.bucket, place.key, place.version)
        });
        assert_eq!(found, expected, "{url}");
    }

    #[test]
    fn addresses_of_aws_and_ours_name_an_object() {
        let object = Some(("b", "a b/c", None));
        check("https://b.s3.eu-west-1.amazonaws.com/a%20b/c", object);
        check("https://b.s3.amazonaws.com/a%20b/c", object);
        check("https://s3.eu-west-1.amazonaws.com/b/a%20b/c", object);
        check("https://s3-eu-west-1.amazonaws.com/b/a%20b/c", object);
        check("https://s3.amazonaws.com/b/a%20b/c", object);
        check("http://127.0.0.1:4566/b/a%20b/c", object);
        check("http://b.s3.localhost:4566/a%20b/c", object);
        check(
            "http://localhost:4566/b/k?versionId=v",
            Some(("b", "k", Some("v"))),
        );
        check("https://s3.amazonaws.com/b", None);
        check("no url", None);
    }
}
