//! What carries a message to another AWS service. It stands behind a trait, because the room that
//! speaks to other services must not be known here.

use std::pin::Pin;

use identity::invocation::{Grant, Refused};
use identity::{AssumeRefused, Caller};
use model::{Arn, FunctionArn};

/// A message and everything that its delivery depends on.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// The session of the execution role with whose rights it is sent.
    pub caller: Caller,
    /// The function it is about, qualifier included.
    pub function: FunctionArn,
    /// A queue, topic, event bus or bucket.
    pub target: Arn,
    pub message: Message,
}

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// To a destination of asynchronous invocation.
    Destination {
        /// What became of the event.
        verdict: Verdict,
        /// AWS's record of the invocation: JSON text.
        record: String,
    },
    /// Of records of a stream that were given up. A bucket gets it below this folder.
    Discarded {
        /// AWS's record of the batch: JSON text.
        record: String,
        folder: String,
    },
    /// To a dead-letter queue or topic. The last three travel as message attributes `RequestID`
    /// (String), `ErrorCode` (Number) and `ErrorMessage` (String).
    DeadLetter {
        /// The event itself: JSON text.
        body: String,
        request_id: String,
        error_code: u16,
        /// At most 1 KB.
        error_message: String,
    },
}

/// Which of the two destinations an event goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Success,
    Failure,
}

/// Why a message did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Undelivered(pub String);

/// What [`Courier::carry`] returns.
pub type Carried<'a> = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>>;

/// What was decided about a function where nobody waits for an answer.
#[derive(Debug, Clone, Copy)]
pub enum Decided<'a> {
    /// Lambda can't become its execution role, so that an event waits.
    NoRole(&'a AssumeRefused),
    /// Its execution role may not invoke the function that is its destination.
    NoDestination(&'a FunctionArn, &'a Refused),
    /// The role may, if only because permissions are reported.
    Destination(&'a Grant),
}

/// Carries messages. What must hold: nothing is sent that the caller's policies do not allow, and
/// an answer comes within a minute.
pub trait Courier: Send + Sync {
    fn carry(&self, parcel: Parcel) -> Carried<'_>;

    /// Keeps what was decided about a function, for whoever asks why. Must not wait.
    fn tell(&self, function: &FunctionArn, decided: Decided<'_>);
}

/// For servers that reach no other service: says so, each time.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoCourier;

impl Courier for NoCourier {
    fn carry(&self, parcel: Parcel) -> Carried<'_> {
        let service = parcel.target.service().to_owned();
        Box::pin(async move {
            Err(Undelivered(format!(
                "this server reaches no endpoint of {service}"
            )))
        })
    }

    fn tell(&self, _: &FunctionArn, _: Decided<'_>) {}
}
