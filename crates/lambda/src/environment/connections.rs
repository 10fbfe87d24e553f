//! The connections of one process: to its Runtime API, and through us to the AWS endpoint.
//!
//! Those to the Runtime API are served by whoever waits for the process, within that task: an event
//! reaches the process, and its answer the caller, without a way from task to task. While nobody waits,
//! what the process sends stays where it is.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker, ready};
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::Sleep;

use super::runtime_api::Shared;

/// A runtime and ten extensions, with some room for reconnecting.
const MAX_CONNECTIONS: usize = 32;
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(20);

/// What speaks to the Runtime API of one process.
#[derive(Debug)]
pub(super) struct Connections {
    listener: TcpListener,
    open: FuturesUnordered<BoxFuture<'static, ()>>,
    /// How long nobody is let in, when the descriptors were used up.
    pause: Option<Pin<Box<Sleep>>>,
}

impl Connections {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self {
            listener,
            open: FuturesUnordered::new(),
            pause: None,
        }
    }

    /// Serves all that can be served now, and asks to be polled when there is more.
    pub(super) fn poll(&mut self, shared: &Arc<Shared>, context: &mut Context<'_>) {
        while self.poll_accept(shared, context).is_ready() {}
        while let Poll::Ready(Some(())) = self.open.poll_next_unpin(context) {}
    }

    /// Wakes nobody until it is polled again.
    pub(super) fn rest(&mut self, shared: &Arc<Shared>) {
        self.poll(shared, &mut Context::from_waker(Waker::noop()));
    }

    fn poll_accept(&mut self, shared: &Arc<Shared>, context: &mut Context<'_>) -> Poll<()> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        match ready!(self.listener.poll_accept(context)) {
            Ok((stream, _)) if self.open.len() < MAX_CONNECTIONS => {
                let shared = Arc::clone(shared);
                self.open.push(Box::pin(converse(stream, shared)));
            }
            // One too many is closed.
            Ok(_) => {}
            Err(_) => self.pause = Some(Box::pin(tokio::time::sleep(ACCEPT_AGAIN_AFTER))),
        }
        Poll::Ready(())
    }
}

async fn converse(stream: TcpStream, shared: Arc<Shared>) {
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let service = service_fn(|request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, Infallible>(shared.answer(request).await) }
    });
    let served = hyper::server::conn::http1::Builder::new()
        // As AWS spells them: some clients compare the names as they are.
        .title_case_headers(true)
        .serve_connection(TokioIo::new(stream), service)
        .await;
    if let Err(error) = served {
        tracing::debug!(%error, "runtime closed its connection");
    }
}

/// Lets the process reach the AWS endpoint from a network of its own.
pub(super) async fn forward(listener: TcpListener, target: SocketAddr) {
    let slots = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
            return;
        };
        let Ok((mut inside, _)) = listener.accept().await else {
            tokio::time::sleep(ACCEPT_AGAIN_AFTER).await;
            continue;
        };
        connections.spawn(async move {
            if let Ok(mut outside) = TcpStream::connect(target).await {
                // Whichever side closes first ends the pair; its error concerns nobody else.
                drop(tokio::io::copy_bidirectional(&mut inside, &mut outside).await);
            }
            drop(slot);
        });
    }
}
