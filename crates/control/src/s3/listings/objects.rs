//! Lists the objects of a bucket in the older way.

use wire::s3::{ListObjects, ListObjectsOutput, ListObjectsRequest};

use super::super::asks::on_bucket;
use super::page::{Wanted, WithOwner, is_current, most, shown};
use super::{Spelling, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListObjects> for Rooms {
    fn needs(&self, _: &Call, input: &ListObjectsRequest) -> Result<Needs, Refused> {
        let ask = on_bucket("s3:ListBucket", &input.bucket);
        let (prefix, delimiter) = (input.prefix.as_deref(), input.delimiter.as_deref());
        Ok(page::asked(ask, (prefix, delimiter, input.max_keys)).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListObjects>,
    ) -> Result<ListObjectsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let spelling = Spelling::of(input.encoding_type.as_deref())?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let most = most(input.max_keys, "max-keys")?;
        let wanted = Wanted {
            prefix: input.prefix.as_deref().unwrap_or_default(),
            delimiter: input.delimiter.as_deref(),
            after: input.marker.as_deref().unwrap_or_default(),
            most: usize::try_from(most).unwrap_or_default(),
        };
        let page = self.page_of(&bucket, &wanted, is_current).await?;
        // Without a delimiter the last key is the marker, and AWS leaves it out.
        let is_told = page.is_truncated && input.delimiter.is_some();
        let next = page
            .last()
            .filter(|_| is_told)
            .map(|last| spelling.spell(last));
        let is_truncated = page.is_truncated;
        let (contents, prefixes) = shown(page, spelling, WithOwner::Yes);
        Ok(ListObjectsOutput {
            is_truncated: Some(is_truncated),
            marker: Some(spelling.spell(input.marker.as_deref().unwrap_or_default())),
            next_marker: next,
            contents: Some(contents),
            name: Some(bucket.name),
            prefix: Some(spelling.spell(input.prefix.as_deref().unwrap_or_default())),
            delimiter: input.delimiter.map(|text| spelling.spell(&text)),
            max_keys: Some(most),
            common_prefixes: Some(prefixes),
            encoding_type: input.encoding_type,
            request_charged: None,
        })
    }
}
