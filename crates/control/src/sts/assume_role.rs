//! Becoming a role: `identity` decides with the trust policy, and makes the session.

use identity::{AccessDenied, AssumeRefused, AssumeRefusedKind, Assumer, Session, SessionAsk};
use model::Arn;
use wire::Failure;
use wire::sts::{
    AssumeRole, AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, Credentials, Tag,
};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::iam::time;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// One hour (STS API reference, AssumeRole).
const DEFAULT_SECONDS: u32 = 3_600;

/// What a session policy may take, of which answers tell the share that is used.
const MOST_POLICY_BYTES: usize = 2_048;

impl Handle<AssumeRole> for Rooms {
    fn needs(&self, _: &Call, _: &AssumeRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<AssumeRole>,
    ) -> Result<AssumeRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check(&input)?;
        let packed = input.policy.as_deref().map(packed_size).transpose()?;
        let session = self
            .identity
            .assume_role(
                &Assumer::Caller(call.caller()),
                &input.role_arn,
                &ask(&input),
                call.now(),
            )
            .map_err(refuse)?;
        Ok(answer(session, packed, input.source_identity))
    }
}

fn ask(input: &AssumeRoleRequest) -> SessionAsk<'_> {
    SessionAsk {
        name: &input.role_session_name,
        duration_seconds: input
            .duration_seconds
            .and_then(|seconds| u32::try_from(seconds).ok())
            .unwrap_or(DEFAULT_SECONDS),
        external_id: input.external_id.as_deref(),
        source_identity: input.source_identity.as_deref(),
        policy: input.policy.as_deref(),
    }
}

/// The session's ARN names the role without its path, and so does AWS's.
fn answer(
    session: Session,
    packed: Option<i32>,
    source_identity: Option<String>,
) -> AssumeRoleResponse {
    let credentials = session.credentials;
    AssumeRoleResponse {
        assumed_role_user: Some(AssumedRoleUser {
            assumed_role_id: session.caller.user_id(),
            arn: session.caller.arn(),
        }),
        credentials: Some(Credentials {
            access_key_id: credentials.access_key_id,
            secret_access_key: credentials.secret_access_key,
            session_token: credentials.session_token,
            expiration: time(credentials.expiration),
        }),
        packed_policy_size: packed,
        source_identity,
        ..AssumeRoleResponse::default()
    }
}

/// In percent of what is allowed. AWS packs the policy first, by a method that it does not tell.
fn packed_size(policy: &str) -> Result<i32, Failure> {
    let percent = policy.len().saturating_mul(100).div_ceil(MOST_POLICY_BYTES);
    if percent > 100 {
        let message = format!(
            "Packed policy consumes {percent}% of allotted space, please use smaller policy."
        );
        return Err(Failure::new("PackedPolicyTooLarge", 400, message));
    }
    Ok(i32::try_from(percent).unwrap_or(100))
}

fn check(input: &AssumeRoleRequest) -> Result<(), Failure> {
    if Arn::new(&input.role_arn).is_err() {
        let message = format!("{} is invalid", input.role_arn);
        return Err(Failure::new("ValidationError", 400, message));
    }
    let tags = input.tags.as_deref().unwrap_or_default();
    let transitive = input.transitive_tag_keys.as_deref().unwrap_or_default();
    check_tags(tags, transitive)?;
    match unserved(input) {
        Some(member) => Err(Failure::new(
            "NotImplemented",
            501,
            format!("AssumeRole is not implemented with {member} by Portcullis"),
        )),
        None => Ok(()),
    }
}

/// Both texts are recorded in `test_assume_role_tag_validation`.
fn check_tags(tags: &[Tag], transitive: &[String]) -> Result<(), Failure> {
    let keys: Vec<String> = tags.iter().map(|tag| tag.key.to_lowercase()).collect();
    let distinct: std::collections::HashSet<&String> = keys.iter().collect();
    let message = if distinct.len() < keys.len() {
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
    } else if transitive
        .iter()
        .any(|key| !keys.contains(&key.to_lowercase()))
    {
        "The specified transitive tag key must be included in the requested tags."
    } else {
        return Ok(());
    };
    Err(Failure::new("InvalidParameterValue", 400, message))
}

/// The first member that the session would silently go without. A list that is empty asks for
/// nothing.
fn unserved(input: &AssumeRoleRequest) -> Option<&'static str> {
    let has = |list: Option<usize>| list.is_some_and(|length| length > 0);
    [
        ("PolicyArns", has(input.policy_arns.as_ref().map(Vec::len))),
        ("Tags", has(input.tags.as_ref().map(Vec::len))),
        (
            "TransitiveTagKeys",
            has(input.transitive_tag_keys.as_ref().map(Vec::len)),
        ),
        ("SerialNumber", input.serial_number.is_some()),
        ("TokenCode", input.token_code.is_some()),
        (
            "ProvidedContexts",
            has(input.provided_contexts.as_ref().map(Vec::len)),
        ),
        (
            "MinimumSessionTokenSize",
            input.minimum_session_token_size.is_some(),
        ),
    ]
    .into_iter()
    .find_map(|(member, is_asked)| is_asked.then_some(member))
}

/// A decision that was made is kept with the refusal, so that the journal can tell it.
fn refuse(refused: AssumeRefused) -> Refused {
    let message = refused.message();
    let code = match refused.kind {
        AssumeRefusedKind::NoSuchRole
        | AssumeRefusedKind::NotAllowed { .. }
        | AssumeRefusedKind::Root => {
            return match refused.explanation {
                Some(explanation) => AccessDenied {
                    message,
                    explanation,
                }
                .into(),
                None => Failure::new("AccessDenied", 403, message).into(),
            };
        }
        AssumeRefusedKind::Duration { .. } | AssumeRefusedKind::ChainedDuration => {
            "ValidationError"
        }
        AssumeRefusedKind::MalformedPolicy(_) => policy::Malformed::CODE,
        AssumeRefusedKind::NoRandomness(error) => return Refused::internal(error),
    };
    Failure::new(code, 400, message).into()
}
