//! How much the code of functions and layers may be in a region of an account: "75 GB" (Lambda developer
//! guide, "Lambda quotas"). Images count with AWS's registry, and so do not count here.

use model::{AccountId, FunctionRecord, LayerRecord, Region, Version};
use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// As GetAccountSettings shows it.
pub(super) const MOST_BYTES: u64 = 80_530_636_800;

impl Rooms {
    pub(super) async fn code_stored(
        &self,
        account: &AccountId,
        region: &Region,
    ) -> Result<u64, Refused> {
        let functions = self.functions(account, region).await?;
        let prefix = format!("{account}/{region}/");
        let layers = self.records.list::<LayerRecord>(&prefix).await?;
        let layers = layers
            .iter()
            .flat_map(|layer| layer.record.versions.values());
        let layers: u64 = layers.map(|version| version.code.size).sum();
        Ok(layers + functions.iter().map(of_function).sum::<u64>())
    }

    /// Refuses so many bytes more if they are too many. Two that come at the same moment may both be the
    /// last.
    pub(super) async fn check_storage(&self, call: &Call, more: u64) -> Result<(), Refused> {
        let stored = self.code_stored(call.account(), call.region()).await?;
        if stored.saturating_add(more) > MOST_BYTES {
            let message = "Code storage limit exceeded.";
            return Err(Failure::new("CodeStorageExceededException", 400, message).into());
        }
        Ok(())
    }
}

/// What one more version of this takes.
pub(super) fn of_version(version: &Version) -> u64 {
    match version.image {
        Some(_) => 0,
        None => version.code.size,
    }
}

/// Every published version counts, as on AWS.
fn of_function(record: &FunctionRecord) -> u64 {
    let published: u64 = record.versions.values().map(of_version).sum();
    of_version(&record.latest) + published
}
