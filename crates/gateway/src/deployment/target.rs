//! Function URIs and stage variables.

use std::borrow::Cow;
use std::collections::BTreeMap;

use model::{FunctionArn, Integration, ResponseTransferMode};

use super::CompileError;

const VARIABLE: &str = "${stageVariables.";

/// Puts the values of stage variables in. One that the stage doesn't have is an error: AWS would
/// make an address with a hole of it.
pub(crate) fn substitute<'a>(
    text: &'a str,
    variables: &BTreeMap<String, String>,
) -> Result<Cow<'a, str>, CompileError> {
    if !text.contains(VARIABLE) {
        return Ok(Cow::Borrowed(text));
    }
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(VARIABLE) {
        let missing = |name: &str| CompileError::StageVariable {
            uri: text.to_owned(),
            name: name.to_owned(),
        };
        let (name, after) = after.split_once('}').ok_or_else(|| missing(after))?;
        filled.push_str(before);
        filled.push_str(variables.get(name).ok_or_else(|| missing(name))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(Cow::Owned(filled))
}

/// How the answer of an integration gets to the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transfer {
    Buffered,
    Streamed,
}

impl Transfer {
    pub(crate) fn of(integration: &Integration) -> Self {
        match integration.response_transfer_mode {
            Some(ResponseTransferMode::Stream) => Self::Streamed,
            Some(ResponseTransferMode::Buffered) | None => Self::Buffered,
        }
    }

    /// What stands around the function's ARN in the path of its URI.
    fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::Buffered => ("2015-03-31/functions/", "/invocations"),
            Self::Streamed => ("2021-11-15/functions/", "/response-streaming-invocations"),
        }
    }
}

/// Reads `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`, and
/// the like for answers that are streamed.
pub(crate) fn function_uri(
    uri: &str,
    variables: &BTreeMap<String, String>,
    transfer: Transfer,
) -> Result<FunctionArn, CompileError> {
    let uri = substitute(uri, variables)?;
    let refuse = |reason: &str| CompileError::FunctionUri {
        uri: uri.to_string(),
        reason: reason.to_owned(),
    };
    let mut parts = uri.splitn(6, ':');
    let service = parts.nth(4).ok_or_else(|| refuse("it is no ARN"))?;
    let path = parts.next().and_then(|path| path.strip_prefix("path/"));
    if service != "lambda" || !uri.starts_with("arn:aws:apigateway:") {
        return Err(refuse("it is not addressed to lambda"));
    }
    let path = path.ok_or_else(|| refuse("it has no path"))?;
    let (before, behind) = transfer.path();
    let function = path
        .trim_start_matches('/')
        .strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(behind))
        .ok_or_else(|| refuse(&format!("its path is not {before}ARN{behind}")))?;
    FunctionArn::parse(function).map_err(|invalid| refuse(&invalid.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PREFIX: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/";
    const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";

    #[track_caller]
    fn check(uri: &str, expected: Result<&str, &str>) {
        let variables = BTreeMap::from([
            ("alias".to_owned(), "prod".to_owned()),
            ("name".to_owned(), "f".to_owned()),
        ]);
        let seen = function_uri(uri, &variables, Transfer::Buffered).map(|arn| arn.to_string());
        match (seen, expected) {
            (Ok(seen), Ok(expected)) => assert_eq!(seen, expected),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (seen, expected) => panic!("{uri}: {seen:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn a_uri_names_a_function_and_its_qualifier() {
        check(&format!("{PREFIX}{FUNCTION}/invocations"), Ok(FUNCTION));
        check(
            &format!("{PREFIX}{FUNCTION}:prod/invocations"),
            Ok(&format!("{FUNCTION}:prod")),
        );
        check(
            &format!(
                "arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/{FUNCTION}/invocations"
            ),
            Ok(FUNCTION),
        );
    }

    #[test]
    fn stage_variables_are_filled_in_before_the_arn_is_read() {
        let uri = format!("{PREFIX}{FUNCTION}:${{stageVariables.alias}}/invocations");
        check(&uri, Ok(&format!("{FUNCTION}:prod")));
        let uri = format!(
            "{PREFIX}arn:aws:lambda:us-east-1:111111111111:function:${{stageVariables.name}}/invocations"
        );
        check(&uri, Ok(FUNCTION));
        let uri = format!("{PREFIX}{FUNCTION}:${{stageVariables.other}}/invocations");
        check(&uri, Err("stage variable other"));
    }

    #[test]
    fn what_is_no_function_is_refused_by_name() {
        check(
            "arn:aws:apigateway:us-east-1:s3:path/b/k",
            Err("not addressed to lambda"),
        );
        check(
            "arn:aws:apigateway:us-east-1:lambda:action/Invoke",
            Err("no path"),
        );
        check(&format!("{PREFIX}f/invocations"), Err("names no function"));
        check(FUNCTION, Err("not addressed to lambda"));
        check(
            &format!("{PREFIX}{FUNCTION}/response-streaming-invocations"),
            Err("its path is not"),
        );
    }
}
