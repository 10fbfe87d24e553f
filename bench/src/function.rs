//! A function in Rust: a program of its own, of the size that functions have, which answers each event
//! with itself.
//!
//! It must have nothing in it but the standard library: what it takes to start is measured.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

const PREFIX: &str = "/2018-06-01/runtime/invocation";

/// Answers events until the environment ends.
fn main() -> io::Result<()> {
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").map_err(io::Error::other)?;
    let mut stream = TcpStream::connect(&api)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        write!(stream, "GET {PREFIX}/next HTTP/1.1\r\nHost: {api}\r\n\r\n")?;
        let (id, event) = answer(&mut reader)?;
        let id = id.ok_or_else(|| io::Error::other("an event without an id"))?;
        let length = event.len();
        let head = format!(
            "POST {PREFIX}/{id}/response HTTP/1.1\r\nHost: {api}\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all(&[head.as_bytes(), &event].concat())?;
        answer(&mut reader)?;
    }
}

/// The request id, if there is one, and the body.
fn answer(reader: &mut BufReader<TcpStream>) -> io::Result<(Option<String>, Vec<u8>)> {
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
            "content-length" => length = value.trim().parse().map_err(io::Error::other)?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((id, body))
}
