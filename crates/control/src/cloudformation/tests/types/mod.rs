//! Each type of resource by itself: made, found again, changed, deleted, and gone.

mod apigateway;
mod bench;
mod iam;
mod lambda;
mod logs;
mod storage;

use bench::{Bench, Row};
