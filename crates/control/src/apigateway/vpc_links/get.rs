//! GetVpcLink.

use wire::apigateway::{GetVpcLink, GetVpcLinkRequest, VpcLink};

use super::super::asks;
use super::{find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetVpcLink> for Rooms {
    fn needs(&self, call: &Call, input: &GetVpcLinkRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetVpcLink>(call, &[&input.vpc_link_id]))
    }

    async fn handle(&self, authorized: Authorized<GetVpcLink>) -> Result<VpcLink, Refused> {
        let (input, call) = authorized.into_parts();
        Ok(shown(&find(self, &call, &input.vpc_link_id).await?.record))
    }
}
