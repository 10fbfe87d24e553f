//! Deletes a destination.

use model::LogSettingsRecord;
use wire::logs::{DeleteDestination, DeleteDestinationRequest};

use super::super::settings::arn;
use super::{DESTINATION, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDestination> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDestinationRequest) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.destination_name);
        Ok(Ask::on("logs:DeleteDestination", resource).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDestination>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let delete = |settings: &mut LogSettingsRecord| {
            let removed = settings.destinations.remove(&input.destination_name);
            removed.map(drop).ok_or_else(missing)
        };
        self.change_log_settings(&call, delete).await
    }
}
