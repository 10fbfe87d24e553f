//! Lets environments go that were kept ready. None at all is no error.

use model::FunctionRecord;
use wire::lambda::{DeleteProvisionedConcurrencyConfig, DeleteProvisionedConcurrencyConfigRequest};

use super::super::target::Target;
use super::{NOT_PUBLISHED, check_qualifier, key, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteProvisionedConcurrencyConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteProvisionedConcurrencyConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, Some(&input.qualifier))?;
        Ok(self
            .ask_function("lambda:DeleteProvisionedConcurrencyConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteProvisionedConcurrencyConfig>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, Some(&input.qualifier))?;
        let key = key(&target, NOT_PUBLISHED)?;
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record)?;
            record.provisioned_concurrency.remove(&key);
            Ok(())
        };
        self.change_function_or(&target, || missing(&target), change)
            .await?;
        Ok(())
    }
}
