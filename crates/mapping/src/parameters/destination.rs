//! Where a mapping writes.

use super::{Location, MappingError};

/// `integration.request.{path|querystring|header}.{name}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RequestDestination {
    pub location: Location,
    pub name: String,
}

/// `method.response.header.{name}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MethodResponseHeader(pub String);

/// `gatewayresponse.header.{name}`, as gateway responses write it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GatewayResponseHeader(pub String);

impl RequestDestination {
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let rest = text.strip_prefix("integration.request.");
        let (location, name) = rest
            .and_then(|rest| rest.split_once('.'))
            .and_then(|(location, name)| Some((Location::parse(location)?, parameter_name(name)?)))
            .ok_or_else(|| MappingError::Expression(text.to_owned()))?;
        Ok(Self { location, name })
    }
}

impl MethodResponseHeader {
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        header(text, "method.response.header.").map(Self)
    }
}

impl GatewayResponseHeader {
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        header(text, "gatewayresponse.header.").map(Self)
    }
}

fn header(text: &str, prefix: &str) -> Result<String, MappingError> {
    let name = text.strip_prefix(prefix).and_then(parameter_name);
    name.ok_or_else(|| MappingError::Expression(text.to_owned()))
}

/// A name of a parameter: AWS gives `^[a-zA-Z0-9._$-]+$` for it.
pub(super) fn parameter_name(name: &str) -> Option<String> {
    let allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'$' | b'-');
    (!name.is_empty() && name.bytes().all(allowed)).then(|| name.to_owned())
}
