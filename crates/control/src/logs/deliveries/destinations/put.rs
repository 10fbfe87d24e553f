//! Names a bucket, a log group, a delivery stream or X-Ray as a place for logs.

use model::{Arn, LogDeliveryDestination, LogSettingsRecord};
use wire::logs::{
    PutDeliveryDestination, PutDeliveryDestinationRequest, PutDeliveryDestinationResponse,
};

use super::super::super::failures::refuse_unserved;
use super::super::super::settings::{arn, check_tags};
use super::super::{DESTINATION, invalid, shown_destination};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutDeliveryDestination> for Rooms {
    fn needs(&self, call: &Call, input: &PutDeliveryDestinationRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let resource = arn(call, DESTINATION, &input.name);
        let ask = Ask::on("logs:PutDeliveryDestination", resource);
        let config = input.delivery_destination_configuration.as_ref();
        let ask = match config {
            Some(config) => ask.key(
                "logs:DeliveryDestinationResourceArn",
                config.destination_resource_arn.clone(),
            ),
            None => ask,
        };
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDeliveryDestination>,
    ) -> Result<PutDeliveryDestinationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("roleArn", input.role_arn.is_some())])?;
        let name = input.name.clone();
        let destination = read(input)?;
        let put = |settings: &mut LogSettingsRecord| {
            let mut destination = destination.clone();
            let all = &mut settings.delivery_destinations;
            destination.policy = all.get(&name).and_then(|before| before.policy.clone());
            all.insert(name.clone(), destination);
            Ok(())
        };
        self.change_log_settings(&call, put).await?;
        Ok(PutDeliveryDestinationResponse {
            delivery_destination: Some(shown_destination(&call, &name, &destination)),
        })
    }
}

/// "All the current delivery destination parameters are overwritten" (API reference, PutDeliveryDestination).
fn read(input: PutDeliveryDestinationRequest) -> Result<LogDeliveryDestination, Refused> {
    let tags = input.tags.unwrap_or_default();
    check_tags(&tags)?;
    let configuration = input.delivery_destination_configuration;
    let resource = configuration.map(|it| it.destination_resource_arn);
    let kind = match &resource {
        Some(resource) => kind_of(resource)?,
        None => "XRAY",
    };
    let given = input.delivery_destination_type;
    if given.as_deref().unwrap_or(kind) != kind {
        return Err(invalid(
            "The deliveryDestinationType is not that of the destination resource.",
        ));
    }
    if resource.is_none() && given.is_none() {
        return Err(invalid("A destination resource must be named."));
    }
    Ok(LogDeliveryDestination {
        kind: kind.to_owned(),
        resource,
        format: input.output_format,
        policy: None,
        tags: crate::tags::marked(tags),
    })
}

fn kind_of(resource: &str) -> Result<&'static str, Refused> {
    let parsed = Arn::new(resource);
    let service = parsed.as_ref().map_or("", |arn| arn.service());
    match service {
        "s3" => Ok("S3"),
        "logs" => Ok("CWL"),
        "firehose" => Ok("FH"),
        _ => Err(invalid(format!(
            "The destination resource {resource} is no bucket, log group or delivery stream."
        ))),
    }
}
