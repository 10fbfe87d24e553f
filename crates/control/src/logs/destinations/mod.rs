//! Destinations of subscriptions from other accounts. They are kept and shown; the streams that they lead to are not
//! here, and subscriptions to them are refused by name.

mod delete;
mod describe;
mod put;
mod put_policy;

use model::LogDestination;
use wire::logs::Destination;

use super::failures::not_found;
use super::settings::arn;
use crate::call::Call;
use crate::refused::Refused;

const DESTINATION: &str = "destination";

fn missing() -> Refused {
    not_found("The specified destination does not exist.")
}

fn shown(call: &Call, name: &str, destination: &LogDestination) -> Destination {
    Destination {
        destination_name: Some(name.to_owned()),
        target_arn: Some(destination.target.clone()),
        role_arn: Some(destination.role.clone()),
        access_policy: destination.policy.clone(),
        arn: Some(arn(call, DESTINATION, name)),
        creation_time: Some(destination.created.millis()),
    }
}
