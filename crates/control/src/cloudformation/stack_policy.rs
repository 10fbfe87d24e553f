//! Stack policies: what an update may do to which resource (CloudFormation user guide, "Prevent updates to stack
//! resources").

use serde_json::Value;

/// AWS gives 16,384 bytes.
const MOST_BYTES: usize = 16_384;
const MEMBERS: [&str; 7] = [
    "Effect",
    "Action",
    "NotAction",
    "Principal",
    "Resource",
    "NotResource",
    "Condition",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StackPolicy {
    statements: Vec<Statement>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Statement {
    allows: bool,
    actions: Patterns,
    resources: Patterns,
    /// `ResourceType` of `StringEquals` and `StringLike`; one that stands alone is as good as `Resource: *`.
    types: Vec<Vec<String>>,
}

/// What a list of patterns takes in, or what it leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Patterns {
    list: Vec<String>,
    is_negative: bool,
}

/// The document is no stack policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Error validating stack policy: Invalid stack policy")]
pub(super) struct NotAPolicy;

impl StackPolicy {
    pub(super) fn parse(text: &str) -> Result<Self, NotAPolicy> {
        if text.len() > MOST_BYTES {
            return Err(NotAPolicy);
        }
        let document: Value = serde_json::from_str(text).map_err(|_| NotAPolicy)?;
        let members = document.as_object().ok_or(NotAPolicy)?;
        let unknown = |name: &String| !["Statement", "Version", "Id"].contains(&name.as_str());
        if members.keys().any(unknown) {
            return Err(NotAPolicy);
        }
        let statements = match members.get("Statement") {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one @ Value::Object(_)) => vec![one],
            _ => return Err(NotAPolicy),
        };
        let statements = statements.into_iter().map(statement);
        Ok(Self {
            statements: statements.collect::<Result<_, _>>()?,
        })
    }

    /// Why an update may not do it; the policy protects what it does not allow.
    pub(super) fn refusal(&self, action: &str, id: &str, kind: &str) -> Option<String> {
        let matching = |wanted: bool| {
            self.statements.iter().position(|statement| {
                statement.allows == wanted && statement.applies(action, id, kind)
            })
        };
        if let Some(denied) = matching(false) {
            return Some(format!(
                "Action denied by stack policy: Statement [#{}] does not allow [{action}] for resource [{id}];",
                denied + 1
            ));
        }
        if matching(true).is_some() {
            return None;
        }
        Some(format!(
            "Action not allowed by stack policy: no statement allows [{action}] for resource [{id}];"
        ))
    }
}

impl Statement {
    fn applies(&self, action: &str, id: &str, kind: &str) -> bool {
        let resource = format!("LogicalResourceId/{id}");
        let of_type = |wanted: &Vec<String>| wanted.iter().any(|pattern| is_like(pattern, kind));
        self.actions.take_in(action)
            && self.resources.take_in(&resource)
            && self.types.iter().all(of_type)
    }
}

impl Patterns {
    fn take_in(&self, text: &str) -> bool {
        self.list.iter().any(|pattern| is_like(pattern, text)) != self.is_negative
    }
}

fn statement(value: &Value) -> Result<Statement, NotAPolicy> {
    let members = value.as_object().ok_or(NotAPolicy)?;
    if members.keys().any(|name| !MEMBERS.contains(&name.as_str())) {
        return Err(NotAPolicy);
    }
    let allows = match members.get("Effect").and_then(Value::as_str) {
        Some("Allow") => true,
        Some("Deny") => false,
        _ => return Err(NotAPolicy),
    };
    let everybody = members.get("Principal");
    let is_everybody = everybody.and_then(Value::as_str) == Some("*")
        || everybody.and_then(|found| found.get("AWS")?.as_str()) == Some("*");
    if !is_everybody {
        return Err(NotAPolicy);
    }
    let types = types(members.get("Condition"))?;
    let everything = || Patterns {
        list: vec!["*".to_owned()],
        is_negative: false,
    };
    let resources = patterns(value, "Resource", "NotResource")?;
    let resources = match resources {
        Some(resources) => resources,
        None if types.is_empty() => return Err(NotAPolicy),
        None => everything(),
    };
    let actions = patterns(value, "Action", "NotAction")?.ok_or(NotAPolicy)?;
    if actions
        .list
        .iter()
        .any(|action| action != "*" && !action.starts_with("Update:"))
    {
        return Err(NotAPolicy);
    }
    Ok(Statement {
        allows,
        actions,
        resources,
        types,
    })
}

