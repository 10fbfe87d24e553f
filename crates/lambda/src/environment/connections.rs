//! The connections of one process: to its Runtime API, and through us to the AWS endpoint.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::runtime_api::Shared;

/// A runtime and ten extensions, with some room for reconnecting.
const MAX_CONNECTIONS: usize = 32;
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(20);

/// Connections belong to this task and end with it.
pub(super) async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok((stream, _)) = listener.accept().await else {
            // Out of descriptors, most likely; the process waits meanwhile.
            tokio::time::sleep(ACCEPT_AGAIN_AFTER).await;
            continue;
        };
        if connections.len() >= MAX_CONNECTIONS {
            continue;
        }
        let shared = Arc::clone(&shared);
        connections.spawn(async move { converse(stream, &shared).await });
    }
}

async fn converse(stream: TcpStream, shared: &Arc<Shared>) {
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let service = service_fn(|request| {
        let shared = Arc::clone(shared);
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
