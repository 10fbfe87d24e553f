//! How much a session may carry: its policies and tags travel in the token.

use identity::SessionTag;
use wire::Failure;
use wire::sts::PolicyDescriptorType;

/// What the plain text of policies may take (STS API reference, AssumeRole), and what policies and
/// tags may take together. AWS packs them first, by a method and to a limit that it does not tell.
const MOST_BYTES: usize = 2_048;
/// IAM user guide, "IAM and AWS STS quotas".
const MOST_POLICY_ARNS: usize = 10;

/// What is passed beside the name of a session.
pub(super) struct Passed<'a> {
    pub(super) policy: Option<&'a str>,
    pub(super) policy_arns: &'a [String],
    pub(super) tags: &'a [SessionTag],
}

impl Passed<'_> {
    /// In percent of what is allowed; none where nothing is passed.
    pub(super) fn packed_size(&self) -> Result<Option<i32>, Failure> {
        let policies = self.policy.map_or(0, str::len)
            + self.policy_arns.iter().map(String::len).sum::<usize>();
        let tags = self.tags.iter();
        let tags: usize = tags.map(|tag| tag.key.len() + tag.value.len()).sum();
        let percent = (policies + tags).saturating_mul(100).div_ceil(MOST_BYTES);
        if percent > 100 {
            let message = match policies {
                0 => format!("Packed size of session tags consumes {percent}% of allotted space."),
                _ => format!(
                    "Packed policy consumes {percent}% of allotted space, please use smaller policy."
                ),
            };
            return Err(Failure::new("PackedPolicyTooLarge", 400, message));
        }
        let is_passed = policies + tags > 0;
        Ok(is_passed.then(|| i32::try_from(percent).unwrap_or(100)))
    }
}

pub(super) fn policy_arns(listed: Option<&[PolicyDescriptorType]>) -> Result<Vec<String>, Failure> {
    let listed = listed.unwrap_or_default();
    if listed.len() > MOST_POLICY_ARNS {
        let message = format!(
            "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: \
             Member must have length less than or equal to {MOST_POLICY_ARNS}"
        );
        return Err(Failure::new("ValidationError", 400, message));
    }
    Ok(listed.iter().filter_map(|one| one.arn.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(policy: usize, tag: usize, expected: Result<Option<i32>, &str>) {
        let policy = Some("p".repeat(policy)).filter(|text| !text.is_empty());
        let tags = [SessionTag {
            key: "k".into(),
            value: "v".repeat(tag.saturating_sub(1)),
            transitive: false,
        }];
        let passed = Passed {
            policy: policy.as_deref(),
            policy_arns: &[],
            tags: if tag == 0 { &[] } else { &tags },
        };
        let seen = passed.packed_size().map_err(|failure| failure.to_string());
        assert_eq!(seen, expected.map_err(str::to_owned));
    }

    #[test]
    fn policies_and_tags_share_the_space() {
        check(0, 0, Ok(None));
        check(1, 0, Ok(Some(1)));
        check(1_024, 256, Ok(Some(63)));
        check(1_948, 100, Ok(Some(100)));
        check(
            1_948,
            101,
            Err(
                "PackedPolicyTooLarge: Packed policy consumes 101% of allotted space, please use smaller policy.",
            ),
        );
        check(
            0,
            2_100,
            Err(
                "PackedPolicyTooLarge: Packed size of session tags consumes 103% of allotted space.",
            ),
        );
    }
}
