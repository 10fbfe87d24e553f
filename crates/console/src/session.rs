//! Who signed in: one-time links, and the sessions that they opened.
//!
//! Of links and cookies only digests are kept, and beside them who sits there, which holds no key:
//! what is in memory opens nothing. A restart ends every session.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Request, header};
use identity::Seat;
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

/// Oldest first.
#[derive(Debug, Default)]
struct Kept(VecDeque<One>);

#[derive(Debug)]
struct One {
    digest: Digest,
    ends: Timestamp,
    seat: Seat,
}

impl Kept {
    fn add(&mut self, secret: &str, ends: Timestamp, seat: Seat) {
        if self.0.len() >= MOST {
            self.0.pop_front();
        }
        self.0.push_back(One {
            digest: digest_of(secret),
            ends,
            seat,
        });
    }

    fn find(&self, secret: &str, now: Timestamp) -> Option<&Seat> {
        let wanted = digest_of(secret);
        let mut kept = self.0.iter();
        let found = kept.find(|one| one.digest == wanted && now < one.ends)?;
        Some(&found.seat)
    }

    fn remove(&mut self, secret: &str) {
        let wanted = digest_of(secret);
        self.0.retain(|one| one.digest != wanted);
    }
}

impl Sessions {
    pub(crate) fn link(&self, seat: Seat, now: Timestamp) -> Option<Link> {
        let secret = secret()?;
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.add(&secret, now.plus_seconds(LINK_SECONDS), seat);
        Some(Link(secret))
    }

    /// Uses a link up, and opens a session.
    pub(crate) fn open(&self, link: &str, now: Timestamp) -> Option<String> {
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        let seat = links.find(link, now)?.clone();
        links.remove(link);
        drop(links);
        let session = secret()?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.add(&session, now.plus_seconds(SESSION_SECONDS), seat);
        Some(session)
    }

    /// Who sits there, while the session is open.
    pub(crate) fn seat(&self, session: Option<&str>, now: Timestamp) -> Option<Seat> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.find(session?, now).cloned()
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
