//! The reference as the lint of policies asks for it.

use policy::{KeyType, Vocabulary};

use crate::action::{Action, ActionResource};
use crate::arn_format::ArnFormat;
use crate::condition_key::{ConditionKey, condition_key};
use crate::resource_type::ResourceType;
use crate::service::{Service, service};

/// AWS's own words, for `policy`'s lint.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reference;

/// What a claim of a token is called by every identity provider that speaks OpenID Connect (IAM
/// user guide, "Available keys for AWS OIDC federation").
const CLAIMS: [&str; 4] = ["amr", "aud", "oaud", "sub"];

impl Vocabulary for Reference {
    fn has_service(&self, prefix: &str) -> bool {
        service(prefix).is_some() || is_ours(prefix)
    }

    fn actions(&self, prefix: &str) -> Vec<&'static str> {
        if is_ours(prefix) {
            return OUR_ACTIONS.to_vec();
        }
        let actions = service(prefix).into_iter().flat_map(Service::actions);
        actions.map(Action::name).collect()
    }

    fn resource_formats(&self, prefix: &str, name: &str) -> Option<Vec<&'static str>> {
        if is_ours(prefix) {
            return is_our_action(name).then(Vec::new);
        }
        let resources = service(prefix)?.action(name)?.resources();
        let kinds = resources.filter_map(ActionResource::resource_type);
        let formats = kinds.flat_map(ResourceType::arn_formats);
        Some(formats.map(ArnFormat::text).collect())
    }

    fn service_formats(&self, prefix: &str) -> Vec<&'static str> {
        let formats = service(prefix).into_iter().flat_map(Service::arn_formats);
        formats.map(ArnFormat::text).collect()
    }

    fn condition_keys(&self, prefix: &str, name: &str) -> Option<Vec<&'static str>> {
        if is_ours(prefix) {
            return is_our_action(name).then(Vec::new);
        }
        let keys = service(prefix)?.action(name)?.all_condition_keys();
        Some(keys.into_iter().map(ConditionKey::name).collect())
    }

    fn key_type(&self, key: &str) -> Option<KeyType> {
        match condition_key(key) {
            Some(found) => found.key_type(),
            None => claim(key),
        }
    }
}

/// What is beside the AWS APIs has actions, too, which policies of users may name.
const OUR_PREFIX: &str = "portcullis";
const OUR_ACTIONS: [&str; 2] = ["Read", "Trace"];

fn is_ours(prefix: &str) -> bool {
    prefix.eq_ignore_ascii_case(OUR_PREFIX)
}

fn is_our_action(name: &str) -> bool {
    OUR_ACTIONS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// A claim of a token of a provider that the reference does not name.
fn claim(key: &str) -> Option<KeyType> {
    let (provider, claim) = key.rsplit_once(':')?;
    let is_known = CLAIMS.iter().any(|known| known.eq_ignore_ascii_case(claim));
    (provider.contains('.') && is_known).then_some(KeyType::String)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lint_is_told_what_the_reference_says() {
        assert!(Reference.has_service("Lambda"));
        assert!(!Reference.has_service("lambada"));
        assert!(Reference.actions("sts").contains(&"AssumeRole"));
        assert!(Reference.actions("nothing").is_empty());
        assert_eq!(
            Reference.resource_formats("lambda", "ListFunctions"),
            Some(Vec::new())
        );
        assert_eq!(Reference.resource_formats("lambda", "Nothing"), None);
        assert_eq!(
            Reference.resource_formats("execute-api", "ManageConnections"),
            Some(vec![
                "arn:${Partition}:execute-api:${Region}:${Account}:${ApiId}/${Stage}/${Method}/${ApiSpecificResourcePath}"
            ])
        );
        let keys = Reference.condition_keys("lambda", "AddPermission").unwrap();
        assert_eq!(
            keys,
            [
                "aws:ResourceTag/${TagKey}",
                "lambda:FunctionUrlAuthType",
                "lambda:Principal"
            ]
        );
        assert_eq!(Reference.service_formats("sqs").len(), 1);
    }

    #[test]
    fn a_provider_of_ones_own_has_claims() {
        assert_eq!(
            Reference.key_type("login.example.com/pool:aud"),
            Some(KeyType::String)
        );
        assert_eq!(Reference.key_type("login.example.com:colour"), None);
        assert_eq!(Reference.key_type("login:aud"), None);
    }
}
