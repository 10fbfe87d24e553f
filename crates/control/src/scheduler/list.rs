//! Lists schedules.

use model::ScheduleRecord;
use wire::scheduler::{ListSchedules, ListSchedulesInput, ListSchedulesOutput};

use super::failures::invalid;
use super::read::{ask, check_group, id};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const MOST: usize = 100;

impl Handle<ListSchedules> for Rooms {
    fn needs(&self, call: &Call, _: &ListSchedulesInput) -> Result<Needs, Refused> {
        Ok(ask(call, "scheduler:ListSchedules", "*").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListSchedules>,
    ) -> Result<ListSchedulesOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_group(input.group_name.as_deref())?;
        let all = self.records.list::<ScheduleRecord>(&id(&call, "")).await?;
        let prefix = input.name_prefix.unwrap_or_default();
        let state = input.state;
        let mut wanted: Vec<ScheduleRecord> = all
            .into_iter()
            .map(|found| found.record)
            .filter(|one| one.name.starts_with(&prefix))
            .filter(|one| {
                state
                    .as_ref()
                    .is_none_or(|state| state == shown::state(one))
            })
            .collect();
        if let Some(token) = &input.next_token {
            let last = wanted.iter().position(|one| one.name == *token);
            let last = last.ok_or_else(|| invalid("NextToken is not valid."))?;
            wanted.drain(..=last);
        }
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let most = most.unwrap_or(MOST).clamp(1, MOST);
        let has_more = wanted.len() > most;
        wanted.truncate(most);
        let last = wanted.last().filter(|_| has_more);
        Ok(ListSchedulesOutput {
            next_token: last.map(|last| last.name.clone()),
            schedules: Some(wanted.into_iter().map(shown::summary).collect()),
        })
    }
}
