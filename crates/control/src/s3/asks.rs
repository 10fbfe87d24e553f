//! What is asked of a caller, and what a stored bucket or object brings to the answer.

use std::collections::BTreeMap;

use identity::NamedPolicy;
use model::{BucketRecord, ObjectRecord};
use policy::Kind;
use store::Stored;

use super::{policy_status, tagging};
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) fn bucket_arn(bucket: &str) -> String {
    format!("arn:{}:s3:::{bucket}", model::PARTITION)
}

pub(super) fn on_bucket(action: &'static str, bucket: &str) -> Ask {
    Ask::on(action, bucket_arn(bucket))
}

pub(super) fn on_object(action: &'static str, bucket: &str, key: &str) -> Ask {
    Ask::on(action, format!("{}/{key}", bucket_arn(bucket)))
}

/// The action on the current version, or the other on a named one.
pub(super) fn on_version(
    (current, versioned): (&'static str, &'static str),
    (bucket, key): (&str, &str),
    version: Option<&str>,
) -> Ask {
    match version {
        None => on_object(current, bucket, key),
        Some(version) => {
            on_object(versioned, bucket, key).key_where_listed("s3:versionid", version)
        }
    }
}

/// Sets those keys whose values are given, where the action has them.
pub(super) fn with(ask: Ask, keys: &[(&'static str, Option<&str>)]) -> Ask {
    let given = keys
        .iter()
        .filter_map(|(key, value)| Some((*key, (*value)?)));
    given.fold(ask, |ask, (key, value)| ask.key_where_listed(key, value))
}

/// Whether the request makes an object, so that a policy which asks for `If-None-Match` can leave out
/// the steps of an upload before its last, which have no such header (S3 user guide, "Enforce
/// conditional writes on Amazon S3 buckets").
pub(super) const CREATES: (&str, Option<&str>) = ("s3:ObjectCreationOperation", Some("true"));
pub(super) const PREPARES: (&str, Option<&str>) = ("s3:ObjectCreationOperation", Some("false"));

/// The tags that come with an object, `a=1&b=2`.
fn bringing_tags(ask: Ask, tagging: Option<&str>) -> Ask {
    let tags = tagging::of_header(tagging).unwrap_or_default();
    let mut ask = ask;
    for (key, value) in &tags {
        ask = ask.key_where_listed(format!("s3:RequestObjectTag/{key}"), value);
    }
    ask.keys("s3:RequestObjectTagKeys", tags.into_keys().collect())
}

/// What the writing of an object asks for: itself, and what its access control list and its tags need
/// (S3 user guide, "Required permissions for Amazon S3 API operations").
pub(super) fn of_writing(
    (bucket, key): (&str, &str),
    keys: &[(&'static str, Option<&str>)],
    (acl, tags): (Option<&str>, Option<&str>),
) -> Vec<Ask> {
    let writing = with(on_object("s3:PutObject", bucket, key), keys);
    let mut asks = vec![bringing_tags(writing, tags)];
    if acl.is_some() {
        asks.push(with(on_object("s3:PutObjectAcl", bucket, key), keys));
    }
    if tags.is_some() {
        let tagging = on_object("s3:PutObjectTagging", bucket, key);
        asks.push(bringing_tags(tagging, tags));
    }
    asks
}

/// Whose the bucket is, its policy, and the tags of the object that is there already: of the version that
/// is asked for, since another one's may say what this one's do not.
pub(crate) async fn complete(rooms: &Rooms, ask: Ask, resource: &str) -> Result<Ask, Refused> {
    // A name is asked for, and not the bucket that somebody may have under it.
    if ask.action() == "s3:CreateBucket" {
        return Ok(ask);
    }
    let (bucket, key) = resource.split_once('/').unwrap_or((resource, ""));
    let Some(found) = rooms.find_bucket(bucket).await? else {
        return Ok(ask);
    };
    let account = found.record.account.clone();
    let ask = ask.key_where_listed("s3:ResourceAccount", account.as_str());
    let ask = existing_tags(rooms, ask, &found, key).await?;
    let ask = ask.owned_by(account, policy_of(&found.record));
    Ok(restricted(ask, &found.record))
}

fn policy_of(bucket: &BucketRecord) -> Option<NamedPolicy> {
    let document = bucket.policy.as_deref()?;
    let name = format!("policy of the bucket {}", bucket.name);
    Some(NamedPolicy::compile(name, document, Kind::Resource))
}

/// S3 user guide, "Blocking public access": with RestrictPublicBuckets a public policy speaks to the
/// account and to services alone, and here to no service either.
fn restricted(ask: Ask, bucket: &BucketRecord) -> Ask {
    let is_public = bucket
        .policy
        .as_deref()
        .is_some_and(policy_status::is_public);
    if bucket.public_access.restrict_public_buckets && is_public {
        return ask.for_own_account();
    }
    ask
}

async fn existing_tags(
    rooms: &Rooms,
    ask: Ask,
    bucket: &Stored<BucketRecord>,
    key: &str,
) -> Result<Ask, Refused> {
    let listed = reference::action(ask.action()).is_some_and(|action| {
        let mut keys = action.all_condition_keys().into_iter();
        keys.any(|key| key.matches("s3:ExistingObjectTag/a"))
    });
    if key.is_empty() || !listed {
        return Ok(ask);
    }
    let id = ObjectRecord::id_of(&bucket.record.account, &bucket.record.name, key);
    let found = rooms.records.get::<ObjectRecord>(&id).await?;
    let asked = ask.value("s3:versionid");
    let tags: BTreeMap<String, String> = found
        .and_then(|found| {
            let version = match asked {
                Some(id) => found.record.version(id),
                None => found.record.current(),
            };
            version?.object.clone()
        })
        .map(|object| object.tags)
        .unwrap_or_default();
    Ok(tags.into_iter().fold(ask, |ask, (key, value)| {
        ask.key_where_listed(format!("s3:ExistingObjectTag/{key}"), value)
    }))
}
