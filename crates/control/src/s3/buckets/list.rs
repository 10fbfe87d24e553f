//! Lists the buckets of the caller's account.

use super::super::times::shown as shown_time;
use model::BucketRecord;
use wire::s3::{Bucket, ListBuckets, ListBucketsOutput, ListBucketsRequest};

use super::owner;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 API reference, ListBuckets: the most of a page.
const MOST: i32 = 10_000;

impl Handle<ListBuckets> for Rooms {
    fn needs(&self, _: &Call, _: &ListBucketsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("s3:ListAllMyBuckets").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListBuckets>,
    ) -> Result<ListBucketsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let account = call.account();
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let begin = BucketRecord::id_of(account, prefix);
        let after = input.continuation_token.as_deref();
        let all = self.records.list::<BucketRecord>(&begin).await?;
        let wanted = all
            .into_iter()
            .map(|bucket| bucket.record)
            .filter(|bucket| {
                let region = input.bucket_region.as_deref();
                region.is_none_or(|region| bucket.region.as_str() == region)
                    && after.is_none_or(|after| bucket.name.as_str() > after)
            });
        let most = input.max_buckets.unwrap_or(MOST).clamp(1, MOST);
        let mut buckets: Vec<BucketRecord> = wanted.collect();
        let most = usize::try_from(most).unwrap_or_default();
        let is_more = buckets.len() > most;
        buckets.truncate(most);
        let last = buckets.last().filter(|_| is_more);
        Ok(ListBucketsOutput {
            continuation_token: last.map(|last| last.name.clone()),
            buckets: Some(buckets.into_iter().map(shown).collect()),
            owner: Some(owner(account.as_str())),
            prefix: input.prefix,
        })
    }
}

fn shown(bucket: BucketRecord) -> Bucket {
    Bucket {
        creation_date: Some(shown_time(bucket.created)),
        bucket_region: Some(bucket.region.to_string()),
        bucket_arn: Some(bucket.arn()),
        name: Some(bucket.name),
    }
}
