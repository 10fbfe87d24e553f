//! The template language of API Gateway: Apache Velocity 1.7, with a reference that has no value
//! rendering as nothing. AWS's recorded renderings agree with that reading.
//!
//! A template is parsed once and rendered any number of times. Rendering must never reach beyond
//! the scope that it is given, and must stop with an error at its limits of steps, depth and size.

mod ast;
mod budget;
mod cursor;
mod error;
mod evaluate;
mod methods;
mod parse;
mod value;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use self::ast::{Block, Macro};
use crate::{Rendered, Scope};

pub use error::TemplateError;

/// A parsed template.
#[derive(Debug, Clone)]
pub struct Template {
    body: Block,
    macros: Arc<[Arc<Macro>]>,
}

impl Template {
    /// Parses a template. Where Velocity 1.7 refuses a source, so does this.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let parsed = parse::parse(source, &[])?;
        Ok(Self {
            body: parsed.body,
            macros: parsed.macros.into(),
        })
    }

    /// Renders the template. Any error is one that API Gateway answers with a 500.
    pub fn render(&self, scope: &Scope<'_>) -> Result<Rendered, TemplateError> {
        evaluate::render(&self.body, &self.macros, scope)
    }
}
