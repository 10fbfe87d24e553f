//! One authenticated call: who, where, when.

use std::any::Any;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use identity::Caller;
use model::{AccountId, Region, Timestamp};

use crate::upload::Upload;

/// What every operation may know of the request beside its input.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Carries the request's condition keys, so that every decision about it sees them.
    caller: Caller,
    circumstances: Circumstances,
    /// What the decision about the call made of its input, for the handler.
    kept: OnceLock<Arc<dyn Any + Send + Sync>>,
    /// What the operation reads itself.
    upload: Arc<Mutex<Option<Upload>>>,
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
            kept: OnceLock::new(),
            upload: Arc::default(),
        }
    }

    /// With a body that its operation reads.
    #[must_use]
    pub(crate) fn with_upload(self, upload: Option<Upload>) -> Self {
        Self {
            upload: Arc::new(Mutex::new(upload)),
            ..self
        }
    }

    /// The body, for whoever comes first.
    pub(crate) fn take_upload(&self) -> Option<Upload> {
        let mut upload = self.upload.lock().unwrap_or_else(PoisonError::into_inner);
        upload.take()
    }

    /// What was kept, or else what `make` makes, which is kept from then on. There is room for one
    /// thing; another kind of it is made each time.
    pub(crate) fn kept<T: Any + Send + Sync, E>(
        &self,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let kept = self.kept.get().cloned();
        if let Some(kept) = kept.and_then(|kept| kept.downcast().ok()) {
            return Ok(kept);
        }
        let made = Arc::new(make()?);
        // Whoever came first is as good.
        drop(self.kept.set(made.clone()));
        Ok(made)
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
