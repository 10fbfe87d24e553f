//! Answers that are a stream of events (`application/vnd.amazon.eventstream`).
//!
//! A message is its length and that of its headers, a checksum of these two, the headers, the payload,
//! and a checksum of all before it ("Event stream encoding", Amazon Transcribe developer guide).
//! Numbers are big-endian, checksums are CRC-32. This module writes messages and reads none: no
//! operation here takes a stream.

use bytes::{BufMut as _, Bytes, BytesMut};
use serde_json::Value;

use crate::{
    document::{Document, Members, Shape},
    json::value,
    operation::Operation,
    schema::{Kind, MemberSchema, OperationSchema, ShapeSchema},
};

pub const CONTENT_TYPE: &str = "application/vnd.amazon.eventstream";

/// Both lengths and their checksum.
const PRELUDE_BYTES: usize = 12;
const CHECKSUM_BYTES: usize = 4;
/// The type of a header's value that is text.
const TEXT: u8 = 7;

/// One event of the operation's stream, which the union of its events has as its one member. None is a
/// fault of ours: another shape, or more than a message can hold.
pub fn event<O: Operation>(event: impl Shape) -> Option<Bytes> {
    let stream = stream(O::SCHEMA)?;
    let mut values = Members::of(event.into_document()).ok()?;
    let (kind, value) = stream.iter().find_map(|kind| {
        let value = values.remove(kind.name).filter(|value| !value.is_null())?;
        Some((kind, value))
    })?;
    let (content_type, payload) = payload(O::SCHEMA, kind, value)?;
    let headers = [
        (":event-type", kind.name),
        (":content-type", content_type),
        (":message-type", "event"),
    ];
    message(&headers, &payload)
}

/// What stands in front of the events where the protocol has no other place for the rest of the output,
/// of which there is nothing here: the JSON protocols read it first.
pub fn initial_response() -> Option<Bytes> {
    let headers = [
        (":event-type", "initial-response"),
        (":content-type", "application/x-amz-json-1.1"),
        (":message-type", "event"),
    ];
    message(&headers, b"{}")
}

/// The end of a stream that did not end as it should.
pub fn exception(name: &str, text: &str) -> Option<Bytes> {
    let headers = [
        (":exception-type", name),
        (":content-type", "application/json"),
        (":message-type", "exception"),
    ];
    message(
        &headers,
        Value::from_iter([("message", text)]).to_string().as_bytes(),
    )
}

/// The events of the operation's stream.
fn stream(operation: &OperationSchema) -> Option<&'static [MemberSchema]> {
    let members = members(operation.output_shape()?)?;
    let mut shapes = members
        .iter()
        .filter_map(|member| operation.shape(member.shape));
    members_of(shapes.find(|shape| shape.event_stream))
}

