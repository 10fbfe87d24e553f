//! Policies that hang on a role, a user or a group: inline, attached, and the boundary. The
//! operations on them differ in names only, so what they do stands here.

use model::{AccountId, Arn};
use store::Records;
use wire::iam::{AttachedPermissionsBoundary, AttachedPolicy};

use super::documents::{characters, check_inline, encode};
use super::entity::{Entity, Subject};
use super::managed;
use super::pages::{Page, PageAsk, page};
use super::permitted::Permitted;
use super::refusal::Refusal;
use crate::refused::Refused;

/// Managed policies attached to one role, user or group (IAM quotas, default).
const MOST_ATTACHED: usize = 10;

pub(super) async fn put_inline<E: Entity>(
    records: &Records,
    entity: &Permitted<E>,
    policy_name: &str,
    document: &str,
) -> Result<(), Refused> {
    entity.record().check_modifiable()?;
    check_inline(document)?;
    let put = |entity: &mut E| {
        let inline = &mut entity.policies_mut().inline;
        inline.insert(policy_name.to_owned(), document.to_owned());
        let length: usize = inline.values().map(|text| characters(text)).sum();
        let most = E::MOST_INLINE_CHARACTERS;
        if length > most {
            let name = entity.name().to_owned();
            let noun = E::NOUN;
            return Err(Refusal::InlinePoliciesTooLong { noun, name, most }.into());
        }
        Ok(())
    };
    entity.change(records, put).await
}

/// The document as answers carry it.
pub(super) fn inline<E: Entity>(entity: &E, policy_name: &str) -> Result<String, Refusal> {
    entity
        .policies()
        .inline
        .get(policy_name)
        .map(|document| encode(document))
        .ok_or_else(|| Refusal::NoSuchInlinePolicy(E::NOUN, policy_name.to_owned()))
}

pub(super) fn inline_names<E: Entity>(
    entity: &E,
    ask: PageAsk<'_>,
) -> Result<Page<String>, Refusal> {
    let names = entity.policies().inline.keys().cloned().collect();
    page(names, String::clone, ask)
}

pub(super) async fn delete_inline<E: Entity>(
    records: &Records,
    entity: &Permitted<E>,
    policy_name: &str,
) -> Result<(), Refused> {
    entity.record().check_modifiable()?;
    let delete = |entity: &mut E| match entity.policies_mut().inline.remove(policy_name) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoSuchInlinePolicy(E::NOUN, policy_name.to_owned()).into()),
    };
    entity.change(records, delete).await
}

/// Attaching what is attached already changes nothing.
pub(super) async fn attach<E: Entity>(
    records: &Records,
    account: &AccountId,
    entity: &Permitted<E>,
    policy_arn: &str,
) -> Result<(), Refused> {
    entity.record().check_modifiable()?;
    let arn = managed::parse_arn(policy_arn)?;
    check_attachable(&arn)?;
    if managed::find(records, account, &arn).await?.is_none() {
        return Err(Refusal::NotAttachable(policy_arn.to_owned()).into());
    }
    let attach = |entity: &mut E| {
        let attached = &mut entity.policies_mut().managed;
        if attached.contains(&arn) {
            return Ok(());
        }
        if attached.len() >= MOST_ATTACHED {
            let name = E::ATTACHMENT_QUOTA;
            let most = MOST_ATTACHED;
            return Err(Refusal::Quota { name, most }.into());
        }
        attached.push(arn.clone());
        Ok(())
    };
    entity.change(records, attach).await
}

/// The policies of service-linked roles are for those roles alone.
fn check_attachable(arn: &Arn) -> Result<(), Refusal> {
    if arn.account() == "aws" && managed::path_of(arn) == managed::SERVICE_ROLE_POLICIES {
        return Err(Refusal::ServiceRolePolicy);
    }
    Ok(())
}

pub(super) async fn detach<E: Entity>(
    records: &Records,
    entity: &Permitted<E>,
    policy_arn: &str,
) -> Result<(), Refused> {
    entity.record().check_modifiable()?;
    let arn = managed::parse_arn(policy_arn)?;
    let detach = |entity: &mut E| {
        let attached = &mut entity.policies_mut().managed;
        let before = attached.len();
        attached.retain(|other| *other != arn);
        if attached.len() == before {
            return Err(Refusal::NoSuchPolicy(policy_arn.to_owned()).into());
        }
        Ok(())
    };
    entity.change(records, detach).await
}

/// The attached policies whose paths begin with the prefix.
pub(super) fn attached<E: Entity>(
    entity: &E,
    path_prefix: Option<&str>,
    ask: PageAsk<'_>,
) -> Result<Page<AttachedPolicy>, Refusal> {
    let prefix = path_prefix.unwrap_or("/");
    let arns: Vec<&Arn> = entity
        .policies()
        .managed
        .iter()
        .filter(|arn| managed::path_of(arn).starts_with(prefix))
        .collect();
    let key = |arn: &&Arn| format!("{}/{}", arn.account(), managed::name_of(arn));
    let page = page(arns, key, ask)?;
    Ok(Page {
        items: page.items.into_iter().map(attached_policy).collect(),
        is_truncated: page.is_truncated,
        marker: page.marker,
    })
}

pub(super) fn attached_policy(arn: &Arn) -> AttachedPolicy {
    AttachedPolicy {
        policy_name: Some(managed::name_of(arn).to_owned()),
        policy_arn: Some(arn.as_str().to_owned()),
    }
}

/// Reads the ARN of a policy that may become a boundary.
pub(super) async fn boundary_of(
    records: &Records,
    account: &AccountId,
    policy_arn: &str,
) -> Result<Arn, Refused> {
    let arn = managed::parse_arn(policy_arn)
        .map_err(|_| Refusal::NotAPolicyArn(policy_arn.to_owned()))?;
    if managed::find(records, account, &arn).await?.is_none() {
        return Err(Refusal::NoSuchBoundary(policy_arn.to_owned()).into());
    }
    Ok(arn)
}

pub(super) async fn put_boundary<E: Entity>(
    records: &Records,
    entity: &Permitted<E>,
    boundary: Option<Arn>,
) -> Result<(), Refused> {
    entity.record().check_modifiable()?;
    let put = |entity: &mut E| {
        entity.policies_mut().boundary.clone_from(&boundary);
        Ok(())
    };
    entity.change(records, put).await
}

/// What AWS calls the kind of boundary in answers is not what its model says.
pub(super) fn render_boundary<S: Subject>(subject: &S) -> Option<AttachedPermissionsBoundary> {
    let arn = subject.boundary()?;
    Some(AttachedPermissionsBoundary {
        permissions_boundary_type: Some("Policy".to_owned()),
        permissions_boundary_arn: Some(arn.to_owned()),
    })
}

/// What must be taken away before the entity can be deleted.
pub(super) fn check_bare<E: Entity>(entity: &E) -> Result<(), Refusal> {
    let policies = entity.policies();
    if !policies.managed.is_empty() {
        return Err(Refusal::PoliciesAttached);
    }
    if !policies.inline.is_empty() {
        return Err(Refusal::InlinePoliciesLeft);
    }
    Ok(())
}
