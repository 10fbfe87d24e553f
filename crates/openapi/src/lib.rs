//! Swagger 2.0 and OpenAPI 3.0 documents, read into an API definition and written back.
//!
//! `import` reads a stranger's bytes with a position for every value, and answers with a whole definition or with every
//! reason why there is none. `export` writes a definition in the shape that API Gateway's GetExport has. `rules` holds
//! what PutIntegration and an import check alike.
//!
//! This crate never does I/O, never reads a clock, and makes no identifiers of its own: they come in as an argument.

mod export;
mod import;
pub mod rules;
mod write;

pub use document::Position;
pub use export::{ExportAbout, ExportKind, ExportOptions, Extensions, Format, export};
pub use import::{
    BasePath, Documentation, DocumentationPart, IdKind, ImportError, ImportOptions, Imported, Mode,
    Problem, Warning, WarningOrigin, documentation, import,
};
