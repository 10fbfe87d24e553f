//! Deletes a function, or one published version of it. The zip stays: other versions and functions
//! may have the same.

use model::{FunctionRecord, Qualifier};
use wire::lambda::{DeleteFunction, DeleteFunctionRequest, DeleteFunctionResponse};

use super::failures::{conflict, invalid};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteFunction> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteFunctionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self.ask_function("lambda:DeleteFunction", &target).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteFunction>,
    ) -> Result<DeleteFunctionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        match target.parsed_qualifier()? {
            None => {
                let stored = self.function(&target).await?;
                let id = target.id();
                self.records
                    .delete::<FunctionRecord>(&id, stored.version)
                    .await?;
            }
            Some(Qualifier::Latest) => {
                return Err(invalid(
                    "$LATEST version cannot be deleted without deleting the function.",
                ));
            }
            Some(Qualifier::Alias(_)) => {
                return Err(invalid("Deletion of aliases is not currently supported."));
            }
            Some(Qualifier::Version(number)) => {
                let change = |record: &mut FunctionRecord| delete_version(record, number);
                self.change_function(&target, change).await?;
            }
        }
        Ok(DeleteFunctionResponse {
            status_code: Some(204),
        })
    }
}

fn delete_version(record: &mut FunctionRecord, number: u64) -> Result<(), Refused> {
    let leads_here = |alias: &model::Alias| {
        alias.version == Qualifier::Version(number) || alias.weights.contains_key(&number)
    };
    let aliases: Vec<&str> = record
        .aliases
        .iter()
        .filter(|(_, alias)| leads_here(alias))
        .map(|(name, _)| name.as_str())
        .collect();
    if !aliases.is_empty() {
        return Err(conflict(format!(
            "Unable to delete version because the following aliases reference it: [{}]",
            aliases.join(", ")
        )));
    }
    record.versions.remove(&number);
    record.policies.remove(&number.to_string());
    Ok(())
}
