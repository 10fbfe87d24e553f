//! The policy of a bucket, which our engine decides by.

use policy::{Kind, Policy, PolicyType};
use wire::Failure;
use wire::s3::{
    DeleteBucketPolicy, DeleteBucketPolicyRequest, GetBucketPolicy, GetBucketPolicyOutput,
    GetBucketPolicyRequest, GetBucketPolicyStatus, GetBucketPolicyStatusOutput,
    GetBucketPolicyStatusRequest, PolicyStatus, PutBucketPolicy, PutBucketPolicyRequest,
};

use super::super::asks::{bucket_arn, on_bucket};
use super::super::failures::absent;
use super::super::policy_status;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 user guide, "Bucket policies": they are limited to 20 KB.
const MOST_BYTES: usize = 20 * 1024;

impl Handle<GetBucketPolicy> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketPolicyRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketPolicy", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketPolicy>,
    ) -> Result<GetBucketPolicyOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        let policy = self.policy_of_bucket(&input.bucket, expected).await?;
        Ok(GetBucketPolicyOutput {
            policy: Some(policy),
        })
    }
}

impl Handle<GetBucketPolicyStatus> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketPolicyStatusRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketPolicyStatus", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketPolicyStatus>,
    ) -> Result<GetBucketPolicyStatusOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        let policy = self.policy_of_bucket(&input.bucket, expected).await?;
        let is_public = policy_status::is_public(&policy);
        Ok(GetBucketPolicyStatusOutput {
            policy_status: Some(PolicyStatus {
                is_public: Some(is_public),
            }),
        })
    }
}

impl Handle<PutBucketPolicy> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketPolicyRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketPolicy", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        check(&input.policy, &input.bucket)?;
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            if bucket.public_access.block_public_policy && policy_status::is_public(&input.policy) {
                return Err(blocked(&call, &bucket.name));
            }
            bucket.policy = Some(input.policy.clone());
            Ok(())
        })
        .await?;
        let arn = bucket_arn(&input.bucket);
        let kind = PolicyType::Resource;
        policy_lint::tell::<PutBucketPolicy>(self, &call, &arn, kind, &input.policy);
        Ok(())
    }
}

impl Handle<DeleteBucketPolicy> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketPolicyRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:DeleteBucketPolicy", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucketPolicy>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            bucket.policy = None;
            Ok(())
        })
        .await
    }
}

impl Rooms {
    async fn policy_of_bucket(
        &self,
        name: &str,
        expected_owner: Option<&str>,
    ) -> Result<String, Refused> {
        let bucket = self.bucket(name, expected_owner).await?;
        let missing = || {
            let message = "The bucket policy does not exist";
            absent("NoSuchBucketPolicy", message, name)
        };
        bucket.policy.ok_or_else(missing)
    }
}

/// AWS says of a bad policy that it is malformed, and of what is wrong in it in one sentence.
fn check(document: &str, bucket: &str) -> Result<(), Refused> {
    let malformed = |message: &str| Failure::new("MalformedPolicy", 400, message);
    if document.len() > MOST_BYTES {
        return Err(
            malformed("Normalized policy document exceeds the maximum allowed size").into(),
        );
    }
    if serde_json::from_str::<serde_json::Value>(document).is_err() {
        let message = "Policies must be valid JSON and the first byte must be '{'";
        return Err(malformed(message).into());
    }
    Policy::parse(document, Kind::Resource).map_err(|error| malformed(&error.to_string()))?;
    check_resources(document, bucket).map_err(|message| malformed(message).into())
}

/// Every resource is the bucket or what is in it.
fn check_resources(document: &str, bucket: &str) -> Result<(), &'static str> {
    let policy: serde_json::Value = serde_json::from_str(document).unwrap_or_default();
    let statements = match policy.get("Statement") {
        Some(serde_json::Value::Array(statements)) => statements.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let arn = bucket_arn(bucket);
    let within = |resource: &str| {
        resource
            .strip_prefix(&arn)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for statement in statements {
        let resources = match statement.get("Resource") {
            Some(serde_json::Value::Array(resources)) => resources.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        if !resources
            .iter()
            .filter_map(|resource| resource.as_str())
            .all(within)
        {
            return Err("Policy has invalid resource");
        }
    }
    Ok(())
}

/// In the words of AWS since it tells of account and bucket.
fn blocked(call: &Call, bucket: &str) -> Refused {
    let message = format!(
        "User: {} is not authorized to perform: s3:PutBucketPolicy on resource: \"{}\" because \
         public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.",
        call.caller().arn(),
        bucket_arn(bucket)
    );
    super::super::failures::access_denied(&message)
}
