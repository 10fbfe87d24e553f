//! Says who may subscribe to a destination.

use model::LogSettingsRecord;
use wire::logs::{PutDestinationPolicy, PutDestinationPolicyRequest};

use super::super::failures::{invalid, refuse_unserved};
use super::super::settings::arn;
use super::{DESTINATION, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutDestinationPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &PutDestinationPolicyRequest) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.destination_name);
        Ok(Ask::on("logs:PutDestinationPolicy", resource).into())
    }

    async fn handle(&self, authorized: Authorized<PutDestinationPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("forceUpdate", input.force_update == Some(true))])?;
        // AWS takes principals here that are none elsewhere (test_put_destination_policy).
        if serde_json::from_str::<serde_json::Value>(&input.access_policy).is_err() {
            return Err(invalid("Syntax errors in policy document."));
        }
        let put = |settings: &mut LogSettingsRecord| {
            let destination = settings.destinations.get_mut(&input.destination_name);
            destination.ok_or_else(missing)?.policy = Some(input.access_policy.clone());
            Ok(())
        };
        self.change_log_settings(&call, put).await
    }
}
