//! Takes a statement out of the policy of a version of a layer.

use model::LayerVersion;
use wire::lambda::{RemoveLayerVersionPermission, RemoveLayerVersionPermissionRequest};

use super::super::failures::not_found;
use super::super::functions::new_revision;
use super::{LayerTarget, stale};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemoveLayerVersionPermission> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &RemoveLayerVersionPermissionRequest,
    ) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        Ok(target
            .ask("lambda:RemoveLayerVersionPermission", input.version_number)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<RemoveLayerVersionPermission>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        let change = |version: &mut LayerVersion| {
            let policy = &mut version.policy;
            if input
                .revision_id
                .as_ref()
                .is_some_and(|given| *given != policy.revision_id)
            {
                return Err(stale());
            }
            let before = policy.statements.len();
            policy
                .statements
                .retain(|one| one.sid != input.statement_id);
            if policy.statements.len() == before {
                let sid = &input.statement_id;
                return Err(not_found(format!(
                    "Statement {sid} is not found in resource policy."
                )));
            }
            policy.revision_id = new_revision();
            Ok(())
        };
        self.change_layer_version(&target, input.version_number, change)
            .await?;
        Ok(())
    }
}
