//! AWS::S3::Bucket

use model::{MadeResource, PARTITION};
use serde_json::{Map, Value, json};
use wire::s3::{
    CreateBucket, DeleteBucket, DeleteBucketCors, DeleteBucketEncryption, DeleteBucketLifecycle,
    DeleteBucketOwnershipControls, DeleteBucketTagging, DeletePublicAccessBlock, PutBucketAcl,
    PutBucketCors, PutBucketEncryption, PutBucketLifecycleConfiguration,
    PutBucketOwnershipControls, PutBucketTagging, PutBucketVersioning, PutPublicAccessBlock,
};

use super::super::values::pairs;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::configurations::{canned_acl, cors, encryption, lifecycle};

pub(in super::super) struct Bucket;

/// Where buckets are made without saying where.
const HOME: &str = "us-east-1";
/// Characters of a bucket's name.
const MOST: usize = 63;

impl ResourceType for Bucket {
    const NAME: &'static str = "AWS::S3::Bucket";
    const PROPERTIES: &'static [Property] = &[
        always("AccessControl"),
        always("BucketEncryption").holding(&[
            "ServerSideEncryptionConfiguration.BucketKeyEnabled",
            "ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID",
            "ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm",
        ]),
        fixed("BucketName"),
        always("CorsConfiguration").holding(&[
            "CorsRules.AllowedHeaders",
            "CorsRules.AllowedMethods",
            "CorsRules.AllowedOrigins",
            "CorsRules.ExposedHeaders",
            "CorsRules.Id",
            "CorsRules.MaxAge",
        ]),
        always("LifecycleConfiguration").holding(&[
            "Rules.AbortIncompleteMultipartUpload.DaysAfterInitiation",
            "Rules.ExpirationDate",
            "Rules.ExpirationInDays",
            "Rules.ExpiredObjectDeleteMarker",
            "Rules.Id",
            "Rules.NoncurrentVersionExpiration.NewerNoncurrentVersions",
            "Rules.NoncurrentVersionExpiration.NoncurrentDays",
            "Rules.NoncurrentVersionExpirationInDays",
            "Rules.Prefix",
            "Rules.Status",
        ]),
        always("OwnershipControls").holding(&["Rules.ObjectOwnership"]),
        always("PublicAccessBlockConfiguration").holding(&[
            "BlockPublicAcls",
            "BlockPublicPolicy",
            "IgnorePublicAcls",
            "RestrictPublicBuckets",
        ]),
        always("Tags"),
        always("VersioningConfiguration").holding(&["Status"]),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[
        "Arn",
        "DomainName",
        "DualStackDomainName",
        "RegionalDomainName",
        "WebsiteURL",
    ];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work
            .text("BucketName")
            .unwrap_or_else(|| work.own_name(MOST).to_ascii_lowercase());
        let mut input = json!({"Bucket": name});
        if work.stack.region != HOME {
            let place = json!({"LocationConstraint": work.stack.region});
            super::super::put(&mut input, "CreateBucketConfiguration", place);
        }
        if let Some(controls) = work.get("OwnershipControls") {
            let rules = super::super::values::items(controls.get("Rules"));
            let ownership = rules.first().and_then(|rule| rule.get("ObjectOwnership"));
            let ownership = ownership.cloned().unwrap_or_default();
            super::super::put(&mut input, "ObjectOwnership", ownership);
        }
        work.call_once::<CreateBucket>(input).await?;
        let made = shown(work, &name);
        match configure(work, &name, &Map::new()).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        configure(work, name, &before.properties).await?;
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() || !set.is_empty() {
            tag(work, name).await?;
        }
        Ok(shown(work, name))
    }

    /// Only an empty bucket goes.
    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"Bucket": made.physical_id});
        work.call_if_there::<DeleteBucket>(input).await?;
        Ok(())
    }
}

