//! Lists destinations: there are none.

use wire::logs::{DescribeDestinations, DescribeDestinationsRequest, DescribeDestinationsResponse};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeDestinations> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeDestinationsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeDestinations").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeDestinations>,
    ) -> Result<DescribeDestinationsResponse, Refused> {
        authorized.into_parts();
        Ok(DescribeDestinationsResponse {
            destinations: Some(Vec::new()),
            next_token: None,
        })
    }
}
