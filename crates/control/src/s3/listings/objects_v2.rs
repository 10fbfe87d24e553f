//! Lists the objects of a bucket.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use wire::s3::{ListObjectsV2, ListObjectsV2Output, ListObjectsV2Request};

use super::super::asks::on_bucket;
use super::super::failures::invalid_argument;
use super::page::{Wanted, WithOwner, is_current, most, shown};
use super::{Spelling, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListObjectsV2> for Rooms {
    fn needs(&self, _: &Call, input: &ListObjectsV2Request) -> Result<Needs, Refused> {
        let ask = on_bucket("s3:ListBucket", &input.bucket);
        let (prefix, delimiter) = (input.prefix.as_deref(), input.delimiter.as_deref());
        Ok(page::asked(ask, (prefix, delimiter, input.max_keys)).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListObjectsV2>,
    ) -> Result<ListObjectsV2Output, Refused> {
        let (input, _) = authorized.into_parts();
        let spelling = Spelling::of(input.encoding_type.as_deref())?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let token = input.continuation_token.as_deref().map(read).transpose()?;
        let after = token.as_deref().or(input.start_after.as_deref());
        let most = most(input.max_keys, "max-keys")?;
        let wanted = Wanted {
            prefix: input.prefix.as_deref().unwrap_or_default(),
            delimiter: input.delimiter.as_deref(),
            after: after.unwrap_or_default(),
            most: usize::try_from(most).unwrap_or_default(),
        };
        let page = self.page_of(&bucket, &wanted, is_current).await?;
        let next = page.last().filter(|_| page.is_truncated).map(token_of);
        let is_truncated = page.is_truncated;
        let with_owner = if input.fetch_owner == Some(true) {
            WithOwner::Yes
        } else {
            WithOwner::No
        };
        let (contents, prefixes) = shown(page, spelling, with_owner);
        Ok(ListObjectsV2Output {
            is_truncated: Some(is_truncated),
            key_count: i32::try_from(contents.len() + prefixes.len()).ok(),
            contents: Some(contents),
            common_prefixes: Some(prefixes),
            name: Some(bucket.name),
            prefix: Some(spelling.spell(input.prefix.as_deref().unwrap_or_default())),
            delimiter: input.delimiter.map(|text| spelling.spell(&text)),
            max_keys: Some(most),
            encoding_type: input.encoding_type,
            continuation_token: input.continuation_token,
            next_continuation_token: next,
            start_after: input.start_after.map(|text| spelling.spell(&text)),
            request_charged: None,
        })
    }
}

/// A token is for the server alone, so that no client reads keys out of it.
fn token_of(last: &str) -> String {
    URL_SAFE_NO_PAD.encode(last)
}

fn read(token: &str) -> Result<String, Refused> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.ok_or_else(|| {
        let message = "The continuation token provided is incorrect";
        invalid_argument(message, "continuation-token", token)
    })
}
