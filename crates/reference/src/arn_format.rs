//! The form of an ARN, with placeholders such as `${FunctionName}`.

/// How the ARNs of a resource type are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArnFormat(&'static str);

impl ArnFormat {
    pub(crate) fn of(text: &'static str) -> Self {
        Self(text)
    }

    /// Such as `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`.
    pub fn text(self) -> &'static str {
        self.0
    }

    /// Whether a whole ARN, without wildcards, is written in this form.
    ///
    /// A placeholder stands for at least one character, never for a colon, and for a slash only if
    /// the form writes none itself before it (`log-group:${LogGroupName}`) or says that it is a
    /// path or an object's name (`role/${RoleNameWithPath}`): otherwise an API would be written as
    /// everything inside it.
    pub fn matches(self, arn: &str) -> bool {
        fits(Form::of(self.0), arn)
    }
}

/// What is left of a form.
#[derive(Clone, Copy)]
struct Form<'a> {
    text: &'a str,
    has_slashes: bool,
}

impl<'a> Form<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            has_slashes: text.contains('/'),
        }
    }

    /// The literal before the next placeholder, the placeholder, and what follows.
    fn split(self) -> Option<(&'a str, &'a str, Self)> {
        let (literal, rest) = self.text.split_once("${")?;
        let (name, text) = rest.split_once('}')?;
        Some((literal, name, Self { text, ..self }))
    }

    fn may_hold(self, name: &str, value: &str) -> bool {
        let is_path = ["Path", "ObjectName", "Slash"]
            .iter()
            .any(|part| name.contains(part));
        !value.is_empty()
            && !value.contains(':')
            && (!value.contains('/') || is_path || !self.has_slashes)
    }
}

fn fits(form: Form<'_>, arn: &str) -> bool {
    let Some((literal, name, rest)) = form.split() else {
        return form.text == arn;
    };
    let Some(arn) = arn.strip_prefix(literal) else {
        return false;
    };
    let ends = arn.char_indices().map(|(at, _)| at).chain([arn.len()]);
    ends.filter_map(|end| arn.split_at_checked(end))
        .take_while(|(value, _)| value.is_empty() || form.may_hold(name, value))
        .any(|(value, after)| !value.is_empty() && fits(rest, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(format: &'static str, arn: &str, expected: bool) {
        assert_eq!(ArnFormat(format).matches(arn), expected, "{format} {arn}");
    }

    #[test]
    fn placeholders_stand_for_one_part() {
        let function = "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}";
        check(function, "arn:aws:lambda:r:1:function:f", true);
        check(function, "arn:aws:lambda:r:1:function:f:alias", false);
        check(function, "arn:aws:lambda:r:1:function:", false);
        check(function, "arn:aws:lambda::1:function:f", false);
        check(function, "*", false);
        let api = "arn:${Partition}:apigateway:${Region}::/restapis/${RestApiId}";
        check(api, "arn:aws:apigateway:r::/restapis/a", true);
        check(api, "arn:aws:apigateway:r::/restapis/a/stages", false);
        check(api, "arn:aws:apigateway:r:1:/restapis/a", false);
    }

    #[test]
    fn paths_have_slashes() {
        let role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";
        check(role, "arn:aws:iam::1:role/a/b/r", true);
        check(role, "arn:aws:iam::1:role/", false);
        let group = "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}";
        check(group, "arn:aws:logs:r:1:log-group:/aws/lambda/f", true);
        check(group, "arn:aws:logs:r:1:log-group:/aws/lambda/f:*", false);
        let object = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";
        check(object, "arn:aws:s3:::b/a/b", true);
    }

    #[test]
    fn a_long_arn_is_no_trap() {
        let form = "arn:${A}-${B}-${C}:${D}";
        check(form, &format!("arn:{}", "-".repeat(100)), false);
    }
}
