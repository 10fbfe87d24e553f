//! Which function an address names, once the variables of a stage are put in.

use std::collections::BTreeMap;

use model::FunctionArn;

use super::Unknown;

const VARIABLE: &str = "${stageVariables.";
const ENDINGS: [&str; 2] = ["/invocations", "/response-streaming-invocations"];
const VERSIONS: [&str; 2] = ["2015-03-31/functions/", "2021-11-15/functions/"];

/// Why an address names no function.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unaddressed {
    #[error("the stage has no variable {name}, which {uri} needs")]
    NoVariable { uri: String, name: String },
    #[error("{uri} names no function: {reason}")]
    NoFunction { uri: String, reason: String },
    #[error(transparent)]
    Unknown(#[from] Unknown),
}

pub(super) fn function(
    uri: &str,
    variables: &Result<BTreeMap<String, String>, Unknown>,
) -> Result<FunctionArn, Unaddressed> {
    let filled = fill(uri, variables)?;
    let refuse = |reason: &str| Unaddressed::NoFunction {
        uri: filled.clone(),
        reason: reason.to_owned(),
    };
    let path = filled
        .strip_prefix("arn:")
        .and_then(|rest| rest.splitn(5, ':').last())
        .and_then(|path| path.strip_prefix("path/"))
        .filter(|_| filled.contains(":lambda:path/"))
        .ok_or_else(|| refuse("it is not arn:aws:apigateway:REGION:lambda:path/…"))?;
    let path = path.trim_start_matches('/');
    let named = VERSIONS
        .iter()
        .find_map(|version| path.strip_prefix(version))
        .ok_or_else(|| refuse("its path does not begin with 2015-03-31/functions/"))?;
    let function = ENDINGS
        .iter()
        .find_map(|ending| named.strip_suffix(ending))
        .ok_or_else(|| refuse("it does not end in /invocations"))?;
    FunctionArn::parse(function).map_err(|invalid| refuse(&invalid.to_string()))
}

fn fill(
    uri: &str,
    variables: &Result<BTreeMap<String, String>, Unknown>,
) -> Result<String, Unaddressed> {
    if !uri.contains(VARIABLE) {
        return Ok(uri.to_owned());
    }
    let variables = variables.as_ref().map_err(Clone::clone)?;
    let missing = |name: &str| Unaddressed::NoVariable {
        uri: uri.to_owned(),
        name: name.to_owned(),
    };
    let mut filled = String::with_capacity(uri.len());
    let mut rest = uri;
    while let Some((before, after)) = rest.split_once(VARIABLE) {
        let (name, after) = after.split_once('}').ok_or_else(|| missing(after))?;
        filled.push_str(before);
        filled.push_str(variables.get(name).ok_or_else(|| missing(name))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PREFIX: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/";
    const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";

    #[track_caller]
    fn check(uri: &str, expected: Result<&str, &str>) {
        let variables = Ok(BTreeMap::from([("alias".to_owned(), "prod".to_owned())]));
        let seen = function(uri, &variables).map(|arn| arn.to_string());
        match (seen, expected) {
            (Ok(seen), Ok(expected)) => assert_eq!(seen, expected),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (seen, expected) => panic!("{uri}: {seen:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn an_address_names_a_function_and_its_qualifier() {
        check(&format!("{PREFIX}{FUNCTION}/invocations"), Ok(FUNCTION));
        let uri = format!("{PREFIX}{FUNCTION}:${{stageVariables.alias}}/invocations");
        check(&uri, Ok(&format!("{FUNCTION}:prod")));
    }

    #[test]
    fn what_names_none_says_why() {
        check(&format!("{PREFIX}{FUNCTION}"), Err("/invocations"));
        check(FUNCTION, Err("lambda:path"));
        check(
            &format!("{PREFIX}PetsFunction/invocations"),
            Err("names no function"),
        );
        let uri = format!("{PREFIX}{FUNCTION}:${{stageVariables.other}}/invocations");
        check(&uri, Err("no variable other"));
    }
}
