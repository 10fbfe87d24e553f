//! What `portcullis check` finds in documents, before anything is deployed.
//!
//! Swagger files, CloudFormation and SAM templates, Terraform plans and policies are read into one landscape ([`coverage`]
//! says which calls of functions are granted in it), and rules judge it. The crate is pure: texts come in, findings go
//! out. It must never call something sound that it could not read: what is not known is counted, and no finding.

pub mod coverage; // is every call granted, and every grant needed?

mod document; // what a text is
mod scene; // what documents describe, with places

mod found; // one finding
mod rules; // what is looked for

mod checked; // the whole check of a set of files

mod baseline; // findings that are known already
mod ignore; // findings that somebody has judged
mod mend; // what is written into documents, and the proof that it helped
mod report; // the forms of the result

pub use baseline::{Baseline, NotABaseline};
pub use checked::{Checked, File, NotChecked, Options, check, check_server};
pub use document::{Kind, Unreadable, kind_of};
pub use found::{Edit, Fix, Found, Place, Severity};
pub use mend::{At, Change, Left, Mended, Step, diff, mend};
pub use report::{github, json, junit, markdown, mended_json, sarif, text};
pub use rules::{RULES, Rule, all as all_rules, rule};
pub use scene::{
    Assumptions, Neighbours, Server, ServerApi, ServerFunction, ServerRole, ServerStage,
};
