//! The policies of a user, group or role, as simulations name them.

use model::{Arn, AttachedPolicies, GroupRecord, RoleRecord, UserRecord};
use policy::{Kind, Policy, Source};
use wire::Operation;

use super::super::entity::{Entity, Noun};
use super::super::groups::groups_of;
use super::super::managed::name_of;
use super::super::permitted::{decide, find};
use super::super::refusal::Refusal;
use super::refusal::Unsimulated;
use super::sources::{Held, unreadable};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What stands for a principal in a simulation.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub(super) identity: Vec<Held>,
    pub(super) boundary: Option<Vec<Held>>,
}

/// What binds principals of the caller's account in its organization, from the root down (IAM API
/// reference, EvaluationResult, `OrganizationsDecisionDetail`).
pub(super) fn service_control(rooms: &Rooms, call: &Call) -> Vec<Vec<Held>> {
    let directory = rooms.identity.directory();
    let Some(organization) = directory.organization() else {
        return Vec::new();
    };
    let levels = organization.service_control(call.account());
    levels.iter().map(|level| held(level)).collect()
}

/// The last part of the ARN of a control policy is its id.
fn held(level: &[Source<'_>]) -> Vec<Held> {
    let hold = |source: &Source<'_>| Held {
        id: source
            .name
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
        policy: source.policy.clone(),
    };
    level.iter().map(hold).collect()
}

/// The policies of whom the ARN names, whom the caller may ask about.
pub(super) async fn principal<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
) -> Result<Standing, Refused> {
    let parsed = Arn::new(arn)
        .map_err(|_| Refusal::Simulation(Unsimulated::NotAPrincipal(arn.to_owned())))?;
    match parsed.resource().split('/').next() {
        Some("user") => {
            let user = entity::<O, UserRecord>(rooms, call, arn, name_of(&parsed)).await?;
            let mut standing = standing(rooms, &user)?;
            for group in groups_of(&rooms.records, &user).await? {
                standing
                    .identity
                    .extend(self::standing(rooms, &group)?.identity);
            }
            Ok(standing)
        }
        Some("group") => {
            let group = entity::<O, GroupRecord>(rooms, call, arn, name_of(&parsed)).await?;
            Ok(standing(rooms, &group)?)
        }
        Some("role") => {
            let role = entity::<O, RoleRecord>(rooms, call, arn, name_of(&parsed)).await?;
            Ok(standing(rooms, &role)?)
        }
        _ => Err(Refusal::Simulation(Unsimulated::NotAPrincipal(arn.to_owned())).into()),
    }
}

async fn entity<O: Operation, E: Entity>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
    name: &str,
) -> Result<E, Refused> {
    let found = find::<E>(&rooms.records, call.account(), name).await?;
    let found = found.filter(|entity| entity.record.arn() == arn);
    let permitted = decide::<O, E>(rooms, call, found, arn, |ask| ask)?;
    match permitted {
        Some(entity) => Ok(entity.into_record()),
        None => Err(Refusal::NoSuchEntity(E::NOUN, name.to_owned()).into()),
    }
}

fn standing<E: Entity>(rooms: &Rooms, entity: &E) -> Result<Standing, Refusal> {
    let policies = entity.policies();
    let mut identity = inline(policies, E::NOUN, entity.name())?;
    for arn in &policies.managed {
        identity.extend(managed(rooms, arn));
    }
    let boundary = policies.boundary.as_ref();
    Ok(Standing {
        identity,
        boundary: boundary.map(|arn| managed(rooms, arn).into_iter().collect()),
    })
}

/// An inline policy has its holder in its name.
fn inline(policies: &AttachedPolicies, noun: Noun, name: &str) -> Result<Vec<Held>, Refusal> {
    let hold = |(policy_name, document): (&String, &String)| -> Result<Held, Refusal> {
        Ok(Held {
            id: format!("{noun}_{name}_{policy_name}"),
            policy: Policy::parse(document, Kind::Identity).map_err(unreadable)?,
        })
    };
    policies.inline.iter().map(hold).collect()
}

fn managed(rooms: &Rooms, arn: &Arn) -> Option<Held> {
    let directory = rooms.identity.directory();
    let found = directory.managed_policy(arn.as_str())?;
    Some(Held {
        id: name_of(arn).to_owned(),
        policy: found.policy().clone(),
    })
}
