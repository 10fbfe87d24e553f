//! The sections of a template, as they stand in the document.

use document::{Entry, Fault, Node, Span};

const LANGUAGE_EXTENSIONS: &str = "AWS::LanguageExtensions";
const SERVERLESS: &str = "AWS::Serverless-2016-10-31";
/// CloudFormation's quotas, by section.
const MOST: [(&str, usize); 4] = [
    ("Parameters", 200),
    ("Mappings", 200),
    ("Resources", 500),
    ("Outputs", 200),
];
/// The sections that a template has; SAM adds `Globals`.
const SECTIONS: [&str; 11] = [
    "AWSTemplateFormatVersion",
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Transform",
    "Globals",
    "Resources",
    "Outputs",
];
const VERSION: &str = "2010-09-09";

/// A document that has the shape of a template.
#[derive(Debug, Clone)]
pub struct Template {
    root: Node,
}

/// A transform that a template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transform {
    Serverless,
    LanguageExtensions,
    /// `AWS::Include`, or somebody's macro.
    Other(String),
}

/// An entry of a section.
#[derive(Debug, Clone, Copy)]
pub struct Declared<'a> {
    pub name: &'a str,
    pub name_span: Span,
    pub body: &'a Node,
}

/// A resource as it is declared.
#[derive(Debug, Clone, Copy)]
pub struct Resource<'a> {
    pub id: &'a str,
    pub id_span: Span,
    pub kind: &'a str,
    pub body: &'a Node,
}

impl<'a> Resource<'a> {
    pub fn properties(&self) -> Option<&'a Node> {
        self.body.get("Properties")
    }

    pub fn condition(&self) -> Option<&'a str> {
        self.body.get("Condition")?.text()
    }
}

impl Template {
    /// Reads a template in JSON or YAML.
    pub fn parse(text: &[u8]) -> Result<Self, Fault> {
        Self::of(document::read_template(text)?)
    }

    /// Takes a document that was read; the shape of its sections is checked, not what they say.
    pub fn of(root: Node) -> Result<Self, Fault> {
        let template = Self { root };
        template.check_sections()?;
        template.check_sizes()?;
        template.check_resources()?;
        Ok(template)
    }

    pub fn root(&self) -> &Node {
        &self.root
    }

    pub fn transforms(&self) -> Vec<Transform> {
        let Some(declared) = self.root.get("Transform") else {
            return Vec::new();
        };
        let names = match declared.items() {
            [] => vec![declared],
            items => items.iter().collect(),
        };
        names.into_iter().filter_map(transform).collect()
    }

    pub fn extends_the_language(&self) -> bool {
        self.transforms().contains(&Transform::LanguageExtensions)
    }

    pub fn is_serverless(&self) -> bool {
        self.transforms().contains(&Transform::Serverless)
    }

