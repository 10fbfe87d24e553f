//! Joins a source with a destination.

use model::{LogDelivery, LogSettingsRecord, S3Delivery};
use wire::logs::{CreateDelivery, CreateDeliveryRequest, CreateDeliveryResponse};

use super::super::settings::{arn, check_tags};
use super::{
    DELIVERY, DESTINATION, SOURCE, Usual, conflict, invalid, no_destination, no_source, s3,
    shown_delivery,
};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// AWS's ids have so many letters and digits.
const ID_LENGTH: usize = 16;

impl Handle<CreateDelivery> for Rooms {
    fn needs(&self, call: &Call, input: &CreateDeliveryRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let asks = [
            arn(call, DELIVERY, "*"),
            arn(call, SOURCE, &input.delivery_source_name),
            input.delivery_destination_arn.clone(),
        ];
        let asks = asks.map(|on| Ask::on("logs:CreateDelivery", on).bringing_tags(&tags));
        Ok(Needs::Permissions(asks.into()))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDelivery>,
    ) -> Result<CreateDeliveryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_tags(&input.tags.clone().unwrap_or_default())?;
        let id = uuid::Uuid::new_v4().simple().to_string();
        let id: String = id.chars().take(ID_LENGTH).collect();
        let create = |settings: &mut LogSettingsRecord| {
            let delivery = read(&call, settings, &input)?;
            settings.deliveries.insert(id.clone(), delivery.clone());
            Ok(delivery)
        };
        let delivery = self.change_log_settings(&call, create).await?;
        Ok(CreateDeliveryResponse {
            delivery: Some(shown_delivery(&call, &id, &delivery)),
        })
    }
}

fn read(
    call: &Call,
    settings: &LogSettingsRecord,
    input: &CreateDeliveryRequest,
) -> Result<LogDelivery, Refused> {
    let name = &input.delivery_source_name;
    let source = settings.delivery_sources.get(name).ok_or_else(no_source)?;
    let to = &input.delivery_destination_arn;
    let destination = to.strip_prefix(&arn(call, DESTINATION, ""));
    let destination = destination.and_then(|name| settings.delivery_destinations.get(name));
    let destination = destination.ok_or_else(no_destination)?;
    let mut others = settings.deliveries.values();
    if others.any(|other| (&other.source, &other.destination) == (name, to)) {
        return Err(conflict(
            "This delivery source and destination are joined already.",
        ));
    }
    let is_bucket = destination.kind == "S3";
    if !is_bucket && input.s3_delivery_configuration.is_some() {
        return Err(invalid(
            "s3DeliveryConfiguration is for destinations in Amazon S3 alone.",
        ));
    }
    let usual = Usual::of(source);
    let suffix = usual.suffix.map(str::to_owned);
    let in_bucket = is_bucket.then(|| {
        let usual = S3Delivery {
            suffix,
            hive: false,
        };
        s3(input.s3_delivery_configuration.clone(), Some(usual))
    });
    Ok(LogDelivery {
        source: name.clone(),
        destination: to.clone(),
        kind: destination.kind.clone(),
        fields: input.record_fields.clone().unwrap_or(usual.fields),
        delimiter: input.field_delimiter.clone(),
        s3: in_bucket,
        tags: crate::tags::marked(input.tags.clone().unwrap_or_default()),
    })
}
