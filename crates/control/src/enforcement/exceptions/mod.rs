//! Where an operation rightly asks otherwise than the reference says, and why: a file for each service.

mod apigateway;
mod cloudformation;
mod events;
mod iam;
mod lambda;
mod logs;
mod s3;
mod scheduler;
mod ssm;
mod sts;

pub(super) use apigateway::APIGATEWAY_KEYS;

/// The operation (`service:*` for all of a service), the detail, and the reason.
type Row = (&'static str, &'static str, &'static str);

const NOT_SERVED: &str = "The member that would bring it is not served, and refused by name.";
const LIST: &str = "A list has no tags; what is in it has.";
const MADE_NOW: &str =
    "The resource is made by the request, and has only the tags that come with it.";
const DESCRIBED: &str =
    "AWS's description of the key names the operation; its table leaves it out.";

/// What an operation does otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity {
    /// It asks nothing here; the detail is the action that somebody without permissions is told.
    DecidedElsewhere,
    /// It does not ask for its own action; the detail is the first that it asks for.
    OtherAction,
    /// It asks on a resource that the reference does not list for the action.
    OtherResource,
    /// It sets a key that the reference does not list.
    UnlistedKey,
    /// It does not set a key that the reference lists; a row may name an action instead of the operation.
    UnsetKey,
}

/// The rows of one service.
struct Exceptions {
    decided_elsewhere: &'static [Row],
    other_action: &'static [Row],
    other_resource: &'static [Row],
    unlisted_key: &'static [Row],
    unset_key: &'static [Row],
}

const ALL: [Exceptions; 10] = [
    apigateway::ROWS,
    cloudformation::ROWS,
    events::ROWS,
    iam::ROWS,
    lambda::ROWS,
    logs::ROWS,
    s3::ROWS,
    scheduler::ROWS,
    ssm::ROWS,
    sts::ROWS,
];

impl Exceptions {
    const NONE: Self = Self {
        decided_elsewhere: &[],
        other_action: &[],
        other_resource: &[],
        unlisted_key: &[],
        unset_key: &[],
    };

    fn of(&self, oddity: Oddity) -> &'static [Row] {
        match oddity {
            Oddity::DecidedElsewhere => self.decided_elsewhere,
            Oddity::OtherAction => self.other_action,
            Oddity::OtherResource => self.other_resource,
            Oddity::UnlistedKey => self.unlisted_key,
            Oddity::UnsetKey => self.unset_key,
        }
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Exception {
    pub(super) oddity: Oddity,
    pub(super) at: &'static str,
    pub(super) what: &'static str,
    pub(super) reason: &'static str,
}

impl std::fmt::Display for Exception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {} {}", self.oddity, self.at, self.what)
    }
}

pub(super) fn all() -> impl Iterator<Item = Exception> {
    let oddities = [
        Oddity::DecidedElsewhere,
        Oddity::OtherAction,
        Oddity::OtherResource,
        Oddity::UnlistedKey,
        Oddity::UnsetKey,
    ];
    oddities.into_iter().flat_map(rows)
}

/// What excuses something of an operation, or of all of its service.
pub(super) fn find(oddity: Oddity, at: &str, what: &str) -> Option<Exception> {
    let (service, _) = at.split_once(':').unwrap_or_default();
    let everywhere = format!("{service}:*");
    rows(oddity).find(|row| (row.at == at || row.at == everywhere) && row.what == what)
}

fn rows(oddity: Oddity) -> impl Iterator<Item = Exception> {
    let tables = ALL.iter().map(move |service| service.of(oddity));
    tables.flatten().map(move |&(at, what, reason)| Exception {
        oddity,
        at,
        what,
        reason,
    })
}
