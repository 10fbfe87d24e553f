//! What stands around a request that was refused, for [`journal::why`]: the API and the stage as
//! they are now, and a policy that would let the request pass.

use journal::why::{Fixes, Report, Surroundings, why};
use journal::{Entry, Mark};
use model::{
    AccountSettingsRecord, ApiDefinition, DeploymentRecord, FunctionArn, FunctionRecord, Qualifier,
    Record, RestApiRecord,
};
use policy::{Addition, Layer, NewPrincipal, NewStatement};
use remedy::{Api, Remedy, Target};
use serde::Deserialize;

use super::Rooms;

const INVOKE: &str = "lambda:InvokeFunction";
/// More names than this bury the right one.
const MOST_NAMED: usize = 5;

pub(super) async fn report(rooms: &Rooms, endpoint: &str, entry: &Entry) -> Report {
    let apis = all::<RestApiRecord>(rooms).await;
    let api = apis.iter().find(|api| api.id.as_str() == &*entry.api_id);
    let others = apis
        .iter()
        .map(|api| (api.id.to_string(), api.name.clone()));
    let others: Vec<(String, String)> = others.collect();
    let deployed = match api {
        Some(api) => deployed(rooms, api, &entry.stage).await,
        None => None,
    };
    let settings = match api {
        Some(api) => {
            let id = AccountSettingsRecord::id_of(&api.account, &api.region);
            one::<AccountSettingsRecord>(rooms, &id).await
        }
        None => None,
    };
    let around = Surroundings {
        api,
        deployed: deployed.as_ref(),
        other_apis: &others,
        logging_role: settings
            .as_ref()
            .and_then(|it| it.cloudwatch_role_arn.as_deref()),
        endpoint,
    };
    let mut report = why(entry, &around);
    if let Some(invoked) = refused_invocation(entry) {
        let functions = all::<FunctionRecord>(rooms).await;
        nobody_there(&mut report, &invoked, &functions);
    }
    if let Some(api) = api {
        allow_by_resource_policy(&mut report, entry, api);
    }
    report
}

async fn deployed(rooms: &Rooms, api: &RestApiRecord, stage: &str) -> Option<ApiDefinition> {
    let mut stages = api.stages.values();
    let stage = stages.find(|known| known.name.as_str() == stage)?;
    let id = DeploymentRecord::id_of(&api.account, &api.region, &api.id, &stage.deployment_id);
    Some(one::<DeploymentRecord>(rooms, &id).await?.definition)
}

/// What can't be read is told as if it were not there; the log says so.
async fn one<R: Record>(rooms: &Rooms, id: &str) -> Option<R> {
    let found = rooms.records.get::<R>(id).await;
    found
        .unwrap_or_else(|error| {
            tracing::error!(id, %error, "a record could not be read");
            None
        })
        .map(|stored| stored.record)
}

async fn all<R: Record>(rooms: &Rooms) -> Vec<R> {
    let found = rooms.records.list::<R>("").await;
    let found = found.unwrap_or_else(|error| {
        tracing::error!(%error, "records could not be read");
        Vec::new()
    });
    found.into_iter().map(|stored| stored.record).collect()
}

/// The part of an explanation that says what the resource policy did not allow.
#[derive(Deserialize)]
struct Explained {
    layer: Option<String>,
    decided_by: Option<serde_json::Value>,
    action: String,
    resource: String,
}

/// The function that was not to be invoked.
fn refused_invocation(entry: &Entry) -> Option<FunctionArn> {
    let refused = entry.steps.iter().rev();
    let mut refused = refused.filter(|step| matches!(step.mark, Mark::Refused | Mark::Reported));
    let decision = refused.find_map(|step| step.decision.as_ref())?;
    let explained = Explained::deserialize(serde_json::to_value(decision).ok()?).ok()?;
    let arn = (explained.action == INVOKE).then_some(explained.resource)?;
    FunctionArn::parse(&arn).ok()
}

/// A function or qualifier that is not there can be granted to nobody, so that no permission ends it.
fn nobody_there(report: &mut Report, invoked: &FunctionArn, functions: &[FunctionRecord]) {
    let Some(gone) = gone(invoked, functions) else {
        return;
    };
    report.needed.insert(0, gone);
    report.fix = Fixes::default();
}

/// What is not there, and what is.
fn gone(invoked: &FunctionArn, functions: &[FunctionRecord]) -> Option<String> {
    let mut of_name = functions.iter();
    let found = of_name.find(|one| one.arn().unqualified() == invoked.unqualified());
    let Some(found) = found else {
        let names = functions.iter().map(|one| one.name.to_string());
        return Some(format!(
            "what is named exists: there is no function {}, it was deleted or renamed{}",
            invoked.unqualified(),
            named("; there are", names)
        ));
    };
    match invoked.qualifier.as_ref()? {
        Qualifier::Latest => None,
        Qualifier::Version(number) if found.versions.contains_key(number) => None,
        Qualifier::Alias(alias) if found.aliases.contains_key(alias) => None,
        missing => {
            let names = found.aliases.keys().map(ToString::to_string);
            Some(format!(
                "what is named exists: the function {} has no {missing}{}",
                found.name,
                named("; its aliases are", names)
            ))
        }
    }
}

