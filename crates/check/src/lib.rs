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
mod fix; // edits, and what they change
mod ignore; // findings that somebody has judged
mod report; // the forms of the result

pub use baseline::{Baseline, NotABaseline};
pub use checked::{Checked, File, NotChecked, Options, check, check_landscape};
pub use document::{Kind, Unreadable, kind_of};
pub use fix::{Change, changes, diff};
pub use found::{Edit, Fix, Found, Place, Severity};
pub use report::{github, json, junit, markdown, sarif, text};
pub use rules::{RULES, Rule, all as all_rules, rule};
pub use scene::{Assumptions, Neighbours};
