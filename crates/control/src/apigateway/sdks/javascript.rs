//! The JavaScript client: one file without dependencies, for a `script` element and for `require`.
//!
//! What an API has stands in it as a table; the code that works with the table is the same for all.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write as _};

use model::{ApiDefinition, AuthorizationType, Method, MethodVerb};
use serde::Serialize;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// The factory, the placing of parameters and the signature.
const RUNTIME: &str = include_str!("runtime.js");
const README: &str = include_str!("readme.md");
const FOLDER: &str = "apiGateway-js-sdk";

/// The verbs that a method for ANY can be called with, each of which gets a function.
const OF_ANY: [MethodVerb; 7] = [
    MethodVerb::Delete,
    MethodVerb::Get,
    MethodVerb::Head,
    MethodVerb::Options,
    MethodVerb::Patch,
    MethodVerb::Post,
    MethodVerb::Put,
];

#[derive(Debug)]
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    pub(super) region: &'a str,
    pub(super) invoke_url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Table<'a> {
    region: &'a str,
    invoke_url: &'a str,
    operations: Vec<Operation>,
}

#[derive(Serialize)]
struct Operation {
    name: String,
    verb: &'static str,
    path: String,
    /// `path`, `query` or `header`, by name.
    parameters: BTreeMap<String, &'static str>,
    required: BTreeSet<String>,
    /// Whether the method asks for a signature.
    signed: bool,
}

pub(super) fn archive(definition: &ApiDefinition, about: &About<'_>) -> Result<Vec<u8>, ZipError> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("apigClient.js", client(definition, about)),
        ("README.md", README.to_owned()),
    ] {
        archive.start_file(format!("{FOLDER}/{name}"), SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn client(definition: &ApiDefinition, about: &About<'_>) -> String {
    let table = Table {
        region: about.region,
        invoke_url: about.invoke_url,
        operations: operations(definition),
    };
    let title: String = about.title.chars().filter(|c| !c.is_control()).collect();
    // A table of strings, lists and maps can always be written.
    let table = serde_json::to_string_pretty(&table).unwrap_or_default();
    format!(
        "// A client of the API {title}, made by Portcullis.\n(function (root) {{\n{RUNTIME}\n  const \
         API = {table};\n}})(globalThis);\n"
    )
}

/// In the order of their paths. Methods that are set for a verb come before those of ANY.
fn operations(definition: &ApiDefinition) -> Vec<Operation> {
    let resources = definition.resources.values();
    let by_path: BTreeMap<_, _> = resources
        .filter_map(|resource| Some((definition.path_of(&resource.id)?, &resource.methods)))
        .collect();
    let mut names = BTreeSet::new();
    let mut operations = Vec::new();
    for (path, methods) in &by_path {
        let any = methods.get(&MethodVerb::Any);
        for verb in OF_ANY {
            let Some(method) = methods.get(&verb).or(any) else {
                continue;
            };
            let name = unused(&mut names, &name(path, verb));
            operations.push(operation(name, path, verb, method));
        }
    }
    operations
}

fn operation(name: String, path: &str, verb: MethodVerb, method: &Method) -> Operation {
    let mut parameters: BTreeMap<String, &'static str> =
        in_path(path).map(|name| (name, "path")).collect();
    let mut required: BTreeSet<String> = parameters.keys().cloned().collect();
    for (source, needed) in method.request_parameters.iter().flatten() {
        let Some((name, place)) = declared(source) else {
            continue;
        };
        if parameters.contains_key(name) {
            continue;
        }
        parameters.insert(name.to_owned(), place);
        if *needed {
            required.insert(name.to_owned());
        }
    }
    Operation {
        name,
        verb: verb.as_str(),
        path: path.to_owned(),
        parameters,
        required,
        signed: method.authorization_type == AuthorizationType::Iam,
    }
}

/// What stands in the braces of a path, without the sign of a greedy one.
fn in_path(path: &str) -> impl Iterator<Item = String> {
    path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(name.trim_end_matches('+').to_owned())
    })
}

/// `method.request.querystring.page` is `page` in the query.
fn declared(source: &str) -> Option<(&str, &'static str)> {
    let rest = source.strip_prefix("method.request.")?;
    let (place, name) = rest.split_once('.')?;
    match place {
        "querystring" => Some((name, "query")),
        "header" => Some((name, "header")),
        _ => None,
    }
}

/// `petsPetIdGet` for GET of `/pets/{petId}`, `rootGet` for GET of `/` (API Gateway developer guide,
/// "Use a JavaScript SDK").
fn name(path: &str, verb: MethodVerb) -> String {
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let mut name = String::new();
    if words.peek().is_none() {
        name.push_str("root");
    }
    for word in words {
        append(&mut name, word);
    }
    append(&mut name, &verb.as_str().to_ascii_lowercase());
    name
}

fn append(name: &mut String, word: &str) {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return;
    };
    if name.is_empty() {
        name.push(first.to_ascii_lowercase());
    } else {
        name.push(first.to_ascii_uppercase());
    }
    name.push_str(letters.as_str());
}

/// Paths that differ in signs alone would have the same name.
fn unused(names: &mut BTreeSet<String>, name: &str) -> String {
    let mut unused = name.to_owned();
    let mut count = 1;
    while !names.insert(unused.clone()) {
        count += 1;
        unused = format!("{name}{count}");
    }
    unused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_named_after_path_and_verb() {
        for (path, verb, expected) in [
            ("/", MethodVerb::Get, "rootGet"),
            ("/pets/{petId}", MethodVerb::Get, "petsPetIdGet"),
            ("/Pets/{proxy+}", MethodVerb::Delete, "petsProxyDelete"),
            ("/a-b/c.d", MethodVerb::Post, "aBCDPost"),
        ] {
            assert_eq!(name(path, verb), expected);
        }
        let mut names = BTreeSet::new();
        assert_eq!(unused(&mut names, "aGet"), "aGet");
        assert_eq!(unused(&mut names, "aGet"), "aGet2");
    }

    #[test]
    fn parameters_are_told_by_their_places() {
        assert_eq!(
            in_path("/a/{b}/{c+}").collect::<Vec<_>>(),
            ["b".to_owned(), "c".to_owned()]
        );
        for (source, expected) in [
            ("method.request.querystring.page", Some(("page", "query"))),
            ("method.request.header.x.y", Some(("x.y", "header"))),
            ("method.request.path.id", None),
            ("integration.request.header.x", None),
        ] {
            assert_eq!(declared(source), expected, "{source}");
        }
    }
}
