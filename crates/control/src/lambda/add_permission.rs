//! Adds a statement to the resource policy of a function, version or alias.

use model::{FunctionRecord, PermissionStatement, Qualifier, ResourcePolicy};
use policy::{Kind, Policy, PolicyType};
use wire::Failure;
use wire::lambda::{AddPermission, AddPermissionRequest, AddPermissionResponse};

use super::failures::{conflict, function_not_found, invalid};
use super::functions::new_revision;
use super::permissions::{check_qualifier, check_revision, key};
use super::statement::compose;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Bytes of a whole policy ("Lambda quotas").
const MOST_POLICY: usize = 20_480;

impl Handle<AddPermission> for Rooms {
    fn needs(&self, call: &Call, input: &AddPermissionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        let mut ask = self.ask_function("lambda:AddPermission", &target);
        ask = ask.key("lambda:Principal", input.principal.clone());
        if let Some(kind) = &input.function_url_auth_type {
            ask = ask.key("lambda:FunctionUrlAuthType", kind.clone());
        }
        if let Some(invoked) = input.invoked_via_function_url {
            ask = ask.key("lambda:InvokedViaFunctionUrl", invoked.to_string());
        }
        Ok(ask.into())
    }

    async fn handle(
        &self,
        authorized: Authorized<AddPermission>,
    ) -> Result<AddPermissionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let key = key(&target)?;
        // The function comes first, so that an unknown one is named before anything else.
        let record = self
            .function(&Target {
                qualifier: None,
                ..target.clone()
            })
            .await?
            .record;
        check_qualifier(&target, &record, function_not_found)?;
        let account = target.account.as_str();
        let composed = compose(&input, &target.arn(), &self.identity.directory(), account)?;
        let document = composed.to_string();
        let statement = PermissionStatement {
            sid: input.statement_id.clone(),
            document: document.clone(),
        };
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record, function_not_found)?;
            let policy = record.policies.get(&key);
            check_revision(input.revision_id.as_deref(), revision(record, &key))?;
            let policy = add(policy.cloned().unwrap_or_default(), statement.clone())?;
            record.policies.insert(key.clone(), policy);
            Ok(())
        };
        self.change_function(&target, change).await?;
        self.lint_statement(&call, &target, &document);
        Ok(AddPermissionResponse {
            statement: Some(document),
        })
    }
}

impl Rooms {
    fn lint_statement(&self, call: &Call, target: &Target, statement: &str) {
        let document = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        let (arn, kind) = (target.arn(), PolicyType::Resource);
        policy_lint::tell::<AddPermission>(self, call, &arn, kind, &document);
    }
}

/// What the caller may have seen as the current revision: the policy's, or, before there is one,
/// that of the version or alias itself (test_lambda_permission_fn_versioning).
fn revision<'a>(record: &'a FunctionRecord, key: &str) -> Option<&'a str> {
    if let Some(policy) = record.policies.get(key) {
        return Some(&policy.revision_id);
    }
    let revision = match Qualifier::new(key) {
        Ok(Qualifier::Version(number)) => &record.versions.get(&number)?.revision_id,
        Ok(Qualifier::Alias(name)) => &record.aliases.get(&name)?.revision_id,
        Ok(Qualifier::Latest) | Err(_) => &record.latest.revision_id,
    };
    Some(revision)
}

fn add(
    mut policy: ResourcePolicy,
    statement: PermissionStatement,
) -> Result<ResourcePolicy, Refused> {
    if policy.statements.iter().any(|old| old.sid == statement.sid) {
        return Err(conflict(format!(
            "The statement id ({}) provided already exists. Please provide a new statement id, or \
             remove the existing statement.",
            statement.sid
        )));
    }
    policy.statements.push(statement);
    policy.whole = None;
    policy.revision_id = new_revision();
    let document = policy.document();
    if document.len() > MOST_POLICY {
        let message = format!(
            "The final policy size ({}) is bigger than the limit ({MOST_POLICY}).",
            document.len()
        );
        return Err(Failure::new("PolicyLengthExceededException", 400, message).into());
    }
    // What could not be decided later is refused now.
    Policy::parse(&document, Kind::Resource).map_err(|malformed| invalid(malformed.to_string()))?;
    Ok(policy)
}
