//! A whole API with the grants that its functions hold, written for whoever makes it anew.
//!
//! A document alone says which function a method calls and never who permitted it. Here the
//! permissions come along: as statements for the functions where a form has room for them, else as
//! roles that may do exactly what was permitted. What no statement permitted gets nothing.

mod calls;
mod grants;
mod roles;
mod surroundings;

mod hcl;
mod hcl_around;
mod script;
mod script_around;
mod template;
mod template_around;

use std::collections::BTreeMap;

use serde_json::{Value, json};

pub use calls::{At, Call, calls};
pub use grants::{Grant, SourceArn, grants};
pub use roles::Role;
pub use surroundings::{
    AccessLog, Domain, Key, Mapping, MethodSettings, Plan, Quota, StageSettings, Surroundings,
    Throttle,
};

/// How the API is written. OpenAPI is Swagger with another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The document with roles in the place of permissions.
    Document,
    Cli,
    CloudFormation,
    Sam,
    Terraform,
}

/// An API as it stands, with everything that has a say in its calls.
#[derive(Debug, Clone, Default)]
pub struct Estate {
    pub region: String,
    pub account: String,
    pub api: String,
    pub name: String,
    /// `EDGE`, `REGIONAL` or `PRIVATE`.
    pub endpoint_type: String,
    pub stage: String,
    pub variables: BTreeMap<String, String>,
    /// An export of the stage with all its extensions.
    pub document: Value,
    /// The ids of authorizers by their names.
    pub authorizers: BTreeMap<String, String>,
    /// The resource policies of the functions that the API calls, by the ARN that is called.
    pub policies: BTreeMap<String, String>,
    /// The roles that its integrations and authorizers name.
    pub roles: Vec<Role>,
    pub around: Surroundings,
}

/// What was written, and what a person should know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    /// Grants that have no place in any form.
    pub left_out: Vec<String>,
    /// Calls that nothing permits, and what a form has no place for.
    pub notes: Vec<String>,
}

/// Writes the API.
pub fn write(estate: &Estate, form: Form) -> Written {
    let calls = calls(&estate.document, &estate.variables);
    let (grants, left_out) = grants(estate);
    let refused = calls.iter().filter_map(|call| not_permitted(estate, call));
    let notes = refused.chain(estate.around.notes(form)).collect();
    let portable = portable(estate);
    let text = match form {
        Form::Document => {
            let (document, roles) = roles::instead_of_grants(&portable, &calls, |_| true);
            with_roles_told(document, &roles)
        }
        Form::Cli => script::script(&portable, &grants),
        Form::CloudFormation | Form::Sam | Form::Terraform => {
            // The id of an authorizer is known only when it is there, so that no statement can name
            // it beforehand.
            let by_role = |call: &Call| matches!(call.at, At::Authorizer { .. });
            let (document, roles) = roles::instead_of_grants(&portable, &calls, by_role);
            let made = Estate {
                document,
                roles,
                ..portable
            };
            let grants: Vec<_> = grants
                .into_iter()
                .filter(Grant::names_no_authorizer)
                .collect();
            match form {
                Form::Sam => template::sam(&made, &grants),
                Form::Terraform => hcl::configuration(&made, &grants),
                Form::Document | Form::Cli | Form::CloudFormation => {
                    template::cloudformation(&made, &grants)
                }
            }
        }
    };
    Written {
        text,
        left_out,
        notes,
    }
}

/// A call that nothing permits stays one.
fn not_permitted(estate: &Estate, call: &Call) -> Option<String> {
    if call.credentials.is_some() {
        return None;
    }
    let at = call.at.to_string();
    let Some(function) = &call.function else {
        return call
            .names_function()
            .then(|| format!("{at}: the stage's variables do not say which function it calls"));
    };
    let permitted = estate.permits(call);
    (!permitted).then(|| format!("{at}: nothing permits it to call {function}"))
}

/// The resource policy names the API in the short form, which every API reads as itself.
fn portable(estate: &Estate) -> Estate {
    let mut portable = estate.clone();
    let own = format!(
        "arn:aws:execute-api:{}:{}:{}/",
        estate.region, estate.account, estate.api
    );
    if let Some(policy) = portable.document.get_mut("x-amazon-apigateway-policy") {
        shorten(policy, &own);
    }
    portable
}

/// The depth is that of a document that was parsed.
fn shorten(value: &mut Value, own: &str) {
    match value {
        Value::String(text) => {
            if let Some(rest) = text.strip_prefix(own) {
                *text = format!("execute-api:/{rest}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| shorten(item, own)),
        Value::Object(members) => members.values_mut().for_each(|item| shorten(item, own)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The roles stand in an extension of ours, which API Gateway passes over.
fn with_roles_told(mut document: Value, roles: &[Role]) -> String {
    let told: serde_json::Map<_, _> = roles
        .iter()
        .map(|role| (role.name.clone(), role.told()))
        .collect();
    if let (Some(members), false) = (document.as_object_mut(), told.is_empty()) {
        members.insert("x-portcullis-roles".to_owned(), json!(told));
    }
    format!("{document:#}\n")
}

#[cfg(test)]
mod tests;