fn members_of(shape: Option<&'static ShapeSchema>) -> Option<&'static [MemberSchema]> {
    shape.and_then(members)
}

fn members(shape: &'static ShapeSchema) -> Option<&'static [MemberSchema]> {
    match shape.kind {
        Kind::Structure(members) => Some(members),
        _ => None,
    }
}

/// The one member that is the payload as it is, or all members as JSON.
fn payload(
    operation: &OperationSchema,
    event: &MemberSchema,
    value: Document,
) -> Option<(&'static str, Bytes)> {
    let members = members_of(operation.shape(event.shape))?;
    let mut values = Members::of(value).ok()?;
    let Some(whole) = members.iter().find(|member| member.event_payload) else {
        let object = value::write_members(operation, members, &mut values);
        let json = Bytes::from(Value::Object(object).to_string());
        return Some(("application/json", json));
    };
    match values.remove(whole.name)? {
        Document::Blob(bytes) => Some(("application/octet-stream", bytes)),
        Document::String(text) => Some(("text/plain", text.into())),
        _ => None,
    }
}

fn message(headers: &[(&str, &str)], payload: &[u8]) -> Option<Bytes> {
    let mut head = BytesMut::new();
    for (name, value) in headers {
        head.put_u8(u8::try_from(name.len()).ok()?);
        head.put_slice(name.as_bytes());
        head.put_u8(TEXT);
        head.put_u16(u16::try_from(value.len()).ok()?);
        head.put_slice(value.as_bytes());
    }
    let whole = PRELUDE_BYTES + head.len() + payload.len() + CHECKSUM_BYTES;
    let mut message = BytesMut::with_capacity(whole);
    message.put_u32(u32::try_from(whole).ok()?);
    message.put_u32(u32::try_from(head.len()).ok()?);
    message.put_u32(crc32fast::hash(&message));
    message.put_slice(&head);
    message.put_slice(payload);
    message.put_u32(crc32fast::hash(&message));
    Some(message.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lambda::{
        InvokeResponseStreamUpdate, InvokeWithResponseStream,
        InvokeWithResponseStreamCompleteEvent, InvokeWithResponseStreamResponseEvent,
    };

    /// The vectors that AWS's clients test their readers with.
    #[track_caller]
    fn check(headers: &[(&str, &str)], payload: &[u8], expected: &[u8]) {
        assert_eq!(message(headers, payload).unwrap(), expected);
    }

    #[test]
    fn messages_are_framed_as_in_the_vectors_of_aws() {
        let empty = b"\x00\x00\x00\x10\x00\x00\x00\x00\x05\xc2H\xeb}\x98\xc8\xff";
        check(&[], b"", empty);
        let bare = b"\x00\x00\x00\x1d\x00\x00\x00\x00\xfdR\x8cZ{'foo':'bar'}\xc3e96";
        check(&[], b"{'foo':'bar'}", bare);
        let headed = b"\x00\x00\x00=\x00\x00\x00\x20\x07\xFD\x83\x96\x0ccontent-type\x07\x00\
            \x10application/json{'foo':'bar'}\x8D\x9C\x08\xB1";
        check(
            &[("content-type", "application/json")],
            b"{'foo':'bar'}",
            headed,
        );
    }

    fn payload_of(message: &[u8]) -> (String, &[u8]) {
        let headers =
            usize::try_from(u32::from_be_bytes(message[4..8].try_into().unwrap())).unwrap();
        let (head, rest) = message[PRELUDE_BYTES..].split_at(headers);
        let head = String::from_utf8_lossy(head).replace(char::is_control, " ");
        (head, &rest[..rest.len() - CHECKSUM_BYTES])
    }

    #[test]
    fn bytes_are_a_payload_and_structures_are_json() {
        let chunk = InvokeResponseStreamUpdate {
            payload: Some(Bytes::from_static(b"\x00one")),
        };
        let chunk = event::<InvokeWithResponseStream>(InvokeWithResponseStreamResponseEvent {
            payload_chunk: Some(chunk),
            invoke_complete: None,
        });
        let chunk = chunk.unwrap();
        let (head, payload) = payload_of(&chunk);
        assert!(head.contains("PayloadChunk"), "{head}");
        assert!(head.contains("application/octet-stream"), "{head}");
        assert_eq!(payload, b"\x00one");
        let end = InvokeWithResponseStreamCompleteEvent {
            error_code: Some("Unhandled".to_owned()),
            ..Default::default()
        };
        let end = event::<InvokeWithResponseStream>(InvokeWithResponseStreamResponseEvent {
            payload_chunk: None,
            invoke_complete: Some(end),
        });
        let end = end.unwrap();
        let (head, payload) = payload_of(&end);
        assert!(head.contains("InvokeComplete"), "{head}");
        assert_eq!(payload, br#"{"ErrorCode":"Unhandled"}"#);
    }

    #[test]
    fn what_is_no_event_of_the_stream_is_none() {
        let none = InvokeWithResponseStreamResponseEvent::default();
        assert_eq!(event::<InvokeWithResponseStream>(none), None);
        assert_eq!(event::<crate::lambda::Invoke>(String::new()), None);
    }
}
