//! Amazon Resource Names: `arn:partition:service:region:account:resource`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Invalid;

/// An ARN whose six segments are present. The resource segment may hold colons and slashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Arn {
    text: String,
    /// Byte offsets of the five colons that separate the segments.
    colons: [u16; 5],
}

/// AWS limits ARNs of the services served here to 2,048 bytes.
const MAX_BYTES: usize = 2048;

impl Arn {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        if text.len() > MAX_BYTES {
            return Err(Invalid::new("ARN", "", "it is longer than 2048 bytes"));
        }
        let mut colons = [0_u16; 5];
        let mut found = text.match_indices(':');
        for colon in &mut colons {
            let (at, _) = found
                .next()
                .ok_or_else(|| Invalid::new("ARN", text, "it has fewer than six segments"))?;
            *colon = u16::try_from(at).map_err(|_| Invalid::new("ARN", "", "it is too long"))?;
        }
        let arn = Self {
            text: text.to_owned(),
            colons,
        };
        if !text.starts_with("arn:") || arn.partition().is_empty() || arn.service().is_empty() {
            return Err(Invalid::new(
                "ARN",
                text,
                "it must start with arn:PARTITION:SERVICE:",
            ));
        }
        if arn.resource().is_empty() {
            return Err(Invalid::new("ARN", text, "it names no resource"));
        }
        Ok(arn)
    }

    /// Puts an ARN together from its parts.
    pub fn of(service: &str, region: &str, account: &str, resource: &str) -> Result<Self, Invalid> {
        Self::new(&format!(
            "arn:{}:{service}:{region}:{account}:{resource}",
            crate::PARTITION
        ))
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn partition(&self) -> &str {
        self.segment(0)
    }

    pub fn service(&self) -> &str {
        self.segment(1)
    }

    pub fn region(&self) -> &str {
        self.segment(2)
    }

    /// The account, empty for resources that belong to none (`arn:aws:s3:::bucket`).
    pub fn account(&self) -> &str {
        self.segment(3)
    }

    /// Everything after the fifth colon.
    pub fn resource(&self) -> &str {
        self.segment(4)
    }

    fn segment(&self, index: usize) -> &str {
        let start = self.colons.get(index).map_or(0, |at| usize::from(*at) + 1);
        let end = self
            .colons
            .get(index + 1)
            .map_or(self.text.len(), |at| usize::from(*at));
        self.text.get(start..end).unwrap_or_default()
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Arn {
    type Err = Invalid;
    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::new(text)
    }
}

impl TryFrom<String> for Arn {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(&text)
    }
}

impl From<Arn> for String {
    fn from(arn: Arn) -> Self {
        arn.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<[&str; 5]>) {
        let arn = Arn::new(text).ok();
        let parts = arn.as_ref().map(|arn| {
            [
                arn.partition(),
                arn.service(),
                arn.region(),
                arn.account(),
                arn.resource(),
            ]
        });
        assert_eq!(parts, expected, "{text}");
    }

    #[test]
    fn the_resource_keeps_its_colons() {
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:f:prod",
            Some([
                "aws",
                "lambda",
                "us-east-1",
                "123456789012",
                "function:f:prod",
            ]),
        );
        check(
            "arn:aws:s3:::bucket/key",
            Some(["aws", "s3", "", "", "bucket/key"]),
        );
        check(
            "arn:aws:iam::123456789012:root",
            Some(["aws", "iam", "", "123456789012", "root"]),
        );
    }

    #[test]
    fn fewer_than_six_segments_is_no_arn() {
        for text in [
            "",
            "arn",
            "arn:aws:s3",
            "arn:aws:s3:::",
            "arn::s3:::x",
            "urn:aws:s3:::x",
        ] {
            check(text, None);
        }
    }
}
