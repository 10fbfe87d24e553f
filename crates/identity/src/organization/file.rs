//! The file: the organization's policies, and the tree of its root, units and accounts with the ids
//! of the policies that are attached to each.

use std::collections::HashMap;

use model::AccountId;
use policy::{Kind, Malformed, Policy};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::levels::{Above, Shelf};
use super::rules;
use super::{Member, Organization};

/// Units may be nested five deep below the root (Organizations user guide, "Quotas").
const MOST_DEPTH: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableOrganization {
    /// Not JSON, or a member that is unknown, missing or of another type.
    #[error("{0}")]
    Json(String),
    #[error("policy {id}: {message}, line {line} column {column}")]
    Policy {
        id: String,
        message: String,
        line: u32,
        column: u32,
    },
    #[error("policy {id}: {message}")]
    Rule { id: String, message: &'static str },
    #[error("{text:?} is no id of {what}")]
    Id { text: String, what: &'static str },
    #[error("policy {0} stands twice")]
    PolicyTwice(String),
    #[error("account {0} stands twice")]
    AccountTwice(AccountId),
    #[error("{at} has policy {id}, which the file does not have")]
    UnknownPolicy { at: String, id: String },
    #[error("units are nested more than five deep at {0}")]
    TooDeep(String),
    #[error("the management account {0} stands nowhere in the tree")]
    NoManagementAccount(AccountId),
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Document<'a> {
    id: String,
    management_account_id: AccountId,
    #[serde(default, borrow)]
    policies: Vec<RawPolicy<'a>>,
    root: Unit,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct RawPolicy<'a> {
    id: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    name: Option<String>,
    #[serde(rename = "Type")]
    kind: ControlKind,
    #[serde(borrow)]
    content: &'a RawValue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum ControlKind {
    #[serde(rename = "SERVICE_CONTROL_POLICY")]
    Service,
    #[serde(rename = "RESOURCE_CONTROL_POLICY")]
    Resource,
}

/// The root, or an organizational unit.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Unit {
    id: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    name: Option<String>,
    #[serde(default)]
    policies: Vec<String>,
    #[serde(default)]
    accounts: Vec<Account>,
    #[serde(default)]
    organizational_units: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Account {
    id: AccountId,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    name: Option<String>,
    #[serde(default)]
    policies: Vec<String>,
}

pub(super) fn read(text: &str) -> Result<Organization, UnreadableOrganization> {
    let document: Document<'_> = serde_json::from_str(text)
        .map_err(|error| UnreadableOrganization::Json(error.to_string()))?;
    check_id(&document.id, "an organization", rules::is_organization)?;
    check_id(&document.root.id, "a root", rules::is_root)?;
    let shelf = shelf(text, &document)?;
    let mut tree = Tree {
        shelf: &shelf,
        members: HashMap::new(),
    };
    tree.walk(
        &document.root,
        &format!("{}/", document.id),
        &Above::default(),
        0,
    )?;
    let members = tree.members;
    if !members.contains_key(&document.management_account_id) {
        let account = document.management_account_id;
        return Err(UnreadableOrganization::NoManagementAccount(account));
    }
    let count = |kind| document.policies.iter().filter(|p| p.kind == kind).count();
    Ok(Organization {
        service_control_policies: count(ControlKind::Service),
        resource_control_policies: count(ControlKind::Resource),
        id: document.id,
        management_account: document.management_account_id,
        members,
    })
}

fn shelf(text: &str, document: &Document<'_>) -> Result<Shelf, UnreadableOrganization> {
    let mut shelf = Shelf::with_awss_own();
    for raw in &document.policies {
        check_id(&raw.id, "a policy", rules::is_policy)?;
        let arn = rules::policy_arn(
            &document.management_account_id,
            &document.id,
            raw.kind,
            &raw.id,
        );
        let policy = compile(text, raw)?;
        if !shelf.put(&raw.id, raw.kind, arn, policy) {
            return Err(UnreadableOrganization::PolicyTwice(raw.id.clone()));
        }
    }
    Ok(shelf)
}

fn compile(text: &str, raw: &RawPolicy<'_>) -> Result<Policy, UnreadableOrganization> {
    let content = raw.content.get();
    let kind = match raw.kind {
        ControlKind::Service => Kind::Identity,
        ControlKind::Resource => Kind::Resource,
    };
    let policy = Policy::parse(content, kind)
        .map_err(|malformed| at_its_place(text, content, &raw.id, &malformed))?;
    rules::check(raw.kind, content).map_err(|message| UnreadableOrganization::Rule {
        id: raw.id.clone(),
        message,
    })?;
    Ok(policy)
}

/// The position within the whole file: the content is a slice of its text.
fn at_its_place(
    text: &str,
    content: &str,
    id: &str,
    malformed: &Malformed,
) -> UnreadableOrganization {
    let start = (content.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.get(..start).unwrap_or_default();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let position = malformed.position();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let indent = match position.line {
        1 => count(last.chars().count()),
        _ => 0,
    };
    UnreadableOrganization::Policy {
        id: id.to_owned(),
        message: malformed.message().to_owned(),
        line: count(before.matches('\n').count()).saturating_add(position.line),
        column: indent.saturating_add(position.column),
    }
}

struct Tree<'a> {
    shelf: &'a Shelf,
    members: HashMap<AccountId, Member>,
}

impl Tree<'_> {
    /// `path` and `above` are of what the unit hangs on.
    fn walk(
        &mut self,
        unit: &Unit,
        path: &str,
        above: &Above,
        depth: usize,
    ) -> Result<(), UnreadableOrganization> {
        if depth > MOST_DEPTH {
            return Err(UnreadableOrganization::TooDeep(unit.id.clone()));
        }
        let path = format!("{path}{}/", unit.id);
        let here = above.with(self.shelf, &unit.policies, &unit.id)?;
        for account in &unit.accounts {
            let own = here.with(self.shelf, &account.policies, account.id.as_str())?;
            let (service_control, resource_control) = own.levels();
            let member = Member {
                path: path.clone(),
                service_control,
                resource_control,
            };
            if self.members.insert(account.id.clone(), member).is_some() {
                return Err(UnreadableOrganization::AccountTwice(account.id.clone()));
            }
        }
        for child in &unit.organizational_units {
            check_id(&child.id, "an organizational unit", rules::is_unit)?;
            self.walk(child, &path, &here, depth + 1)?;
        }
        Ok(())
    }
}

fn check_id(
    text: &str,
    what: &'static str,
    is_one: fn(&str) -> bool,
) -> Result<(), UnreadableOrganization> {
    if is_one(text) {
        return Ok(());
    }
    let text = text.to_owned();
    Err(UnreadableOrganization::Id { text, what })
}
