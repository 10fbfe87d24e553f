//! Hands an event over for later, in the way of 2014 that AWS still serves.

use ::lambda::Event;
use wire::lambda::{InvokeAsync, InvokeAsyncRequest, InvokeAsyncResponse};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<InvokeAsync> for Rooms {
    /// The grant below is the decision: without it `lambda` runs nothing.
    fn needs(&self, _: &Call, _: &InvokeAsyncRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<InvokeAsync>,
    ) -> Result<InvokeAsyncResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let grant = self.grant(&call, &target)?;
        let event = Event {
            payload: input.invoke_args,
            trace: call.trace().map(str::to_owned),
            request_id: Some(call.request_id().to_owned()),
            ..Event::default()
        };
        self.enqueue(grant, event).await?;
        Ok(InvokeAsyncResponse { status: Some(202) })
    }
}
