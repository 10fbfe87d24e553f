//! Which function URL: read from the host's name or from the path.

/// The address of a function URL, split into its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlAddressed {
    /// In lower case: names of hosts have no other.
    pub id: String,
    /// The raw path, without the query; empty or with its leading slash.
    pub path: String,
}

/// Reads one of the two forms; `None` if the request is for somebody else.
///
/// - `{id}.lambda-url.{region}.{anything}` as host
/// - `/_aws/lambda-url/{id}/…` on any host
pub(super) fn address(host: &str, path_and_query: &str) -> Option<UrlAddressed> {
    let path = path_and_query.split('?').next().unwrap_or_default();
    by_host(host, path).or_else(|| by_prefix(path))
}

fn by_host(host: &str, path: &str) -> Option<UrlAddressed> {
    let mut labels = host.split('.');
    let id = labels.next()?;
    if !labels.next()?.eq_ignore_ascii_case("lambda-url") || labels.next().is_none() {
        return None;
    }
    Some(UrlAddressed {
        id: id.to_ascii_lowercase(),
        path: path.to_owned(),
    })
}

fn by_prefix(path: &str) -> Option<UrlAddressed> {
    let rest = path.strip_prefix("/_aws/lambda-url/")?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (id, path) = rest.split_at(end);
    // Clients that put a path behind an address with a slash at its end join the two slashes only
    // where the address has no path of its own.
    let path = match path.strip_prefix("//") {
        Some(rest) => format!("/{}", rest.trim_start_matches('/')),
        None => path.to_owned(),
    };
    Some(UrlAddressed {
        id: id.to_ascii_lowercase(),
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, path: &str, expected: Option<(&str, &str)>) {
        let found = address(host, path);
        let parts = found.as_ref().map(|a| (a.id.as_str(), a.path.as_str()));
        assert_eq!(parts, expected, "{host} {path}");
    }

    #[test]
    fn host_or_path_name_the_url() {
        let expected = Some(("abc", "/a/b"));
        check(
            "abc.lambda-url.us-east-1.localhost:4566",
            "/a/b?c=d",
            expected,
        );
        check("ABC.Lambda-URL.us-east-1.on.aws", "/a/b", expected);
        check("localhost:4566", "/_aws/lambda-url/abc/a/b?c", expected);
        check("localhost:4566", "/_aws/lambda-url/abc//a/b", expected);
        check("localhost:4566", "/_aws/lambda-url/abc", Some(("abc", "")));
    }

    #[test]
    fn other_addresses_are_for_somebody_else() {
        check("localhost:4566", "/", None);
        check("abc.execute-api.us-east-1.localhost", "/", None);
        check("abc.lambda-url", "/", None);
        check("lambda-url.localhost", "/", None);
    }
}
