//! Writes the events of a group into a bucket, a file for each stream.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use model::{LogExportTask, LogSettingsRecord, LogStreamRecord};
use wire::logs::{CreateExportTask, CreateExportTaskRequest, CreateExportTaskResponse};

use super::super::events::{self, Found, Span};
use super::super::failures::invalid;
use super::super::group::Group;
use super::bucket::Bucket;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// As much is remembered of an account's tasks in a region.
const MOST_REMEMBERED: usize = 1_000;
const USUAL_PREFIX: &str = "exportedlogs";

impl Handle<CreateExportTask> for Rooms {
    fn needs(&self, call: &Call, input: &CreateExportTaskRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask_plainly("logs:CreateExportTask").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateExportTask>,
    ) -> Result<CreateExportTaskResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let kept = self.log_group(&group).await?.record;
        if input.from > input.to {
            return Err(invalid("The start time is after the end time."));
        }
        let bucket = Bucket::open(self, &call, &group, &input.destination).await?;
        let prefix = input.destination_prefix.as_deref().unwrap_or(USUAL_PREFIX);
        bucket.try_out(prefix).await?;
        let id = uuid::Uuid::new_v4().to_string();
        let span = Span::new(Some(input.from), Some(input.to), &kept, call.now());
        let wanted = input.log_stream_name_prefix.as_deref().unwrap_or_default();
        let mut failure = None;
        for stream in self
            .records
            .list::<LogStreamRecord>(&group.inside())
            .await?
        {
            let stream = stream.record;
            if !stream.name.starts_with(wanted) {
                continue;
            }
            let found = events::of_stream(&self.records, &stream, span.with_end_included()).await?;
            if found.is_empty() {
                continue;
            }
            let folder = stream.name.replace('/', "-");
            let key = format!("{prefix}/{id}/{folder}/000000.gz");
            if let Err(cause) = bucket.put(&key, packed(&found)?).await {
                failure = Some(cause);
                break;
            }
        }
        let task = LogExportTask {
            name: input.task_name,
            group: input.log_group_name,
            from: input.from,
            to: input.to,
            destination: input.destination,
            prefix: prefix.to_owned(),
            created: call.now(),
            failure,
        };
        let remember = |settings: &mut LogSettingsRecord| {
            settings.export_tasks.insert(id.clone(), task.clone());
            forget_oldest(settings);
            Ok(())
        };
        self.change_log_settings(&call, remember).await?;
        Ok(CreateExportTaskResponse { task_id: Some(id) })
    }
}

fn forget_oldest(settings: &mut LogSettingsRecord) {
    let tasks = &mut settings.export_tasks;
    if tasks.len() <= MOST_REMEMBERED {
        return;
    }
    let oldest = tasks.iter().min_by_key(|(_, task)| task.created);
    if let Some(oldest) = oldest.map(|(id, _)| id.clone()) {
        tasks.remove(&oldest);
    }
}

/// Lines of a time and a message.
fn packed(found: &[Found]) -> Result<Vec<u8>, Refused> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    for event in found {
        let at = jiff::Timestamp::from_millisecond(event.at.millis()).map_err(Refused::internal)?;
        let at = at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ");
        writeln!(encoder, "{at} {}", event.message).map_err(Refused::internal)?;
    }
    encoder.finish().map_err(Refused::internal)
}
