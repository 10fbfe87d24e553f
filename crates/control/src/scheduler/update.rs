//! Makes a schedule what the call says, and nothing that it said before.

use model::ScheduleRecord;
use wire::scheduler::{UpdateSchedule, UpdateScheduleInput, UpdateScheduleOutput};

use super::failures::no_schedule;
use super::read::{asks, id, record};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateSchedule> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateScheduleInput) -> Result<Needs, Refused> {
        asks(call, "scheduler:UpdateSchedule", &input.name, &input.target)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateSchedule>,
    ) -> Result<UpdateScheduleOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let new = record(&call, input, call.now())?;
        let change = |found: &mut ScheduleRecord| {
            *found = ScheduleRecord {
                created: found.created,
                ..new.clone()
            };
            Ok::<_, Refused>(())
        };
        let updated = self.records.update(&id(&call, &new.name), change).await;
        updated.map_err(|error| Refused::of_update(error, || no_schedule(&new.name)))?;
        Ok(UpdateScheduleOutput {
            schedule_arn: Some(new.arn()),
        })
    }
}
