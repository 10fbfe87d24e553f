//! Cancels an export task: each is complete already.

use wire::Failure;
use wire::logs::{CancelExportTask, CancelExportTaskRequest};

use super::super::failures::not_found;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CancelExportTask> for Rooms {
    fn needs(&self, _: &Call, _: &CancelExportTaskRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:CancelExportTask").into())
    }

    async fn handle(&self, authorized: Authorized<CancelExportTask>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        if !settings.export_tasks.contains_key(&input.task_id) {
            return Err(not_found("The specified export task does not exist."));
        }
        let message = "The specified export task has already finished.";
        Err(Failure::new("InvalidOperationException", 400, message).into())
    }
}
