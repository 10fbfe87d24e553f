//! Prose about the parts of an API: documentation parts, and versions, which freeze them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::rest_api::closed;
use crate::{ApiDefinition, Invalid};

closed!(
    /// What a documentation part is about.
    DocumentationPartType, "documentation part type" {
        Api = "API",
        Authorizer = "AUTHORIZER",
        Model = "MODEL",
        Resource = "RESOURCE",
        Method = "METHOD",
        PathParameter = "PATH_PARAMETER",
        QueryParameter = "QUERY_PARAMETER",
        RequestHeader = "REQUEST_HEADER",
        RequestBody = "REQUEST_BODY",
        Response = "RESPONSE",
        ResponseHeader = "RESPONSE_HEADER",
        ResponseBody = "RESPONSE_BODY",
    }
);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documentation {
    /// In the order in which they were made; at most one for a location.
    #[serde(default)]
    pub parts: Vec<DocumentationPart>,
    #[serde(default)]
    pub versions: BTreeMap<String, DocumentationVersion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentationPart {
    pub id: String,
    pub location: DocumentationLocation,
    /// A JSON object, as it was put.
    pub properties: String,
}

/// Which members a location can have depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentationLocation {
    pub kind: DocumentationPartType,
    #[serde(default)]
    pub path: Option<String>,
    /// A verb, or `*` for all of them.
    #[serde(default)]
    pub method: Option<String>,
    #[serde(default)]
    pub status_code: Option<String>,
    #[serde(default)]
    pub name: Option<String>,
}

/// The parts as they were at a point in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentationVersion {
    pub version: String,
    #[serde(default)]
    pub description: Option<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub parts: Vec<DocumentationPart>,
}

impl DocumentationPartType {
    /// "It is a valid field for the API entity types of RESOURCE, METHOD, PATH_PARAMETER, …"
    /// (API Gateway API reference, `DocumentationPartLocation`, as are those below).
    pub const fn has_path(self) -> bool {
        !matches!(self, Self::Api | Self::Authorizer | Self::Model)
    }

    pub const fn has_method(self) -> bool {
        self.has_path() && !matches!(self, Self::Resource)
    }

    pub const fn has_status_code(self) -> bool {
        matches!(
            self,
            Self::Response | Self::ResponseHeader | Self::ResponseBody
        )
    }

    /// A body can have a name by the reference, which lists it with those that must have one,
    /// although the developer guide's location of a body has none.
    pub const fn may_have_name(self) -> bool {
        self.needs_name() || matches!(self, Self::RequestBody)
    }

    pub const fn needs_name(self) -> bool {
        matches!(
            self,
            Self::Authorizer
                | Self::Model
                | Self::PathParameter
                | Self::QueryParameter
                | Self::RequestHeader
                | Self::ResponseHeader
        )
    }
}

impl DocumentationLocation {
    /// Whether two locations are the same, with what they leave out filled in: "The default value
    /// is `/` for the root resource", `*` for any method and any status code.
    pub fn is_at(&self, other: &Self) -> bool {
        let or =
            |given: &Option<String>, default: &str| given.as_deref().unwrap_or(default).to_owned();
        self.kind == other.kind
            && self.name == other.name
            && or(&self.path, "/") == or(&other.path, "/")
            && or(&self.method, "*") == or(&other.method, "*")
            && or(&self.status_code, "*") == or(&other.status_code, "*")
    }

    /// Whether what it is about exists.
    pub fn is_in(&self, definition: &ApiDefinition) -> bool {
        let name = self.name.as_deref().unwrap_or_default();
        match self.kind {
            DocumentationPartType::Api => true,
            DocumentationPartType::Authorizer => {
                let mut authorizers = definition.authorizers.values();
                authorizers.any(|authorizer| authorizer.name == name)
            }
            DocumentationPartType::Model => definition.models.contains_key(name),
            DocumentationPartType::Resource
            | DocumentationPartType::Method
            | DocumentationPartType::PathParameter
            | DocumentationPartType::QueryParameter
            | DocumentationPartType::RequestHeader
            | DocumentationPartType::RequestBody
            | DocumentationPartType::Response
            | DocumentationPartType::ResponseHeader
            | DocumentationPartType::ResponseBody => definition
                .resource_at(self.path.as_deref().unwrap_or("/"))
                .is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(kind: DocumentationPartType, path: Option<&str>) -> DocumentationLocation {
        DocumentationLocation {
            kind,
            path: path.map(str::to_owned),
            method: None,
            status_code: None,
            name: None,
        }
    }

    #[test]
    fn what_a_location_leaves_out_is_its_default() {
        let (method, resource) = (
            DocumentationPartType::Method,
            DocumentationPartType::Resource,
        );
        assert!(at(method, None).is_at(&at(method, Some("/"))));
        assert!(!at(method, None).is_at(&at(method, Some("/pets"))));
        assert!(!at(method, None).is_at(&at(resource, None)));
        let any = DocumentationLocation {
            method: Some("*".to_owned()),
            ..at(method, None)
        };
        assert!(any.is_at(&at(method, None)));
    }

    #[test]
    fn each_type_has_the_members_of_the_reference() {
        let letters = |kind: DocumentationPartType| {
            let members = [
                (kind.has_path(), 'p'),
                (kind.has_method(), 'm'),
                (kind.has_status_code(), 's'),
                (kind.needs_name(), 'n'),
            ];
            let has = members.iter().filter(|(has, _)| *has);
            has.map(|(_, letter)| *letter).collect::<String>()
        };
        let table: Vec<_> = DocumentationPartType::ALL
            .iter()
            .map(|kind| letters(*kind))
            .collect();
        assert_eq!(
            table,
            [
                "", "n", "n", "p", "pm", "pmn", "pmn", "pmn", "pm", "pms", "pmsn", "pms"
            ]
        );
    }
}
