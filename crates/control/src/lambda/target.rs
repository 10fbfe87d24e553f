//! Which function, and which of its versions, an input speaks of.

use model::{AccountId, FunctionArn, FunctionName, FunctionRecord, Qualifier, Region, Version};

use super::failures::{function_not_found, invalid, not_found};
use crate::call::Call;
use crate::refused::Refused;

/// A function as an input names it: by name, partial ARN or ARN, and by a qualifier beside or
/// inside of it. The qualifier may be one that nothing can have.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) name: FunctionName,
    pub(super) qualifier: Option<String>,
}

impl Target {
    pub(super) fn read(
        call: &Call,
        function: &str,
        qualifier: Option<&str>,
    ) -> Result<Self, Refused> {
        let named = split(function);
        let region = match named.region {
            Some(region) => Region::new(region).map_err(Refused::internal)?,
            None => call.region().clone(),
        };
        if region != *call.region() {
            return Err(not_found(format!(
                "Functions from '{region}' are not reachable in this region ('{}')",
                call.region()
            )));
        }
        let qualifier = match (named.qualifier, qualifier) {
            (Some(inside), Some(beside)) if inside != beside => {
                return Err(invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.",
                ));
            }
            (inside, beside) => beside.or(inside),
        };
        let account = match named.account {
            Some(account) => AccountId::new(account).map_err(Refused::internal)?,
            None => call.account().clone(),
        };
        let name = FunctionName::new(named.name).map_err(|_| {
            function_not_found(&format!(
                "arn:aws:lambda:{region}:{account}:function:{}",
                named.name
            ))
        })?;
        Ok(Self {
            account,
            region,
            name,
            qualifier: qualifier.map(str::to_owned),
        })
    }

    pub(super) fn id(&self) -> String {
        FunctionRecord::id_of(&self.account, &self.region, &self.name)
    }

    pub(super) fn unqualified(&self) -> FunctionArn {
        FunctionArn {
            region: self.region.clone(),
            account: self.account.clone(),
            name: self.name.clone(),
            qualifier: None,
        }
    }

    /// As it was named, qualifier included.
    pub(super) fn arn(&self) -> String {
        self.qualified(self.qualifier.as_deref())
    }

    pub(super) fn qualified(&self, qualifier: Option<&str>) -> String {
        match qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.unqualified()),
            None => self.unqualified().to_string(),
        }
    }

    /// The qualifier, if it is one that something can have.
    pub(super) fn parsed_qualifier(&self) -> Result<Option<Qualifier>, Refused> {
        let parsed = self.qualifier.as_deref().map(Qualifier::new).transpose();
        parsed.map_err(|_| function_not_found(&self.arn()))
    }

    /// The version that the qualifier leads to.
    pub(super) fn version<'r>(
        &self,
        record: &'r FunctionRecord,
    ) -> Result<(Qualifier, &'r Version), Refused> {
        let qualifier = self.parsed_qualifier()?.unwrap_or(Qualifier::Latest);
        find(record, &qualifier).ok_or_else(|| function_not_found(&self.arn()))
    }
}

/// What a qualifier leads to: never an alias.
pub(super) fn find<'r>(
    record: &'r FunctionRecord,
    qualifier: &Qualifier,
) -> Option<(Qualifier, &'r Version)> {
    match qualifier {
        Qualifier::Latest => Some((Qualifier::Latest, &record.latest)),
        Qualifier::Version(number) => {
            let version = record.versions.get(number)?;
            Some((Qualifier::Version(*number), version))
        }
        Qualifier::Alias(name) => match &record.aliases.get(name)?.version {
            Qualifier::Alias(_) => None,
            version => find(record, version),
        },
    }
}

struct Named<'a> {
    region: Option<&'a str>,
    account: Option<&'a str>,
    name: &'a str,
    qualifier: Option<&'a str>,
}

/// The forms of a function's name (Lambda API reference, parameter `FunctionName`); `wire` has
/// checked the pattern.
fn split(text: &str) -> Named<'_> {
    let parts: Vec<&str> = text.split(':').collect();
    let (region, account, name, qualifier) = match parts.as_slice() {
        ["arn", _, _, region, account, _, name, rest @ ..] => {
            (Some(*region), Some(*account), *name, rest.first().copied())
        }
        ["function", name, rest @ ..] => (None, None, *name, rest.first().copied()),
        [account, "function", name, rest @ ..] => {
            (None, Some(*account), *name, rest.first().copied())
        }
        [name, rest @ ..] => (None, None, *name, rest.first().copied()),
        [] => (None, None, text, None),
    };
    Named {
        region,
        account,
        name,
        qualifier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: (Option<&str>, Option<&str>, &str, Option<&str>)) {
        let named = split(text);
        let seen = (named.region, named.account, named.name, named.qualifier);
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_function_has_many_names() {
        let (region, account) = (Some("us-east-1"), Some("111111111111"));
        check("f", (None, None, "f", None));
        check("f:prod", (None, None, "f", Some("prod")));
        check("111111111111:function:f", (None, account, "f", None));
        check("111111111111:function:f:1", (None, account, "f", Some("1")));
        let arn = "arn:aws:lambda:us-east-1:111111111111:function:f";
        check(arn, (region, account, "f", None));
        check(
            &format!("{arn}:$LATEST"),
            (region, account, "f", Some("$LATEST")),
        );
    }
}
