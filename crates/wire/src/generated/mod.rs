// Written by `cargo xtask codegen`. Do not edit.
//! The services' tables and structs, from botocore 1.44.5. It holds no code of our own.

pub mod apigateway;
pub mod apigatewayv2;
pub mod cloudformation;
pub mod ecr;
pub mod events;
pub mod iam;
pub mod lambda;
pub mod logs;
pub mod s3;
pub mod scheduler;
pub mod ssm;
pub mod sts;
