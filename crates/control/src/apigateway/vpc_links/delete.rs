//! DeleteVpcLink.

use wire::apigateway::{DeleteVpcLink, DeleteVpcLinkRequest};

use model::{Record as _, VpcLinkRecord};

use super::super::asks;
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteVpcLink> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteVpcLinkRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteVpcLink>(call, &[&input.vpc_link_id]))
    }

    async fn handle(&self, authorized: Authorized<DeleteVpcLink>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let found = find(self, &call, &input.vpc_link_id).await?;
        let id = found.record.id();
        self.records
            .delete::<VpcLinkRecord>(&id, found.version)
            .await?;
        Ok(())
    }
}
