//! Cancels an export task: there is none.

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
        authorized.into_parts();
        Err(not_found("The specified export task does not exist."))
    }
}
