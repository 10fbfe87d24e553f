//! Which services have service-linked roles, and what those are like.

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'a> {
    pub(super) role: &'a str,
    policy: &'a str,
    pub(super) has_suffix: bool,
    pub(super) description: Option<&'a str>,
}

/// Facts about AWS; the file says what is in a line.
const TABLE: &str = include_str!("../../../data/service-linked-roles.txt");

pub(super) fn find(service: &str) -> Option<Known<'static>> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with(['#', ' ']))
        .filter_map(|line| line.split_once(' '))
        .find(|(name, _)| *name == service)
        .and_then(|(_, rest)| read(rest))
}

fn read(line: &str) -> Option<Known<'_>> {
    let (words, description) = match line.split_once(" = ") {
        Some((words, description)) => (words, Some(description)),
        None => (line, None),
    };
    let mut words = words.split(' ');
    Some(Known {
        role: words.next()?,
        policy: words.next()?,
        has_suffix: words.next() == Some("suffix"),
        description,
    })
}

impl Known<'_> {
    pub(super) fn policy_arn(&self) -> String {
        format!("arn:aws:iam::aws:policy/aws-service-role/{}", self.policy)
    }
}

pub(super) fn path_of(service: &str) -> String {
    format!("{}{service}/", super::PATH)
}

/// Only the service may become the role.
pub(super) fn trust_of(service: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{service}"}},"Action":"sts:AssumeRole"}}]}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_have_a_suffix_or_a_description() {
        let found = |service| find(service).unwrap();
        assert!(found("autoscaling.amazonaws.com").has_suffix);
        let apigateway = found("ops.apigateway.amazonaws.com");
        assert_eq!(apigateway.role, "AWSServiceRoleForAPIGateway");
        assert!(!apigateway.has_suffix && apigateway.description.is_none());
        let rds = found("rds.amazonaws.com").description.unwrap();
        assert!(rds.starts_with("Allows Amazon RDS"));
        assert_eq!(find("lambda.amazonaws.com"), None);
        assert_eq!(find("#"), None);
    }

    /// A role whose policy is missing could do nothing.
    #[test]
    fn every_role_has_a_policy_that_is_known() {
        let lines = TABLE.lines().filter(|line| !line.starts_with(['#', ' ']));
        for line in lines {
            let (service, rest) = line.split_once(' ').unwrap();
            let arn = read(rest).unwrap().policy_arn();
            assert!(
                identity::aws_managed_policy(&arn).is_some(),
                "{service} {arn}"
            );
        }
    }
}
