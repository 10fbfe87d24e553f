//! Makes a schedule.

use model::ScheduleRecord;
use store::StoreError;
use wire::Failure;
use wire::scheduler::{
    CreateSchedule, CreateScheduleInput, CreateScheduleOutput, UpdateScheduleInput,
};

use super::failures::exists;
use super::read::{asks, id, record};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Each has a timer. AWS's quota is a million.
const MOST_SCHEDULES: usize = 10_000;

impl Handle<CreateSchedule> for Rooms {
    fn needs(&self, call: &Call, input: &CreateScheduleInput) -> Result<Needs, Refused> {
        asks(call, "scheduler:CreateSchedule", &input.name, &input.target)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateSchedule>,
    ) -> Result<CreateScheduleOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let record = record(&call, whole(input), call.now())?;
        let all = self.records.list::<ScheduleRecord>(&id(&call, "")).await?;
        if all.len() >= MOST_SCHEDULES {
            let message = format!(
                "There are {MOST_SCHEDULES} schedules, which is the most that Portcullis keeps."
            );
            return Err(Failure::new("ServiceQuotaExceededException", 402, message).into());
        }
        match self.records.create(&record).await {
            Ok(_) => Ok(CreateScheduleOutput {
                schedule_arn: Some(record.arn()),
            }),
            Err(StoreError::Conflict { .. }) => Err(exists(&record.name)),
            Err(error) => Err(error.into()),
        }
    }
}

/// The inputs of making and changing have the same members.
fn whole(input: CreateScheduleInput) -> UpdateScheduleInput {
    UpdateScheduleInput {
        name: input.name,
        group_name: input.group_name,
        schedule_expression: input.schedule_expression,
        start_date: input.start_date,
        end_date: input.end_date,
        description: input.description,
        schedule_expression_timezone: input.schedule_expression_timezone,
        state: input.state,
        kms_key_arn: input.kms_key_arn,
        target: input.target,
        flexible_time_window: input.flexible_time_window,
        client_token: input.client_token,
        action_after_completion: input.action_after_completion,
    }
}
