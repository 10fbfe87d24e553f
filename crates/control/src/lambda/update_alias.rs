//! Moves an alias, or changes its description or weights.

use model::{Alias, FunctionRecord};
use wire::lambda::{AliasConfiguration, UpdateAlias, UpdateAliasRequest};

use super::aliases::{shown, version, weights};
use super::failures::{check_revision, not_found};
use super::functions::new_revision;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAlias> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateAliasRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:UpdateAlias", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateAlias>,
    ) -> Result<AliasConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let change = |record: &mut FunctionRecord| update(&target, record, &input);
        let alias = self.change_function(&target, change).await?.output;
        Ok(shown(&target, &input.name, &alias))
    }
}

fn update(
    target: &Target,
    record: &mut FunctionRecord,
    input: &UpdateAliasRequest,
) -> Result<Alias, Refused> {
    let Some(mut alias) = record.aliases.get(&input.name).cloned() else {
        let arn = target.qualified(Some(&input.name));
        return Err(not_found(format!("Alias not found: {arn}")));
    };
    check_revision(input.revision_id.as_deref(), &alias.revision_id)?;
    if let Some(text) = &input.function_version {
        alias.version = version(target, record, text)?;
    }
    if let Some(routing) = &input.routing_config {
        alias.weights = weights(target, record, &alias.version, routing)?;
    }
    if let Some(description) = &input.description {
        alias.description.clone_from(description);
    }
    alias.revision_id = new_revision();
    record.aliases.insert(input.name.clone(), alias.clone());
    Ok(alias)
}
