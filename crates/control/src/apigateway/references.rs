//! What a method refers to can't be deleted before it.

use model::{ApiDefinition, Method};

use super::failures::conflict;
use crate::refused::Refused;

/// Refuses a deletion because of the last method, in the order of paths, that refers to the thing.
/// The words are those that `test_put_method_model` recorded for models.
pub(super) fn refuse(
    definition: &ApiDefinition,
    what: &str,
    name: &str,
    place: &str,
    refers: impl Fn(&Method) -> bool,
) -> Result<(), Refused> {
    let referring = definition.resources.values().filter_map(|resource| {
        let (verb, _) = resource.methods.iter().find(|(_, method)| refers(method))?;
        Some((definition.path_of(&resource.id)?, *verb))
    });
    match referring.max() {
        Some((path, verb)) => Err(conflict(format!(
            "Cannot delete {what} '{name}', is referenced in {place}: {path}/{verb}"
        ))),
        None => Ok(()),
    }
}
