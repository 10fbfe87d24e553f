//! Deletes a version of a layer; functions that use it go on using it. One that is not there is no error.

use model::LayerRecord;
use wire::lambda::{DeleteLayerVersion, DeleteLayerVersionRequest};

use super::{LayerTarget, number};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteLayerVersion> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteLayerVersionRequest) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        Ok(target
            .ask("lambda:DeleteLayerVersion", input.version_number)
            .into())
    }

    async fn handle(&self, authorized: Authorized<DeleteLayerVersion>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        let number = number(input.version_number)?;
        if self.layer(&target).await?.is_none() {
            return Ok(());
        }
        let change = |record: &mut LayerRecord| {
            record.versions.remove(&number);
            Ok(())
        };
        let updated = self.records.update(&target.id(), change).await;
        updated.map_err(|error| Refused::of_update(error, super::missing))?;
        Ok(())
    }
}
