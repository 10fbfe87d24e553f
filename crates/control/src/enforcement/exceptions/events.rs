//! Where the operations of EventBridge ask otherwise than the reference says.

use super::{Exceptions, NOT_SERVED};

pub(super) const ROWS: Exceptions = Exceptions {
    unset_key: &[
        (
            "events:*",
            "events:ManagedBy",
            "No service of AWS's manages rules here.",
        ),
        ("events:PutRule", "events:detail-type", NOT_SERVED),
        ("events:PutRule", "events:detail.eventTypeCode", NOT_SERVED),
        ("events:PutRule", "events:detail.service", NOT_SERVED),
        (
            "events:PutRule",
            "events:detail.userIdentity.principalId",
            NOT_SERVED,
        ),
        ("events:PutRule", "events:source", NOT_SERVED),
    ],
    ..Exceptions::NONE
};
