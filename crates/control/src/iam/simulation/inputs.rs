//! What a simulation is given, read into what the engine takes.

use std::net::IpAddr;

use model::{Arn, Timestamp};
use policy::{Context, Kind, Policy, Principal};
use wire::iam::{ContextEntry, OrderedOrganizationPolicyType};

use super::super::refusal::Refusal;
use super::super::unserved;
use super::refusal::Unsimulated;
use super::sources::{Held, given, unreadable};
use crate::call::Call;

pub(super) fn refuse_handling(given: bool) -> Result<(), Refusal> {
    unserved(&[("ResourceHandlingOption", given)])
}

/// Who asks in a simulation.
pub(super) enum Caller {
    Somebody(Principal),
    /// Of the account that owns the resource, whichever that is.
    Anybody(Principal),
}

impl Caller {
    pub(super) fn principal(&self) -> &Principal {
        match self {
            Self::Somebody(principal) | Self::Anybody(principal) => principal,
        }
    }
}

/// The user that is named, else the principal whose policies they are. Where neither is somebody,
/// as with a group, there is no caller whose account could be another than the resource's (IAM API
/// reference, SimulateCustomPolicy, `ResourceOwner`).
pub(super) fn caller(
    call: &Call,
    caller: Option<&str>,
    source: Option<&str>,
) -> Result<Caller, Refusal> {
    if let Some(arn) = caller {
        let parsed = Arn::new(arn).ok();
        let is_user = parsed.is_some_and(|arn| arn.resource().starts_with("user/"));
        return if is_user {
            Ok(Caller::Somebody(user(arn)))
        } else {
            Err(Refusal::Simulation(Unsimulated::NotACaller))
        };
    }
    let account = call.account();
    let parsed = source.and_then(|arn| Arn::new(arn).ok());
    let kind = parsed
        .as_ref()
        .and_then(|arn| arn.resource().split('/').next());
    Ok(match (kind, source) {
        (Some("user"), Some(arn)) => Caller::Somebody(user(arn)),
        (Some("role"), Some(arn)) => {
            let name = arn.rsplit('/').next().unwrap_or_default();
            Caller::Somebody(Principal::RoleSession {
                role_arn: arn.to_owned(),
                session_arn: format!("arn:aws:sts::{account}:assumed-role/{name}/simulation"),
            })
        }
        _ => Caller::Anybody(user(&format!("arn:aws:iam::{account}:user/simulation"))),
    })
}

fn user(arn: &str) -> Principal {
    Principal::User {
        arn: arn.to_owned(),
    }
}

/// At most one document, which takes the place of the principal's boundary.
pub(super) fn boundary(documents: Option<&[String]>) -> Result<Option<Vec<Held>>, Refusal> {
    let list = "PermissionsBoundaryPolicyInputList";
    let Some(documents) = documents.filter(|documents| !documents.is_empty()) else {
        return Ok(None);
    };
    if documents.len() > 1 {
        return Err(Refusal::Simulation(Unsimulated::OneBoundary));
    }
    given(documents, Kind::Identity, list).map(Some)
}

/// From the root of the organization down.
pub(super) fn levels(
    levels: Option<Vec<OrderedOrganizationPolicyType>>,
) -> Result<Vec<Vec<Held>>, Refusal> {
    let levels = levels.unwrap_or_default().into_iter().enumerate();
    levels
        .map(|(place, level)| {
            let documents = level.service_control_policy_input_list.unwrap_or_default();
            let list = format!(
                "OrderedOrganizationPolicyInputList.{}.ServiceControlPolicyInputList",
                place + 1
            );
            given(&documents, Kind::Identity, &list)
        })
        .collect()
}

/// A policy of a resource is about principals, so that there must be one (IAM API reference,
/// SimulateCustomPolicy, `CallerArn`).
pub(super) fn resource(
    document: Option<&str>,
    names_caller: bool,
) -> Result<Option<Held>, Refusal> {
    let Some(document) = document else {
        return Ok(None);
    };
    if !names_caller {
        return Err(Refusal::Simulation(Unsimulated::NotACaller));
    }
    Ok(Some(Held {
        id: "ResourcePolicy".to_owned(),
        policy: Policy::parse(document, Kind::Resource).map_err(unreadable)?,
    }))
}

/// The account in an ARN such as `arn:aws:iam::ACCOUNT:root`, or the account by itself.
pub(super) fn owner(owner: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(owner) = owner else {
        return Ok(None);
    };
    let parsed = Arn::new(owner).ok();
    let account = parsed.as_ref().map_or(owner, Arn::account);
    match model::AccountId::new(account) {
        Ok(account) => Ok(Some(account.to_string())),
        Err(_) => Err(Refusal::Simulation(Unsimulated::NotAnOwner(
            owner.to_owned(),
        ))),
    }
}

/// The keys that are given, and the time, which every request has.
pub(super) fn context(
    entries: Option<Vec<ContextEntry>>,
    now: Timestamp,
) -> Result<Context, Refusal> {
    let mut context = Context::new();
    if let Ok(time) = jiff::Timestamp::from_second(now.seconds()) {
        context.set("aws:CurrentTime", time.to_string());
    }
    context.set("aws:EpochTime", now.seconds().to_string());
    for entry in entries.unwrap_or_default() {
        let (Some(key), Some(values)) = (entry.context_key_name, entry.context_key_values) else {
            return Err(Refusal::Simulation(Unsimulated::HalfAnEntry));
        };
        let kind = entry.context_key_type.unwrap_or_default();
        check_values(&key, &values, &kind)?;
        context.set_many(key, values);
    }
    Ok(context)
}

/// A type without `List` has one value, and every value is of its type. Dates and binaries are
/// read where they are compared.
fn check_values(key: &str, values: &[String], kind: &str) -> Result<(), Refusal> {
    let single = kind.strip_suffix("List").unwrap_or(kind);
    let fits = |value: &String| match single {
        "numeric" => value.parse::<f64>().is_ok_and(f64::is_finite),
        "boolean" => value == "true" || value == "false",
        "ip" => {
            let address = value.split('/').next().unwrap_or_default();
            address.parse::<IpAddr>().is_ok()
        }
        _ => true,
    };
    let too_many = values.len() > 1 && kind == single && !kind.is_empty();
    if too_many || !values.iter().all(fits) {
        let (key, kind) = (key.to_owned(), kind.to_owned());
        return Err(Refusal::Simulation(Unsimulated::ValuesOfAnotherType {
            key,
            kind,
        }));
    }
    Ok(())
}
