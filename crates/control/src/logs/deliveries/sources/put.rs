//! Names a resource as a source of logs.

use model::{Arn, LogDeliverySource, LogSettingsRecord};
use wire::Service;
use wire::logs::{PutDeliverySource, PutDeliverySourceRequest, PutDeliverySourceResponse};

use super::super::super::failures::{not_found, refuse_unserved};
use super::super::super::settings::{arn, check_tags};
use super::super::{SOURCE, conflict, shown_source};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What a service calls the permission to read the logs of its resources (CloudWatch Logs user guide, "Enable logging
/// from AWS services", V2 permissions). Those that have it are the ones whose logs can be delivered.
const VENDING: &str = "AllowVendedLogDeliveryForResource";

impl Handle<PutDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &PutDeliverySourceRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let ask = Ask::on("logs:PutDeliverySource", arn(call, SOURCE, &input.name));
        let ask = ask.keys(
            "logs:LogGeneratingResourceArns",
            vec![input.resource_arn.clone()],
        );
        let mut asks = vec![ask.bringing_tags(&tags)];
        if let Some(service) = vending_service(&input.resource_arn) {
            let action = format!("{service}:{VENDING}");
            asks.push(Ask::on(action, input.resource_arn.clone()));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDeliverySource>,
    ) -> Result<PutDeliverySourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[(
            "deliverySourceConfiguration",
            input.delivery_source_configuration.is_some(),
        )])?;
        let tags = input.tags.unwrap_or_default();
        check_tags(&tags)?;
        // In these words AWS refuses a service whose logs can not be delivered
        // (test_put_delivery_source_invalid_resource).
        let service = vending_service(&input.resource_arn)
            .ok_or_else(|| not_found("Cannot access provided service."))?;
        let source = LogDeliverySource {
            resource: input.resource_arn,
            service,
            log_type: input.log_type,
            tags: crate::tags::marked(tags),
        };
        let put = |settings: &mut LogSettingsRecord| {
            let mut of_it = settings.deliveries.values();
            let is_used = of_it.any(|delivery| delivery.source == input.name);
            let sources = &mut settings.delivery_sources;
            let before = sources.insert(input.name.clone(), source.clone());
            match before.filter(|before| is_used && before.resource != source.resource) {
                Some(_) => Err(conflict("The delivery source is used by a delivery.")),
                None => Ok(()),
            }
        };
        self.change_log_settings(&call, put).await?;
        Ok(PutDeliverySourceResponse {
            delivery_source: Some(shown_source(&call, &input.name, &source)),
        })
    }
}

/// The service of an ARN, if it lets its logs be delivered. Services that are here write no such logs.
fn vending_service(resource: &str) -> Option<String> {
    let resource = Arn::new(resource).ok()?;
    let name = resource.service();
    if Service::from_name(name).is_some() {
        return None;
    }
    reference::service(name)?.action(VENDING)?;
    Some(name.to_owned())
}
