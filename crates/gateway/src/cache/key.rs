//! What an answer is remembered by: the namespace, the verb, and the parameters that the
//! integration names in `cacheKeyParameters`; nothing else of the request.
//!
//! Keys are digests, so that no parameter stays in memory.

use mapping::parameters::{RequestDestination, Side, Source};
use ring::digest;

use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::shaping;

pub(super) type Key = [u8; digest::SHA256_OUTPUT_LEN];

#[derive(Debug)]
pub(super) struct Parameters {
    /// `cacheNamespace`; the resource's id unless the integration says another.
    namespace: String,
    sources: Vec<Source>,
}

impl Parameters {
    pub(super) fn compile(site: &Site<'_>, resource_id: &str) -> Result<Self, CompileError> {
        let integration = site.method.integration.as_ref();
        let namespace = integration.and_then(|own| own.cache_namespace.clone());
        let names = integration.into_iter();
        let mut names: Vec<&String> = names.flat_map(|own| &own.cache_key_parameters).collect();
        names.sort_unstable();
        names.dedup();
        let sources = names.into_iter().map(|name| source(site, name));
        Ok(Self {
            namespace: namespace.unwrap_or_else(|| resource_id.to_owned()),
            sources: sources.collect::<Result<_, _>>()?,
        })
    }

    /// Lengths keep values apart that would read the same in a row.
    pub(super) fn key(&self, exchange: &Exchange) -> Key {
        let mut context = digest::Context::new(&digest::SHA256);
        let mut add = |part: &str| {
            context.update(&part.len().to_be_bytes());
            context.update(part.as_bytes());
        };
        add(&self.namespace);
        add(exchange.request.verb.as_str());
        for values in shaping::values(exchange, &self.sources) {
            add(&values.len().to_string());
            for value in &values {
                add(value);
            }
        }
        let mut key = Key::default();
        key.copy_from_slice(context.finish().as_ref());
        key
    }
}

/// `method.request.…` is a parameter itself; `integration.request.…` is what is mapped to it.
fn source(site: &Site<'_>, name: &str) -> Result<Source, CompileError> {
    let refuse = |reason: String| CompileError::Mapping {
        place: format!("{} cache key {name}", site.name()),
        reason,
    };
    let mapped = if RequestDestination::parse(name).is_ok() {
        let integration = site.method.integration.as_ref();
        let mappings = integration.and_then(|own| own.request_parameters.as_ref());
        let mapped = mappings.and_then(|mappings| mappings.get(name));
        mapped.ok_or_else(|| refuse("nothing is mapped to it".to_owned()))?
    } else {
        name
    };
    let mapped = &all_values(mapped);
    Source::parse(Side::IntegrationRequest, mapped).map_err(|error| refuse(error.to_string()))
}

/// A parameter that was sent twice is not the same as its last value alone.
fn all_values(source: &str) -> String {
    source
        .replacen(
            "method.request.querystring.",
            "method.request.multivaluequerystring.",
            1,
        )
        .replacen(
            "method.request.header.",
            "method.request.multivalueheader.",
            1,
        )
}
