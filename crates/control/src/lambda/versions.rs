//! The versions of a function as lists show them.

use model::{FunctionRecord, Qualifier};
use wire::lambda::FunctionConfiguration;

use super::configuration::{Moment, configuration};

/// `$LATEST` first, then the numbers, each under its name.
pub(super) fn listed_versions(record: &FunctionRecord) -> Vec<(String, FunctionConfiguration)> {
    let latest = std::iter::once((Qualifier::Latest, &record.latest));
    let published = record.versions.iter();
    let published = published.map(|(number, version)| (Qualifier::Version(*number), version));
    latest
        .chain(published)
        .map(|(number, version)| {
            let arn = format!("{}:{number}", record.arn());
            let shown = configuration(record, version, &number, arn, Moment::Listed);
            (number.to_string(), shown)
        })
        .collect()
}
