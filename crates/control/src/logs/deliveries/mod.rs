//! Deliveries of logs that other services write: sources, destinations, and what joins two of them.
//!
//! They are kept and shown. No service here writes such logs, so that nothing is ever delivered.

mod create;
mod delete;
mod describe;
mod destinations;
mod get;
mod sources;
mod update;

use model::{LogDelivery, LogDeliveryDestination, LogDeliverySource, S3Delivery};
use wire::Failure;
use wire::logs::{
    Delivery, DeliveryDestination, DeliveryDestinationConfiguration, DeliverySource,
    S3DeliveryConfiguration,
};

use super::failures::not_found;
use super::settings::arn;
use crate::call::Call;
use crate::refused::Refused;

const SOURCE: &str = "delivery-source";
const DESTINATION: &str = "delivery-destination";
const DELIVERY: &str = "delivery";

fn no_source() -> Refused {
    not_found("Requested Delivery Source does not exist in this account.")
}

fn no_destination() -> Refused {
    not_found("Requested Delivery Destination does not exist in this account.")
}

fn no_delivery() -> Refused {
    not_found("Requested Delivery does not exist in this account.")
}

fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("ValidationException", 400, message).into()
}

fn conflict(message: impl Into<String>) -> Refused {
    Failure::new("ConflictException", 400, message).into()
}

/// As it is shown by who made it, with its tags; others show none (recorded by `test_put_delivery_source` and
/// `test_get_delivery_source`).
fn shown_source(call: &Call, name: &str, source: &LogDeliverySource) -> DeliverySource {
    DeliverySource {
        name: Some(name.to_owned()),
        arn: Some(arn(call, SOURCE, name)),
        resource_arns: Some(vec![source.resource.clone()]),
        service: Some(source.service.clone()),
        log_type: Some(source.log_type.clone()),
        tags: shown_tags(&source.tags),
        ..DeliverySource::default()
    }
}

fn shown_destination(
    call: &Call,
    name: &str,
    destination: &LogDeliveryDestination,
) -> DeliveryDestination {
    let resource = destination.resource.clone();
    let configuration = resource.map(
        |destination_resource_arn| DeliveryDestinationConfiguration {
            destination_resource_arn,
        },
    );
    DeliveryDestination {
        name: Some(name.to_owned()),
        arn: Some(arn(call, DESTINATION, name)),
        delivery_destination_type: Some(destination.kind.clone()),
        output_format: destination.format.clone(),
        delivery_destination_configuration: configuration,
        role_arn: None,
        tags: shown_tags(&destination.tags),
    }
}

fn shown_delivery(call: &Call, id: &str, delivery: &LogDelivery) -> Delivery {
    let s3 = delivery.s3.as_ref().map(|s3| S3DeliveryConfiguration {
        suffix_path: s3.suffix.clone(),
        enable_hive_compatible_path: Some(s3.hive),
    });
    let fields = Some(&delivery.fields).filter(|fields| !fields.is_empty());
    Delivery {
        id: Some(id.to_owned()),
        arn: Some(arn(call, DELIVERY, id)),
        delivery_source_name: Some(delivery.source.clone()),
        delivery_destination_arn: Some(delivery.destination.clone()),
        delivery_destination_type: Some(delivery.kind.clone()),
        record_fields: fields.cloned(),
        field_delimiter: delivery.delimiter.clone(),
        s3_delivery_configuration: s3,
        tags: shown_tags(&delivery.tags),
    }
}

fn shown_tags(
    tags: &std::collections::BTreeMap<String, String>,
) -> Option<std::collections::BTreeMap<String, String>> {
    (!tags.is_empty()).then(|| tags.clone())
}

/// What a delivery has of these where the request names none. Of other services than CloudFront no recording shows
/// it.
struct Usual {
    fields: Vec<String>,
    suffix: Option<&'static str>,
}

impl Usual {
    /// Recorded by `test_get_delivery`.
    fn of(source: &LogDeliverySource) -> Self {
        if (source.service.as_str(), source.log_type.as_str()) != ("cloudfront", "ACCESS_LOGS") {
            return Self {
                fields: Vec::new(),
                suffix: None,
            };
        }
        Self {
            fields: CLOUDFRONT_FIELDS
                .iter()
                .map(|it| (*it).to_owned())
                .collect(),
            suffix: Some("AWSLogs/{account-id}/CloudFront/"),
        }
    }
}

const CLOUDFRONT_FIELDS: [&str; 33] = [
    "date",
    "time",
    "x-edge-location",
    "sc-bytes",
    "c-ip",
    "cs-method",
    "cs(Host)",
    "cs-uri-stem",
    "sc-status",
    "cs(Referer)",
    "cs(User-Agent)",
    "cs-uri-query",
    "cs(Cookie)",
    "x-edge-result-type",
    "x-edge-request-id",
    "x-host-header",
    "cs-protocol",
    "cs-bytes",
    "time-taken",
    "x-forwarded-for",
    "ssl-protocol",
    "ssl-cipher",
    "x-edge-response-result-type",
    "cs-protocol-version",
    "fle-status",
    "fle-encrypted-fields",
    "c-port",
    "time-to-first-byte",
    "x-edge-detailed-result-type",
    "sc-content-type",
    "sc-content-len",
    "sc-range-start",
    "sc-range-end",
];

/// How objects in a bucket are named: as asked, and as usual where nothing is.
fn s3(given: Option<S3DeliveryConfiguration>, usual: Option<S3Delivery>) -> S3Delivery {
    let usual = usual.unwrap_or_default();
    let given = given.unwrap_or_default();
    S3Delivery {
        suffix: given.suffix_path.or(usual.suffix),
        hive: given.enable_hive_compatible_path.unwrap_or(usual.hive),
    }
}
