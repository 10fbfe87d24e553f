//! Tells of a schedule.

use model::ScheduleRecord;
use wire::scheduler::{GetSchedule, GetScheduleInput, GetScheduleOutput};

use super::failures::no_schedule;
use super::read::{ask, check_group, id};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSchedule> for Rooms {
    fn needs(&self, call: &Call, input: &GetScheduleInput) -> Result<Needs, Refused> {
        Ok(ask(call, "scheduler:GetSchedule", &input.name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetSchedule>,
    ) -> Result<GetScheduleOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_group(input.group_name.as_deref())?;
        let found = self
            .records
            .get::<ScheduleRecord>(&id(&call, &input.name))
            .await?;
        let found = found.ok_or_else(|| no_schedule(&input.name))?;
        Ok(shown::whole(found.record))
    }
}
