//! From a document to an API definition: everything that it says, or every reason why not.
//!
//! Nothing is half imported: one problem, and there is no definition. What is read but not kept is a warning.

mod authorizers;
mod base_path;
mod bodies;
mod document;
mod documentation;
mod earlier;
mod integration;
mod method;
mod models;
mod parameters;
mod report;
mod resources;
mod responses;
mod security;
mod settings;
mod validators;
mod values;

use std::collections::BTreeMap;
use std::fmt;

use ::document::{Fault, Position};
use model::{ApiDefinition, EndpointConfiguration};

pub use documentation::{Documentation, DocumentationPart, documentation};
pub(crate) use models::model_name;

/// What AWS answers to anything that it can't read as Swagger 2.0 or OpenAPI 3.0 (recording `test_import_api_bad_file`).
pub(crate) const INVALID_INPUT: &str = "Invalid OpenAPI input.";

#[derive(Debug, Clone, Copy)]
pub struct ImportOptions<'a> {
    /// Stands in the references from one model to another.
    pub api_id: &'a str,
    pub base_path: BasePath,
    /// What PutRestApi finds, and what it is to do with it.
    pub existing: Option<(&'a ApiDefinition, Mode)>,
}

/// What becomes of `basePath`, or of the path of `servers`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BasePath {
    #[default]
    Ignore,
    /// Every path begins with it.
    Prepend,
    /// Its first part is left to a base path mapping, every path begins with the rest.
    Split,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What the document names is replaced, the rest stays.
    Merge,
    /// Only what the document names remains. Paths and names that stay keep their ids, and so the grants that hold them.
    Overwrite,
}

/// What an identifier is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdKind {
    Resource,
    Authorizer,
    Model,
    RequestValidator,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub title: String,
    pub description: Option<String>,
    pub version: Option<String>,
    pub definition: ApiDefinition,
    /// Absent if the document names none; empty `types` are types that it doesn't name.
    pub endpoint: Option<EndpointConfiguration>,
    pub disable_execute_api_endpoint: Option<bool>,
    pub tags: BTreeMap<String, String>,
    pub documentation: Option<Documentation>,
    pub warnings: Vec<Warning>,
}

impl Imported {
    /// The warnings for the wire, which `failonwarnings` refuses.
    pub fn told_warnings(&self) -> impl Iterator<Item = &str> {
        self.warnings
            .iter()
            .filter(|warning| warning.origin != WarningOrigin::Portcullis)
            .map(|warning| warning.message.as_str())
    }
}

/// Something that the document says and that the definition doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub message: String,
    pub position: Option<Position>,
    /// JSON pointer.
    pub path: String,
    pub origin: WarningOrigin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningOrigin {
    /// AWS answers with it.
    Aws,
    /// An extension of API Gateway's that is not known here: the caller is told, since the API that
    /// is made is not the one that is described.
    UnknownExtension,
    /// AWS is silent here; it is for the journal and the log.
    Portcullis,
}

/// Why nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What AWS tells the caller.
    pub message: String,
    /// What AWS keeps to itself, for the journal and the log.
    pub cause: Option<String>,
    pub position: Option<Position>,
    /// JSON pointer.
    pub path: String,
}

impl fmt::Display for ImportError {
    /// The text of AWS's BadRequestException.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [problem] = self.problems.as_slice()
            && problem.cause.is_some()
        {
            return f.write_str(&problem.message);
        }
        f.write_str("Errors found during import:")?;
        self.problems
            .iter()
            .try_for_each(|problem| write!(f, "\n\t{}", problem.message))
    }
}

impl std::error::Error for ImportError {}

impl ImportError {
    /// The bytes are no document: the caller of the API reads AWS's message alone.
    pub(crate) fn of_fault(fault: Fault, message: &str) -> Self {
        Self::unreadable(message, fault.reason, fault.position)
    }

    /// The document as a whole can't be used.
    pub(crate) fn unreadable(message: &str, cause: String, position: Option<Position>) -> Self {
        Self {
            problems: vec![Problem {
                message: message.to_owned(),
                cause: Some(cause),
                position,
                path: String::new(),
            }],
        }
    }
}

/// Reads a Swagger 2.0 or OpenAPI 3.0 document, in JSON or YAML.
pub fn import(
    body: &[u8],
    options: &ImportOptions<'_>,
    ids: &mut dyn FnMut(IdKind) -> String,
) -> Result<Imported, ImportError> {
    let root =
        ::document::read(body).map_err(|fault| ImportError::of_fault(fault, INVALID_INPUT))?;
    let document = document::Document::open(&root)?;
    let mut building = resources::Building::begin(&document, options, ids);
    let about = settings::about(&mut building);
    settings::read(&mut building);
    models::read(&mut building);
    let schemes = authorizers::read(&mut building);
    method::read_all(&mut building, &schemes);
    let documentation = documentation::read(&mut building);
    building.finish(about, documentation)
}
