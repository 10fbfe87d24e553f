//! One authenticated call: who, where, when.

use identity::Caller;
use model::{AccountId, Region, Timestamp};

/// What every operation may know of the request beside its input.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Carries the request's condition keys, so that every decision about it sees them.
    caller: Caller,
    circumstances: Circumstances,
}

/// What of a call follows from its request alone.
#[derive(Debug, Clone)]
pub(crate) struct Circumstances {
    pub(crate) region: Region,
    pub(crate) now: Timestamp,
    pub(crate) request_id: String,
    /// Such as `http://localhost:4566`, as the caller reached it.
    pub(crate) endpoint: String,
    pub(crate) trace: Option<String>,
}

impl Call {
    pub(crate) fn new(caller: Caller, circumstances: Circumstances) -> Self {
        Self {
            caller,
            circumstances,
        }
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The caller's account, in which the call acts unless an ARN says otherwise.
    pub(crate) fn account(&self) -> &AccountId {
        self.caller.account()
    }

    /// The region that the call was signed for.
    pub(crate) fn region(&self) -> &Region {
        &self.circumstances.region
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.circumstances.now
    }

    pub(crate) fn request_id(&self) -> &str {
        &self.circumstances.request_id
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.circumstances.endpoint
    }

    /// The X-Ray trace header, if the caller sent one.
    pub(crate) fn trace(&self) -> Option<&str> {
        self.circumstances.trace.as_deref()
    }
}
