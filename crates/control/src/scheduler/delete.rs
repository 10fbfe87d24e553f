//! Deletes a schedule.

use model::ScheduleRecord;
use wire::scheduler::{DeleteSchedule, DeleteScheduleInput, DeleteScheduleOutput};

use super::failures::no_schedule;
use super::read::{ask, check_group, id};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteSchedule> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteScheduleInput) -> Result<Needs, Refused> {
        Ok(ask(call, "scheduler:DeleteSchedule", &input.name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteSchedule>,
    ) -> Result<DeleteScheduleOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_group(input.group_name.as_deref())?;
        let id = id(&call, &input.name);
        let found = self.records.get::<ScheduleRecord>(&id).await?;
        let found = found.ok_or_else(|| no_schedule(&input.name))?;
        self.records
            .delete::<ScheduleRecord>(&id, found.version)
            .await?;
        Ok(DeleteScheduleOutput {})
    }
}
