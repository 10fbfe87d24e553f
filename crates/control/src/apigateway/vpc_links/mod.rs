//! VPC links: kept and shown. There is no VPC here: an integration through one goes from this
//! machine to where its URI says.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::VpcLinkRecord;
use store::Stored;
use wire::apigateway::VpcLink;

use super::failures::no_vpc_link;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn shown(link: &VpcLinkRecord) -> VpcLink {
    VpcLink {
        id: Some(link.id.clone()),
        name: Some(link.name.clone()),
        description: link.description.clone(),
        target_arns: Some(link.target_arns.clone()),
        status: Some(link.status.to_string()),
        status_message: Some("Your vpc link is ready for use".to_owned()),
        tags: Some(link.tags.clone()),
    }
}

pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    id: &str,
) -> Result<Stored<VpcLinkRecord>, Refused> {
    let id = VpcLinkRecord::id_of(call.account(), call.region(), id);
    let found = rooms.records.get(&id).await?;
    found.ok_or_else(no_vpc_link)
}
