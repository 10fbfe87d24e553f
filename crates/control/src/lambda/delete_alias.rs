//! Takes an alias away, with all that stands on it. One that is not there is no error.

use model::FunctionRecord;
use wire::lambda::{DeleteAlias, DeleteAliasRequest};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteAlias> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteAliasRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:DeleteAlias", &target)
            .into())
    }

    async fn handle(&self, authorized: Authorized<DeleteAlias>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let change = |record: &mut FunctionRecord| {
            if record.aliases.remove(&input.name).is_some() {
                record.policies.remove(&input.name);
                record.urls.remove(&input.name);
                record.provisioned_concurrency.remove(&input.name);
                record.event_invoke_configs.remove(&input.name);
            }
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(())
    }
}
