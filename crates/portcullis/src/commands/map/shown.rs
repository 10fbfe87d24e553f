//! The parts of the server's answer that a person is shown.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Map {
    pub(super) apis: Vec<Api>,
    pub(super) coverage: Coverage,
}

#[derive(Debug, Deserialize)]
pub(super) struct Api {
    pub(super) arn: String,
    pub(super) id: String,
    pub(super) name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Coverage {
    pub(super) edges: Vec<Edge>,
    pub(super) statements: Vec<Statement>,
    pub(super) budgets: Vec<Budget>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Edge {
    pub(super) api: String,
    pub(super) from: From,
    pub(super) stage: Option<String>,
    pub(super) way: Way,
    pub(super) function: Option<String>,
    pub(super) state: String,
    pub(super) why: String,
    pub(super) nearest: Option<Nearest>,
    pub(super) remedy: Option<Remedy>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum From {
    Method { verb: String, path: String },
    Authorizer { name: String },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Way {
    ResourcePolicy {},
    Role { arn: String },
    Caller,
    Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct Nearest {
    pub(super) sentence: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Remedy {
    pub(super) cli: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Statement {
    pub(super) function: String,
    pub(super) sid: String,
    pub(super) worth: String,
    pub(super) why: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Budget {
    pub(super) function: String,
    pub(super) bytes: usize,
    pub(super) limit: usize,
    pub(super) statements: usize,
}

#[derive(Debug, Deserialize)]
pub(super) struct WhoCan {
    pub(super) who: Vec<Who>,
}

#[derive(Debug, Deserialize)]
pub(super) struct WhatCan {
    /// Who was judged.
    pub(super) principal: String,
    pub(super) what: Vec<Who>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Who {
    pub(super) principal: String,
    pub(super) function: String,
    pub(super) state: String,
    pub(super) why: String,
}
