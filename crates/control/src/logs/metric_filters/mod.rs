//! Metric filters: kept, shown and tried out. There is no service for metrics here that would count
//! what they find.

mod delete;
mod describe;
mod put;
mod test;
