//! A service, by the prefix of its actions.

use crate::action::Action;
use crate::arn_format::ArnFormat;
use crate::condition_key::ConditionKey;
use crate::generated::index::BLOCKS;
use crate::resource_type::ResourceType;
use crate::text::Block;

/// One service of AWS's.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    pub(crate) block: &'static Block,
}

/// Every service, sorted by prefix.
pub fn services() -> impl Iterator<Item = Service> {
    BLOCKS.iter().map(|block| Service { block })
}

/// The service of a prefix such as `lambda` or `execute-api`, whatever the case of its letters.
pub fn service(prefix: &str) -> Option<Service> {
    let prefix = prefix.to_ascii_lowercase();
    let found = BLOCKS.binary_search_by(|block| block.prefix.cmp(&prefix));
    let block = BLOCKS.get(found.ok()?)?;
    Some(Service { block })
}

impl Service {
    /// What stands before the colon of an action: `lambda`.
    pub fn prefix(self) -> &'static str {
        self.block.prefix
    }

    /// Every action, sorted by name.
    pub fn actions(self) -> impl Iterator<Item = Action> {
        let lines = self.block.actions().lines();
        lines.map(move |line| Action::of(self.block, line))
    }

    /// The action of a name without its prefix, whatever the case of its letters.
    pub fn action(self, name: &str) -> Option<Action> {
        let line = self.block.actions().named(name)?;
        Some(Action::of(self.block, line))
    }

    /// Every resource type that an action of the service works on, sorted by name.
    pub fn resource_types(self) -> impl Iterator<Item = ResourceType> {
        let lines = self.block.resources().lines();
        lines.map(move |line| ResourceType::of(self.block, line))
    }

    /// The formats of all of them.
    pub fn arn_formats(self) -> impl Iterator<Item = ArnFormat> {
        self.resource_types().flat_map(ResourceType::arn_formats)
    }

    /// Every condition key that a request to the service may have beside the global ones, sorted by
    /// name. The global keys of tags stand among them if the service knows tags.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey> {
        self.block.keys().lines().map(ConditionKey::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_found_by_prefix_in_any_case() {
        assert_eq!(service("Execute-API").unwrap().prefix(), "execute-api");
        assert!(service("lambd").is_none());
        assert!(service("").is_none());
    }

    #[test]
    fn the_table_is_sorted_and_every_section_whole() {
        let prefixes: Vec<_> = services().map(Service::prefix).collect();
        assert!(prefixes.len() > 400);
        assert!(prefixes.is_sorted());
        for service in services() {
            let actions: Vec<_> = service.actions().collect();
            assert!(!actions.is_empty(), "{}", service.prefix());
            for action in actions {
                assert!(!action.name().is_empty());
                assert!(action.access_level().is_some(), "{action:?}");
            }
            for kind in service.resource_types() {
                assert!(
                    kind.arn_formats()
                        .all(|format| format.text().starts_with("arn:"))
                );
            }
            assert!(service.condition_keys().all(|key| key.key_type().is_some()));
        }
    }
}
