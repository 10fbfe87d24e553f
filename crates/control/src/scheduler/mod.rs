//! EventBridge Scheduler, as far as its schedules invoke functions: those of the default group, in UTC.

mod create;
mod delete;
mod get;
mod list;
mod update;

mod failures;
mod read; // what a schedule may be
mod shown;

use wire::scheduler::{CreateSchedule, DeleteSchedule, GetSchedule, ListSchedules, UpdateSchedule};

use crate::operations::operations;

operations! {
    CreateSchedule,
    DeleteSchedule,
    GetSchedule,
    ListSchedules,
    UpdateSchedule,
}
