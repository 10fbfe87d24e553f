//! Where the operations of Systems Manager ask otherwise than the reference says.

use super::{Exceptions, NOT_SERVED};

pub(super) const ROWS: Exceptions = Exceptions {
    unset_key: &[("ssm:PutParameter", "ssm:Policies", NOT_SERVED)],
    ..Exceptions::NONE
};
