//! Names of headers in answers, as API Gateway and functions spell them.
//!
//! The HTTP library writes names in lower case, unless an answer comes with its own record of how
//! they were spelled; that record is made by the library alone, when it reads a head. So a head with
//! the wanted names is read once, in memory, and its record kept for all answers with these names.
//!
//! Each thread keeps its own: an answer gets a copy whose parts are counted, and threads that count the
//! same things wait for each other.

use std::cell::RefCell;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Extensions, HeaderName, Request, Response};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncWriteExt as _;

/// Sets of names that are kept; a function that invents new ones all the time only makes us work.
const MOST_KEPT: usize = 1024;
/// A head of more bytes is not spelled.
const MOST_BYTES: usize = 16 * 1024;
/// What the library adds by itself.
const OF_THE_CONNECTION: &str = "Date: x\r\nContent-Length: 0\r\n";

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The records that a thread keeps.
#[derive(Default)]
struct Known {
    records: HashMap<String, Extensions>,
    /// The names that were asked for last, which mostly are asked for again.
    last: (String, Extensions),
}

impl Known {
    fn find(&mut self, names: &str) -> Option<Extensions> {
        if self.last.0 != names {
            let record = self.records.get(names)?.clone();
            self.last = (names.to_owned(), record);
        }
        Some(self.last.1.clone())
    }

    fn keep(&mut self, names: &str, record: Extensions) {
        if self.records.len() >= MOST_KEPT {
            self.records.clear();
        }
        self.records.insert(names.to_owned(), record);
    }
}

/// Gives an answer of HTTP/1 the record of its names.
pub(super) async fn apply<B>(answer: &mut Response<B>) {
    let wanted = answer.extensions_mut().remove::<gateway::AnswerSpelling>();
    let Some(names) = wanted else {
        return;
    };
    let record = match known(names.as_str()) {
        Some(record) => record,
        None => learn(names.as_str()).await,
    };
    *answer.extensions_mut() = record;
}

fn known(names: &str) -> Option<Extensions> {
    KNOWN.with_borrow_mut(|known| known.find(names))
}

/// Nothing is learned of names that no head can have.
async fn learn(names: &str) -> Extensions {
    let record = read(names).await.unwrap_or_default();
    KNOWN.with_borrow_mut(|known| known.keep(names, record.clone()));
    record
}

/// Names stand on lines of their own.
async fn read(names: &str) -> Option<Extensions> {
    let own = names.lines().filter(|name| is_spellable(name));
    let lines: Vec<String> = own.map(|name| format!("{name}: x\r\n")).collect();
    let lines = lines.concat();
    let head = format!("GET / HTTP/1.1\r\n{OF_THE_CONNECTION}{lines}Connection: close\r\n\r\n");
    if head.len() > MOST_BYTES {
        return None;
    }
    let (mut client, server) = tokio::io::duplex(MOST_BYTES);
    client.write_all(head.as_bytes()).await.ok()?;
    let seen = Arc::new(Mutex::new(None));
    let service = service_fn(|request: Request<Incoming>| {
        let seen = Arc::clone(&seen);
        async move {
            let (parts, _) = request.into_parts();
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(parts.extensions);
            Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new()))
        }
    });
    let mut http = http1::Builder::new();
    http.preserve_header_case(true).keep_alive(false);
    http.serve_connection(TokioIo::new(server), service)
        .await
        .ok()?;
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    seen.take()
}

/// Those that frame a request would be taken at their word.
fn is_spellable(name: &str) -> bool {
    let framing = [
        "connection",
        "content-length",
        "date",
        "expect",
        "transfer-encoding",
        "upgrade",
    ];
    HeaderName::from_bytes(name.as_bytes()).is_ok()
        && !framing.iter().any(|own| own.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_record_is_made_once_for_a_set_of_names() {
        let names = "x-amzn-RequestId\ntesT-Multi\nnot a name\nContent-Length\n";
        for _ in 0..2 {
            assert!(!learn(names).await.is_empty());
            assert!(known(names).is_some());
        }
        assert!(known("x").is_none());
        let many: Vec<String> = (0..5_000).map(|number| format!("x-{number}\n")).collect();
        assert!(learn(&many.concat()).await.is_empty());
    }
}
