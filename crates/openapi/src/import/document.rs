//! A document of a known dialect, and the way from a reference to what it names.

use super::report::Refusal;
use super::{INVALID_INPUT, ImportError};
use document::{Node, Value, unescaped};

/// How many references may lead from one to the next. More than that is a circle.
const MAX_HOPS: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Swagger,
    Oas30,
}

pub(super) struct Document<'a> {
    pub(super) root: &'a Node,
    pub(super) dialect: Dialect,
}

impl<'a> Document<'a> {
    pub(super) fn open(root: &'a Node) -> Result<Self, ImportError> {
        let dialect = dialect(root).map_err(|refusal| {
            ImportError::unreadable(INVALID_INPUT, refusal.reason, Some(refusal.at.position))
        })?;
        Ok(Self { root, dialect })
    }

    pub(super) fn schemas(&self) -> Option<&'a Node> {
        match self.dialect {
            Dialect::Swagger => self.root.get("definitions"),
            Dialect::Oas30 => self.root.get("components")?.get("schemas"),
        }
    }

    /// The name of the schema that a reference names, if it names a whole one.
    pub(super) fn schema_name(&self, reference: &str) -> Option<String> {
        let prefix = match self.dialect {
            Dialect::Swagger => "#/definitions/",
            Dialect::Oas30 => "#/components/schemas/",
        };
        let name = reference.strip_prefix(prefix)?;
        (!name.contains('/')).then(|| unescaped(name))
    }

    pub(super) fn security_schemes(&self) -> Option<&'a Node> {
        match self.dialect {
            Dialect::Swagger => self.root.get("securityDefinitions"),
            Dialect::Oas30 => self.root.get("components")?.get("securitySchemes"),
        }
    }

    /// What a node stands for: itself, or what its `$ref` leads to.
    pub(super) fn follow(&self, node: &'a Node) -> Result<&'a Node, Refusal<'a>> {
        let mut found = node;
        for _ in 0..MAX_HOPS {
            let Some(reference) = found.get("$ref").and_then(Node::text) else {
                return Ok(found);
            };
            found = self.target(reference).ok_or_else(|| {
                Refusal::new(node, format!("Invalid reference specified: {reference}"))
            })?;
        }
        Err(Refusal::new(
            node,
            "Invalid reference specified: it leads in a circle",
        ))
    }

    fn target(&self, reference: &str) -> Option<&'a Node> {
        let pointer = reference.strip_prefix("#/")?;
        pointer.split('/').try_fold(self.root, |node, step| {
            let step = unescaped(step);
            match &node.value {
                Value::List(items) => items.get(step.parse::<usize>().ok()?),
                _ => node.get(&step),
            }
        })
    }
}

fn dialect(root: &Node) -> Result<Dialect, Refusal<'_>> {
    let version = |key| {
        root.get(key)
            .map(|node| (node, node.scalar().unwrap_or_default()))
    };
    match (version("swagger"), version("openapi")) {
        (Some((_, version)), None) if version == "2.0" => Ok(Dialect::Swagger),
        (None, Some((_, version))) if version == "3.0" || version.starts_with("3.0.") => {
            Ok(Dialect::Oas30)
        }
        (Some((node, _)), Some(_)) => Err(Refusal::new(
            node,
            "`swagger` and `openapi` exclude each other",
        )),
        (Some((node, version)), None) => Err(Refusal::new(
            node,
            format!("Swagger {version} is not supported, 2.0 is"),
        )),
        (None, Some((node, version))) => Err(Refusal::new(
            node,
            format!("OpenAPI {version} is not supported, 3.0 is"),
        )),
        (None, None) => Err(Refusal::new(
            root,
            "neither `swagger` nor `openapi` says what this is",
        )),
    }
}
