//! What the data plane reaches of AWS's services: the control plane, in this process, by calls that
//! need no signature because their caller is proven.

use std::sync::{Arc, Weak};

use bytes::Bytes;
use control::{Control, Inside, read_whole};
use gateway::{ServiceCall, Services};
use http::Response;

/// The control plane for those that it holds itself.
pub(super) struct InProcess(pub(super) Weak<Control>);

impl InProcess {
    async fn answer(&self, call: ServiceCall) -> Result<Response<Bytes>, String> {
        let control: Arc<Control> = self.0.upgrade().ok_or("the server is stopping")?;
        let inside = Inside {
            caller: call.caller,
            service: call.service,
            region: call.region,
            request: call.request,
        };
        let (parts, body) = control.call(inside).await.into_parts();
        let body = read_whole(body).await?;
        Ok(Response::from_parts(parts, body))
    }
}

impl Services for InProcess {
    fn call(
        &self,
        call: ServiceCall,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Response<Bytes>, String>> + Send + '_>> {
        Box::pin(self.answer(call))
    }
}
