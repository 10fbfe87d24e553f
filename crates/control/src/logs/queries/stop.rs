//! Stops a query. Every one has ended by then.

use wire::logs::{StopQuery, StopQueryRequest, StopQueryResponse};

use super::super::failures::invalid;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<StopQuery> for Rooms {
    fn needs(&self, _: &Call, _: &StopQueryRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:StopQuery").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<StopQuery>,
    ) -> Result<StopQueryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        self.log_query(&call, &input.query_id).await?;
        Err(invalid("The query has already ended with status: Complete"))
    }
}
