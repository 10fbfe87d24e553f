//! What is known from outside a template: parameters, the account, other stacks, resources that exist.

use std::collections::BTreeMap;

use crate::value::Value;

/// Everything that a template may ask about the world.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// As they were given, before types and defaults.
    pub parameters: BTreeMap<String, String>,
    /// What SSM holds under the keys that parameters name.
    pub ssm: BTreeMap<String, String>,
    pub pseudo: Pseudo,
    /// What other stacks export.
    pub exports: BTreeMap<String, String>,
    /// The zones of a region.
    pub zones: BTreeMap<String, Vec<String>>,
    /// Conditions whose truth is supposed, whatever they say.
    pub conditions: BTreeMap<String, bool>,
}

/// The pseudo parameters. What is `None` is not known.
#[derive(Debug, Clone)]
pub struct Pseudo {
    pub account: Option<String>,
    pub region: Option<String>,
    pub partition: Option<String>,
    pub url_suffix: Option<String>,
    pub stack_name: Option<String>,
    pub stack_id: Option<String>,
    pub notification_arns: Option<Vec<String>>,
}

impl Default for Pseudo {
    /// The partition that most templates are written for; nothing else is known.
    fn default() -> Self {
        Self {
            account: None,
            region: None,
            partition: Some("aws".to_owned()),
            url_suffix: Some("amazonaws.com".to_owned()),
            stack_name: None,
            stack_id: None,
            notification_arns: None,
        }
    }
}

/// What is known of the resources: their names and attributes, as far as they exist or can be told.
pub trait Resources {
    /// What `Ref` gives; nothing if it is not known.
    fn reference(&self, id: &str) -> Option<Value>;
    /// What `Fn::GetAtt` gives; nothing if it is not known.
    fn attribute(&self, id: &str, attribute: &str) -> Option<Value>;
}

/// Before anything is created.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoResources;

impl Resources for NoResources {
    fn reference(&self, _: &str) -> Option<Value> {
        None
    }

    fn attribute(&self, _: &str, _: &str) -> Option<Value> {
        None
    }
}
