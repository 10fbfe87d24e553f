//! AWS::DynamoDB, at the endpoint that is configured for it

pub(super) mod table;

mod indexes; // global secondary indexes, which come and go one at a time
