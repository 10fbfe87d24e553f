//! How the generated tables are written: a plain beginning, and what the model adds to it.
#![expect(
    clippy::return_self_not_must_use,
    reason = "only the generated constants call these"
)]

use super::{
    Element, ErrorSchema, Kind, Location, MemberSchema, ShapeId, ShapeSchema, TimestampFormat,
    XmlNamespace,
};

/// Begins a shape; the methods below add what the model says of it.
pub const fn shape(name: &'static str, kind: Kind) -> ShapeSchema {
    ShapeSchema {
        name,
        kind,
        min: None,
        max: None,
        pattern: None,
        values: &[],
        payload: None,
        media: None,
        error: None,
        timestamp_format: None,
        wire_name: None,
        xml_namespace: None,
        flattened: false,
        streaming: false,
        event_stream: false,
        union: false,
        dense: false,
        sensitive: false,
    }
}

impl ShapeSchema {
    pub const fn min(mut self, min: i64) -> Self {
        self.min = Some(min);
        self
    }

    pub const fn max(mut self, max: i64) -> Self {
        self.max = Some(max);
        self
    }

    pub const fn pattern(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    pub const fn payload(mut self, member: &'static str) -> Self {
        self.payload = Some(member);
        self
    }

    pub const fn media(mut self, content_type: &'static str) -> Self {
        self.media = Some(content_type);
        self
    }

    pub const fn sender_error(mut self, code: &'static str, status: u16) -> Self {
        self.error = Some(ErrorSchema {
            code,
            status,
            sender_fault: true,
        });
        self
    }

    pub const fn receiver_error(mut self, code: &'static str, status: u16) -> Self {
        self.error = Some(ErrorSchema {
            code,
            status,
            sender_fault: false,
        });
        self
    }

    pub const fn timestamp(mut self, format: TimestampFormat) -> Self {
        self.timestamp_format = Some(format);
        self
    }

    pub const fn named(mut self, wire_name: &'static str) -> Self {
        self.wire_name = Some(wire_name);
        self
    }

    pub const fn xmlns(mut self, prefix: Option<&'static str>, uri: &'static str) -> Self {
        self.xml_namespace = Some(XmlNamespace { prefix, uri });
        self
    }

    pub const fn flattened(mut self) -> Self {
        self.flattened = true;
        self
    }

    pub const fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }

    pub const fn event_stream(mut self) -> Self {
        self.event_stream = true;
        self
    }

    pub const fn dense(mut self) -> Self {
        self.dense = true;
        self
    }

    pub const fn union(mut self) -> Self {
        self.union = true;
        self
    }

    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }
}

/// Begins a list member, a map key or a map value.
pub const fn element(shape: ShapeId) -> Element {
    Element {
        shape,
        wire_name: None,
        xml_namespace: None,
    }
}

impl Element {
    pub const fn named(mut self, wire_name: &'static str) -> Self {
        self.wire_name = Some(wire_name);
        self
    }

    pub const fn xmlns(mut self, prefix: Option<&'static str>, uri: &'static str) -> Self {
        self.xml_namespace = Some(XmlNamespace { prefix, uri });
        self
    }
}

/// Begins a member that travels in the body under its own name.
pub const fn member(name: &'static str, shape: ShapeId) -> MemberSchema {
    MemberSchema {
        name,
        shape,
        location: Location::Body,
        location_name: None,
        xml_namespace: None,
        timestamp_format: None,
        required: false,
        flattened: false,
        json_value: false,
        idempotency_token: false,
        streaming: false,
        event_payload: false,
        xml_attribute: false,
    }
}

impl MemberSchema {
    pub const fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }

    pub const fn named(mut self, wire_name: &'static str) -> Self {
        self.location_name = Some(wire_name);
        self
    }

    pub const fn xmlns(mut self, prefix: Option<&'static str>, uri: &'static str) -> Self {
        self.xml_namespace = Some(XmlNamespace { prefix, uri });
        self
    }

    pub const fn timestamp(mut self, format: TimestampFormat) -> Self {
        self.timestamp_format = Some(format);
        self
    }

    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub const fn flattened(mut self) -> Self {
        self.flattened = true;
        self
    }

    pub const fn json_value(mut self) -> Self {
        self.json_value = true;
        self
    }

    pub const fn idempotency_token(mut self) -> Self {
        self.idempotency_token = true;
        self
    }

    pub const fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }

    pub const fn event_payload(mut self) -> Self {
        self.event_payload = true;
        self
    }

    pub const fn xml_attribute(mut self) -> Self {
        self.xml_attribute = true;
        self
    }
}
