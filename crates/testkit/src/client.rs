//! A blocking HTTP/1.1 client for one request at a time, enough to set a server up.
//!
//! It signs in name only: a server with `--auth open` takes the key for the root of its account
//! and does not verify the signature. Tests of signatures belong to real clients.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde_json::Value;

/// The account whose root the client is; a 12-digit key names the account.
pub const TEST_ACCOUNT: &str = "111111111111";
const REGION: &str = "us-east-1";
/// Longer than any integration may take.
const PATIENCE: Duration = Duration::from_mins(1);

#[derive(Debug, Clone, Copy)]
pub struct Client {
    address: SocketAddr,
}

#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case, in the order of arrival.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Calls an AWS API that speaks rest-json, and takes nothing but success.
    pub fn rest(&self, service: &str, line: &str, body: &Value) -> anyhow::Result<Value> {
        let credential = format!("{TEST_ACCOUNT}/20260101/{REGION}/{service}/aws4_request");
        let authorization = format!(
            "AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host;x-amz-date, Signature={:064}",
            0
        );
        let headers = [
            ("authorization", authorization.as_str()),
            ("content-type", "application/json"),
            ("x-amz-date", "20260101T000000Z"),
        ];
        let body = if body.is_null() {
            Vec::new()
        } else {
            serde_json::to_vec(body)?
        };
        let answer = self.send(line, &headers, &body)?;
        ensure!(
            answer.status < 300,
            "{line}: {} {}",
            answer.status,
            answer.text()
        );
        answer.json()
    }

    /// Sends one request, `line` being method and path, and reads the whole answer.
    pub fn send(
        &self,
        line: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> anyhow::Result<Answer> {
        let mut stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut head = format!("{line} HTTP/1.1\r\nconnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            write!(head, "host: {}\r\n", self.address)?;
        }
        for (name, value) in headers {
            write!(head, "{name}: {value}\r\n")?;
        }
        write!(head, "content-length: {}\r\n\r\n", body.len())?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        parse(&bytes)
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// An empty body is null.
    pub fn json(&self) -> anyhow::Result<Value> {
        if self.body.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&self.body).with_context(|| self.text())
    }
}

/// The connection is closed behind the answer, so that its body is the rest.
fn parse(bytes: &[u8]) -> anyhow::Result<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let (head, body) = bytes.split_at(end.context("the answer has no end of its headers")?);
    let head = std::str::from_utf8(head)?;
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .context("no status")?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let body = body.get(4..).unwrap_or_default().to_vec();
    ensure!(
        !headers.iter().any(|(name, _)| name == "transfer-encoding"),
        "the answer is chunked, which this client does not read"
    );
    Ok(Answer {
        status: status.parse()?,
        headers,
        body,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_split_into_its_parts() {
        let answer =
            parse(b"HTTP/1.1 403 Forbidden\r\nX-Amzn-ErrorType: A\r\n\r\n{\"a\":1}").unwrap();
        assert_eq!(
            (answer.status, answer.header("x-amzn-errortype")),
            (403, Some("A"))
        );
        assert_eq!(answer.json().unwrap(), serde_json::json!({"a": 1}));
    }

    #[test]
    fn what_is_no_answer_is_an_error() {
        assert!(parse(b"").is_err());
        assert!(parse(b"HTTP/1.1\r\n\r\n").is_err());
    }
}
