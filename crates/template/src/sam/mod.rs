//! The SAM transform: a template of `AWS::Serverless` resources becomes one of CloudFormation's.
//!
//! The order of the work is that of AWS's own transform, since what it generates depends on it: definition bodies,
//! implicit APIs, globals, then functions, APIs, the rest, connectors. Names that SAM generates are the same to the
//! letter, so that a stack which AWS made can be updated.

mod values; // JSON as the transform reads it
mod hash; // logical ids that depend on content
mod resolve; // references to parameters and to what is generated
mod resource; // what is generated

mod plugins; // definition bodies, implicit APIs, globals

mod translator; // the whole story

mod function; // AWS::Serverless::Function
mod events; // what invokes one
mod deployment; // gradual deployments of its aliases
mod api; // AWS::Serverless::Api
mod application; // AWS::Serverless::Application
mod layer; // AWS::Serverless::LayerVersion
mod table; // AWS::Serverless::SimpleTable
mod connector; // AWS::Serverless::Connector
mod data; // policy templates, connector profiles, names of managed policies
mod placed; // positions for what was generated

pub use translator::{Options, Problem, Unsupported, transform};

#[cfg(test)]
mod tests;
