//! Asks for environments that are kept ready.

use model::{FunctionRecord, ProvisionedConcurrency, Qualifier};
use wire::lambda::{
    PutProvisionedConcurrencyConfig, PutProvisionedConcurrencyConfigRequest,
    PutProvisionedConcurrencyConfigResponse,
};
use wire::{Document, Failure};

use super::super::concurrency::{ACCOUNT_LIMIT, LEAST_UNRESERVED};
use super::super::configuration::time_text;
use super::super::failures::{conflict, invalid};
use super::super::target::Target;
use super::{check_qualifier, key, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const UNPUBLISHED: &str =
    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

impl Handle<PutProvisionedConcurrencyConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutProvisionedConcurrencyConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, Some(&input.qualifier))?;
        Ok(self
            .ask_function("lambda:PutProvisionedConcurrencyConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutProvisionedConcurrencyConfig>,
    ) -> Result<PutProvisionedConcurrencyConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, Some(&input.qualifier))?;
        let key = key(&target, UNPUBLISHED)?;
        let requested = input.provisioned_concurrent_executions.unsigned_abs();
        let records = self.functions(&target.account, &target.region).await?;
        let free = unreserved(&records);
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record)?;
            check_limits(record, &key, requested, free)?;
            check_other(record, &key)?;
            let config = ProvisionedConcurrency {
                requested,
                modified: call.now(),
            };
            record.provisioned_concurrency.insert(key.clone(), config);
            Ok(())
        };
        self.change_function_or(&target, || missing(&target), change)
            .await?;
        Ok(PutProvisionedConcurrencyConfigResponse {
            requested_provisioned_concurrent_executions: i32::try_from(requested).ok(),
            allocated_provisioned_concurrent_executions: Some(0),
            available_provisioned_concurrent_executions: Some(0),
            status: Some("IN_PROGRESS".to_owned()),
            status_reason: None,
            last_modified: Some(time_text(call.now())),
        })
    }
}

/// What the account has left for functions that reserve nothing.
fn unreserved(records: &[FunctionRecord]) -> u32 {
    let reserved: u32 = records
        .iter()
        .filter_map(|record| record.reserved_concurrency)
        .sum();
    ACCOUNT_LIMIT.saturating_sub(reserved)
}

/// test_provisioned_concurrency_limits
fn check_limits(
    record: &FunctionRecord,
    key: &str,
    requested: u32,
    free: u32,
) -> Result<(), Refused> {
    let others = record.provisioned_concurrency.iter();
    let others = others.filter(|(other, _)| *other != key);
    let others: u32 = others.map(|(_, config)| config.requested).sum();
    if let Some(reserved) = record.reserved_concurrency {
        if reserved < others.saturating_add(requested) {
            return Err(invalid(
                "Requested Provisioned Concurrency should not be greater than the \
                 reservedConcurrentExecution for function",
            ));
        }
        return Ok(());
    }
    if requested > free {
        return Err(plain(format!(
            "Specified ConcurrentExecutions for function is greater than account's unreserved \
             concurrency [{free}]."
        )));
    }
    if free - requested < LEAST_UNRESERVED {
        return Err(plain(format!(
            "Specified ConcurrentExecutions for function decreases account's \
             UnreservedConcurrentExecution below its minimum value of [{LEAST_UNRESERVED}]."
        )));
    }
    Ok(())
}

/// These AWS tells without a type.
fn plain(message: String) -> Refused {
    Failure::new("InvalidParameterValueException", 400, message)
        .with("Type", Document::Null)
        .into()
}

/// A version and an alias of it may not both be provisioned.
fn check_other(record: &FunctionRecord, key: &str) -> Result<(), Refused> {
    let has = |key: &str| record.provisioned_concurrency.contains_key(key);
    if let Some(alias) = record.aliases.get(key) {
        if has(&alias.version.to_string()) {
            return Err(conflict(
                "Alias can't be used for Provisioned Concurrency configuration on an already \
                 Provisioned version",
            ));
        }
        return Ok(());
    }
    let leads_here = |alias: &model::Alias| matches!(&alias.version, Qualifier::Version(number) if number.to_string() == key);
    let mut aliases = record.aliases.iter();
    if aliases.any(|(name, alias)| leads_here(alias) && has(name)) {
        return Err(conflict(
            "Version is pointed by a Provisioned Concurrency alias",
        ));
    }
    Ok(())
}
