//! A function in Rust: this very program as the `bootstrap` of a function, which answers each event
//! with itself.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

use anyhow::Context as _;

const PREFIX: &str = "/2018-06-01/runtime/invocation";

/// Answers events until the environment ends.
pub(crate) fn run(api: &str) -> anyhow::Result<()> {
    let mut stream = TcpStream::connect(api)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        write!(stream, "GET {PREFIX}/next HTTP/1.1\r\nHost: {api}\r\n\r\n")?;
        let (id, event) = answer(&mut reader)?;
        let id = id.context("an event without an id")?;
        let length = event.len();
        let head = format!(
            "POST {PREFIX}/{id}/response HTTP/1.1\r\nHost: {api}\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all(&[head.as_bytes(), &event].concat())?;
        answer(&mut reader)?;
    }
}

/// The request id, if there is one, and the body.
fn answer(reader: &mut BufReader<TcpStream>) -> anyhow::Result<(Option<String>, Vec<u8>)> {
    let (mut id, mut length) = (None, 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "lambda-runtime-aws-request-id" => id = Some(value.trim().to_owned()),
            "content-length" => length = value.trim().parse()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((id, body))
}
