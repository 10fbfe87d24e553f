//! A connection whose HTTP/1 framing is read beside the HTTP library, and more strictly.
//!
//! Two readers of one connection must never disagree about where a request ends; what leaves room
//! for that (both lengths, a line without its CR, a folded header, a broken chunk) is refused here
//! with 400 and the end of the connection, whatever the library would make of it (RFC 9112, section
//! 11.2). What a request's head looked like is kept for its names, which the library gives in lower
//! case only.

mod scan;

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use scan::Scanner;

/// What the library is given in the place of bytes that it must not see: no request, header or
/// chunk of any kind, so that it answers 400 and closes.
const POISON: &[u8] = b"\x01\r\n\r\n";

/// Heads that were read whole, in the order in which their requests are served.
#[derive(Debug, Clone, Default)]
pub(super) struct Heads(Arc<Mutex<VecDeque<Bytes>>>);

impl Heads {
    fn push(&self, head: Bytes) {
        let mut heads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heads.push_back(head);
    }

    /// The head of the request that is served now.
    pub(super) fn take(&self) -> Option<Bytes> {
        let mut heads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heads.pop_front()
    }
}

/// A stream that is read twice.
#[derive(Debug)]
pub(super) struct Watched<S> {
    stream: S,
    scanner: Scanner,
    heads: Heads,
    /// What is left of the poison, once something was refused.
    poison: Option<&'static [u8]>,
}

impl<S> Watched<S> {
    pub(super) fn new(stream: S, heads: Heads) -> Self {
        Self {
            stream,
            scanner: Scanner::default(),
            heads,
            poison: None,
        }
    }

    /// Looks at what was read behind `before`, and takes back what is refused.
    fn watch(&mut self, buffer: &mut ReadBuf<'_>, before: usize) {
        let fresh = buffer.filled().get(before..).unwrap_or_default();
        let heads = &self.heads;
        let Err(at) = self.scanner.feed(fresh, |head| heads.push(head)) else {
            return;
        };
        tracing::debug!("a request with ambiguous framing was refused");
        buffer.set_filled(before + at);
        self.poison = Some(POISON);
        self.give_poison(buffer);
    }

    fn give_poison(&mut self, buffer: &mut ReadBuf<'_>) {
        let left = self.poison.unwrap_or_default();
        let (now, later) = left.split_at(left.len().min(buffer.remaining()));
        buffer.put_slice(now);
        self.poison = Some(later);
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.poison.is_some() {
            self.give_poison(buffer);
            return Poll::Ready(Ok(()));
        }
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.watch(buffer, before);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt as _;

    use super::*;

    async fn read(sent: &'static [u8]) -> (Vec<u8>, Heads) {
        let heads = Heads::default();
        let mut watched = Watched::new(sent, heads.clone());
        let mut seen = Vec::new();
        watched.read_to_end(&mut seen).await.unwrap();
        (seen, heads)
    }

    #[tokio::test]
    async fn what_is_in_order_passes_and_its_head_is_kept() {
        let sent = b"GET / HTTP/1.1\r\nHost: a\r\nX-Own: b\r\n\r\n";
        let (seen, heads) = read(sent).await;
        assert_eq!(seen, sent);
        assert_eq!(heads.take().as_deref(), Some(&sent[..]));
        assert_eq!(heads.take(), None);
    }

    #[tokio::test]
    async fn what_is_refused_ends_in_poison_and_nothing_behind_it_is_seen() {
        let (seen, heads) = read(b"GET / HTTP/1.1\nHost: a\r\n\r\nGET /b HTTP/1.1\r\n\r\n").await;
        assert_eq!(seen, [b"GET / HTTP/1.1", POISON].concat());
        assert_eq!(heads.take(), None);
    }
}
