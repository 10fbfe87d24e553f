//! CloudFormation's records: stacks, and their resources, each with what happened to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{AccountId, Kind, Record, Region, Timestamp};

/// Makes the enum of a closed set of AWS's words, which are stored as AWS writes them.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $(#[serde(rename = $word)] $variant,)*
        }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// As AWS writes it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

words! {
    StackStatus {
        ReviewInProgress = "REVIEW_IN_PROGRESS",
        CreateInProgress = "CREATE_IN_PROGRESS",
        CreateFailed = "CREATE_FAILED",
        CreateComplete = "CREATE_COMPLETE",
        RollbackInProgress = "ROLLBACK_IN_PROGRESS",
        RollbackFailed = "ROLLBACK_FAILED",
        RollbackComplete = "ROLLBACK_COMPLETE",
        DeleteInProgress = "DELETE_IN_PROGRESS",
        DeleteFailed = "DELETE_FAILED",
        DeleteComplete = "DELETE_COMPLETE",
        UpdateInProgress = "UPDATE_IN_PROGRESS",
        UpdateCompleteCleanupInProgress = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
        UpdateComplete = "UPDATE_COMPLETE",
        UpdateFailed = "UPDATE_FAILED",
        UpdateRollbackInProgress = "UPDATE_ROLLBACK_IN_PROGRESS",
        UpdateRollbackFailed = "UPDATE_ROLLBACK_FAILED",
        UpdateRollbackCompleteCleanupInProgress = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
        UpdateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE",
    }
}

words! {
    ResourceStatus {
        CreateInProgress = "CREATE_IN_PROGRESS",
        CreateFailed = "CREATE_FAILED",
        CreateComplete = "CREATE_COMPLETE",
        DeleteInProgress = "DELETE_IN_PROGRESS",
        DeleteFailed = "DELETE_FAILED",
        DeleteComplete = "DELETE_COMPLETE",
        DeleteSkipped = "DELETE_SKIPPED",
        UpdateInProgress = "UPDATE_IN_PROGRESS",
        UpdateFailed = "UPDATE_FAILED",
        UpdateComplete = "UPDATE_COMPLETE",
    }
}

words! {
    /// What becomes of a resource that its stack does not have any more.
    DeletionPolicy {
        Delete = "Delete",
        Retain = "Retain",
        RetainExceptOnCreate = "RetainExceptOnCreate",
    }
}

words! {
    /// What follows a failure.
    OnFailure {
        Rollback = "ROLLBACK",
        DoNothing = "DO_NOTHING",
        Delete = "DELETE",
    }
}

impl StackStatus {
    /// Whether an operation is under way.
    pub fn is_in_progress(self) -> bool {
        self.name().ends_with("_IN_PROGRESS") && self != Self::ReviewInProgress
    }
}

/// What a stack is made of: everything that an update can change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StackDesign {
    /// As it was given.
    pub template: String,
    /// After its transforms; absent where it has none.
    #[serde(default)]
    pub processed: Option<String>,
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
    /// What SSM held under the keys that parameters name.
    #[serde(default)]
    pub ssm: BTreeMap<String, String>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub capabilities: Vec<String>,
    #[serde(default)]
    pub notification_arns: Vec<String>,
    #[serde(default)]
    pub role_arn: Option<String>,
    #[serde(default)]
    pub change_set_id: Option<String>,
    #[serde(default)]
    pub description: Option<String>,
    /// Default values of parameters that are not echoed.
    #[serde(default)]
    pub hidden_defaults: Vec<String>,
    /// Every parameter with the value that it has, or stars in its place.
    #[serde(default)]
    pub shown: BTreeMap<String, String>,
}

