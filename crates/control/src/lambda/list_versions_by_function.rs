//! Lists the versions of a function.

use wire::lambda::{
    ListVersionsByFunction, ListVersionsByFunctionRequest, ListVersionsByFunctionResponse,
};

use super::paging::page;
use super::target::Target;
use super::versions::listed_versions;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListVersionsByFunction> for Rooms {
    fn needs(&self, call: &Call, input: &ListVersionsByFunctionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:ListVersionsByFunction", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListVersionsByFunction>,
    ) -> Result<ListVersionsByFunctionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let versions = listed_versions(&record).into_iter();
        let page = page(versions, input.marker.as_deref(), input.max_items);
        Ok(ListVersionsByFunctionResponse {
            next_marker: page.next_marker,
            versions: Some(page.items),
        })
    }
}
