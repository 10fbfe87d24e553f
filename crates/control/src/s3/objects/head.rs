//! Everything of an object but its bytes.

use wire::s3::{HeadObject, HeadObjectOutput, HeadObjectRequest};

use super::super::asks::on_version;
use super::super::failures::refuse_unserved;
use super::conditions::ReadConditions;
use super::get::range;
use super::shown::{checksum_type, show_checksum, show_head};
use super::size;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<HeadObject> for Rooms {
    fn needs(&self, _: &Call, input: &HeadObjectRequest) -> Result<Needs, Refused> {
        let actions = ("s3:GetObject", "s3:GetObjectVersion");
        let place = (input.bucket.as_str(), input.key.as_str());
        Ok(on_version(actions, place, input.version_id.as_deref()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<HeadObject>,
    ) -> Result<HeadObjectOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("partNumber", input.part_number.is_some()),
            (
                "x-amz-server-side-encryption-customer-algorithm",
                input.sse_customer_algorithm.is_some() || input.sse_customer_key.is_some(),
            ),
        ])?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        let conditions = ReadConditions {
            matches: input.if_match,
            matches_none: input.if_none_match,
            modified_since: input.if_modified_since,
            unmodified_since: input.if_unmodified_since,
        };
        conditions.check(&found)?;
        let whole = found.object.size;
        let range = range(input.range.as_deref(), whole)?;
        let mut output = HeadObjectOutput::default();
        show_head!(output, &found);
        let length = range
            .as_ref()
            .map_or(whole, |range| range.end - range.start);
        output.content_length = Some(size(length));
        if let Some(range) = &range {
            let last = range.end.saturating_sub(1);
            output.content_range = Some(format!("bytes {}-{last}/{whole}", range.start));
        } else if input.checksum_mode.as_deref() == Some("ENABLED") {
            let checksum = found.object.checksum.as_ref();
            show_checksum!(output, checksum);
            output.checksum_type = checksum.map(checksum_type);
        }
        Ok(output)
    }
}
