//! Gives a version a name.

use model::{Alias, FunctionRecord};
use wire::lambda::{AliasConfiguration, CreateAlias, CreateAliasRequest};

use super::aliases::{shown, version, weights};
use super::failures::{conflict, function_not_found};
use super::functions::new_revision;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateAlias> for Rooms {
    fn needs(&self, call: &Call, input: &CreateAliasRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:CreateAlias", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateAlias>,
    ) -> Result<AliasConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        // AWS names the version in the error about a function that is not there.
        let whole = target.qualified(Some(&input.function_version));
        if self
            .records
            .get::<FunctionRecord>(&target.id())
            .await?
            .is_none()
        {
            return Err(function_not_found(&whole));
        }
        let change = |record: &mut FunctionRecord| create(&target, record, &input);
        let alias = self.change_function(&target, change).await?.output;
        Ok(shown(&target, &input.name, &alias))
    }
}

fn create(
    target: &Target,
    record: &mut FunctionRecord,
    input: &CreateAliasRequest,
) -> Result<Alias, Refused> {
    let version = version(target, record, &input.function_version)?;
    let routing = input.routing_config.clone().unwrap_or_default();
    let weights = weights(target, record, &version, &routing)?;
    if record.aliases.contains_key(&input.name) {
        let arn = target.qualified(Some(&input.name));
        return Err(conflict(format!("Alias already exists: {arn}")));
    }
    let alias = Alias {
        description: input.description.clone().unwrap_or_default(),
        version,
        weights,
        revision_id: new_revision(),
    };
    record.aliases.insert(input.name.clone(), alias.clone());
    Ok(alias)
}
