//! Lists export tasks: there are none.

use wire::logs::{DescribeExportTasks, DescribeExportTasksRequest, DescribeExportTasksResponse};

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
        authorized.into_parts();
        Ok(DescribeExportTasksResponse {
            export_tasks: Some(Vec::new()),
            next_token: None,
        })
    }
}
