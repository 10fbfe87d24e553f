//! Creates a managed policy with its first version.

use identity::identifiers::Prefix;
use model::{PolicyRecord, PolicyVersion};
use policy::PolicyType;
use store::StoreError;
use wire::iam::{CreatePolicy, CreatePolicyRequest, CreatePolicyResponse, Policy, TagPolicy};

use super::super::documents::check_managed;
use super::super::managed::{Uses, render};
use super::super::refusal::Refusal;
use super::super::{creating, new_id, tagging};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

const FIRST: u32 = 1;

impl Handle<CreatePolicy> for Rooms {
    fn needs(&self, call: &Call, input: &CreatePolicyRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:policy{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.policy_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagPolicy>(
            Ask::on("iam:CreatePolicy", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreatePolicy>,
    ) -> Result<CreatePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_managed(&input.policy_document)?;
        let policy = record(input, &call)?;
        match self.records.create(&policy).await {
            Ok(_) => {}
            Err(StoreError::Conflict { .. }) => {
                return Err(Refusal::PolicyExists(policy.name).into());
            }
            Err(error) => return Err(error.into()),
        }
        if let Some(first) = policy.versions.get(&FIRST) {
            let (arn, document) = (policy.arn(), &first.document);
            policy_lint::tell::<CreatePolicy>(self, &call, &arn, PolicyType::Identity, document);
        }
        Ok(CreatePolicyResponse {
            policy: Some(Policy {
                tags: tagging::render_some(&policy.tags),
                ..render(&policy, Uses::default())
            }),
        })
    }
}

fn record(input: CreatePolicyRequest, call: &Call) -> Result<PolicyRecord, Refused> {
    let version = PolicyVersion {
        document: input.policy_document,
        created: call.now(),
    };
    Ok(PolicyRecord {
        account: call.account().clone(),
        name: input.policy_name,
        path: input.path.unwrap_or_else(|| "/".to_owned()),
        unique_id: new_id(Prefix::Policy)?,
        created: call.now(),
        updated: call.now(),
        description: input.description,
        versions: [(FIRST, version)].into(),
        default_version: FIRST,
        next_version: FIRST + 1,
        tags: tagging::read(input.tags.unwrap_or_default())?,
    })
}