fn patterns(statement: &Value, name: &str, negative: &str) -> Result<Option<Patterns>, NotAPolicy> {
    let (found, is_negative) = match (statement.get(name), statement.get(negative)) {
        (Some(found), None) => (found, false),
        (None, Some(found)) => (found, true),
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => return Err(NotAPolicy),
    };
    Ok(Some(Patterns {
        list: texts(found)?,
        is_negative,
    }))
}

fn types(condition: Option<&Value>) -> Result<Vec<Vec<String>>, NotAPolicy> {
    let Some(condition) = condition else {
        return Ok(Vec::new());
    };
    let operators = condition.as_object().ok_or(NotAPolicy)?;
    let mut wanted = Vec::new();
    for (operator, keys) in operators {
        if !["StringEquals", "StringLike"].contains(&operator.as_str()) {
            return Err(NotAPolicy);
        }
        for (key, values) in keys.as_object().ok_or(NotAPolicy)? {
            if key != "ResourceType" {
                return Err(NotAPolicy);
            }
            wanted.push(texts(values)?);
        }
    }
    Ok(wanted)
}

fn texts(value: &Value) -> Result<Vec<String>, NotAPolicy> {
    match value {
        Value::String(one) => Ok(vec![one.clone()]),
        Value::Array(list) => {
            let texts = list.iter().map(|item| item.as_str().map(str::to_owned));
            texts.collect::<Option<_>>().ok_or(NotAPolicy)
        }
        _ => Err(NotAPolicy),
    }
}

/// `*` stands for any text. Each star takes as little as it can, which is enough.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"{"Statement":[
        {"Effect":"Allow","Action":"Update:*","Principal":"*","Resource":"*"},
        {"Effect":"Deny","Action":["Update:Replace","Update:Delete"],"Principal":"*","Resource":"LogicalResourceId/Db*"},
        {"Effect":"Deny","Action":"Update:*","Principal":"*","Resource":"*","Condition":{"StringEquals":{"ResourceType":["AWS::S3::Bucket"]}}}]}"#;

    #[track_caller]
    fn check(action: &str, id: &str, kind: &str, refused: Option<&str>) {
        let policy = StackPolicy::parse(POLICY).unwrap();
        let found = policy.refusal(action, id, kind);
        assert_eq!(
            found
                .as_deref()
                .map(|text| text.contains(refused.unwrap_or("nothing"))),
            refused.map(|_| true),
            "{found:?}"
        );
    }

    #[test]
    fn what_a_statement_denies_is_refused() {
        check("Update:Modify", "Web", "AWS::IAM::Role", None);
        check("Update:Modify", "Db", "AWS::IAM::Role", None);
        check("Update:Replace", "Db2", "AWS::IAM::Role", Some("[#2]"));
        check("Update:Modify", "Web", "AWS::S3::Bucket", Some("[#3]"));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        for text in [
            "x",
            "[]",
            "{}",
            r#"{"Statement":[{"Effect":"Allow","Action":"Update:*","Resource":"*"}]}"#,
            r#"{"Statement":[{"Effect":"Allow","Action":"Delete:*","Principal":"*","Resource":"*"}]}"#,
            r#"{"Statement":[{"Effect":"Allow","Action":"Update:*","Principal":"me","Resource":"*"}]}"#,
        ] {
            assert_eq!(StackPolicy::parse(text), Err(NotAPolicy), "{text}");
        }
    }

    #[test]
    fn stars_take_any_text() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("a*c", "abbc", true),
            ("a*c", "abcd", false),
            ("*b*", "abc", true),
            ("ab", "abc", false),
        ] {
            assert_eq!(is_like(pattern, text), expected, "{pattern} {text}");
        }
    }
}
