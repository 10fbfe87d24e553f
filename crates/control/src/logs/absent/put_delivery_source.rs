//! Names a service as a source of logs: AWS refuses, in these words, those that it cannot read, and here
//! that is every one.

use wire::logs::{PutDeliverySource, PutDeliverySourceRequest, PutDeliverySourceResponse};

use super::super::failures::not_found;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &PutDeliverySourceRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let ask = Ask::on(
            "logs:PutDeliverySource",
            arn(call, "delivery-source", &input.name),
        );
        let ask = ask.keys(
            "logs:LogGeneratingResourceArns",
            vec![input.resource_arn.clone()],
        );
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDeliverySource>,
    ) -> Result<PutDeliverySourceResponse, Refused> {
        authorized.into_parts();
        Err(not_found("Cannot access provided service."))
    }
}
