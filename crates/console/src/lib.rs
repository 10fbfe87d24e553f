//! The web console: its built pages, and the sessions of those who signed in.
//!
//! A browser gets the pages, trades a one-time link for a cookie, and the cookie for credentials
//! that last some minutes and live in the page's memory only. With those it signs calls to the
//! public AWS APIs, like any other client. This crate must never answer a question about the
//! account itself, and never keep a key in clear.

mod guard; // from which page may a request come?
mod session; // who signed in
mod assets; // the pages
mod answer; // how an answer looks

mod generated {
    //! The table of built files.
    mod assets;
    pub(crate) use assets::ASSETS;
}

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use identity::{Identity, NoSeat, Seat};
use model::Timestamp;
use serde::Deserialize;
use serde_json::json;

pub use guard::{Foreign, own_page};
pub use session::Link;

use answer::{empty, refuse, told};
use session::{Cookie, Sessions};

/// Where the console lives.
const ROOT: &str = "/console";
/// How long the credentials of a page last; the page asks for new ones before that.
const CREDENTIALS_SECONDS: i64 = 900;

/// Shared behind an `Arc`.
#[derive(Debug)]
pub struct Console {
    identity: Arc<Identity>,
    sessions: Sessions,
}

/// What a page sends to sign in.
#[derive(Deserialize)]
struct SignIn {
    link: String,
}

impl Console {
    pub fn new(identity: Arc<Identity>) -> Self {
        Self {
            identity,
            sessions: Sessions::default(),
        }
    }

    /// Whether a path is the console's.
    pub fn owns(path: &str) -> bool {
        path.strip_prefix(ROOT)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// A link that signs one browser in, once, as whoever sits there. None when there is no
    /// randomness.
    pub fn link(&self, seat: Seat, now: Timestamp) -> Option<Link> {
        self.sessions.link(seat, now)
    }

    /// `secure` says whether the connection is encrypted.
    pub fn answer(
        &self,
        request: &Request<Bytes>,
        secure: bool,
        now: Timestamp,
    ) -> Response<Bytes> {
        if let Err(foreign) = own_page(request) {
            return refuse(StatusCode::FORBIDDEN, &foreign.to_string());
        }
        let path = request.uri().path();
        match (request.method(), path.strip_prefix(ROOT).unwrap_or(path)) {
            (&Method::GET | &Method::HEAD, "") => moved(),
            (&Method::GET | &Method::HEAD, rest) => assets::answer(rest, request.headers()),
            (&Method::POST, rest) => self.act(rest, request, secure, now),
            _ => refuse(
                StatusCode::METHOD_NOT_ALLOWED,
                "the console is read with GET",
            ),
        }
    }

    fn act(
        &self,
        action: &str,
        request: &Request<Bytes>,
        secure: bool,
        now: Timestamp,
    ) -> Response<Bytes> {
        if !guard::says_where_it_comes_from(request) {
            let message = "this is for the console's own pages";
            return refuse(StatusCode::FORBIDDEN, message);
        }
        let cookie = Cookie::of(request, secure);
        match action {
            "/session" => self.sign_in(request.body(), &cookie, now),
            "/credentials" => self.credentials(&cookie, now),
            "/sign-out" => self.sign_out(&cookie),
            _ => refuse(StatusCode::NOT_FOUND, "the console has no such action"),
        }
    }

    fn sign_in(&self, body: &[u8], cookie: &Cookie, now: Timestamp) -> Response<Bytes> {
        let asked = serde_json::from_slice::<SignIn>(body);
        let opened = asked
            .ok()
            .and_then(|asked| self.sessions.open(&asked.link, now));
        let Some(session) = opened else {
            let message = "the link was used already, or is none of this server's";
            return refuse(StatusCode::FORBIDDEN, message);
        };
        let mut response = empty(StatusCode::NO_CONTENT);
        set_cookie(&mut response, &cookie.set(&session));
        response
    }

    /// Credentials of whoever sits there, for as long as nobody would notice.
    fn credentials(&self, cookie: &Cookie, now: Timestamp) -> Response<Bytes> {
        let Some(seat) = self.sessions.seat(cookie.value(), now) else {
            return refuse(StatusCode::UNAUTHORIZED, "nobody is signed in");
        };
        let seated = match self.identity.seated(&seat, CREDENTIALS_SECONDS, now) {
            Ok(seated) => seated,
            Err(NoSeat::NoRandomness(_)) => {
                return refuse(StatusCode::INTERNAL_SERVER_ERROR, "there is no randomness");
            }
            Err(over) => return refuse(StatusCode::UNAUTHORIZED, &over.to_string()),
        };
        let credentials = seated.credentials;
        told(&json!({
            "accessKeyId": credentials.access_key_id,
            "secretAccessKey": credentials.secret_access_key,
            "sessionToken": credentials.session_token,
            "expiresInSeconds": (credentials.expiration.millis() - now.millis()) / 1000,
            "account": seated.caller.account(),
            "region": self.identity.config().region,
            "caller": seated.caller.arn(),
            "root": seated.caller.is_root(),
        }))
    }

    fn sign_out(&self, cookie: &Cookie) -> Response<Bytes> {
        self.sessions.close(cookie.value());
        let mut response = empty(StatusCode::NO_CONTENT);
        set_cookie(&mut response, &cookie.forget());
        response
    }
}

/// Relative addresses in the page need the slash.
fn moved() -> Response<Bytes> {
    let mut response = empty(StatusCode::PERMANENT_REDIRECT);
    let place = HeaderValue::from_static("/console/");
    response.headers_mut().insert(header::LOCATION, place);
    response
}

fn set_cookie(response: &mut Response<Bytes>, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests;