impl StackDesign {
    /// The template whose resources are made.
    pub fn effective(&self) -> &str {
        self.processed.as_deref().unwrap_or(&self.template)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StackRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    /// The last part of the stack's ARN.
    pub unique: String,
    pub status: StackStatus,
    #[serde(default)]
    pub reason: Option<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub updated: Option<Timestamp>,
    #[serde(default)]
    pub deleted: Option<Timestamp>,
    pub design: StackDesign,
    #[serde(default)]
    pub outputs: Vec<StackOutput>,
    /// Names of other stacks' exports that this one uses.
    #[serde(default)]
    pub imports: Vec<String>,
    #[serde(default)]
    pub timeout_minutes: Option<u32>,
    #[serde(default)]
    pub disable_rollback: bool,
    #[serde(default)]
    pub termination_protection: bool,
    /// The stack policy, as it was put.
    #[serde(default)]
    pub policy: Option<String>,
    /// ARN of the stack that has this one as a resource.
    #[serde(default)]
    pub parent: Option<String>,
    #[serde(default)]
    pub root: Option<String>,
    /// What is under way.
    #[serde(default)]
    pub operation: Option<StackOperation>,
    /// The token of the last operation.
    #[serde(default)]
    pub token: Option<String>,
    /// Of the stack itself, the oldest first.
    #[serde(default)]
    pub events: Vec<StackEvent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StackOutput {
    pub key: String,
    pub value: String,
    #[serde(default)]
    pub description: Option<String>,
    #[serde(default)]
    pub export: Option<String>,
}

/// An operation, complete enough to go on with it after a restart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StackOperation {
    pub kind: StackOperationKind,
    /// Who asked for it, sealed by `identity`.
    pub caller: String,
    /// As the caller reached this server.
    pub endpoint: String,
    pub started: Timestamp,
    #[serde(default)]
    pub token: Option<String>,
    pub on_failure: OnFailure,
    /// What the stack was made of before an update.
    #[serde(default)]
    pub previous: Option<Box<StackDesign>>,
    /// The outputs and imports from before.
    #[serde(default)]
    pub previous_outputs: Vec<StackOutput>,
    #[serde(default)]
    pub previous_imports: Vec<String>,
    /// Logical ids that are not deleted, or not rolled back.
    #[serde(default)]
    pub skipped: Vec<String>,
    /// A stack policy that holds for this update only.
    #[serde(default)]
    pub policy: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StackOperationKind {
    Create,
    Update,
    Delete,
    /// Back to what was, after an update that failed.
    RollBack,
}

/// Something that happened to a stack or a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StackEvent {
    /// Microseconds since 1970, each once in a stack: the order of its events.
    pub at: i64,
    pub id: String,
    /// A stack's or a resource's status, as AWS writes it.
    pub status: String,
    #[serde(default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub physical_id: Option<String>,
    #[serde(default)]
    pub properties: Option<String>,
    #[serde(default)]
    pub token: Option<String>,
}

impl StackRecord {
    /// Of the one stack of that name that is not deleted.
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    /// Of a stack that was deleted.
    pub fn id_of_deleted(account: &AccountId, region: &Region, name: &str, unique: &str) -> String {
        format!("{account}/{region}/{name}/{unique}")
    }

    pub fn arn(&self) -> String {
        let Self {
            account,
            region,
            name,
            unique,
            ..
        } = self;
        format!("arn:aws:cloudformation:{region}:{account}:stack/{name}/{unique}")
    }

    pub fn is_deleted(&self) -> bool {
        self.status == StackStatus::DeleteComplete
    }
}

impl Record for StackRecord {
    const KIND: Kind = Kind::Stack;

    /// A deleted stack gives its name back, and is found by its ARN only.
    fn id(&self) -> String {
        if self.is_deleted() {
            return Self::id_of_deleted(&self.account, &self.region, &self.name, &self.unique);
        }
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

/// A resource as it was made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MadeResource {
    /// Of which type; an update can put another type behind a logical id.
    pub kind: String,
    pub physical_id: String,
    /// What it was made with.
    pub properties: Map<String, Value>,
    /// What `Fn::GetAtt` gives.
    #[serde(default)]
    pub attributes: Map<String, Value>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// Whether the attributes are shown to nobody.
    #[serde(default)]
    pub no_echo: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StackResourceRecord {
    pub account: AccountId,
    pub region: Region,
    /// The unique part of the stack's ARN.
    pub stack: String,
    pub logical_id: String,
    pub kind: String,
    pub status: ResourceStatus,
    #[serde(default)]
    pub reason: Option<String>,
    pub changed: Timestamp,
    /// What there is now.
    #[serde(default)]
    pub made: Option<MadeResource>,
    /// Of what there is, or was.
    #[serde(default)]
    pub physical_id: Option<String>,
    /// Whether a physical resource of this generation is being made.
    #[serde(default)]
    pub creating: bool,
    /// With which properties.
    #[serde(default)]
    pub attempted: Option<Map<String, Value>>,
    /// Counts the physical resources behind the logical id, so that each gets a name of its own.
    #[serde(default)]
    pub generation: u32,
    /// What the operation under way found, if it touched this resource.
    #[serde(default)]
    pub before: Option<Before>,
    /// Physical resources that were replaced or given up, to be deleted at the end.
    #[serde(default)]
    pub leftovers: Vec<Leftover>,
    pub deletion_policy: DeletionPolicy,
    pub update_replace_policy: DeletionPolicy,
    /// Logical ids that this one needs.
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub metadata: Option<String>,
    /// The oldest first.
    #[serde(default)]
    pub events: Vec<StackEvent>,
}

/// A resource before an update touched it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// Nothing if the update made it.
    pub made: Option<MadeResource>,
    /// What a change in place was to make of it, whether it succeeded or not.
    #[serde(default)]
    pub attempted: Option<MadeResource>,
    #[serde(default)]
    pub needs: Vec<String>,
    pub deletion_policy: DeletionPolicy,
    pub update_replace_policy: DeletionPolicy,
    #[serde(default)]
    pub metadata: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leftover {
    pub made: MadeResource,
    pub policy: DeletionPolicy,
}

impl StackResourceRecord {
    /// With an empty logical id the prefix of all resources of a stack.
    pub fn id_of(account: &AccountId, region: &Region, stack: &str, logical_id: &str) -> String {
        format!("{account}/{region}/{stack}/{logical_id}")
    }
}

impl Record for StackResourceRecord {
    const KIND: Kind = Kind::StackResource;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.stack, &self.logical_id)
    }
}

words! {
    ChangeSetStatus {
        CreateComplete = "CREATE_COMPLETE",
        Failed = "FAILED",
    }
}

words! {
    ChangeSetExecution {
        Unavailable = "UNAVAILABLE",
        Available = "AVAILABLE",
        Complete = "EXECUTE_COMPLETE",
        Obsolete = "OBSOLETE",
    }
}

/// What a stack could become, for somebody to look at before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSetRecord {
    pub account: AccountId,
    pub region: Region,
    /// The unique part of the stack's ARN.
    pub stack: String,
    pub stack_name: String,
    pub name: String,
    /// The last part of the change set's ARN.
    pub unique: String,
    /// Whether the stack does not exist yet.
    pub creates: bool,
    pub status: ChangeSetStatus,
    #[serde(default)]
    pub reason: Option<String>,
    pub execution: ChangeSetExecution,
    pub created: Timestamp,
    #[serde(default)]
    pub description: Option<String>,
    pub design: StackDesign,
    pub changes: Vec<ResourceChange>,
    #[serde(default)]
    pub on_failure: Option<OnFailure>,
    #[serde(default)]
    pub token: Option<String>,
}

