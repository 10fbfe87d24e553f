//! Which bucket and object a request to S3 names: in its path, or the bucket in its host.

use http::header::HOST;
use http::request::Parts;
use percent_encoding::percent_decode_str;

/// What follows a bucket in the host.
const HOSTS: [&str; 5] = [
    ".s3.localhost.localstack.cloud",
    ".s3.localhost",
    ".localhost.localstack.cloud",
    ".localhost",
    ".s3.amazonaws.com",
];

/// What a request is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Of the request.
    pub method: String,
    /// Empty for the service itself.
    pub bucket: String,
    /// Decoded; empty for a bucket.
    pub key: String,
    /// The path with the bucket in front, encoded as it came.
    pub path: String,
}

impl Address {
    pub fn of(parts: &Parts) -> Self {
        let path = parts.uri.path();
        let whole = match bucket_of_host(parts) {
            Some(bucket) => format!("/{bucket}{path}"),
            None => path.to_owned(),
        };
        let rest = whole.strip_prefix('/').unwrap_or(&whole);
        let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
        Self {
            method: parts.method.as_str().to_owned(),
            bucket: decode(bucket),
            key: decode(key),
            path: whole,
        }
    }
}

fn bucket_of_host(parts: &Parts) -> Option<&str> {
    let host = parts.headers.get(HOST)?.to_str().ok()?;
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let regional = name
        .split_once(".s3.")
        .filter(|(_, rest)| rest.ends_with(".amazonaws.com"))
        .map(|(bucket, _)| bucket);
    let bucket = regional.or_else(|| HOSTS.iter().find_map(|end| name.strip_suffix(end)))?;
    (!bucket.is_empty() && bucket != "s3").then_some(bucket)
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, path: &str, (bucket, key, whole): (&str, &str, &str)) {
        let request = http::Request::get(path).header("host", host).body(());
        let (parts, ()) = request.unwrap().into_parts();
        let found = Address::of(&parts);
        assert_eq!(
            (&*found.bucket, &*found.key, &*found.path),
            (bucket, key, whole),
            "{host} {path}"
        );
    }

    #[test]
    fn a_bucket_stands_in_the_path_or_in_the_host() {
        check("127.0.0.1:4566", "/", ("", "", "/"));
        check("127.0.0.1:4566", "/b", ("b", "", "/b"));
        check("localhost:4566", "/b/", ("b", "", "/b/"));
        check("localhost", "/b/a%20b//c", ("b", "a b//c", "/b/a%20b//c"));
        check("b.localhost:4566", "/k", ("b", "k", "/b/k"));
        check("s3.localhost.localstack.cloud", "/b/k", ("b", "k", "/b/k"));
        check("b.s3.localhost.localstack.cloud", "/k", ("b", "k", "/b/k"));
        check("b.c.s3.eu-west-1.amazonaws.com", "/", ("b.c", "", "/b.c/"));
    }
}
