//! The bucket that an export goes to, when CloudWatch Logs and whoever asks may both write there.
//!
//! The bucket's policy must let the service in ("Export log data to Amazon S3", user guide), and "you must use
//! credentials that have permission to write to the S3 bucket" (API reference, CreateExportTask), which S3 itself
//! decides of each write.

use bytes::Bytes;
use http::{Request, header};
use identity::{NamedPolicy, Permissions};
use model::BucketRecord;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use policy::{Context, Kind, Policies, Principal, decide};

use super::super::failures::invalid;
use super::super::group::Group;
use crate::body::read_whole;
use crate::call::Call;
use crate::control::{Control, Inside, Told};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What stands as it is in the path of an object.
const KEY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

pub(super) struct Bucket<'a> {
    rooms: &'a Rooms,
    call: &'a Call,
    name: &'a str,
}

impl<'a> Bucket<'a> {
    pub(super) async fn open(
        rooms: &'a Rooms,
        call: &'a Call,
        group: &Group,
        name: &'a str,
    ) -> Result<Self, Refused> {
        let found = rooms.find_bucket(name).await?;
        let found = found.ok_or_else(|| {
            invalid("The given bucket does not exist. Please make sure the bucket is valid.")
        })?;
        if rooms.identity.config().permissions == Permissions::Enforce {
            check_policy(&found.record, group)?;
        }
        Ok(Self { rooms, call, name })
    }

    /// AWS leaves this object behind in every prefix.
    pub(super) async fn try_out(&self, prefix: &str) -> Result<(), Refused> {
        let key = format!("{prefix}/aws-logs-write-test");
        let body = b"Permission Check Successful".to_vec();
        let put = self.put(&key, body).await;
        put.map_err(|_| not_let_in("PutObject"))
    }

    /// Why it could not be put, if it could not.
    pub(super) async fn put(&self, key: &str, body: Vec<u8>) -> Result<(), String> {
        let key = utf8_percent_encode(key, KEY);
        let request = Request::put(format!("/{}/{key}", self.name))
            .header(
                header::HOST,
                format!("s3.{}.amazonaws.com", self.call.region()),
            )
            .body(Bytes::from(body))
            .map_err(|error| error.to_string())?;
        let control = Control::over(self.rooms);
        let answer = control.call(Inside {
            caller: self.call.caller().clone(),
            service: "s3".to_owned(),
            region: self.call.region().clone(),
            request,
            told: Told::Every,
        });
        let answer = answer.await;
        if answer.status().is_success() {
            return Ok(());
        }
        let body = read_whole(answer.into_body()).await?;
        Err(String::from_utf8_lossy(&body).into_owned())
    }
}

/// A bucket without a policy lets no service in.
fn check_policy(bucket: &BucketRecord, group: &Group) -> Result<(), Refused> {
    let document = bucket.policy.as_deref();
    let document = document.ok_or_else(|| not_let_in("GetBucketAcl"))?;
    let name = format!("policy of the bucket {}", bucket.name);
    let policy = NamedPolicy::compile(name, document, Kind::Resource);
    for (operation, resource) in [
        ("GetBucketAcl", bucket.arn()),
        ("PutObject", format!("{}/*", bucket.arn())),
    ] {
        if !lets_in(&policy, group, operation, &resource) {
            return Err(not_let_in(operation));
        }
    }
    Ok(())
}

fn not_let_in(operation: &str) -> Refused {
    invalid(format!(
        "{operation} call on the given bucket failed. Please check if CloudWatch Logs has been granted permission to \
         perform this operation."
    ))
}

/// Under either of the names that the service has.
fn lets_in(policy: &NamedPolicy, group: &Group, operation: &str, resource: &str) -> bool {
    let regional = format!("logs.{}.amazonaws.com", group.region);
    let action = format!("s3:{operation}");
    ["logs.amazonaws.com", regional.as_str()]
        .iter()
        .any(|name| {
            let principal = Principal::Service((*name).to_owned());
            let mut context = Context::new();
            context.set("aws:SourceArn", group.arn());
            context.set("aws:SourceAccount", group.account.as_str());
            context.set("s3:x-amz-acl", "bucket-owner-full-control");
            let request = policy::Request {
                principal: &principal,
                action: &action,
                resource,
                resource_account: group.account.as_str(),
                context: &context,
            };
            let policies = Policies {
                resource: Some(policy.source()),
                ..Policies::default()
            };
            decide(&request, &policies).is_allowed()
        })
}
