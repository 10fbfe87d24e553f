//! Lists the images of a repository: none, since nothing can be pushed.

use wire::ecr::{ListImages, ListImagesRequest, ListImagesResponse};

use super::found::{ask, check_registry};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListImages> for Rooms {
    fn needs(&self, call: &Call, input: &ListImagesRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "ecr:ListImages", &input.repository_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListImages>,
    ) -> Result<ListImagesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        self.repository(&call, &input.repository_name).await?;
        Ok(ListImagesResponse {
            image_ids: Some(Vec::new()),
            next_token: None,
        })
    }
}
