//! Which parameters of a list are wanted.

use model::ParameterRecord;
use wire::Failure;
use wire::ssm::ParameterStringFilter;

use super::shown::{data_type, tier};
use crate::refused::Refused;

pub(super) struct Filters(Vec<Filter>);

struct Filter {
    key: String,
    option: Comparison,
    values: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equals,
    BeginsWith,
    Contains,
    OneLevel,
    Recursive,
}

impl Filters {
    pub(super) fn read(given: Vec<ParameterStringFilter>) -> Result<Self, Refused> {
        let filters = given.into_iter().map(|filter| {
            let is_path = filter.key == "Path";
            let option = match (filter.option.as_deref(), is_path) {
                (None | Some("OneLevel"), true) => Comparison::OneLevel,
                (Some("Recursive"), true) => Comparison::Recursive,
                (None | Some("Equals"), false) => Comparison::Equals,
                (Some("BeginsWith"), false) => Comparison::BeginsWith,
                (Some("Contains"), false) => Comparison::Contains,
                (Some(other), _) => {
                    let message = format!(
                        "The following filter option is not valid: {other}. Valid options include: \
                         [BeginsWith, Equals]."
                    );
                    return Err(Failure::new("InvalidFilterOption", 400, message).into());
                }
            };
            Ok(Filter {
                key: filter.key,
                option,
                values: filter.values.unwrap_or_default(),
            })
        });
        filters.collect::<Result<_, Refused>>().map(Self)
    }

    pub(super) fn fit(&self, record: &ParameterRecord) -> bool {
        self.0.iter().all(|filter| filter.fits(record))
    }
}

impl Filter {
    fn fits(&self, record: &ParameterRecord) -> bool {
        let Some(current) = record.current() else {
            return false;
        };
        let found = match self.key.as_str() {
            "Name" => Some(record.name.trim_start_matches('/').to_owned()),
            "Type" => Some(record.kind.name().to_owned()),
            "KeyId" => current.key_id.clone(),
            "Tier" => Some(tier(current)),
            "DataType" => Some(data_type(current)),
            "Path" => return self.is_below(&record.name),
            "Label" => {
                return current
                    .labels
                    .iter()
                    .any(|label| self.values.contains(label));
            }
            key => match key
                .strip_prefix("tag:")
                .and_then(|tag| record.tags.get(tag))
            {
                // A tag without values is one that is there.
                Some(_) if self.values.is_empty() => return true,
                value => value.cloned(),
            },
        };
        let Some(found) = found else { return false };
        self.values.iter().any(|value| {
            let value = if self.key == "Name" {
                value.trim_start_matches('/')
            } else {
                value
            };
            match self.option {
                Comparison::Equals => found == value,
                Comparison::BeginsWith => found.starts_with(value),
                Comparison::Contains => found.contains(value),
                Comparison::OneLevel | Comparison::Recursive => false,
            }
        })
    }

    fn is_below(&self, name: &str) -> bool {
        self.values.iter().any(|path| {
            let path = format!("{}/", path.trim_end_matches('/'));
            name.strip_prefix(&path)
                .is_some_and(|rest| self.option == Comparison::Recursive || !rest.contains('/'))
        })
    }
}
