//! Event source mappings: queues and streams whose messages and records go to functions. The operations,
//! and the pollers that read what the mappings name.
//!
//! A poller acts in the function's execution role and in nothing else: what the role may not read or
//! delete stays in the queue.

mod create;
mod delete;
mod get;
mod list;
mod update;

mod checks; // what a mapping may be
mod shown;

mod calls; // to the services behind them

mod batch; // messages as an event, and what the function says of them
mod filter; // which messages are wanted
mod poller; // one mapping at work
mod pollers; // all of them
mod queue; // the calls to SQS
mod settings; // what a stream is read by
mod streams; // Kinesis, and the streams of DynamoDB

pub use pollers::EventSources;

/// For the fuzz targets: a filter over a record.
pub(crate) fn read_stranger(text: &str, record: &str) {
    let (Some(pattern), Ok(record)) = (filter::Pattern::read(text), serde_json::from_str(record))
    else {
        return;
    };
    pattern.fits_record(&record, "body");
}