/// Makes the configurations what they are to be, each by its own operation.
async fn configure(work: &Work<'_>, name: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    if before.is_empty() && !work.tags().is_empty() {
        tag(work, name).await?;
    }
    access(work, name, before).await?;
    let bucket = json!({"Bucket": name});
    let is_new = |property: &str| before.get(property) != work.get(property);
    let with = |member: &str, value: Value| json!({"Bucket": name, member: value});
    match work.get("BucketEncryption") {
        _ if !is_new("BucketEncryption") => {}
        Some(given) => {
            let input = with("ServerSideEncryptionConfiguration", encryption(given)?);
            work.call::<PutBucketEncryption>(input).await?;
        }
        None => {
            work.call_if_there::<DeleteBucketEncryption>(bucket.clone())
                .await?;
        }
    }
    match work.get("CorsConfiguration") {
        _ if !is_new("CorsConfiguration") => {}
        Some(given) => {
            let input = with("CORSConfiguration", cors(given)?);
            work.call::<PutBucketCors>(input).await?;
        }
        None => {
            work.call_if_there::<DeleteBucketCors>(bucket.clone())
                .await?;
        }
    }
    match work.get("LifecycleConfiguration") {
        _ if !is_new("LifecycleConfiguration") => {}
        Some(given) => {
            let input = with("LifecycleConfiguration", lifecycle(given)?);
            work.call::<PutBucketLifecycleConfiguration>(input).await?;
        }
        None => {
            work.call_if_there::<DeleteBucketLifecycle>(bucket).await?;
        }
    }
    if is_new("VersioningConfiguration") {
        let wanted = work.get("VersioningConfiguration").cloned();
        let wanted = wanted.unwrap_or_else(|| json!({"Status": "Suspended"}));
        work.call::<PutBucketVersioning>(with("VersioningConfiguration", wanted))
            .await?;
    }
    Ok(())
}

/// Who may come in at all.
async fn access(work: &Work<'_>, name: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    let bucket = json!({"Bucket": name});
    let is_new = |property: &str| before.get(property) != work.get(property);
    match work.get("OwnershipControls") {
        _ if !is_new("OwnershipControls") => {}
        Some(controls) => {
            let input = json!({"Bucket": name, "OwnershipControls": controls});
            work.call::<PutBucketOwnershipControls>(input).await?;
        }
        None => {
            work.call_if_there::<DeleteBucketOwnershipControls>(bucket.clone())
                .await?;
        }
    }
    match work.get("PublicAccessBlockConfiguration") {
        _ if !is_new("PublicAccessBlockConfiguration") => {}
        Some(block) => {
            let input = json!({"Bucket": name, "PublicAccessBlockConfiguration": block});
            work.call::<PutPublicAccessBlock>(input).await?;
        }
        None => {
            work.call_if_there::<DeletePublicAccessBlock>(bucket)
                .await?;
        }
    }
    if is_new("AccessControl") {
        let acl = work.text("AccessControl");
        let acl = acl.map_or_else(|| "private".to_owned(), |acl| canned_acl(&acl));
        let input = json!({"Bucket": name, "ACL": acl});
        work.call::<PutBucketAcl>(input).await?;
    }
    Ok(())
}

/// All tags at once.
async fn tag(work: &Work<'_>, name: &str) -> Result<(), Failed> {
    let tags = work.tags();
    if tags.is_empty() {
        work.call_if_there::<DeleteBucketTagging>(json!({"Bucket": name}))
            .await?;
        return Ok(());
    }
    let input = json!({"Bucket": name, "Tagging": {"TagSet": pairs(&tags)}});
    work.call::<PutBucketTagging>(input).await?;
    Ok(())
}

fn shown(work: &Work<'_>, name: &str) -> Made {
    let region = &work.stack.region;
    Made::new(name)
        .with("Arn", format!("arn:{PARTITION}:s3:::{name}"))
        .with("DomainName", format!("{name}.s3.amazonaws.com"))
        .with(
            "DualStackDomainName",
            format!("{name}.s3.dualstack.{region}.amazonaws.com"),
        )
        .with(
            "RegionalDomainName",
            format!("{name}.s3.{region}.amazonaws.com"),
        )
        .with(
            "WebsiteURL",
            format!("http://{name}.s3-website-{region}.amazonaws.com"),
        )
}
