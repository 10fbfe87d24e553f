//! What the other planes reach of AWS's services: the control plane, in this process, by calls that need
//! no signature because their caller is proven.

use std::pin::Pin;
use std::sync::{Arc, OnceLock, Weak};

use bytes::Bytes;
use control::{Control, Inside, Told, read_whole};
use gateway::{ServiceCall, Services};
use http::Response;
use lambda::{Carried, Courier, Decided, Parcel, Undelivered};
use model::FunctionArn;

/// Leads to the control plane once that is there; it is held by those whom the control plane holds.
#[derive(Default)]
pub(super) struct InProcess(OnceLock<Weak<Control>>);

impl InProcess {
    /// The first one stays.
    pub(super) fn lead_to(&self, control: &Arc<Control>) {
        let _: Result<(), _> = self.0.set(Arc::downgrade(control));
    }

    fn control(&self) -> Result<Arc<Control>, String> {
        let control = self.0.get().and_then(Weak::upgrade);
        control.ok_or_else(|| "the server is starting or stopping".to_owned())
    }

    async fn answer(&self, call: ServiceCall) -> Result<Response<Bytes>, String> {
        let inside = Inside {
            caller: call.caller,
            service: call.service,
            region: call.region,
            request: call.request,
            told: Told::Every,
        };
        let (parts, body) = self.control()?.call(inside).await.into_parts();
        Ok(Response::from_parts(parts, read_whole(body).await?))
    }

    async fn deliver(&self, parcel: Parcel) -> Result<(), Undelivered> {
        let control = self.control().map_err(Undelivered)?;
        control.deliver(parcel).await
    }
}

impl Services for InProcess {
    fn call(
        &self,
        call: ServiceCall,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, String>> + Send + '_>> {
        Box::pin(self.answer(call))
    }
}

impl Courier for InProcess {
    fn carry(&self, parcel: Parcel) -> Carried<'_> {
        Box::pin(self.deliver(parcel))
    }

    fn tell(&self, function: &FunctionArn, decided: Decided<'_>) {
        if let Ok(control) = self.control() {
            control.tell_of(function, decided);
        }
    }
}
