//! From an API definition to the document that GetExport answers with.
//!
//! Roles are written where the definition names them; the grants that functions hold never are, as on AWS.

mod integration;
mod java_order;
mod operation;
mod paths;
mod schemas;
mod security;
mod settings;

use model::ApiDefinition;
use serde_json::{Map, Value as Json, json};

use crate::import::Documentation;
use crate::write;

type Members = Map<String, Json>;

/// What the export says about the API, beside its definition.
#[derive(Debug, Clone, Copy)]
pub struct ExportAbout<'a> {
    pub title: &'a str,
    pub description: Option<&'a str>,
    /// `info.version`. AWS writes the time of creation when the API has no version of its own.
    pub version: &'a str,
    /// `{api}.execute-api.{region}.amazonaws.com`
    pub host: &'a str,
    pub stage: &'a str,
    /// Written if the extensions ask for it.
    pub documentation: Option<&'a Documentation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportOptions {
    pub kind: ExportKind,
    pub format: Format,
    pub extensions: Extensions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    Swagger,
    Oas30,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Yaml,
}

/// The `extensions` parameter of GetExport.
#[expect(
    clippy::struct_excessive_bools,
    reason = "AWS made these switches independent of each other"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extensions {
    pub integrations: bool,
    pub authorizers: bool,
    /// Everything that API Gateway adds to OpenAPI, the two above included.
    pub apigateway: bool,
    pub documentation: bool,
}

impl Extensions {
    pub const NONE: Self = Self {
        integrations: false,
        authorizers: false,
        apigateway: false,
        documentation: false,
    };
    pub const ALL: Self = Self {
        integrations: true,
        authorizers: true,
        apigateway: true,
        documentation: true,
    };

    /// `integrations,authorizers`; an unknown name is given back as the error.
    pub fn parse(list: &str) -> Result<Self, String> {
        let mut extensions = Self::NONE;
        for name in list
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            match name {
                "integrations" => extensions.integrations = true,
                "authorizers" => extensions.authorizers = true,
                "apigateway" => extensions.apigateway = true,
                "documentation" => extensions.documentation = true,
                other => return Err(other.to_owned()),
            }
        }
        Ok(extensions)
    }
}

/// Writes the document.
pub fn export(
    definition: &ApiDefinition,
    about: &ExportAbout<'_>,
    options: &ExportOptions,
) -> String {
    let view = View {
        definition,
        options: *options,
    };
    let document = Json::Object(match options.kind {
        ExportKind::Swagger => swagger(&view, about),
        ExportKind::Oas30 => oas30(&view, about),
    });
    match options.format {
        Format::Json => write::json(&document),
        Format::Yaml => write::yaml(&document),
    }
}

/// What every part of the document is written from.
#[derive(Clone, Copy)]
struct View<'a> {
    definition: &'a ApiDefinition,
    options: ExportOptions,
}

impl View<'_> {
    fn swagger(&self) -> bool {
        self.options.kind == ExportKind::Swagger
    }

    fn integrations(&self) -> bool {
        self.options.extensions.integrations || self.apigateway()
    }

    fn authorizers(&self) -> bool {
        self.options.extensions.authorizers || self.apigateway()
    }

    fn apigateway(&self) -> bool {
        self.options.extensions.apigateway
    }
}

fn swagger(view: &View<'_>, about: &ExportAbout<'_>) -> Members {
    let mut document = Members::new();
    put(&mut document, "swagger", "2.0");
    put(&mut document, "info", info(about));
    put(&mut document, "host", about.host);
    put(&mut document, "basePath", format!("/{}", about.stage));
    put(&mut document, "schemes", json!(["https"]));
    put(&mut document, "paths", paths::write(view));
    put_filled(
        &mut document,
        "securityDefinitions",
        security::schemes(view),
    );
    put_filled(&mut document, "definitions", schemas::write(view));
    settings::write(view, about, &mut document);
    document
}

fn oas30(view: &View<'_>, about: &ExportAbout<'_>) -> Members {
    let mut components = Members::new();
    put_filled(&mut components, "schemas", schemas::write(view));
    put_filled(&mut components, "securitySchemes", security::schemes(view));
    let server = json!({
        "url": format!("https://{}/{{basePath}}", about.host),
        "variables": { "basePath": { "default": about.stage } },
    });
    let mut document = Members::new();
    put(&mut document, "openapi", "3.0.1");
    put(&mut document, "info", info(about));
    put(&mut document, "servers", vec![server]);
    put(&mut document, "paths", paths::write(view));
    put(&mut document, "components", components);
    settings::write(view, about, &mut document);
    document
}

fn info(about: &ExportAbout<'_>) -> Members {
    let mut info = Members::new();
    put(&mut info, "title", about.title);
    put_some(&mut info, "description", about.description);
    put(&mut info, "version", about.version);
    info
}

fn put(members: &mut Members, key: &str, value: impl Into<Json>) {
    members.insert(key.to_owned(), value.into());
}

fn put_some(members: &mut Members, key: &str, value: Option<impl Into<Json>>) {
    if let Some(value) = value {
        put(members, key, value);
    }
}

/// AWS leaves out what is empty.
fn put_filled(members: &mut Members, key: &str, value: Members) {
    if !value.is_empty() {
        put(members, key, value);
    }
}

fn texts<'a>(map: impl IntoIterator<Item = (&'a String, &'a String)>) -> Members {
    map.into_iter()
        .map(|(key, value)| (key.clone(), Json::from(value.as_str())))
        .collect()
}
