//! CreateVpcLink.

use wire::apigateway::{CreateVpcLink, CreateVpcLinkRequest, VpcLink};

use model::{Arn, VpcLinkRecord, VpcLinkStatus};

use super::super::failures::bad_request;
use super::super::{asks, ids, quotas, tags};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateVpcLink> for Rooms {
    fn needs(&self, call: &Call, input: &CreateVpcLinkRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateVpcLink>(call, &[]);
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
        Ok(Needs::Permissions(asks))
    }

    /// The answer says that the link is being made; there is nothing to wait for.
    async fn handle(&self, authorized: Authorized<CreateVpcLink>) -> Result<VpcLink, Refused> {
        let (input, call) = authorized.into_parts();
        let link = read(&call, input)?;
        quotas::check::<VpcLinkRecord>(self, &call).await?;
        self.records.create(&link).await?;
        Ok(VpcLink {
            status: Some(VpcLinkStatus::Pending.to_string()),
            status_message: None,
            tags: Some(link.tags.clone()).filter(|tags| !tags.is_empty()),
            ..shown(&link)
        })
    }
}

/// Texts and order are those of `test_create_vpc_link_invalid_parameters`.
fn read(call: &Call, input: CreateVpcLinkRequest) -> Result<VpcLinkRecord, Refused> {
    if input.name.is_empty() {
        return Err(bad_request("Name cannot be empty"));
    }
    for arn in &input.target_arns {
        if Arn::new(arn).is_err() {
            return Err(bad_request(format!(
                "Invalid ARN. ARN is not well formed {arn}"
            )));
        }
    }
    let tags = input.tags.unwrap_or_default();
    tags::check(&tags)?;
    Ok(VpcLinkRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        id: ids::own(ids::SHORT),
        name: input.name,
        description: input.description.filter(|text| !text.is_empty()),
        target_arns: input.target_arns,
        status: VpcLinkStatus::Available,
        created: call.now(),
        tags: crate::tags::marked(tags),
    })
}
