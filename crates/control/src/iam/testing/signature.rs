//! Signature V4 for a form posted to `/`, written for tests from the signing guide.

use std::fmt::Write as _;

use http::request::Builder;
use ring::{digest, hmac};

use crate::testing::REGION;

const HOST: &str = "127.0.0.1:4566";

#[derive(Debug, Clone)]
pub(crate) struct Credentials {
    pub(crate) id: String,
    pub(crate) secret: String,
    pub(crate) token: Option<String>,
}

pub(crate) fn sign(credentials: &Credentials, service: &str, body: &str) -> Builder {
    let now = jiff::Timestamp::now();
    let time = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let scope = format!("{}/{REGION}/{service}/aws4_request", now.strftime("%Y%m%d"));
    let mut headers = vec![("host", HOST.to_owned()), ("x-amz-date", time.clone())];
    if let Some(token) = &credentials.token {
        headers.push(("x-amz-security-token", token.clone()));
    }
    let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let mut canonical = "POST\n/\n\n".to_owned();
    for (name, value) in &headers {
        writeln!(canonical, "{name}:{value}").unwrap();
    }
    write!(canonical, "\n{names}\n{}", hash(body)).unwrap();
    let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{}", hash(&canonical));
    let key = scope.split('/').fold(
        format!("AWS4{}", credentials.secret).into_bytes(),
        |key, part| mac(&key, part),
    );
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={}",
        credentials.id,
        hex(&mac(&key, &to_sign))
    );
    headers
        .into_iter()
        .fold(http::Request::post("/"), |builder, (name, value)| {
            builder.header(name, value)
        })
        .header("content-type", "application/x-www-form-urlencoded")
        .header("authorization", authorization)
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
}

fn hash(text: &str) -> String {
    hex(digest::digest(&digest::SHA256, text.as_bytes()).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}
