//! Who signed in: one-time links, and the sessions that they opened.
//!
//! Only digests are kept, so that what is in memory opens nothing. A restart ends every session.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Request, header};
use model::Timestamp;
use ring::digest;
use ring::rand::{SecureRandom as _, SystemRandom};

/// A working day.
const SESSION_SECONDS: i64 = 12 * 3_600;
/// A link that nobody used is worth nothing tomorrow.
const LINK_SECONDS: i64 = 24 * 3_600;
/// Links and sessions of one server, each; older ones make room.
const MOST: usize = 64;

type Digest = [u8; 32];

/// What signs a browser in: a secret, so `Debug` does not show it.
pub struct Link(String);

impl Link {
    /// Where the browser goes. What follows `#` never leaves it, so that no log holds the secret.
    pub fn path(&self) -> String {
        format!("/console/#/sign-in/{}", self.0)
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}

#[derive(Debug, Default)]
pub(crate) struct Sessions {
    links: Mutex<Kept>,
    open: Mutex<Kept>,
}

/// Digests with their ends, oldest first.
#[derive(Debug, Default)]
struct Kept(VecDeque<(Digest, Timestamp)>);

impl Kept {
    fn add(&mut self, secret: &str, ends: Timestamp) {
        if self.0.len() >= MOST {
            self.0.pop_front();
        }
        self.0.push_back((digest_of(secret), ends));
    }

    fn has(&self, secret: &str, now: Timestamp) -> bool {
        let wanted = digest_of(secret);
        let mut kept = self.0.iter();
        kept.any(|(digest, ends)| *digest == wanted && now < *ends)
    }

    fn remove(&mut self, secret: &str) {
        let wanted = digest_of(secret);
        self.0.retain(|(digest, _)| *digest != wanted);
    }
}

impl Sessions {
    pub(crate) fn link(&self, now: Timestamp) -> Option<Link> {
        let secret = secret()?;
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.add(&secret, now.plus_seconds(LINK_SECONDS));
        Some(Link(secret))
    }

    /// Uses a link up, and opens a session.
    pub(crate) fn open(&self, link: &str, now: Timestamp) -> Option<String> {
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        if !links.has(link, now) {
            return None;
        }
        links.remove(link);
        drop(links);
        let session = secret()?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.add(&session, now.plus_seconds(SESSION_SECONDS));
        Some(session)
    }

    pub(crate) fn is_open(&self, session: Option<&str>, now: Timestamp) -> bool {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        session.is_some_and(|session| open.has(session, now))
    }

    pub(crate) fn close(&self, session: Option<&str>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = session {
            open.remove(session);
        }
    }
}

/// 256 bits that nobody guesses.
fn secret() -> Option<String> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// A lookup by digest tells an attacker's clock nothing about the secret.
fn digest_of(secret: &str) -> Digest {
    let whole = digest::digest(&digest::SHA256, secret.as_bytes());
    let mut bytes = [0; 32];
    for (to, from) in bytes.iter_mut().zip(whole.as_ref()) {
        *to = *from;
    }
    bytes
}

/// The cookie of a request. Cookies know no ports, so that its name holds the port: two servers on
/// one machine don't sign each other's browsers out.
#[derive(Debug)]
pub(crate) struct Cookie {
    name: String,
    value: Option<String>,
    secure: bool,
}

impl Cookie {
    pub(crate) fn of<B>(request: &Request<B>, secure: bool) -> Self {
        let headers = request.headers();
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        let port = host
            .and_then(|host| host.rsplit_once(':'))
            .map_or("", |(_, port)| port);
        let port: String = port.chars().filter(char::is_ascii_digit).collect();
        let name = format!("portcullis-console-{port}");
        let lines = headers.get_all(header::COOKIE).iter();
        let mut pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        let value = pairs.find(|(given, _)| *given == name);
        Self {
            value: value.map(|(_, value)| value.to_owned()),
            name,
            secure,
        }
    }

    pub(crate) fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    pub(crate) fn set(&self, session: &str) -> String {
        self.line(session, SESSION_SECONDS)
    }

    pub(crate) fn forget(&self) -> String {
        self.line("", 0)
    }

    fn line(&self, value: &str, seconds: i64) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!(
            "{}={value}; Path=/console; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}",
            self.name
        )
    }
}
