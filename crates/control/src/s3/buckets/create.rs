//! Makes a bucket.

use std::collections::BTreeMap;

use model::{BucketRecord, PublicAccess, Region};
use store::StoreError;
use wire::Failure;
use wire::s3::{CreateBucket, CreateBucketOutput, CreateBucketRequest};

use super::super::asks::{bucket_arn, on_bucket, with};
use super::super::failures::{no_acls, refuse_unserved, with as failure};
use super::super::{configurations, tagging};
use super::names;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

const OWNER_ENFORCED: &str = "BucketOwnerEnforced";

impl Handle<CreateBucket> for Rooms {
    fn needs(&self, _: &Call, input: &CreateBucketRequest) -> Result<Needs, Refused> {
        let configuration = input.create_bucket_configuration.as_ref();
        let place = configuration.and_then(|given| given.location_constraint.as_deref());
        let ask = with(
            on_bucket("s3:CreateBucket", &input.bucket),
            &[
                ("s3:locationconstraint", place),
                ("s3:x-amz-acl", input.acl.as_deref()),
                (
                    "s3:x-amz-bucket-namespace",
                    input.bucket_namespace.as_deref(),
                ),
                (
                    "s3:x-amz-object-ownership",
                    input.object_ownership.as_deref(),
                ),
            ],
        );
        let mut asks = vec![ask];
        // S3 API reference, CreateBucket, "Permissions".
        if input.object_ownership.is_some() {
            asks.push(on_bucket("s3:PutBucketOwnershipControls", &input.bucket));
        }
        let tags = configuration.and_then(|given| given.tags.clone());
        if let Some(tags) = tags.filter(|tags| !tags.is_empty()) {
            let tags = tagging::of_bucket(tags)?;
            let ask = on_bucket("s3:TagResource", &input.bucket);
            asks.push(ask.bringing_tags(&tags));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateBucket>,
    ) -> Result<CreateBucketOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_unserved(&input)?;
        names::check(&input.bucket)?;
        let configuration = input.create_bucket_configuration.unwrap_or_default();
        let region = place(&call, configuration.location_constraint.as_deref())?;
        let mut record = BucketRecord {
            account: call.account().clone(),
            region,
            name: input.bucket,
            created: call.now(),
            versioning: None,
            tags: marked(tagging::of_bucket(configuration.tags.unwrap_or_default())?),
            policy: None,
            public_access: PublicAccess::default(),
            configurations: BTreeMap::new(),
        };
        if let Some(ownership) = input.object_ownership {
            configurations::set_ownership(&mut record, &ownership)?;
        }
        let _naming = self.naming.write().await;
        self.check_free(&record).await?;
        self.records
            .create(&record)
            .await
            .map_err(|error| match error {
                StoreError::Conflict { .. } => taken_by_you(&record.name),
                other => other.into(),
            })?;
        Ok(CreateBucketOutput {
            location: Some(format!("/{}", record.name)),
            bucket_arn: Some(bucket_arn(&record.name)),
        })
    }
}

impl Rooms {
    async fn check_free(&self, wanted: &BucketRecord) -> Result<(), Refused> {
        match self.find_bucket(&wanted.name).await? {
            None => Ok(()),
            Some(found) if found.record.account == wanted.account => {
                Err(taken_by_you(&wanted.name))
            }
            Some(_) => {
                let message = "The requested bucket name is not available. The bucket namespace is \
                               shared by all users of the system. Please select a different name \
                               and try again.";
                let fields = [("BucketName", wanted.name.as_str())];
                Err(failure("BucketAlreadyExists", 409, message, &fields))
            }
        }
    }
}

fn taken_by_you(name: &str) -> Refused {
    let message = "Your previous request to create the named bucket succeeded and you already own \
                   it.";
    failure(
        "BucketAlreadyOwnedByYou",
        409,
        message,
        &[("BucketName", name)],
    )
}

fn check_unserved(input: &CreateBucketRequest) -> Result<(), Refused> {
    let configuration = input.create_bucket_configuration.as_ref();
    let directory =
        configuration.is_some_and(|given| given.bucket.is_some() || given.location.is_some());
    refuse_unserved(&[
        (
            "x-amz-grant-full-control",
            input.grant_full_control.is_some(),
        ),
        ("x-amz-grant-read", input.grant_read.is_some()),
        ("x-amz-grant-read-acp", input.grant_read_acp.is_some()),
        ("x-amz-grant-write", input.grant_write.is_some()),
        ("x-amz-grant-write-acp", input.grant_write_acp.is_some()),
        (
            "x-amz-bucket-object-lock-enabled",
            input.object_lock_enabled_for_bucket == Some(true),
        ),
        (
            "x-amz-bucket-namespace",
            input
                .bucket_namespace
                .as_deref()
                .is_some_and(|name| name != "global"),
        ),
        ("a directory bucket", directory),
    ])?;
    match (input.acl.as_deref(), input.object_ownership.as_deref()) {
        (None | Some("private"), _) => Ok(()),
        (Some(_), None | Some(OWNER_ENFORCED)) => {
            let message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced \
                           setting";
            Err(Failure::new("InvalidBucketAclWithObjectOwnership", 400, message).into())
        }
        (Some(_), Some(_)) => Err(no_acls()),
    }
}

/// S3 API reference, CreateBucket: a request to us-east-1 may name any region, and elsewhere it names
/// the one that it is sent to.
fn place(call: &Call, constraint: Option<&str>) -> Result<Region, Refused> {
    let here = call.region();
    let is_everywhere = here.as_str() == "us-east-1";
    let named = constraint.map(|name| if name == "EU" { "eu-west-1" } else { name });
    match named {
        None if is_everywhere => Ok(here.clone()),
        Some(name) if name == here.as_str() && !is_everywhere => Ok(here.clone()),
        Some(name) if is_everywhere && name != "us-east-1" => Region::new(name).map_err(|_| {
            let message = "The specified location-constraint is not valid";
            let fields = [("LocationConstraint", name)];
            failure("InvalidLocationConstraint", 400, message, &fields)
        }),
        Some(name) if is_everywhere => {
            let message = "The specified location-constraint is not valid";
            let fields = [("LocationConstraint", name)];
            Err(failure("InvalidLocationConstraint", 400, message, &fields))
        }
        other => {
            let place = other.unwrap_or("unspecified");
            let message = format!(
                "The {place} location constraint is incompatible for the region specific endpoint \
                 this request was sent to."
            );
            Err(Failure::new("IllegalLocationConstraintException", 400, message).into())
        }
    }
}
