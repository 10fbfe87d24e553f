//! Deletes a repository, which has no images.

use model::RepositoryRecord;
use wire::ecr::{DeleteRepository, DeleteRepositoryRequest, DeleteRepositoryResponse};

use super::describe::shown;
use super::found::{ask, check_registry, id};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRepository> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRepositoryRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "ecr:DeleteRepository", &input.repository_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteRepository>,
    ) -> Result<DeleteRepositoryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        let found = self.repository(&call, &input.repository_name).await?;
        let id = id(&call, &found.name);
        self.records
            .delete::<RepositoryRecord>(&id, found.version)
            .await?;
        Ok(DeleteRepositoryResponse {
            repository: Some(shown(&found)),
        })
    }
}
