//! Takes a statement out of a resource policy.

use model::FunctionRecord;
use wire::lambda::{RemovePermission, RemovePermissionRequest};

use super::failures::not_found;
use super::functions::new_revision;
use super::permissions::{check_qualifier, check_revision, key, of_statement};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemovePermission> for Rooms {
    fn needs(&self, call: &Call, input: &RemovePermissionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        let ask = self.ask_function("lambda:RemovePermission", &target);
        let statement = self.permission_statement(&target, &input.statement_id);
        Ok(match statement {
            Some(document) => of_statement(ask, &document),
            None => ask,
        }
        .into())
    }

    async fn handle(&self, authorized: Authorized<RemovePermission>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let key = key(&target)?;
        if self
            .records
            .get::<FunctionRecord>(&target.id())
            .await?
            .is_none()
        {
            return Err(no_policy_for(&target.unqualified().to_string()));
        }
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record, no_policy_for)?;
            remove(record, &key, &input)
        };
        self.change_function(&target, change).await?;
        Ok(())
    }
}

fn no_policy_for(arn: &str) -> Refused {
    not_found(format!("No policy found for: {arn}"))
}

/// A policy without statements is none.
fn remove(
    record: &mut FunctionRecord,
    key: &str,
    input: &RemovePermissionRequest,
) -> Result<(), Refused> {
    let policy = record.policies.get_mut(key);
    let policy =
        policy.ok_or_else(|| not_found("No policy is associated with the given resource."))?;
    let place = policy
        .statements
        .iter()
        .position(|one| one.sid == input.statement_id);
    let place = place.ok_or_else(|| {
        let sid = &input.statement_id;
        not_found(format!("Statement {sid} is not found in resource policy."))
    })?;
    check_revision(input.revision_id.as_deref(), Some(&policy.revision_id))?;
    policy.statements.remove(place);
    policy.whole = None;
    policy.revision_id = new_revision();
    if policy.statements.is_empty() {
        record.policies.remove(key);
    }
    Ok(())
}
