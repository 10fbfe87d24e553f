//! Tags of what has an ARN `arn:aws:apigateway:REGION::/…`.

use model::{MadeResource, PARTITION};
use serde_json::{Value, json};
use wire::apigateway::{TagResource, UntagResource};

use super::super::{Failed, Work};

/// For an input of a creation: nothing if there are none.
pub(super) fn given(work: &Work<'_>) -> Option<(String, Value)> {
    let tags = work.tags();
    (!tags.is_empty()).then(|| ("tags".to_owned(), json!(tags)))
}

/// `path` is such as `restapis/abc`.
pub(super) async fn update(
    work: &Work<'_>,
    path: &str,
    before: &MadeResource,
) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    let arn = arn(work, path);
    if !gone.is_empty() {
        work.call::<UntagResource>(json!({"resourceArn": arn, "tagKeys": gone}))
            .await?;
    }
    if !set.is_empty() {
        work.call::<TagResource>(json!({"resourceArn": arn, "tags": set}))
            .await?;
    }
    Ok(())
}

/// Where a creation cannot bring them.
pub(super) async fn add(work: &Work<'_>, path: &str) -> Result<(), Failed> {
    let tags = work.tags();
    if !tags.is_empty() {
        let input = json!({"resourceArn": arn(work, path), "tags": tags});
        work.call::<TagResource>(input).await?;
    }
    Ok(())
}

fn arn(work: &Work<'_>, path: &str) -> String {
    format!("arn:{PARTITION}:apigateway:{}::/{path}", work.stack.region)
}
