//! The versions of a function as lists show them.

use model::{FunctionRecord, Qualifier};
use wire::lambda::FunctionConfiguration;

use super::configuration::{Moment, configuration};
use super::paging::number_key;

/// `$LATEST` first, then the numbers, each under a key that sorts so.
pub(super) fn listed_versions(record: &FunctionRecord) -> Vec<(String, FunctionConfiguration)> {
    let latest = std::iter::once((Qualifier::Latest, &record.latest));
    let published = record.versions.iter();
    let published = published.map(|(number, version)| (Qualifier::Version(*number), version));
    latest
        .chain(published)
        .map(|(number, version)| {
            let arn = format!("{}:{number}", record.arn());
            let shown = configuration(record, version, &number, arn, Moment::Listed);
            let key = match number {
                Qualifier::Version(number) => number_key(number),
                Qualifier::Latest | Qualifier::Alias(_) => number.to_string(),
            };
            (key, shown)
        })
        .collect()
}