fn named(what: &str, names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    let shown = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>();
    match names.len() {
        0 => String::new(),
        count if count > MOST_NAMED => format!("{what} {} and others", shown.join(", ")),
        _ => format!("{what} {}", shown.join(", ")),
    }
}

/// Where nothing but the API's own policy is silent: the statement for exactly this call, and the
/// deployment without which AWS does not look at it.
fn allow_by_resource_policy(report: &mut Report, entry: &Entry, api: &RestApiRecord) {
    let of_policy = report.layer.as_deref() == Some("authorization") && report.fix.cli.is_none();
    let decisions = entry
        .steps
        .iter()
        .rev()
        .filter_map(|step| step.decision.as_ref());
    let Some(decision) = decisions.take(1).next().filter(|_| of_policy) else {
        return;
    };
    let explained = serde_json::to_value(decision)
        .ok()
        .and_then(|it| Explained::deserialize(it).ok());
    let Some(explained) = explained else { return };
    if explained.layer.as_deref() != Some("resource") || explained.decided_by.is_some() {
        return;
    }
    let statement = NewStatement {
        principal: Some(NewPrincipal::Everyone),
        action: explained.action,
        resource: Some(explained.resource),
        conditions: Vec::new(),
    };
    let addition = Addition {
        layer: Layer::Resource,
        level: 0,
        source: None,
        source_name: None,
        statement,
    };
    let target = Target::Api(Api {
        id: api.id.as_str(),
        region: api.region.as_str(),
        document: api
            .definition
            .policy
            .as_deref()
            .filter(|text| !text.trim().is_empty()),
    });
    let Remedy {
        cli,
        statement_json,
        swagger,
        cloudformation,
        sam,
        terraform,
    } = remedy::render(&policy::Fix::Add(addition), &target);
    report.fix.cli = Some(format!(
        "{cli}\naws apigateway create-deployment --rest-api-id {} --stage-name {} --region {}",
        api.id, entry.stage, api.region
    ));
    report.fix.forms = journal::Forms {
        statement: statement_json,
        swagger,
        cloudformation,
        sam,
        terraform,
    };
    report
        .notes
        .push("a change of the API's policy holds once the API is deployed again".to_owned());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn function(name: &str) -> FunctionRecord {
        let version = json!({
            "description": "", "runtime": "python3.12", "handler": "main.handler",
            "role": "arn:aws:iam::111111111111:role/worker",
            "code": { "sha256": "00", "size": 1 }, "timeout_seconds": 3, "memory_mib": 128,
            "ephemeral_storage_mib": 512, "architecture": "x86_64", "log_format": "Text",
            "tracing_mode": "PassThrough", "modified": 0, "revision_id": "r",
        });
        let alias = json!({ "description": "", "version": "$LATEST", "revision_id": "r" });
        let record = json!({
            "account": "111111111111", "region": "us-east-1", "name": name, "latest": version,
            "next_version": 1, "aliases": { "live": alias }, "policies": {},
        });
        serde_json::from_value(record).unwrap()
    }

    /// What is said of an invocation where there are these functions.
    #[track_caller]
    fn check(invoked: &str, there: &[&str], expected: Option<&str>) {
        let arn = format!("arn:aws:lambda:us-east-1:111111111111:function:{invoked}");
        let functions: Vec<FunctionRecord> = there.iter().map(|name| function(name)).collect();
        let said = gone(&FunctionArn::parse(&arn).unwrap(), &functions);
        assert_eq!(said.as_deref(), expected);
    }

    #[test]
    fn what_is_not_there_is_said_with_what_is() {
        check("pets", &["pets"], None);
        check("pets:live", &["pets"], None);
        check("pets:$LATEST", &["pets"], None);
        let gone = "what is named exists: there is no function \
                    arn:aws:lambda:us-east-1:111111111111:function:pets, it was deleted or renamed";
        check("pets", &[], Some(gone));
        check("pets:live", &["a"], Some(&format!("{gone}; there are a")));
        check(
            "pets",
            &["a", "b", "c", "d", "e", "f"],
            Some(&format!("{gone}; there are a, b, c, d, e and others")),
        );
        let alias = "what is named exists: the function pets has no dead; its aliases are live";
        check("pets:dead", &["pets"], Some(alias));
        let version = "what is named exists: the function pets has no 3; its aliases are live";
        check("pets:3", &["pets"], Some(version));
    }
}
