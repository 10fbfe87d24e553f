//! A queue's URL names the server that has the queue, and some clients send to whatever it names. So
//! that their calls keep coming here, answers name this server, and requests the endpoint.

use bytes::Bytes;
use serde_json::Value;

const MEMBERS: [&str; 3] = ["QueueUrl", "QueueUrls", "queueUrls"];

/// The URLs of a JSON body, with another server in front; a body that has none stays as it came.
pub(crate) fn renamed(body: &Bytes, server: &str) -> Bytes {
    let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else {
        return in_xml(body, server);
    };
    let mut changed = false;
    for name in MEMBERS {
        match members.get_mut(name) {
            Some(Value::String(url)) => changed |= rename(url, server),
            Some(Value::Array(urls)) => {
                for url in urls {
                    if let Value::String(url) = url {
                        changed |= rename(url, server);
                    }
                }
            }
            Some(_) | None => {}
        }
    }
    if changed {
        Bytes::from(Value::Object(members).to_string())
    } else {
        body.clone()
    }
}

/// `<QueueUrl>…</QueueUrl>`, in the answers of the query protocol.
fn in_xml(body: &Bytes, server: &str) -> Bytes {
    const OPEN: &str = "<QueueUrl>";
    let Ok(text) = std::str::from_utf8(body) else {
        return body.clone();
    };
    let mut parts = text.split(OPEN);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        renamed.push_str(OPEN);
        let (url, rest) = part.split_once('<').unwrap_or((part, ""));
        let mut url = url.to_owned();
        rename(&mut url, server);
        renamed.push_str(&url);
        renamed.push('<');
        renamed.push_str(rest);
    }
    Bytes::from(renamed)
}

fn rename(url: &mut String, server: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else {
        return false;
    };
    let Some((_, path)) = rest.split_once('/') else {
        return false;
    };
    *url = format!("{server}/{path}");
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: &str) {
        let renamed = renamed(&Bytes::from(body.to_owned()), "http://here:1");
        assert_eq!(renamed, expected);
    }

    #[test]
    fn urls_name_another_server() {
        check(
            r#"{"QueueUrl":"https://sqs.r.amazonaws.com/1/q"}"#,
            r#"{"QueueUrl":"http://here:1/1/q"}"#,
        );
        check(
            r#"{"QueueUrls":["http://a/1/q","http://a/1/r"]}"#,
            r#"{"QueueUrls":["http://here:1/1/q","http://here:1/1/r"]}"#,
        );
        check(r#"{"QueueUrl":"q"}"#, r#"{"QueueUrl":"q"}"#);
        check(
            r#"{"Messages":[{"Body":"http://a/1/q"}]}"#,
            r#"{"Messages":[{"Body":"http://a/1/q"}]}"#,
        );
        check(
            "<R><QueueUrl>http://a/1/q</QueueUrl></R>",
            "<R><QueueUrl>http://here:1/1/q</QueueUrl></R>",
        );
        check("", "");
    }
}
