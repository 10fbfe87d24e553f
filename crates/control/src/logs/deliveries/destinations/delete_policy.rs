//! Takes the policy from a destination.

use model::LogSettingsRecord;
use wire::logs::{DeleteDeliveryDestinationPolicy, DeleteDeliveryDestinationPolicyRequest};

use super::super::super::settings::arn;
use super::super::{DESTINATION, no_destination};
use super::get_policy::no_policy;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDeliveryDestinationPolicy> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteDeliveryDestinationPolicyRequest,
    ) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.delivery_destination_name);
        Ok(Ask::on("logs:DeleteDeliveryDestinationPolicy", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteDeliveryDestinationPolicy>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let delete = |settings: &mut LogSettingsRecord| {
            let all = &mut settings.delivery_destinations;
            let destination = all.get_mut(&input.delivery_destination_name);
            let policy = destination.ok_or_else(no_destination)?.policy.take();
            policy.map(drop).ok_or_else(no_policy)
        };
        self.change_log_settings(&call, delete).await
    }
}
