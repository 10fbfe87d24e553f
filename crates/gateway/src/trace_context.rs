//! The trace that a request brings: X-Ray's header, or the one of the W3C ("Trace Context", level 1),
//! told to functions and backends as X-Ray's, and to HTTP endpoints as the W3C's, too.

use crate::headers::Headers;

const XRAY: &str = "x-amzn-trace-id";
/// As the header is called.
pub(crate) const W3C: &str = "traceparent";

/// As `Root=1-…;Parent=…;Sampled=…`, as far as the request says it. X-Ray's own header goes first.
pub(crate) fn brought(headers: &Headers) -> String {
    if let Some(xray) = headers.last(XRAY) {
        return xray.into_owned();
    }
    let w3c = headers.last(W3C);
    w3c.and_then(|value| from_w3c(&value)).unwrap_or_default()
}

/// `00-TRACE-PARENT-FLAGS`: 32, 16 and 2 hexadecimal digits, no id of zeros alone. Later versions
/// may have more behind them.
fn from_w3c(value: &str) -> Option<String> {
    let mut parts = value.trim().splitn(5, '-');
    let (version, trace, parent, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let rest = parts.next();
    let known = is_hex(version, 2) && version != "ff" && (version != "00" || rest.is_none());
    let ids = is_hex(trace, 32) && is_hex(parent, 16) && is_hex(flags, 2);
    let zeros = |id: &str| id.bytes().all(|byte| byte == b'0');
    if !known || !ids || zeros(trace) || zeros(parent) {
        return None;
    }
    let (epoch, unique) = trace.split_at_checked(8)?;
    let sampled = u8::from_str_radix(flags, 16).ok()? & 1;
    Some(format!(
        "Root=1-{epoch}-{unique};Parent={parent};Sampled={sampled}"
    ))
}

/// For the fuzz targets: what either header says.
pub(crate) fn read(text: &str) -> Option<String> {
    trace_id(text).or_else(|| from_w3c(text))
}

/// The id of the trace as 32 digits, from `Root=1-XXXXXXXX-XXXX…`.
pub(crate) fn trace_id(root: &str) -> Option<String> {
    let (_, id) = root.strip_prefix("Root=")?.split_once('-')?;
    let id = id.replace('-', "");
    is_hex(&id, 32).then_some(id)
}

/// `00-TRACE-PARENT-FLAGS` of `Root=1-…;Parent=…;Sampled=…`. What was not sampled says so, and nothing is sampled that
/// the request did not have sampled.
pub(crate) fn as_w3c(header: &str) -> Option<String> {
    let mut fields = header.split(';').map(str::trim);
    let trace = trace_id(fields.next()?)?;
    let mut of = |name: &str| fields.find_map(|field| field.strip_prefix(name));
    let parent = of("Parent=").filter(|parent| is_hex(parent, 16))?;
    let flags = if of("Sampled=") == Some("1") {
        "01"
    } else {
        "00"
    };
    Some(format!("00-{trace}-{parent}-{flags}"))
}

/// The segment that asks, where the request says it.
pub(crate) fn parent(headers: &Headers) -> Option<String> {
    let brought = brought(headers);
    let mut fields = brought.split(';').map(str::trim);
    let parent = fields.find_map(|field| field.strip_prefix("Parent="))?;
    is_hex(parent, 16).then(|| parent.to_owned())
}

fn is_hex(text: &str, digits: usize) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == digits && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Option<&str>) {
        assert_eq!(from_w3c(value).as_deref(), expected, "{value}");
    }

    #[test]
    fn a_trace_of_the_w3c_is_one_of_x_ray() {
        let told = "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1";
        check(
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Some(told),
        );
        check(
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            Some(told),
        );
        let root = told.split(';').next().unwrap();
        assert_eq!(
            trace_id(root).as_deref(),
            Some("4bf92f3577b34da6a3ce929d0e0e4736")
        );
    }

    #[test]
    fn a_trace_goes_on_as_one_of_the_w3c() {
        let id = "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7";
        let w3c = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";
        for (sampled, flags) in [("1", "01"), ("0", "00"), ("?", "00")] {
            let header = format!("{id};Sampled={sampled}");
            assert_eq!(as_w3c(&header), Some(format!("{w3c}-{flags}")));
        }
        assert_eq!(as_w3c("Root=1-zz-1;Parent=x;Sampled=1"), None);
    }

    #[test]
    fn what_is_no_trace_is_left_alone() {
        for value in [
            "",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-é",
        ] {
            check(value, None);
        }
        assert_eq!(trace_id("Root=1-zz-1"), None);
    }
}
