//! Where the operations of EventBridge Scheduler ask otherwise than the reference says.

use super::Exceptions;

pub(super) const ROWS: Exceptions = Exceptions {
    unset_key: &[(
        "scheduler:*",
        "aws:ResourceTag/${TagKey}",
        "The groups of schedules have tags, and there is the default group alone.",
    )],
    ..Exceptions::NONE
};
