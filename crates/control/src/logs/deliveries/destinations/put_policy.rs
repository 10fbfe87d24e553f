//! Puts a policy on a destination, for sources of other accounts.

use model::LogSettingsRecord;
use wire::logs::{
    Policy, PutDeliveryDestinationPolicy, PutDeliveryDestinationPolicyRequest,
    PutDeliveryDestinationPolicyResponse,
};

use super::super::super::settings::arn;
use super::super::{DESTINATION, invalid, no_destination};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutDeliveryDestinationPolicy> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutDeliveryDestinationPolicyRequest,
    ) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.delivery_destination_name);
        Ok(Ask::on("logs:PutDeliveryDestinationPolicy", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDeliveryDestinationPolicy>,
    ) -> Result<PutDeliveryDestinationPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let document = input.delivery_destination_policy;
        if ::policy::Policy::parse(&document, ::policy::Kind::Resource).is_err() {
            return Err(invalid("Syntax errors in policy document."));
        }
        let put = |settings: &mut LogSettingsRecord| {
            let all = &mut settings.delivery_destinations;
            let destination = all.get_mut(&input.delivery_destination_name);
            destination.ok_or_else(no_destination)?.policy = Some(document.clone());
            Ok(())
        };
        self.change_log_settings(&call, put).await?;
        Ok(PutDeliveryDestinationPolicyResponse {
            policy: Some(Policy {
                delivery_destination_policy: Some(document),
            }),
        })
    }
}
