//! Makes a mapping, and with it a poller.

use model::{EventSourceMappingRecord, FunctionArn};
use wire::lambda::{
    CreateEventSourceMapping, CreateEventSourceMappingRequest, EventSourceMappingConfiguration,
};

use super::{checks, settings};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::lambda::failures::conflict;
use crate::lambda::target::Target;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

const DEFAULT_BATCH_SIZE: u32 = 10;

impl Handle<CreateEventSourceMapping> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &CreateEventSourceMappingRequest,
    ) -> Result<Needs, Refused> {
        let function = Target::read(call, &input.function_name, None)?.unqualified();
        let tags = input.tags.clone().unwrap_or_default();
        let ask = Ask::anything("lambda:CreateEventSourceMapping").bringing_tags(&tags);
        Ok(ask
            .key_where_listed("lambda:FunctionArn", function.to_string())
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateEventSourceMapping>,
    ) -> Result<EventSourceMappingConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let source = checks::source(&input)?;
        let stream = settings::of(&input, &source, call.now())?;
        checks::refuse_unserved_members(&input, stream.is_some())?;
        let usual = match stream {
            Some(_) => settings::DEFAULT_BATCH_SIZE,
            None => DEFAULT_BATCH_SIZE,
        };
        let number = |value: Option<i32>| value.and_then(|value| u32::try_from(value).ok());
        let types = input.function_response_types.as_ref();
        let record = EventSourceMappingRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            uuid: uuid::Uuid::new_v4().to_string(),
            function: self.mapped_function(&call, &input.function_name)?,
            source,
            enabled: input.enabled.unwrap_or(true),
            batch_size: number(input.batch_size).unwrap_or(usual),
            batching_window_seconds: number(input.maximum_batching_window_in_seconds)
                .unwrap_or_default(),
            filters: checks::filters(input.filter_criteria.as_ref())?,
            reports_item_failures: types.is_some_and(|types| !types.is_empty()),
            maximum_concurrency: checks::concurrency(input.scaling_config.as_ref()),
            stream,
            tags: marked(input.tags.clone().unwrap_or_default()),
            modified: call.now(),
        };
        checks::batch(&record)?;
        self.refuse_second(&call, &record.function, &record).await?;
        self.check_source(&call, &record).await?;
        self.records.create(&record).await?;
        self.shown_mapping(&record, "Creating").await
    }
}

impl Rooms {
    /// One queue or stream goes to a function once.
    async fn refuse_second(
        &self,
        call: &Call,
        function: &FunctionArn,
        wanted: &EventSourceMappingRecord,
    ) -> Result<(), Refused> {
        let prefix = format!("{}/{}/", call.account(), call.region());
        let all = self
            .records
            .list::<EventSourceMappingRecord>(&prefix)
            .await?;
        let same = all
            .iter()
            .map(|stored| &stored.record)
            .find(|known| known.source == wanted.source && known.function == *function);
        match same {
            Some(known) if known.stream.is_some() => Err(conflict(format!(
                "The event source arn (\" {} \") and function (\" {} \") provided mapping already \
                 exists. Please update or delete the existing mapping with UUID {}",
                known.source, function.name, known.uuid
            ))),
            Some(known) => Err(conflict(format!(
                "An event source mapping with SQS arn (\" {} \") and function (\" {} \") already \
                 exists. Please update or delete the existing mapping with UUID {}",
                known.source, function.name, known.uuid
            ))),
            None => Ok(()),
        }
    }
}
