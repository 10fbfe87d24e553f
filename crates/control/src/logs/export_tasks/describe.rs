//! Lists export tasks.

use model::LogExportTask;
use wire::logs::{
    DescribeExportTasks, DescribeExportTasksRequest, DescribeExportTasksResponse, ExportTask,
    ExportTaskExecutionInfo, ExportTaskStatus,
};

use super::super::paging::page;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeExportTasks> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeExportTasksRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeExportTasks").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeExportTasks>,
    ) -> Result<DescribeExportTasksResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let (id, code) = (input.task_id, input.status_code);
        let is_asked = |own: &str, task: &LogExportTask| {
            id.as_deref().is_none_or(|id| id == own)
                && code.as_deref().is_none_or(|code| code == code_of(task))
        };
        let all = settings.export_tasks.iter();
        let all = all.filter(|(id, task)| is_asked(id, task));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let found = page.items.into_iter().map(|(id, task)| shown(id, task));
        Ok(DescribeExportTasksResponse {
            export_tasks: Some(found.collect()),
            next_token: page.next_token,
        })
    }
}

fn code_of(task: &LogExportTask) -> &'static str {
    match task.failure {
        Some(_) => "FAILED",
        None => "COMPLETED",
    }
}

fn shown(id: &str, task: &LogExportTask) -> ExportTask {
    let message = task.failure.clone();
    let message = message.unwrap_or_else(|| "Completed successfully".to_owned());
    let at = Some(task.created.millis());
    ExportTask {
        task_id: Some(id.to_owned()),
        task_name: task.name.clone(),
        log_group_name: Some(task.group.clone()),
        from: Some(task.from),
        to: Some(task.to),
        destination: Some(task.destination.clone()),
        destination_prefix: Some(task.prefix.clone()),
        status: Some(ExportTaskStatus {
            code: Some(code_of(task).to_owned()),
            message: Some(message),
        }),
        execution_info: Some(ExportTaskExecutionInfo {
            creation_time: at,
            completion_time: at,
        }),
    }
}
