//! Names of headers in answers, as API Gateway and functions spell them.
//!
//! The HTTP library writes names in lower case, unless an answer comes with its own record of how
//! they were spelled; that record is made by the library alone, when it reads a head. So a head with
//! the wanted names is read once, in memory, and its record kept for all answers with these names.

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

#[derive(Debug, Default)]
pub(super) struct Spellings(Mutex<HashMap<String, Extensions>>);

impl Spellings {
    /// Gives an answer of HTTP/1 the record of its names.
    pub(super) async fn apply<B>(&self, answer: &mut Response<B>) {
        let wanted = answer.extensions_mut().remove::<gateway::AnswerSpelling>();
        let Some(names) = wanted else {
            return;
        };
        let record = match self.known(names.as_str()) {
            Some(record) => record,
            None => self.learn(names.as_str()).await,
        };
        answer.extensions_mut().extend(record);
    }

    fn known(&self, names: &str) -> Option<Extensions> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(names).cloned()
    }

    /// Nothing is learned of names that no head can have.
    async fn learn(&self, names: &str) -> Extensions {
        let record = read(names).await.unwrap_or_default();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(names.to_owned(), record.clone());
        record
    }
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
        let spellings = Spellings::default();
        let names = "x-amzn-RequestId\ntesT-Multi\nnot a name\nContent-Length\n";
        for _ in 0..2 {
            assert!(!spellings.learn(names).await.is_empty());
            assert!(spellings.known(names).is_some());
        }
        assert!(spellings.known("x").is_none());
        let many: Vec<String> = (0..5_000).map(|number| format!("x-{number}\n")).collect();
        assert!(spellings.learn(&many.concat()).await.is_empty());
    }
}
