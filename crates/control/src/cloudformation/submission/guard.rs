//! With `--guard` no template is taken whose API would be refused its functions: what `portcullis check`
//! finds in it is the reason.

use std::collections::BTreeMap;

use check::{Assumptions, Checked, File, Found, Options};

use super::Rejected;
use crate::call::Call;
use crate::rooms::{Guard, Rooms};

/// The rules that tell of a call that would be refused; others tell of what is dangerous or needless.
const REFUSALS: [&str; 14] = [
    "PC001", "PC002", "PC003", "PC004", "PC005", "PC006", "PC007", "PC008", "PC009", "PC012",
    "PC013", "PC014", "PC028", "PC029",
];
/// More would bury the ones that matter.
const MOST_TOLD: usize = 5;

/// Judges a template as it was submitted, with the values of its parameters.
pub(super) fn judge(
    rooms: &Rooms,
    call: &Call,
    template: &str,
    parameters: &BTreeMap<String, String>,
) -> Result<(), Rejected> {
    match rooms.guard {
        Guard::Off => Ok(()),
        Guard::On => {
            let assumptions = Assumptions {
                parameters: parameters.clone().into_iter().collect(),
                region: Some(call.region().to_string()),
                account: Some(call.account().to_string()),
            };
            reason(template, assumptions).map_or(Ok(()), |reason| Err(Rejected::Transform(reason)))
        }
    }
}

fn reason(template: &str, assumptions: Assumptions) -> Option<String> {
    let options = Options {
        assumptions,
        ..Options::default()
    };
    let file = File {
        name: "template".to_owned(),
        text: template.to_owned(),
    };
    let checked = check::check(vec![file], &options, &|_, _| None);
    let told = refusals(&checked);
    if told.is_empty() {
        return None;
    }
    let more = told.len().saturating_sub(MOST_TOLD);
    let mut text: Vec<String> = told
        .iter()
        .take(MOST_TOLD)
        .map(|found| line(found))
        .collect();
    if more > 0 {
        text.push(format!("and {more} more"));
    }
    Some(format!(
        "portcullis --guard: the API of this template would be refused its functions: {}",
        text.join("; ")
    ))
}

fn refusals(checked: &Checked) -> Vec<&Found> {
    let found = checked.found.iter();
    found
        .filter(|found| REFUSALS.contains(&found.rule.id))
        .collect()
}

fn line(found: &Found) -> String {
    let place = found.place.span.start;
    format!(
        "{} {} at line {}, column {}: {}",
        found.rule.id, found.rule.name, place.line, place.column, found.message
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: &str = r#"
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: api
      Body:
        swagger: "2.0"
        info: {title: api, version: "1"}
        paths:
          /orders:
            get:
              responses: {}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Backend.Arn}/invocations"
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
  Backend:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: python3.12
      Role: !GetAtt Role.Arn
      Code: {ZipFile: "def handler(event, context): return {}"}
"#;
    const PERMISSION: &str = r#"
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Backend
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/orders"
"#;

    #[track_caller]
    fn check(template: &str, expected: Option<&str>) {
        let found = reason(template, Assumptions::default());
        match (found, expected) {
            (None, None) => {}
            (Some(found), Some(part)) => assert!(found.contains(part), "{found}"),
            (found, expected) => panic!("found {found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn an_api_that_would_be_refused_its_function_is_no_stack() {
        check(API, Some("PC001 no-grant"));
        check(&format!("{API}{PERMISSION}"), None);
        let other = PERMISSION.replace("GET/orders", "POST/orders");
        check(&format!("{API}{other}"), Some("PC00"));
        check("Resources: {}", None);
    }
}