/// What an update would do to a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceChange {
    pub action: ChangeAction,
    pub logical_id: String,
    #[serde(default)]
    pub physical_id: Option<String>,
    pub kind: String,
    #[serde(default)]
    pub replacement: Option<Replacement>,
    /// What becomes of the physical resource that goes.
    #[serde(default)]
    pub policy: Option<String>,
    #[serde(default)]
    pub details: Vec<ChangeDetail>,
    /// The resource as JSON, before and after.
    #[serde(default)]
    pub before: Option<String>,
    #[serde(default)]
    pub after: Option<String>,
}

words! {
    ChangeAction {
        Add = "Add",
        Modify = "Modify",
        Remove = "Remove",
    }
}

words! {
    Replacement {
        Yes = "True",
        No = "False",
        Conditional = "Conditional",
    }
}

/// One thing that would change of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDetail {
    /// `Properties`, `Metadata` or `Tags`.
    pub attribute: String,
    #[serde(default)]
    pub property: Option<String>,
    /// Whether the change asks for a new resource.
    #[serde(default)]
    pub recreates: Option<bool>,
    /// Whether the new value is known.
    pub is_known: bool,
    /// As JSON where it is no text.
    #[serde(default)]
    pub before: Option<String>,
    #[serde(default)]
    pub after: Option<String>,
}

impl ChangeSetRecord {
    /// With an empty name the prefix of all change sets of a stack.
    pub fn id_of(account: &AccountId, region: &Region, stack: &str, name: &str) -> String {
        format!("{account}/{region}/{stack}/{name}")
    }

    pub fn arn(&self) -> String {
        let Self {
            account,
            region,
            name,
            unique,
            ..
        } = self;
        format!("arn:aws:cloudformation:{region}:{account}:changeSet/{name}/{unique}")
    }

    pub fn stack_arn(&self) -> String {
        let Self {
            account,
            region,
            stack_name,
            stack,
            ..
        } = self;
        format!("arn:aws:cloudformation:{region}:{account}:stack/{stack_name}/{stack}")
    }
}

impl Record for ChangeSetRecord {
    const KIND: Kind = Kind::ChangeSet;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.stack, &self.name)
    }
}

/// What somebody outside said to a resource that waits: the function behind a custom resource, or who signals a wait
/// condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StackSignalRecord {
    pub account: AccountId,
    pub region: Region,
    /// The unique part of the stack's ARN.
    pub stack: String,
    /// What the address that was given away names.
    pub token: String,
    /// Each as it was sent, JSON.
    pub signals: Vec<String>,
}

impl StackSignalRecord {
    /// With an empty token the prefix of all signals of a stack.
    pub fn id_of(account: &AccountId, region: &Region, stack: &str, token: &str) -> String {
        format!("{account}/{region}/{stack}/{token}")
    }
}

impl Record for StackSignalRecord {
    const KIND: Kind = Kind::StackSignal;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.stack, &self.token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_found_by_its_name() {
        for status in StackStatus::ALL {
            assert_eq!(StackStatus::from_name(status.name()), Some(*status));
            let stored = serde_json::to_value(status).unwrap();
            assert_eq!(stored, status.name());
        }
        assert!(!StackStatus::ReviewInProgress.is_in_progress());
        assert!(StackStatus::UpdateCompleteCleanupInProgress.is_in_progress());
    }
}
