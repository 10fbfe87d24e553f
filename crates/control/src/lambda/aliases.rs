//! What the operations on aliases share.

use std::collections::BTreeMap;

use model::{Alias, FunctionRecord, Qualifier, VersionNumber};
use wire::lambda::{AliasConfiguration, AliasRoutingConfiguration};
use wire::{Document, Failure};

use super::failures::{function_not_found, invalid};
use super::target::{Target, find};
use crate::refused::Refused;

pub(super) fn shown(target: &Target, name: &str, alias: &Alias) -> AliasConfiguration {
    let weights = &alias.weights;
    AliasConfiguration {
        alias_arn: Some(target.qualified(Some(name))),
        name: Some(name.to_owned()),
        function_version: Some(alias.version.to_string()),
        description: Some(alias.description.clone()),
        routing_config: (!weights.is_empty()).then(|| AliasRoutingConfiguration {
            additional_version_weights: Some(
                weights
                    .iter()
                    .map(|(number, weight)| (number.to_string(), *weight))
                    .collect(),
            ),
        }),
        revision_id: Some(alias.revision_id.clone()),
    }
}

/// The version that an alias is to lead to; never another alias.
pub(super) fn version(
    target: &Target,
    record: &FunctionRecord,
    text: &str,
) -> Result<Qualifier, Refused> {
    let missing = || function_not_found(&target.qualified(Some(text)));
    let version = Qualifier::new(text).map_err(|_| missing())?;
    if matches!(version, Qualifier::Alias(_)) || find(record, &version).is_none() {
        return Err(missing());
    }
    Ok(version)
}

/// The second version that takes a share of the calls (test_notfound_and_invalid_routingconfigs).
pub(super) fn weights(
    target: &Target,
    record: &FunctionRecord,
    version: &Qualifier,
    given: &AliasRoutingConfiguration,
) -> Result<BTreeMap<VersionNumber, f64>, Refused> {
    let given = given.additional_version_weights.clone().unwrap_or_default();
    if given.len() > 1 {
        return Err(invalid(
            "Number of items in AdditionalVersionWeights cannot be greater than 1",
        ));
    }
    let mut weights = BTreeMap::new();
    for (text, weight) in given {
        let missing = || function_not_found(&target.qualified(Some(&text)));
        let number: VersionNumber = text.parse().map_err(|_| missing())?;
        if *version == Qualifier::Version(number) {
            return Err(invalid(format!(
                "Invalid function version {number}. Function version {number} is already included \
                 in routing configuration."
            )));
        }
        if *version == Qualifier::Latest {
            let message = "$LATEST is not supported for an alias pointing to more than 1 version";
            let failure = Failure::new("InvalidParameterValueException", 400, message);
            return Err(failure.with("Type", Document::Null).into());
        }
        find(record, &Qualifier::Version(number)).ok_or_else(missing)?;
        weights.insert(number, weight);
    }
    Ok(weights)
}
