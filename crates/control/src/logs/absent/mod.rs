//! Deliveries, destinations and exports lead to S3, Firehose and Kinesis, from services that are not
//! here either. So none can be made, each attempt is refused by name, and there are none to be shown.

mod cancel_export_task;
mod delete_delivery_destination;
mod delete_delivery_source;
mod describe_deliveries;
mod describe_delivery_destinations;
mod describe_delivery_sources;
mod describe_destinations;
mod describe_export_tasks;
mod get_delivery_destination;
mod get_delivery_source;
mod put_delivery_destination;
mod put_delivery_source;

use crate::call::Call;

fn arn(call: &Call, kind: &str, name: &str) -> String {
    let (account, region) = (call.account(), call.region());
    format!("arn:aws:logs:{region}:{account}:{kind}:{name}")
}
