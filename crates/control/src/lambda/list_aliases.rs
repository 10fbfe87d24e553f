//! Lists the aliases of a function.

use wire::lambda::{ListAliases, ListAliasesRequest, ListAliasesResponse};

use super::aliases::shown;
use super::paging::page;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAliases> for Rooms {
    fn needs(&self, call: &Call, input: &ListAliasesRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:ListAliases", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAliases>,
    ) -> Result<ListAliasesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let wanted = input.function_version.as_deref();
        let all = record
            .aliases
            .iter()
            .filter(|(_, alias)| wanted.is_none_or(|wanted| alias.version.to_string() == wanted))
            .map(|(name, alias)| (name.clone(), shown(&target, name, alias)));
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListAliasesResponse {
            next_marker: page.next_marker,
            aliases: Some(page.items),
        })
    }
}
