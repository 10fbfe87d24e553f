//! What operations that open a session have in common: how they answer, and how they refuse.

use identity::{AssumeRefused, AssumeRefusedKind, SessionCredentials, TokenRefused};
use wire::Failure;
use wire::sts::{AssumedRoleUser, Credentials};

use crate::iam::time;
use crate::refused::Refused;

pub(super) fn credentials(made: SessionCredentials) -> Credentials {
    Credentials {
        access_key_id: made.access_key_id,
        secret_access_key: made.secret_access_key,
        session_token: made.session_token,
        expiration: time(made.expiration),
    }
}

/// The session's ARN names the role without its path, and so does AWS's.
pub(super) fn assumed_role_user(session: &identity::Session) -> AssumedRoleUser {
    AssumedRoleUser {
        assumed_role_id: session.caller.user_id(),
        arn: session.caller.arn(),
    }
}

/// DurationSeconds has passed the model's limits, so it fits.
pub(super) fn seconds(asked: Option<i32>) -> Option<u32> {
    asked.and_then(|seconds| u32::try_from(seconds).ok())
}

/// A decision that was made is kept with the refusal, so that the journal can tell it.
pub(super) fn not_assumed(refused: AssumeRefused) -> Refused {
    let message = refused.message();
    let code = match refused.kind {
        AssumeRefusedKind::NoSuchRole
        | AssumeRefusedKind::NotAllowed { .. }
        | AssumeRefusedKind::Root => {
            return match refused.into_denied() {
                Some(denied) => denied.into(),
                None => denied(message),
            };
        }
        AssumeRefusedKind::Duration { .. }
        | AssumeRefusedKind::ChainedDuration
        | AssumeRefusedKind::NoSuchPolicy { .. } => "ValidationError",
        AssumeRefusedKind::TransitiveConflict => "InvalidParameterValue",
        AssumeRefusedKind::MalformedPolicy(_) => policy::Malformed::CODE,
        AssumeRefusedKind::NoRandomness(error) => return Refused::internal(error),
    };
    Failure::new(code, 400, message).into()
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
pub(super) fn no_token(refused: TokenRefused) -> Refused {
    let message = refused.to_string();
    match refused {
        TokenRefused::Temporary { .. } => denied(message),
        TokenRefused::MalformedPolicy(_) => {
            Failure::new(policy::Malformed::CODE, 400, message).into()
        }
        TokenRefused::NoSuchPolicy { .. } => Failure::new("ValidationError", 400, message).into(),
        TokenRefused::NoRandomness(error) => Refused::internal(error),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
pub(super) fn denied(message: impl ToString) -> Refused {
    Failure::new("AccessDenied", 403, message.to_string()).into()
}

/// A member that a session would silently go without is refused by name.
pub(super) fn unserved(operation: &str, members: &[(&str, bool)]) -> Result<(), Failure> {
    match members.iter().find(|(_, is_asked)| *is_asked) {
        Some((member, _)) => Err(Failure::new(
            "NotImplemented",
            501,
            format!("{operation} is not implemented with {member} by Portcullis"),
        )),
        None => Ok(()),
    }
}
