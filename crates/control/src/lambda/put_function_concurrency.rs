//! Reserves concurrency for a function.

use model::FunctionRecord;
use wire::lambda::{Concurrency, PutFunctionConcurrency, PutFunctionConcurrencyRequest};
use wire::{Document, Failure};

use super::concurrency::{ACCOUNT_LIMIT, LEAST_UNRESERVED};
use super::failures::{function_not_found, invalid};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutFunctionConcurrency> for Rooms {
    fn needs(&self, call: &Call, input: &PutFunctionConcurrencyRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:PutFunctionConcurrency", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutFunctionConcurrency>,
    ) -> Result<Concurrency, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        if target.qualifier.is_some() {
            return Err(invalid(
                "This operation is permitted on Lambda functions only. Aliases and versions do not \
                 support this operation. Please specify either a function name or an unqualified \
                 function ARN.",
            ));
        }
        let records = self.functions(&target.account, &target.region).await?;
        if !records.iter().any(|record| record.name == target.name) {
            // AWS names $LATEST here (test_function_concurrency_exceptions).
            return Err(function_not_found(&target.qualified(Some("$LATEST"))));
        }
        let others = records.iter().filter(|record| record.name != target.name);
        let others: u32 = others
            .filter_map(|record| record.reserved_concurrency)
            .sum();
        let asked = u32::try_from(input.reserved_concurrent_executions).unwrap_or_default();
        if asked
            > ACCOUNT_LIMIT
                .saturating_sub(LEAST_UNRESERVED)
                .saturating_sub(others)
        {
            return Err(too_much());
        }
        let change = |record: &mut FunctionRecord| {
            record.reserved_concurrency = Some(asked);
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(Concurrency {
            reserved_concurrent_executions: Some(input.reserved_concurrent_executions),
        })
    }
}

fn too_much() -> Refused {
    let message = format!(
        "Specified ReservedConcurrentExecutions for function decreases account's \
         UnreservedConcurrentExecution below its minimum value of [{LEAST_UNRESERVED}]."
    );
    Failure::new("InvalidParameterValueException", 400, message)
        .with("Type", Document::Null)
        .into()
}
