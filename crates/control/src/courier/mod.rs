//! Carries what functions leave behind to other services: the records of destinations, and events for
//! dead-letter queues and topics, in the execution role whose policies decide. What is decided about functions while
//! nobody waits, it tells the journal.

mod messages; // what is sent, for each kind of target

use http::Response;
use lambda::{Decided, Parcel, Undelivered};
use model::{FunctionArn, Region, Timestamp};

use crate::body::{Body, read_whole};
pub(crate) use messages::queue_url;

use crate::control::{Control, Inside, Told};
use crate::unattended::{Desk, Unattended, Way};

/// Of what a service says, as much is told.
const MOST_TOLD: usize = 500;

impl Control {
    /// Sends a parcel; that it arrived is what the target's own service said.
    pub async fn deliver(&self, parcel: Parcel) -> Result<(), Undelivered> {
        let target = parcel.target.clone();
        let region = region_of(&parcel);
        let request = messages::request(&parcel)?;
        let answer = self.call(Inside {
            caller: parcel.caller,
            service: target.service().to_owned(),
            region,
            request,
            told: Told::Every,
        });
        check(answer.await).await
    }

    pub fn tell_of(&self, function: &FunctionArn, decided: Decided<'_>) {
        let desk = Desk::of(self.rooms());
        let name = function.name.as_str();
        let run = |way, function| Unattended {
            way,
            service: "lambda",
            name,
            function: Some(function),
            started: Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
        };
        match decided {
            Decided::NoRole(refused) => run(Way::Execution, function).untrusted(desk, refused),
            Decided::NoDestination(to, refused) => run(Way::Destination, to).refused(desk, refused),
            Decided::Destination(grant) => {
                run(Way::Destination, grant.function()).granted(desk, grant);
            }
        }
    }
}

/// A bucket's ARN names none: it is looked for where the function is.
fn region_of(parcel: &Parcel) -> Region {
    Region::new(parcel.target.region()).unwrap_or_else(|_| parcel.function.region.clone())
}

async fn check(answer: Response<Body>) -> Result<(), Undelivered> {
    let status = answer.status();
    let body = read_whole(answer.into_body()).await.map_err(Undelivered)?;
    let text = String::from_utf8_lossy(&body);
    // EventBridge answers 200 to an event that it did not take.
    let is_taken = status.is_success() && !messages::is_failed_entry(&body);
    if is_taken {
        return Ok(());
    }
    let end = text.floor_char_boundary(MOST_TOLD);
    let told = text.get(..end).unwrap_or_default();
    Err(Undelivered(format!("the target answered {status}: {told}")))
}
