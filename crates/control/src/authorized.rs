//! The proof that a caller may perform an operation, and the trait of those who perform it.

use wire::Operation;

use crate::body::Body;
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::resource_keys;
use crate::rooms::Rooms;
use crate::uses;

/// The hand-written behaviour of one operation, implemented on [`Rooms`] beside it.
pub(crate) trait Handle<O: Operation> {
    /// What the caller must be allowed to do. Required, so that no operation can forget it.
    fn needs(&self, call: &Call, input: &O::Input) -> Result<Needs, Refused>;

    fn handle(
        &self,
        authorized: Authorized<O>,
    ) -> impl Future<Output = Result<O::Output, Refused>> + Send;
}

/// The same of an operation that answers with a stream of events.
pub(crate) trait Stream<O: Operation> {
    /// As [`Handle::needs`].
    fn needs(&self, call: &Call, input: &O::Input) -> Result<Needs, Refused>;

    fn stream(
        &self,
        authorized: Authorized<O>,
    ) -> impl Future<Output = Result<Streaming<O>, Refused>> + Send;
}

/// The head of an answer, and the events that follow it when they come.
pub(crate) struct Streaming<O: Operation> {
    pub(crate) head: O::Output,
    pub(crate) events: Body,
}

/// The input of an operation that its caller may perform. Only [`authorize`] and
/// [`authorize_stream`] make one, and it opens no other operation, even one that takes the same input.
pub(crate) struct Authorized<O: Operation> {
    input: O::Input,
    call: Call,
}

impl<O: Operation> Authorized<O> {
    pub(crate) fn into_parts(self) -> (O::Input, Call) {
        (self.input, self.call)
    }
}

/// Asks `identity` for every permission that the operation needs.
///
/// That each action is one of AWS's, on resources and with keys that it has, is proved for every
/// operation by the test in `enforcement`, so that nothing is looked up for a request. An action
/// that AWS did not have could be allowed by a policy with a wildcard alone.
pub(crate) async fn authorize<O: Operation>(
    rooms: &Rooms,
    call: Call,
    input: O::Input,
) -> Result<Authorized<O>, Refused>
where
    Rooms: Handle<O>,
{
    let needs = Handle::<O>::needs(rooms, &call, &input)?;
    permit(rooms, call, input, needs).await
}

/// The same for an operation that answers with a stream of events.
pub(crate) async fn authorize_stream<O: Operation>(
    rooms: &Rooms,
    call: Call,
    input: O::Input,
) -> Result<Authorized<O>, Refused>
where
    Rooms: Stream<O>,
{
    let needs = Stream::<O>::needs(rooms, &call, &input)?;
    permit(rooms, call, input, needs).await
}

async fn permit<O: Operation>(
    rooms: &Rooms,
    call: Call,
    input: O::Input,
    needs: Needs,
) -> Result<Authorized<O>, Refused> {
    uses::note_session(&rooms.journal, call.caller());
    match needs {
        Needs::Permissions(asks) => {
            for ask in asks {
                let ask = resource_keys::complete(rooms, &call, ask).await?;
                ask.put_to(&rooms.identity, call.caller())?;
                uses::note(&rooms.journal, call.caller(), ask.action(), ask.resources());
            }
        }
        Needs::Nothing | Needs::OwnDecision => {}
    }
    Ok(Authorized { input, call })
}
