//! The six colon-separated parts of an ARN. Only the last part may hold colons itself.

/// `arn:partition:service:region:account:resource`, borrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    pub(crate) partition: &'a str,
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) resource: &'a str,
}

impl<'a> Arn<'a> {
    /// `None` unless the text starts with `arn:` and has all six parts.
    pub(crate) fn split(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let scheme = parts.next()?;
        let arn = Self {
            partition: parts.next()?,
            service: parts.next()?,
            region: parts.next()?,
            account: parts.next()?,
            resource: parts.next()?,
        };
        (scheme == "arn").then_some(arn)
    }

    /// What follows the last `/` of the resource: the name behind an IAM path.
    pub(crate) fn last_path_part(&self) -> Option<&'a str> {
        self.resource.rsplit_once('/').map(|(_, name)| name)
    }
}

/// The account of an ARN, if it names one.
pub(crate) fn account(arn: &str) -> Option<&str> {
    Arn::split(arn)
        .map(|arn| arn.account)
        .filter(|account| !account.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colons_after_the_fifth_belong_to_the_resource() {
        let arn = Arn::split("arn:aws:lambda:us-east-1:111111111111:function:f:prod").unwrap();
        assert_eq!(arn.account, "111111111111");
        assert_eq!(arn.resource, "function:f:prod");
    }

    #[test]
    fn fewer_than_six_parts_are_no_arn() {
        assert_eq!(Arn::split("arn:aws:s3::bucket"), None);
        assert_eq!(Arn::split("urn:aws:s3:::bucket"), None);
        assert_eq!(account("arn:aws:s3:::bucket"), None);
    }
}
