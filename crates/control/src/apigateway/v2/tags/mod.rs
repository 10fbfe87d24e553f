//! The three operations of tags, on whatever has an ARN of API Gateway.

mod get;
mod tag;
mod untag;
