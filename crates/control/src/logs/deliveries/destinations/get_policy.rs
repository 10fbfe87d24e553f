//! Shows the policy of a destination.

use wire::logs::{
    GetDeliveryDestinationPolicy, GetDeliveryDestinationPolicyRequest,
    GetDeliveryDestinationPolicyResponse, Policy,
};

use super::super::super::failures::not_found;
use super::super::super::settings::arn;
use super::super::{DESTINATION, no_destination};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeliveryDestinationPolicy> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetDeliveryDestinationPolicyRequest,
    ) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.delivery_destination_name);
        Ok(Ask::on("logs:GetDeliveryDestinationPolicy", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDeliveryDestinationPolicy>,
    ) -> Result<GetDeliveryDestinationPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let all = &settings.delivery_destinations;
        let destination = all.get(&input.delivery_destination_name);
        let policy = destination.ok_or_else(no_destination)?.policy.clone();
        let policy = policy.ok_or_else(no_policy)?;
        Ok(GetDeliveryDestinationPolicyResponse {
            policy: Some(Policy {
                delivery_destination_policy: Some(policy),
            }),
        })
    }
}

pub(super) fn no_policy() -> Refused {
    not_found("Requested Delivery Destination Policy does not exist in this account.")
}
