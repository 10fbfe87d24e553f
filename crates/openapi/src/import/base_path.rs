//! `basePath` of Swagger, `servers` of OpenAPI: the parts that stand before every path.

use super::BasePath;
use super::document::{Dialect, Document};
use super::report::Report;
use document::Node;

pub(super) fn read(document: &Document<'_>, how: BasePath, report: &mut Report<'_>) -> Vec<String> {
    let path = match document.dialect {
        Dialect::Swagger => document.root.get("basePath").and_then(Node::scalar),
        Dialect::Oas30 => server_path(document, report),
    };
    let path = path.unwrap_or_default();
    let parts = path
        .split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned);
    match how {
        BasePath::Ignore => Vec::new(),
        BasePath::Prepend => parts.collect(),
        BasePath::Split => parts.skip(1).collect(),
    }
}

/// A `basePath` variable is the base path, even if the URL doesn't name it ("Setting the basePath property" in AWS's
/// guide); otherwise it is the path of the URL.
fn server_path(document: &Document<'_>, report: &mut Report<'_>) -> Option<String> {
    let servers = document.root.get("servers")?.items();
    let server = servers.first()?;
    if let Some(second) = servers.get(1) {
        report.note(second, "only the first of the servers is read");
    }
    let variables = server.get("variables");
    let default = |name: &str| variables?.get(name)?.get("default")?.scalar();
    if let Some(base) = default("basePath") {
        return Some(base);
    }
    let url = server.get("url")?.scalar()?;
    let after_scheme = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let path = match after_scheme.find('/') {
        Some(at) => after_scheme.get(at..)?,
        None => "",
    };
    Some(filled(path, default))
}

/// Puts the defaults of the variables in their places; a variable without one stays as it is.
fn filled(path: &str, default: impl Fn(&str) -> Option<String>) -> String {
    let part = |part: &str| {
        let name = part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'));
        name.and_then(&default).unwrap_or_else(|| part.to_owned())
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::super::document::Document;
    use super::*;

    fn check(document: &str, how: BasePath, expected: &str) {
        let root = document::read(document.as_bytes()).unwrap();
        let opened = Document::open(&root).unwrap();
        let parts = read(&opened, how, &mut Report::new(&root));
        assert_eq!(parts.join("/"), expected, "{document} {how:?}");
    }

    #[test]
    fn the_base_path_stands_before_every_path_as_it_was_asked() {
        let swagger = "swagger: '2.0'\nbasePath: /a/b/c";
        check(swagger, BasePath::Ignore, "");
        check(swagger, BasePath::Prepend, "a/b/c");
        check(swagger, BasePath::Split, "b/c");
        check("swagger: '2.0'", BasePath::Prepend, "");
    }

    #[test]
    fn servers_give_their_variable_or_the_path_of_their_url() {
        let server = |server: &str| format!("{{\"openapi\": \"3.0.1\", \"servers\": [{server}]}}");
        let variable =
            r#"{"url": "https://x.y/z", "variables": {"basePath": {"default": "/base-var"}}}"#;
        check(&server(variable), BasePath::Prepend, "base-var");
        check(
            &server(r#"{"url": "https://x.y/base-url/part/"}"#),
            BasePath::Prepend,
            "base-url/part",
        );
        check(
            &server(r#"{"url": "https://x.y/base-url/part/"}"#),
            BasePath::Split,
            "part",
        );
        check(&server(r#"{"url": "https://x.y"}"#), BasePath::Prepend, "");
        check(&server(r#"{"url": "/v1"}"#), BasePath::Prepend, "v1");
        let named = r#"{"url": "https://x/{v}/b", "variables": {"v": {"default": "v2"}}}"#;
        check(&server(named), BasePath::Prepend, "v2/b");
    }
}
