//! Who owns what others put into a bucket. Access control lists are void here, so that only the setting
//! that makes them void can be put.

use model::BucketRecord;
use wire::s3::{
    DeleteBucketOwnershipControls, DeleteBucketOwnershipControlsRequest,
    GetBucketOwnershipControls, GetBucketOwnershipControlsOutput,
    GetBucketOwnershipControlsRequest, OwnershipControls, OwnershipControlsRule,
    PutBucketOwnershipControls, PutBucketOwnershipControlsRequest,
};

use super::super::asks::on_bucket;
use super::super::failures::malformed_xml;
use super::{Kept, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const OWNERSHIP: Kept = Kept {
    name: "ownershipControls",
    code: "OwnershipControlsNotFoundError",
    message: "The bucket ownership controls were not found",
};
const ENFORCED: &str = "BucketOwnerEnforced";
const KNOWN: [&str; 3] = [ENFORCED, "BucketOwnerPreferred", "ObjectWriter"];

/// Of a bucket that is being made.
pub(in super::super) fn set_ownership(
    record: &mut BucketRecord,
    ownership: &str,
) -> Result<(), Refused> {
    if !KNOWN.contains(&ownership) {
        return Err(malformed_xml());
    }
    let value = wire::keep(controls(ownership));
    record
        .configurations
        .insert(OWNERSHIP.name.to_owned(), value);
    Ok(())
}

fn controls(ownership: &str) -> OwnershipControls {
    OwnershipControls {
        rules: vec![OwnershipControlsRule {
            object_ownership: ownership.to_owned(),
        }],
    }
}

impl Handle<GetBucketOwnershipControls> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketOwnershipControlsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketOwnershipControls", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketOwnershipControls>,
    ) -> Result<GetBucketOwnershipControlsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        if bucket.configurations.get(OWNERSHIP.name) == Some(&serde_json::Value::Null) {
            return Err(missing(OWNERSHIP.code, OWNERSHIP.message, &bucket.name));
        }
        // New buckets have it (S3 user guide, "Controlling ownership of objects").
        let kept = super::read(&bucket, &OWNERSHIP);
        Ok(GetBucketOwnershipControlsOutput {
            ownership_controls: Some(kept.unwrap_or_else(|| controls(ENFORCED))),
        })
    }
}

impl Handle<PutBucketOwnershipControls> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketOwnershipControlsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketOwnershipControls", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutBucketOwnershipControls>,
    ) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let rules = &input.ownership_controls.rules;
        let [rule] = rules.as_slice() else {
            return Err(malformed_xml());
        };
        if !KNOWN.contains(&rule.object_ownership.as_str()) {
            return Err(malformed_xml());
        }
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        self.put_configuration(&OWNERSHIP, place, input.ownership_controls)
            .await
    }
}

impl Handle<DeleteBucketOwnershipControls> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &DeleteBucketOwnershipControlsRequest,
    ) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketOwnershipControls", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteBucketOwnershipControls>,
    ) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |record| {
            let name = OWNERSHIP.name.to_owned();
            record.configurations.insert(name, serde_json::Value::Null);
            Ok(())
        })
        .await
    }
}
