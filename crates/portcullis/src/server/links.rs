//! The way into the console: a link that signs one browser in, as whoever asks for it or, for the
//! root of the account, as somebody else.

use bytes::Bytes;
use http::{Request, StatusCode};
use identity::{Caller, NoSeat, Seat};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{self, Needs};
use super::{Rooms, internal::Refused};

const TOKEN: &str = "x-amz-security-token";

/// As whom; without either, as whoever asks.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    /// A name or an ARN.
    user: Option<String>,
    role: Option<String>,
}

pub(super) fn answer(
    rooms: &Rooms,
    request: &Request<Bytes>,
    caller: &Caller,
) -> Result<Value, Refused> {
    let wanted: Wanted = serde_json::from_slice(request.body())
        .map_err(|error| Refused(StatusCode::BAD_REQUEST, error.to_string()))?;
    let seat = seat(rooms, request, caller, &wanted)?;
    let failed = || {
        let message = "there is no randomness".to_owned();
        Refused(StatusCode::INTERNAL_SERVER_ERROR, message)
    };
    let link = rooms.console.link(seat, access::now()).ok_or_else(failed)?;
    Ok(json!({ "path": link.path() }))
}

fn seat(
    rooms: &Rooms,
    request: &Request<Bytes>,
    caller: &Caller,
    wanted: &Wanted,
) -> Result<Seat, Refused> {
    let (identity, now) = (&rooms.identity, access::now());
    let found = match (&wanted.user, &wanted.role) {
        (None, None) => {
            let token = request.headers().get(TOKEN);
            let token = token.and_then(|token| token.to_str().ok());
            identity.own_seat(caller, token, now)
        }
        (Some(_), Some(_)) => {
            let message = "a link is for a user or for a role".to_owned();
            return Err(Refused(StatusCode::BAD_REQUEST, message));
        }
        (Some(user), None) => {
            access::admit(identity, caller, Needs::Root)?;
            identity.user_seat(user, now)
        }
        (None, Some(role)) => {
            access::admit(identity, caller, Needs::Root)?;
            identity.role_seat(role, now)
        }
    };
    found.map_err(|none| Refused(status(&none), none.to_string()))
}

fn status(none: &NoSeat) -> StatusCode {
    match none {
        NoSeat::NoUser(_) | NoSeat::NoRole(_) => StatusCode::NOT_FOUND,
        NoSeat::Nobody | NoSeat::Over => StatusCode::FORBIDDEN,
        NoSeat::NoRandomness(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
