//! Lists the destinations.

use wire::logs::{DescribeDestinations, DescribeDestinationsRequest, DescribeDestinationsResponse};

use super::super::paging::page;
use super::shown;
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
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let prefix = input.destination_name_prefix.unwrap_or_default();
        let all = settings.destinations.iter();
        let all = all.filter(|(name, _)| name.starts_with(&prefix));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let found = page.items.into_iter();
        let found = found.map(|(name, destination)| shown(&call, name, destination));
        Ok(DescribeDestinationsResponse {
            destinations: Some(found.collect()),
            next_token: page.next_token,
        })
    }
}
