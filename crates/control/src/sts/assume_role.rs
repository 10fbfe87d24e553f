//! Becoming a role: `identity` decides with the trust policy, and makes the session.

use identity::{Assumer, MfaProof, SessionAsk, SessionTag};
use model::Arn;
use wire::Failure;
use wire::sts::{AssumeRole, AssumeRoleRequest, AssumeRoleResponse};

use super::answer::{self, assumed_role_user, credentials, denied, not_assumed, seconds};
use super::limits::{self, Passed};
use super::session_tags;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::uses;

/// One hour (STS API reference, AssumeRole).
pub(super) const DEFAULT_SECONDS: u32 = 3_600;

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
        let tags = session_tags::read(input.tags.as_deref(), input.transitive_tag_keys.as_deref())?;
        let policy_arns = limits::policy_arns(input.policy_arns.as_deref())?;
        let packed = packed(&call, &input, &policy_arns, &tags)?;
        let mfa = proof(self, &call, &input)?;
        let ask = SessionAsk {
            duration_seconds: seconds(input.duration_seconds).unwrap_or(DEFAULT_SECONDS),
            external_id: input.external_id.as_deref(),
            source_identity: input.source_identity.as_deref(),
            policy: input.policy.as_deref(),
            policy_arns: &policy_arns,
            tags: &tags,
            mfa: mfa.as_ref(),
            ..SessionAsk::new(&input.role_session_name, DEFAULT_SECONDS)
        };
        let by = Assumer::Caller(call.caller());
        let session = self
            .identity
            .assume_role(&by, &input.role_arn, &ask, call.now())
            .map_err(not_assumed)?;
        let role = [input.role_arn.clone()];
        uses::note(&self.journal, call.caller(), "sts:AssumeRole", &role);
        uses::note_session(&self.journal, &session.caller);
        Ok(AssumeRoleResponse {
            assumed_role_user: Some(assumed_role_user(&session)),
            packed_policy_size: packed,
            source_identity: session.caller.source_identity().map(str::to_owned),
            credentials: Some(credentials(session.credentials)),
            ..AssumeRoleResponse::default()
        })
    }
}

fn proof(
    rooms: &Rooms,
    call: &Call,
    input: &AssumeRoleRequest,
) -> Result<Option<MfaProof>, Refused> {
    let given = (input.serial_number.as_deref(), input.token_code.as_deref());
    rooms
        .identity
        .prove_mfa(call.caller(), given, call.now())
        .map_err(denied)
}

/// The tags that the calling session hands on take room in the new token too.
fn packed(
    call: &Call,
    input: &AssumeRoleRequest,
    policy_arns: &[String],
    tags: &[SessionTag],
) -> Result<Option<i32>, Failure> {
    let inherited = call.caller().session_tags().iter();
    let inherited = inherited.filter(|tag| tag.transitive);
    let tags: Vec<SessionTag> = inherited.chain(tags).cloned().collect();
    let passed = Passed {
        policy: input.policy.as_deref(),
        policy_arns,
        tags: &tags,
    };
    passed.packed_size()
}

fn check(input: &AssumeRoleRequest) -> Result<(), Failure> {
    check_role_arn(&input.role_arn)?;
    answer::unserved(
        "AssumeRole",
        &[
            (
                "ProvidedContexts",
                input
                    .provided_contexts
                    .as_ref()
                    .is_some_and(|l| !l.is_empty()),
            ),
            (
                "MinimumSessionTokenSize",
                input.minimum_session_token_size.is_some(),
            ),
        ],
    )
}

pub(super) fn check_role_arn(arn: &str) -> Result<(), Failure> {
    match Arn::new(arn) {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::new(
            "ValidationError",
            400,
            format!("{arn} is invalid"),
        )),
    }
}
