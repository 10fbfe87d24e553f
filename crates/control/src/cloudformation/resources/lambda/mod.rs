//! AWS::Lambda

pub(super) mod function;
pub(super) mod permission;

mod inline_code; // source text in a template
