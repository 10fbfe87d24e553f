//! `portcullis export`: an API with the permissions of its functions, for whoever makes it anew.
//!
//! What is known comes from AWS's public APIs alone, so that it can be read from any server that
//! speaks them.

mod access; // who may call the functions, and with which roles
mod around; // the settings of the stage, usage plans, domains
mod rest_api; // the API, its stage and its document
mod xml; // what IAM and STS answer

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use remedy::export::{Call, Estate, Form, Grant, SourceArn, calls, grants, write};
use serde_json::{Value, json};

use super::{pretty, print};
use crate::client::Client;
use crate::settings::{Export, ExportFormat};

/// A permission could not be written; a usage error is 2.
const INCOMPLETE: u8 = 3;
/// Of the JSON form.
const VERSION: u32 = 1;

pub(super) async fn run(asked: Export) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let (estate, missing) = estate(&client, &asked).await?;
    let written = write(&estate, form(asked.format));
    let left_out: Vec<String> = missing.into_iter().chain(written.left_out).collect();
    match asked.format {
        ExportFormat::Json => print(&pretty(&told(&estate, &left_out))),
        ExportFormat::Swagger
        | ExportFormat::Openapi
        | ExportFormat::Cli
        | ExportFormat::Cloudformation
        | ExportFormat::Sam
        | ExportFormat::Terraform => {
            print(written.text.trim_end());
            tell(left_out.iter().chain(&written.notes));
        }
    }
    Ok(if left_out.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(INCOMPLETE)
    })
}

fn form(format: ExportFormat) -> Form {
    match format {
        ExportFormat::Swagger | ExportFormat::Openapi | ExportFormat::Json => Form::Document,
        ExportFormat::Cli => Form::Cli,
        ExportFormat::Cloudformation => Form::CloudFormation,
        ExportFormat::Sam => Form::Sam,
        ExportFormat::Terraform => Form::Terraform,
    }
}

/// The API as it stands, and what of its permissions could not be read.
async fn estate(client: &Client, asked: &Export) -> anyhow::Result<(Estate, Vec<String>)> {
    let api = rest_api::find(client, &asked.api).await?;
    let stage = rest_api::stage(client, &api, asked.stage.as_deref()).await?;
    let kind = match asked.format {
        ExportFormat::Openapi => "oas30",
        ExportFormat::Swagger
        | ExportFormat::Cli
        | ExportFormat::Cloudformation
        | ExportFormat::Sam
        | ExportFormat::Terraform
        | ExportFormat::Json => "swagger",
    };
    let document = rest_api::document(client, &api, &stage, kind).await?;
    let calls = calls(&document, &stage.variables);
    let mut policies = BTreeMap::new();
    let functions: BTreeSet<&str> = calls
        .iter()
        .filter_map(|call| call.function.as_deref())
        .collect();
    for function in functions {
        if let Some(policy) = access::policy(client, function).await? {
            policies.insert(function.to_owned(), policy);
        }
    }
    let (roles, mut missing) = access::roles(client, &calls).await?;
    let wanted = around::Asked {
        api: &api.id,
        stage: &stage.name,
        with_key_values: asked.with_key_values,
    };
    let (around, unread) = around::surroundings(client, &wanted, &stage.shown).await?;
    missing.extend(unread);
    let estate = Estate {
        region: client.region().to_owned(),
        account: access::account(client).await?,
        authorizers: rest_api::authorizers(client, &api).await?,
        api: api.id,
        name: api.name,
        endpoint_type: api.endpoint_type,
        stage: stage.name,
        variables: stage.variables,
        document,
        policies,
        roles,
        around,
    };
    Ok((estate, missing))
}

fn told(estate: &Estate, left_out: &[String]) -> Value {
    let calls = calls(&estate.document, &estate.variables);
    let calls: Vec<Value> = calls.iter().map(|call| told_call(estate, call)).collect();
    let (grants, _) = grants(estate);
    let grants: Vec<Value> = grants.iter().map(told_grant).collect();
    let roles: Vec<&str> = estate.roles.iter().map(|role| role.name.as_str()).collect();
    json!({
        "version": VERSION,
        "region": estate.region,
        "account": estate.account,
        "api": estate.api,
        "name": estate.name,
        "stage": estate.stage,
        "variables": estate.variables,
        "calls": calls,
        "grants": grants,
        "roles": roles,
        "usagePlans": estate.around.plans.iter().map(|plan| &plan.name).collect::<Vec<_>>(),
        "domainNames": estate.around.domains.iter().map(|domain| &domain.name).collect::<Vec<_>>(),
        "leftOut": left_out,
        "document": estate.document,
    })
}

/// Whether a call with a role or as its caller is permitted is not for a function's policy to say.
fn told_call(estate: &Estate, call: &Call) -> Value {
    let asked = call.credentials.is_none() && call.function.is_some();
    json!({
        "from": call.at.to_string(),
        "function": call.function,
        "credentials": call.credentials,
        "permitted": asked.then(|| estate.permits(call)),
    })
}

fn told_grant(grant: &Grant) -> Value {
    let source = grant.source_arn.as_ref().map(|source| match source {
        SourceArn::Api { after, .. } => format!("API{after}"),
        SourceArn::Authorizer { name, .. } => format!("API/authorizers/{name}"),
        SourceArn::Pattern(pattern) => pattern.clone(),
    });
    json!({
        "function": grant.function,
        "qualifier": grant.qualifier,
        "sid": grant.sid,
        "source": source,
        "sourceAccount": grant.source_account,
    })
}

/// Beside the output, so that the output can be used as it is.
fn tell<'a>(notes: impl Iterator<Item = &'a String>) {
    for note in notes {
        super::complain(&format!("portcullis: {note}"));
    }
}
