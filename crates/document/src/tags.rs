//! Short forms: a tag of YAML's that stands for a function of CloudFormation's.

use crate::node::{Entries, Entry, Node, Span, Value};

/// Those whose name as a key is not `Fn::` and the tag.
const BARE: [&str; 2] = ["Ref", "Condition"];
const FUNCTIONS: [&str; 25] = [
    "And",
    "Base64",
    "Cidr",
    "Contains",
    "EachMemberEquals",
    "EachMemberIn",
    "Equals",
    "FindInMap",
    "GetAtt",
    "GetAZs",
    "GetStackOutput",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "RefAll",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
    "ValueOf",
    "ValueOfAll",
];

/// The key that a tag stands for; nothing for a tag that CloudFormation doesn't know.
pub(crate) fn function(tag: &str) -> Option<String> {
    if BARE.contains(&tag) {
        return Some(tag.to_owned());
    }
    FUNCTIONS.contains(&tag).then(|| format!("Fn::{tag}"))
}

pub(crate) fn of_scalar(function: &str, text: String, span: Span) -> Node {
    let value = if function == "Fn::GetAtt" {
        attribute(&text, span)
    } else {
        Value::Text(text)
    };
    of_node(function, Node::new(value, span))
}

/// `Resource.Attribute`: the attribute may have dots of its own.
fn attribute(text: &str, span: Span) -> Value {
    let parts = text.splitn(2, '.');
    Value::List(
        parts
            .map(|part| Node::new(Value::Text(part.to_owned()), span))
            .collect(),
    )
}

pub(crate) fn of_node(function: &str, node: Node) -> Node {
    let span = node.span();
    let entry = Entry {
        key: function.to_owned(),
        // The parser keeps no place for the tag itself, which stands before its value.
        key_span: Span::at(span.start),
        node,
    };
    Node::new(Value::Map(Entries::one(entry)), span)
}
