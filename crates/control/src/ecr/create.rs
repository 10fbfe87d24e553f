//! Makes a repository.

use model::RepositoryRecord;
use store::StoreError;
use wire::Failure;
use wire::ecr::{CreateRepository, CreateRepositoryRequest, CreateRepositoryResponse};

use super::describe::shown;
use super::failures::{invalid, refuse_unserved};
use super::found::{ask, check_registry};
use super::tags;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

impl Handle<CreateRepository> for Rooms {
    fn needs(&self, call: &Call, input: &CreateRepositoryRequest) -> Result<Needs, Refused> {
        let ask = ask(call, "ecr:CreateRepository", &input.repository_name);
        let given = tags::map_of(input.tags.clone().unwrap_or_default())?;
        if given.is_empty() {
            return Ok(ask.into());
        }
        Ok(ask.bringing_tags(&given).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateRepository>,
    ) -> Result<CreateRepositoryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        let encryption = input.encryption_configuration.as_ref();
        refuse_unserved(&[
            (
                "An encryption other than AES256",
                encryption.is_some_and(|given| given.encryption_type != "AES256"),
            ),
            (
                "imageTagMutabilityExclusionFilters",
                input.image_tag_mutability_exclusion_filters.is_some(),
            ),
        ])?;
        if input.repository_name.starts_with("aws/") {
            return Err(invalid("Repository names can't begin with aws/"));
        }
        let given = tags::map_of(input.tags.unwrap_or_default())?;
        let scanning = input.image_scanning_configuration;
        let record = RepositoryRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            name: input.repository_name,
            created: call.now(),
            mutability: input
                .image_tag_mutability
                .unwrap_or_else(|| "MUTABLE".to_owned()),
            scans_on_push: scanning.and_then(|given| given.scan_on_push) == Some(true),
            tags: marked(given),
        };
        match self.records.create(&record).await {
            Ok(_) => Ok(CreateRepositoryResponse {
                repository: Some(shown(&record)),
            }),
            Err(StoreError::Conflict { .. }) => {
                let message = format!(
                    "The repository with name '{}' already exists in the registry with id '{}'",
                    record.name, record.account
                );
                Err(Failure::new("RepositoryAlreadyExistsException", 400, message).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
