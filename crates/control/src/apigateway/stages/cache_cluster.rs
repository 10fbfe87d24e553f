//! The cache cluster of a stage: whether there is one, and how large it is.

use model::Stage;

use super::super::failures::bad_request;
use crate::refused::Refused;

/// Gigabytes, as CreateStage lists them (API reference).
const SIZES: [&str; 8] = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];

/// What a call says of the cluster; what it leaves out stays as it was.
pub(super) fn set(
    stage: &mut Stage,
    enabled: Option<bool>,
    size: Option<&str>,
) -> Result<(), Refused> {
    if let Some(size) = size.filter(|size| !size.is_empty()) {
        if !SIZES.contains(&size) {
            return Err(bad_request(format!(
                "Invalid cache cluster size: {size}. Must be one of: [{}]",
                SIZES.join(", ")
            )));
        }
        stage.cache_cluster_size = Some(size.to_owned());
    }
    if let Some(enabled) = enabled {
        stage.cache_cluster_enabled = enabled;
        if enabled && stage.cache_cluster_size.is_none() {
            stage.cache_cluster_size = SIZES.first().map(ToString::to_string);
        }
    }
    Ok(())
}

/// On AWS a cluster takes minutes to come and go; here it is there at once.
pub(super) fn status(stage: &Stage) -> &'static str {
    if stage.cache_cluster_enabled {
        "AVAILABLE"
    } else {
        "NOT_AVAILABLE"
    }
}
