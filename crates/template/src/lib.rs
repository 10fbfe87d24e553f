//! CloudFormation's template language: read with positions, evaluated as far as the inputs allow.
//!
//! A [`Template`] is what a document says; [`Inputs`] is what is known from outside; an [`Evaluator`] makes values of
//! the two. What can't be known is [`Value::Unknown`] and says why, so that nobody takes it for an answer. `sam` turns a
//! SAM template into one of CloudFormation's.
//!
//! This crate never does I/O, never reads a clock, and makes no random identifiers.

mod template; // the sections of a document
mod value; // what an evaluation gives

mod inputs; // what is known from outside
mod parameters; // values of parameters, checked

mod foreach; // loops, written out before anything else is read

mod evaluate; // functions and conditions
mod graph; // what needs what
mod rules; // assertions about parameters

pub mod sam;

pub use document::{Fault, Node, Position, Span};
pub use evaluate::{Evaluator, Truth};
pub use foreach::expanded;
pub use graph::{Dependencies, dependencies, needed_names};
pub use inputs::{Inputs, NoResources, Pseudo, Resources};
pub use parameters::{Parameter, Parameters};
pub use rules::{Violation, violations};
pub use template::{Declared, Resource, Template, Transform};
pub use value::{Evaluated, Member, Part, Unknown, Value};
