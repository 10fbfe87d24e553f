//! Tells of repositories: all, or those that are named.

use model::RepositoryRecord;
use wire::ecr::{
    DescribeRepositories, DescribeRepositoriesRequest, DescribeRepositoriesResponse,
    EncryptionConfiguration, ImageScanningConfiguration, Repository,
};

use super::failures::invalid;
use super::found::{ask, check_registry, id};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const MOST: usize = 100;

impl Handle<DescribeRepositories> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeRepositoriesRequest) -> Result<Needs, Refused> {
        let named = input.repository_names.clone().unwrap_or_default();
        if named.is_empty() {
            return Ok(ask(call, "ecr:DescribeRepositories", "*").into());
        }
        let asks = named.iter();
        let asks = asks.map(|name| ask(call, "ecr:DescribeRepositories", name));
        Ok(Needs::Permissions(asks.collect()))
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeRepositories>,
    ) -> Result<DescribeRepositoriesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        if let Some(names) = input.repository_names.filter(|names| !names.is_empty()) {
            let mut repositories = Vec::new();
            for name in names {
                repositories.push(shown(&self.repository(&call, &name).await?.record));
            }
            return Ok(DescribeRepositoriesResponse {
                repositories: Some(repositories),
                next_token: None,
            });
        }
        let mut all = self
            .records
            .list::<RepositoryRecord>(&id(&call, ""))
            .await?;
        if let Some(token) = &input.next_token {
            let last = all.iter().position(|one| one.name == *token);
            let last = last.ok_or_else(|| invalid("Invalid parameter at 'nextToken'"))?;
            all.drain(..=last);
        }
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let most = most.unwrap_or(MOST).clamp(1, MOST);
        let has_more = all.len() > most;
        all.truncate(most);
        let last = all.last().filter(|_| has_more);
        Ok(DescribeRepositoriesResponse {
            next_token: last.map(|last| last.name.clone()),
            repositories: Some(all.iter().map(|one| shown(&one.record)).collect()),
        })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no time of AWS's comes near 2^53"
)]
pub(super) fn shown(record: &RepositoryRecord) -> Repository {
    Repository {
        repository_arn: Some(record.arn()),
        registry_id: Some(record.account.to_string()),
        repository_name: Some(record.name.clone()),
        repository_uri: Some(record.uri()),
        created_at: Some(wire::Timestamp(record.created.millis() as f64 / 1000.0)),
        image_tag_mutability: Some(record.mutability.clone()),
        image_scanning_configuration: Some(ImageScanningConfiguration {
            scan_on_push: Some(record.scans_on_push),
        }),
        encryption_configuration: Some(EncryptionConfiguration {
            encryption_type: "AES256".to_owned(),
            kms_key: None,
        }),
        ..Repository::default()
    }
}
