//! UpdateVpcLink: its name and its description.

use wire::apigateway::{UpdateVpcLink, UpdateVpcLinkRequest, VpcLink};

use model::VpcLinkRecord;

use super::super::asks;
use super::super::failures::{bad_request, no_vpc_link};
use super::super::patch::{self, Patch};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateVpcLink> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateVpcLinkRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateVpcLink>(call, &[&input.vpc_link_id]))
    }

    async fn handle(&self, authorized: Authorized<UpdateVpcLink>) -> Result<VpcLink, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let change =
            |link: &mut VpcLinkRecord| patches.iter().try_for_each(|patch| apply(link, patch));
        let id = VpcLinkRecord::id_of(call.account(), call.region(), &input.vpc_link_id);
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, no_vpc_link))?;
        Ok(shown(&updated.stored))
    }
}

fn apply(link: &mut VpcLinkRecord, patch: &Patch) -> Result<(), Refused> {
    patch.among(&["/name", "/description"])?;
    if patch.path == "/description" {
        link.description = patch.filled().map(str::to_owned);
        return Ok(());
    }
    let name = patch.filled();
    let name = name.ok_or_else(|| bad_request("Name cannot be empty"))?;
    name.clone_into(&mut link.name);
    Ok(())
}