    /// The entries of a section, none where it is absent.
    pub fn section(&self, name: &str) -> impl Iterator<Item = Declared<'_>> {
        let entries = self.root.get(name).map_or(&[][..], Node::entries);
        entries.iter().map(declared)
    }

    pub fn declared(&self, section: &str, name: &str) -> Option<Declared<'_>> {
        self.root.get(section)?.entry(name).map(declared)
    }

    pub fn resources(&self) -> impl Iterator<Item = Resource<'_>> {
        self.section("Resources").filter_map(|entry| {
            Some(Resource {
                id: entry.name,
                id_span: entry.name_span,
                kind: entry.body.get("Type")?.text()?,
                body: entry.body,
            })
        })
    }

    pub fn resource(&self, id: &str) -> Option<Resource<'_>> {
        let entry = self.declared("Resources", id)?;
        Some(Resource {
            id: entry.name,
            id_span: entry.name_span,
            kind: entry.body.get("Type")?.text()?,
            body: entry.body,
        })
    }

    fn check_sections(&self) -> Result<(), Fault> {
        if !self.root.is_map() {
            return Err(fault(
                &self.root,
                "Template format error: unsupported structure.",
            ));
        }
        for entry in self.root.entries() {
            if !SECTIONS.contains(&entry.key.as_str()) {
                return Err(Fault::at(
                    entry.key_span.start,
                    format!("Invalid template property or properties [{}]", entry.key),
                ));
            }
        }
        let version = self.root.get("AWSTemplateFormatVersion");
        match version {
            Some(version) if version.scalar().as_deref() != Some(VERSION) => Err(fault(
                version,
                "Template format error: unsupported value for AWSTemplateFormatVersion.",
            )),
            Some(_) | None => Ok(()),
        }
    }

    fn check_sizes(&self) -> Result<(), Fault> {
        for (section, most) in MOST {
            let Some(found) = self.root.get(section) else {
                continue;
            };
            if !found.is_map() && !found.is_null() {
                let reason =
                    format!("Template format error: [/{section}] map keys must be strings");
                return Err(fault(found, &reason));
            }
            let count = found.entries().len();
            if count > most {
                let reason = format!(
                    "Template format error: Number of {}, {count}, is greater than maximum allowed, {most}",
                    section.to_lowercase()
                );
                return Err(fault(found, &reason));
            }
        }
        Ok(())
    }

    fn check_resources(&self) -> Result<(), Fault> {
        let Some(resources) = self.root.get("Resources").filter(|found| found.is_map()) else {
            return Err(fault(
                &self.root,
                "Template format error: At least one Resources member must be defined.",
            ));
        };
        for entry in resources.entries() {
            if entry.key.starts_with("Fn::") {
                continue;
            }
            let typed = entry.node.get("Type").and_then(Node::text);
            if typed.is_none() {
                let reason = format!(
                    "Template format error: [/Resources/{}] Every Resources object must contain a Type member.",
                    entry.key
                );
                return Err(Fault::at(entry.key_span.start, reason));
            }
        }
        Ok(())
    }
}

fn fault(at: &Node, reason: &str) -> Fault {
    Fault::at(at.position, reason)
}

fn declared(entry: &Entry) -> Declared<'_> {
    Declared {
        name: &entry.key,
        name_span: entry.key_span,
        body: &entry.node,
    }
}

fn transform(node: &Node) -> Option<Transform> {
    let name = node.text().or_else(|| node.get("Name")?.text())?;
    Some(match name {
        SERVERLESS => Transform::Serverless,
        LANGUAGE_EXTENSIONS => Transform::LanguageExtensions,
        other => Transform::Other(other.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<usize, &str>) {
        let found = Template::parse(text.as_bytes()).map(|template| template.resources().count());
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{text}"),
            (Err(fault), Err(part)) => assert!(fault.reason.contains(part), "{text}: {fault}"),
            (found, _) => panic!("{text}: {found:?}"),
        }
    }

    #[test]
    fn a_template_has_the_sections_that_aws_knows() {
        check("Resources: {A: {Type: T}, B: {Type: T}}", Ok(2));
        check("Resources: {A: {}}", Err("must contain a Type member"));
        check("Resources: []", Err("map keys must be strings"));
        check("Parameters: {}", Err("At least one Resources member"));
        check("Resource: {}", Err("[Resource]"));
        check("[]", Err("unsupported structure"));
        check(
            "AWSTemplateFormatVersion: 2010-09-10\nResources: {A: {Type: T}}",
            Err("AWSTemplateFormatVersion"),
        );
        let many: Vec<String> = (0..501).map(|n| format!("\n  R{n}: {{Type: T}}")).collect();
        let many = many.concat();
        check(
            &format!("Resources:{many}"),
            Err("greater than maximum allowed, 500"),
        );
    }

    #[test]
    fn transforms_are_a_name_or_a_list_of_names() {
        for (text, expected) in [
            ("AWS::Serverless-2016-10-31", vec![Transform::Serverless]),
            (
                "[AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {Location: s3}}]",
                vec![
                    Transform::LanguageExtensions,
                    Transform::Other("AWS::Include".to_owned()),
                ],
            ),
        ] {
            let text = format!("Transform: {text}\nResources: {{A: {{Type: T}}}}");
            let template = Template::parse(text.as_bytes()).unwrap();
            assert_eq!(template.transforms(), expected, "{text}");
        }
    }
}
