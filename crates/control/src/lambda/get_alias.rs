//! Shows an alias.

use wire::lambda::{AliasConfiguration, GetAlias, GetAliasRequest};

use super::aliases::shown;
use super::failures::alias_not_found;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAlias> for Rooms {
    fn needs(&self, call: &Call, input: &GetAliasRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self.ask_whole_function("lambda:GetAlias", &target).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAlias>,
    ) -> Result<AliasConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let alias = record.aliases.get(&input.name);
        let alias = alias.ok_or_else(|| alias_not_found(&target.qualified(Some(&input.name))))?;
        Ok(shown(&target, &input.name, alias))
    }
}
