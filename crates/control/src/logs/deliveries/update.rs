//! Changes what a delivery writes, and where in its bucket.

use model::LogSettingsRecord;
use wire::logs::{
    UpdateDeliveryConfiguration, UpdateDeliveryConfigurationRequest,
    UpdateDeliveryConfigurationResponse,
};

use super::super::settings::arn;
use super::{DELIVERY, DESTINATION, SOURCE, invalid, no_delivery, s3};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDeliveryConfiguration> for Rooms {
    /// What the delivery joins is found by its id alone, so that a policy must allow all sources and destinations
    /// of the account.
    fn needs(
        &self,
        call: &Call,
        input: &UpdateDeliveryConfigurationRequest,
    ) -> Result<Needs, Refused> {
        let asks = [
            arn(call, DELIVERY, &input.id),
            arn(call, SOURCE, "*"),
            arn(call, DESTINATION, "*"),
        ];
        let asks = asks.map(|on| Ask::on("logs:UpdateDeliveryConfiguration", on));
        Ok(Needs::Permissions(asks.into()))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDeliveryConfiguration>,
    ) -> Result<UpdateDeliveryConfigurationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let change = |settings: &mut LogSettingsRecord| {
            let delivery = settings.deliveries.get_mut(&input.id);
            let delivery = delivery.ok_or_else(no_delivery)?;
            if let Some(fields) = &input.record_fields {
                delivery.fields.clone_from(fields);
            }
            if input.field_delimiter.is_some() {
                delivery.delimiter.clone_from(&input.field_delimiter);
            }
            let Some(given) = input.s3_delivery_configuration.clone() else {
                return Ok(());
            };
            if delivery.kind != "S3" {
                return Err(invalid(
                    "s3DeliveryConfiguration is for destinations in Amazon S3 alone.",
                ));
            }
            delivery.s3 = Some(s3(Some(given), delivery.s3.take()));
            Ok(())
        };
        self.change_log_settings(&call, change).await?;
        Ok(UpdateDeliveryConfigurationResponse {})
    }
}
