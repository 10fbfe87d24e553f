//! REST with XML, as S3 speaks it: the operation in method, path, query and headers; members there
//! and in the body.
//!
//! A body that streams is nobody's business here: the member that stands for it stays empty.

mod decode;
mod encode;
mod route;

pub(crate) use decode::decode;
pub(crate) use encode::{encode, malformed, render};
pub(crate) use route::route;
