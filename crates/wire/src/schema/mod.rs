//! The tables that describe a service's operations and shapes.
//!
//! They are plain constants, written by `cargo xtask codegen`, so that describing every operation
//! of a service costs no compile time worth naming. Nothing here interprets a table.

mod builder;

pub use builder::{element, member, shape};

/// The index of a shape in its service's table.
pub type ShapeId = u16;

/// How a service's requests and responses are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    RestJson,
    RestXml,
    Query,
    Json10,
    Json11,
}

/// What every operation of a service has in common.
#[derive(Debug)]
pub struct ServiceInfo {
    /// The name that a signature's credential scope uses.
    pub name: &'static str,
    pub protocol: Protocol,
    pub api_version: &'static str,
    /// The part of `X-Amz-Target` before the dot; empty outside the JSON protocols.
    pub target_prefix: &'static str,
    /// The namespace of XML answers; empty in the JSON protocols.
    pub xml_namespace: &'static str,
}

/// One service: its operations sorted by name, and the shapes they refer to.
#[derive(Debug)]
pub struct ServiceSchema {
    pub info: &'static ServiceInfo,
    pub operations: &'static [&'static OperationSchema],
    pub shapes: &'static [ShapeSchema],
}

impl ServiceSchema {
    /// The operation of this name, if the service has one.
    pub fn operation(&self, name: &str) -> Option<&'static OperationSchema> {
        let found = self
            .operations
            .binary_search_by(|operation| operation.name.cmp(name));
        found
            .ok()
            .and_then(|index| self.operations.get(index))
            .copied()
    }
}

/// One operation, complete enough to route, decode, validate and answer it.
#[derive(Debug)]
pub struct OperationSchema {
    pub service: &'static ServiceInfo,
    pub shapes: &'static [ShapeSchema],
    pub name: &'static str,
    pub method: &'static str,
    /// The path template, with its constant query string if it has one.
    pub uri: &'static str,
    pub status: u16,
    pub input: Option<ShapeId>,
    pub output: Option<ShapeId>,
    pub errors: &'static [ShapeId],
    pub result_wrapper: Option<&'static str>,
    /// The operation is called without a signature, as `AssumeRoleWithWebIdentity` is.
    pub unsigned: bool,
    /// The overlay lists it, so there are plain structs for it.
    pub implemented: bool,
}

impl OperationSchema {
    /// The shape behind an id; an id from another service's table may find nothing.
    pub fn shape(&self, id: ShapeId) -> Option<&'static ShapeSchema> {
        self.shapes.get(usize::from(id))
    }

    pub fn input_shape(&self) -> Option<&'static ShapeSchema> {
        self.input.and_then(|id| self.shape(id))
    }

    /// Whether the body of a request is one long value, which its operation reads as it comes.
    pub fn input_streams(&self) -> bool {
        let Some(shape) = self.input_shape() else {
            return false;
        };
        let Kind::Structure(members) = shape.kind else {
            return false;
        };
        let payload = |member: &&MemberSchema| Some(member.name) == shape.payload;
        members
            .iter()
            .find(payload)
            .is_some_and(|member| member.streaming)
    }

    pub fn output_shape(&self) -> Option<&'static ShapeSchema> {
        self.output.and_then(|id| self.shape(id))
    }

    /// The modelled error with this code, or with this shape name.
    pub fn error(&self, code: &str) -> Option<(&'static ShapeSchema, ErrorSchema)> {
        let modelled = self.errors.iter().filter_map(|id| self.shape(*id));
        modelled
            .filter_map(|shape| Some((shape, shape.error?)))
            .find(|(shape, error)| error.code == code || shape.name == code)
    }
}

/// One shape. Which of the fields mean something depends on its kind.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one independent thing of the model"
)]
pub struct ShapeSchema {
    pub name: &'static str,
    pub kind: Kind,
    /// Least length (strings, blobs, lists, maps) or least value (numbers).
    pub min: Option<i64>,
    /// Greatest length or greatest value.
    pub max: Option<i64>,
    /// A Java regular expression that the whole string must match.
    pub pattern: Option<&'static str>,
    /// The closed set of strings; empty when any string will do.
    pub values: &'static [&'static str],
    /// The member that is the whole body.
    pub payload: Option<&'static str>,
    /// The content type of that body, where it is not its kind's own.
    pub media: Option<&'static str>,
    pub error: Option<ErrorSchema>,
    pub timestamp_format: Option<TimestampFormat>,
    /// The name of the XML element, where it differs from the shape's.
    pub wire_name: Option<&'static str>,
    pub xml_namespace: Option<XmlNamespace>,
    pub flattened: bool,
    pub streaming: bool,
    pub event_stream: bool,
    pub union: bool,
    /// AWS says of each item or value that it must not be null when one breaks a constraint.
    pub dense: bool,
    /// The value never reaches a log.
    pub sensitive: bool,
}

#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Structure(&'static [MemberSchema]),
    List(Element),
    Map {
        key: Element,
        value: Element,
    },
    String,
    Boolean,
    Integer,
    Long,
    Float,
    Double,
    Timestamp,
    Blob,
    /// Any JSON value.
    Document,
}

/// The member of a list, or the key or value of a map.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    pub shape: ShapeId,
    pub wire_name: Option<&'static str>,
    pub xml_namespace: Option<XmlNamespace>,
}

/// One member of a structure.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one independent thing of the model"
)]
pub struct MemberSchema {
    pub name: &'static str,
    pub shape: ShapeId,
    pub location: Location,
    /// The name on the wire, where it differs from the member's.
    pub location_name: Option<&'static str>,
    pub xml_namespace: Option<XmlNamespace>,
    pub timestamp_format: Option<TimestampFormat>,
    pub required: bool,
    pub flattened: bool,
    pub json_value: bool,
    pub idempotency_token: bool,
    pub streaming: bool,
    pub event_payload: bool,
    /// In XML an attribute of the element, and no element of its own.
    pub xml_attribute: bool,
}

impl MemberSchema {
    pub fn wire_name(&self) -> &'static str {
        self.location_name.unwrap_or(self.name)
    }
}

/// Where a member travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    Body,
    Uri,
    Query,
    Header,
    /// All headers whose names begin with the member's wire name.
    Headers,
    StatusCode,
}

/// What makes a structure an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorSchema {
    pub code: &'static str,
    pub status: u16,
    pub sender_fault: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XmlNamespace {
    pub prefix: Option<&'static str>,
    pub uri: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    EpochSeconds,
    Iso8601,
    HttpDate,
}
