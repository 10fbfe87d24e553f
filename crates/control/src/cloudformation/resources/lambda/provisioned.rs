//! `ProvisionedConcurrencyConfig` of a version or an alias.

use serde_json::{Value, json};
use wire::lambda::{DeleteProvisionedConcurrencyConfig, PutProvisionedConcurrencyConfig};

use super::super::{Failed, Work};

/// Makes it what it is to be.
pub(super) async fn set(
    work: &Work<'_>,
    (function, qualifier): (&str, &str),
    before: Option<&Value>,
) -> Result<(), Failed> {
    let place = json!({"FunctionName": function, "Qualifier": qualifier});
    match (before, work.get("ProvisionedConcurrencyConfig")) {
        (before, after) if before == after => {}
        (_, Some(wanted)) => {
            let mut input = wanted.clone();
            super::super::put(&mut input, "FunctionName", function);
            super::super::put(&mut input, "Qualifier", qualifier);
            work.call::<PutProvisionedConcurrencyConfig>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteProvisionedConcurrencyConfig>(place)
                .await?;
        }
    }
    Ok(())
}
