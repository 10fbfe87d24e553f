//! Repositories by the names and the ARNs that calls give.

use model::RepositoryRecord;
use store::Stored;

use super::failures::{invalid, no_repository, refuse_unserved};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// There is one registry: the caller's.
pub(super) fn check_registry(call: &Call, given: Option<&str>) -> Result<(), Refused> {
    let other = given.is_some_and(|given| given != call.account().as_str());
    refuse_unserved(&[("The registry of another account", other)])
}

pub(super) fn id(call: &Call, name: &str) -> String {
    RepositoryRecord::id_of(call.account(), call.region(), name)
}

pub(super) fn ask(call: &Call, action: &'static str, name: &str) -> Ask {
    let arn = RepositoryRecord::arn_of(call.account(), call.region(), name);
    Ask::on(action, arn)
}

pub(super) fn name_of<'a>(call: &Call, arn: &'a str) -> Result<&'a str, Refused> {
    let start = RepositoryRecord::arn_of(call.account(), call.region(), "");
    arn.strip_prefix(&start)
        .filter(|name| !name.is_empty())
        .ok_or_else(|| invalid(format!("Invalid parameter at 'resourceArn': {arn}")))
}

impl Rooms {
    pub(super) async fn repository(
        &self,
        call: &Call,
        name: &str,
    ) -> Result<Stored<RepositoryRecord>, Refused> {
        let found = self
            .records
            .get::<RepositoryRecord>(&id(call, name))
            .await?;
        found.ok_or_else(|| no_repository(call, name))
    }
}
