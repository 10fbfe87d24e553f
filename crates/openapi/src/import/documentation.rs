//! `x-amazon-apigateway-documentation`: prose about the parts of an API.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::ImportError;
use super::report::Refusal;
use super::resources::Building;
use document::Node;

const EXTENSION: &str = "x-amazon-apigateway-documentation";

/// What ImportDocumentationParts answers to anything that it can't read (recording
/// `test_import_documentation_parts_bad_file`).
const NO_IMPORTER: &str = "Unable to build importer with provided input.";

const LOCATION_TYPES: &[&str] = &[
    "API",
    "AUTHORIZER",
    "MODEL",
    "RESOURCE",
    "METHOD",
    "PATH_PARAMETER",
    "QUERY_PARAMETER",
    "REQUEST_HEADER",
    "REQUEST_BODY",
    "RESPONSE",
    "RESPONSE_HEADER",
    "RESPONSE_BODY",
];

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Documentation {
    pub version: Option<String>,
    /// `createdDate`: when the version was made.
    pub created: Option<String>,
    pub parts: Vec<DocumentationPart>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DocumentationPart {
    /// `type`, `path`, `method`, `statusCode`, `name`, as far as the document names them.
    pub location: BTreeMap<String, String>,
    pub properties: Json,
}

/// Reads the documentation parts alone, for ImportDocumentationParts.
pub fn documentation(body: &[u8]) -> Result<Documentation, ImportError> {
    let root = document::read(body).map_err(|fault| ImportError::of_fault(fault, NO_IMPORTER))?;
    let unreadable = |refusal: Refusal<'_>| {
        ImportError::unreadable(NO_IMPORTER, refusal.reason, Some(refusal.at.position))
    };
    super::document::Document::open(&root).map_err(|mut error| {
        error
            .problems
            .iter_mut()
            .for_each(|problem| NO_IMPORTER.clone_into(&mut problem.message));
        error
    })?;
    let found = root
        .get(EXTENSION)
        .map(read_extension)
        .transpose()
        .map_err(unreadable)?;
    Ok(found.unwrap_or_default())
}

pub(super) fn read(building: &mut Building<'_>) -> Option<Documentation> {
    let node = building.document.root.get(EXTENSION)?;
    building.report.unread_keys(
        node,
        &[
            "version",
            "createdDate",
            "documentationParts",
            "description",
        ],
        EXTENSION,
    );
    match read_extension(node) {
        Ok(documentation) => Some(documentation),
        Err(refusal) => {
            building.report.problem(
                refusal.at,
                format!("Unable to create documentation part: {}", refusal.reason),
            );
            None
        }
    }
}

fn read_extension(node: &Node) -> Result<Documentation, Refusal<'_>> {
    let parts = node
        .get("documentationParts")
        .map(Node::items)
        .unwrap_or_default();
    Ok(Documentation {
        version: node.get("version").and_then(Node::scalar),
        created: node.get("createdDate").and_then(Node::scalar),
        parts: parts.iter().map(read_part).collect::<Result<_, _>>()?,
    })
}

fn read_part(node: &Node) -> Result<DocumentationPart, Refusal<'_>> {
    let place = node.get("location").unwrap_or(node);
    let kind = place.get("type").and_then(Node::scalar).unwrap_or_default();
    if !LOCATION_TYPES.contains(&kind.as_str()) {
        return Err(Refusal::new(
            place,
            format!("Invalid documentation part location type: {kind}"),
        ));
    }
    let properties = node
        .get("properties")
        .ok_or_else(|| Refusal::new(node, "Documentation part properties are missing"))?;
    Ok(DocumentationPart {
        location: super::values::text_map(place)?,
        properties: properties.to_json(),
    })
}
