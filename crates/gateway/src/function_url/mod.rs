//! Function URLs: an HTTP endpoint that leads to one function or alias, without an API between.
//!
//! The modules stand in the order in which a request meets them. As on the way through an API, the
//! function is reached only with a `Grant`: a URL that asks for no signature is judged too, by the
//! function's resource policy alone. What is refused is rendered in one place, `refusal`.

mod address;
mod arrival;

mod urls; // whose URL is it?

mod cors; // is it only a browser that asks?

mod authentication; // who signed?
mod authorization; // may they?

mod event; // do the work
mod invocation;
mod reply;
mod streaming;

mod refusal; // or refuse

mod completion; // record, tell

#[cfg(test)]
mod tests;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt as _;
use http::{Request, Response};
use hyper::body::Body;
use journal::{Lane, Recorder, Step, StepKind};
use model::InvokeMode;

pub use address::UrlAddressed;
pub(crate) use urls::FunctionUrls;

use arrival::Incoming;
use refusal::Refusal;
use urls::Url;

use crate::body::{Body as Answer, Coming};
use crate::exchange::Peer;
use crate::gateway::{Gateway, panic_text};
use crate::response::Reply;

/// One request to a function URL on its way.
struct Exchange {
    request: Incoming,
    url: Option<Arc<Url>>,
    /// The body of the answer, where it is handed on while it comes.
    coming: Option<Coming>,
    steps: Recorder,
}

impl Exchange {
    /// The gateway did something alone.
    fn note(&mut self, kind: StepKind, text: impl Into<std::borrow::Cow<'static, str>>) {
        self.steps.step(Step::within(kind, Lane::Gateway, text));
    }
}

impl Gateway {
    /// Which function URL a request is for, if it is for one.
    pub fn function_url(&self, host: &str, path_and_query: &str) -> Option<UrlAddressed> {
        address::address(host, path_and_query)
    }

    /// Always answers.
    pub async fn serve_function_url<B>(
        &self,
        addressed: UrlAddressed,
        request: Request<B>,
        peer: Peer,
    ) -> Response<Answer>
    where
        B: Body + Send + Unpin,
        B::Data: Send,
        B::Error: std::fmt::Display,
    {
        let arrived = Instant::now();
        let body_timeout = self.config.body_timeout;
        let (request, complete) = arrival::receive(body_timeout, addressed, request, peer).await;
        let mut exchange = Exchange {
            steps: completion::start(self, &request, arrived),
            request,
            url: None,
            coming: None,
        };
        let outcome = match complete {
            Ok(()) => safely(self.answer_by_url(&mut exchange)).await,
            Err(refusal) => Err(refusal),
        };
        completion::finish(self, exchange, outcome)
    }

    async fn answer_by_url(&self, exchange: &mut Exchange) -> Result<Reply, Refusal> {
        let url = self.urls.find(&exchange.request.addressed.id);
        let url = url.ok_or(Refusal::UnknownUrl)?;
        exchange.note(StepKind::Routing, format!("leads to {}", url.function));
        exchange.url = Some(Arc::clone(&url));
        if let Some(preflight) = cors::preflight(exchange, &url) {
            return Ok(preflight);
        }
        let caller = authentication::identify(self, exchange, &url)?;
        let grant = authorization::grant(self, exchange, &url, caller.as_ref())?;
        let event = event::of(&exchange.request, &url, caller.as_ref());
        match url.settings.invoke_mode {
            InvokeMode::Buffered => {
                let outcome = invocation::invoke(self, exchange, grant, event).await?;
                reply::of(&outcome.payload)
            }
            InvokeMode::ResponseStream => {
                let streamed = invocation::begin(self, exchange, grant, event).await?;
                streaming::begin(exchange, streamed).await
            }
        }
    }
}

/// A panic ends this request and nothing else.
async fn safely<T>(answer: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
    AssertUnwindSafe(answer)
        .catch_unwind()
        .await
        .unwrap_or_else(|panic| Err(Refusal::Defect(panic_text(panic.as_ref()))))
}
