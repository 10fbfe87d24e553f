//! A type of resource, and how the ARNs of its resources are written.

use crate::arn_format::ArnFormat;
use crate::condition_key::ConditionKey;
use crate::text::{Block, Line};

/// One type of resource that a service's actions work on.
#[derive(Debug, Clone, Copy)]
pub struct ResourceType {
    block: &'static Block,
    line: Line,
}

impl ResourceType {
    pub(crate) fn of(block: &'static Block, line: Line) -> Self {
        Self { block, line }
    }

    pub fn name(self) -> &'static str {
        self.line.name()
    }

    /// One, or several if the resources come in several kinds, as API Gateway's of REST and of HTTP
    /// APIs.
    pub fn arn_formats(self) -> impl Iterator<Item = ArnFormat> {
        self.line.column(1).split(' ').map(ArnFormat::of)
    }

    /// The keys that a request for such a resource may have.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey> {
        let lines = self.block.keys().at(self.line.column(2));
        lines.map(ConditionKey::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service;

    #[test]
    fn a_type_has_its_formats_and_keys() {
        let mut kinds = service("apigateway").unwrap().resource_types();
        let stage = kinds.find(|kind| kind.name() == "Stage").unwrap();
        let formats: Vec<_> = stage.arn_formats().map(ArnFormat::text).collect();
        assert_eq!(
            formats,
            [
                "arn:${Partition}:apigateway:${Region}::/apis/${ApiId}/stages/${StageName}",
                "arn:${Partition}:apigateway:${Region}::/restapis/${RestApiId}/stages/${StageName}",
            ]
        );
        let keys: Vec<_> = stage.condition_keys().map(ConditionKey::name).collect();
        assert!(
            keys.contains(&"apigateway:Request/AccessLoggingDestination"),
            "{keys:?}"
        );
    }
}
