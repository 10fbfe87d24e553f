//! Shapes requests and responses the way API Gateway does: Velocity mapping templates, JSONPath,
//! parameter mappings, and the Java regular expressions of selection patterns.
//!
//! Everything here is a pure function of its arguments. It must never read a clock, draw a random
//! number, touch the network or the disk, or let a stranger's template or body use unbounded time,
//! depth or memory: every limit is an error with a name.

mod input;
mod java;
pub mod jsonpath;
mod overrides;
pub mod parameters;
pub mod pattern;
mod velocity;

pub use input::{Input, Params, Scope};
pub use overrides::{Rendered, RequestOverride, ResponseOverride};
pub use velocity::{Template, TemplateError};
