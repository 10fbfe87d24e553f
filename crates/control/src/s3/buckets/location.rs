//! The region of a bucket.
//!
//! The answer is one element with the region in it, where the model has it within another
//! (S3 API reference, GetBucketLocation).

use bytes::Bytes;
use wire::s3::{GetBucketLocation, GetBucketLocationOutput, GetBucketLocationRequest};

use super::super::asks::on_bucket;
use crate::authorized::{Authorized, Stream, Streaming};
use crate::body::body_of;
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Stream<GetBucketLocation> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketLocationRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketLocation", &input.bucket).into())
    }

    async fn stream(
        &self,
        authorized: Authorized<GetBucketLocation>,
    ) -> Result<Streaming<GetBucketLocation>, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let region = bucket.region.as_str();
        let namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
        let element = match region {
            "us-east-1" => format!("<LocationConstraint {namespace}/>"),
            region => format!("<LocationConstraint {namespace}>{region}</LocationConstraint>"),
        };
        let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{element}");
        Ok(Streaming {
            head: GetBucketLocationOutput::default(),
            events: body_of(Bytes::from(text)),
        })
    }
}
