//! A client of the query protocol, which signs as AWS's clients do and reads what comes back.

mod client;
mod signature;
mod xml;

pub(crate) use client::{Client, Reply, recorded};

pub(crate) use super::certificates::tests::certificate;
