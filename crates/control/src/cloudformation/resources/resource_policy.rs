//! Types that are the policy of some resources of another service: AWS::SQS::QueuePolicy, AWS::SNS::TopicPolicy.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value};

use super::naming::short_name;
use super::values::{text, texts};
use super::{Failed, Made, Property, ResourceType, Work, always};

/// What has the policy, and how it is given.
pub(super) trait PolicyHolders: 'static {
    const NAME: &'static str;
    /// The property that names them.
    const HOLDERS: &'static str;

    /// Gives one the policy.
    fn give(
        work: &Work<'_>,
        holder: &str,
        document: &str,
    ) -> impl Future<Output = Result<(), Failed>> + Send;

    /// Takes it from one, if that is still there.
    fn take(work: &Work<'_>, holder: &str) -> impl Future<Output = Result<(), Failed>> + Send;
}

impl<H: PolicyHolders> ResourceType for H {
    const NAME: &'static str = <H as PolicyHolders>::NAME;
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument").required(),
        always(H::HOLDERS).required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = short_name(work);
        match give_all::<H>(work).await {
            Ok(()) => Ok(shown(&id)),
            Err(failed) => Err(failed.leaving(shown(&id))),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        give_all::<H>(work).await?;
        let has = holders::<H>(work.properties);
        let had = holders::<H>(&before.properties);
        for gone in had.difference(&has) {
            H::take(work, gone).await?;
        }
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        for holder in holders::<H>(&made.properties) {
            H::take(work, &holder).await?;
        }
        Ok(())
    }
}

async fn give_all<H: PolicyHolders>(work: &Work<'_>) -> Result<(), Failed> {
    let document = work.get("PolicyDocument").map(text).unwrap_or_default();
    for holder in holders::<H>(work.properties) {
        H::give(work, &holder, &document).await?;
    }
    Ok(())
}

fn holders<H: PolicyHolders>(properties: &Map<String, Value>) -> BTreeSet<String> {
    texts(properties.get(H::HOLDERS)).into_iter().collect()
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
