//! AWS::Logs::LogStream

use model::MadeResource;
use serde_json::json;
use wire::logs::{CreateLogStream, DeleteLogStream};

use super::super::values::property;
use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct LogStream;

impl ResourceType for LogStream {
    const NAME: &'static str = "AWS::Logs::LogStream";
    const PROPERTIES: &'static [Property] =
        &[fixed("LogGroupName").required(), fixed("LogStreamName")];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (group, name) = (
            work.required("LogGroupName")?,
            work.name("LogStreamName", 512),
        );
        let input = json!({"logGroupName": group, "logStreamName": name});
        work.call_once::<CreateLogStream>(input).await?;
        Ok(Made::new(name))
    }

    /// Every change needs a new stream.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let group = property(&made.properties, "LogGroupName");
        let input = json!({"logGroupName": group, "logStreamName": made.physical_id});
        work.call_if_there::<DeleteLogStream>(input).await?;
        Ok(())
    }
}
