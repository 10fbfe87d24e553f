//! What is refused before anything is made, in AWS's words.

use super::*;

fn facts() -> StackFacts {
    StackFacts {
        name: "s".to_owned(),
        arn: "arn:aws:cloudformation:eu-west-1:111111111111:stack/s/u".to_owned(),
        unique: "u".to_owned(),
        account: "111111111111".to_owned(),
        region: "eu-west-1".to_owned(),
        capabilities: Vec::new(),
        tags: BTreeMap::new(),
    }
}

#[track_caller]
fn check(template: &str, expected: Result<&[&str], &str>) {
    let design = StackDesign {
        template: template.to_owned(),
        ..StackDesign::default()
    };
    let found = Blueprint::of(&design, &facts(), BTreeMap::new());
    match (found, expected) {
        (Ok(found), Ok(expected)) => {
            let ids: Vec<&str> = found.resources().keys().map(String::as_str).collect();
            assert_eq!(ids, expected, "{template}");
        }
        (Err(invalid), Err(expected)) => assert_eq!(invalid.message(), expected, "{template}"),
        (found, _) => panic!("{template}: {:?}", found.err()),
    }
}

const ROLE: &str = "{Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}";

#[test]
fn a_resource_is_there_if_its_condition_holds() {
    check(
        &format!(
            "
Conditions: {{Never: !Equals [a, b]}}
Resources:
  A: {ROLE}
  B: {{Type: AWS::IAM::Role, Condition: Never, Properties: {{AssumeRolePolicyDocument: {{}}}}}}"
        ),
        Ok(&["A"]),
    );
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    check(
        "Resources: {A: {Type: AWS::Moon::Base}, B: {Type: AWS::EC2::Fleet}}",
        Err(
            "Template format error: Unrecognized resource types: [AWS::EC2::Fleet, AWS::Moon::Base]",
        ),
    );
    check(
        "Resources:\n  A: {Type: AWS::IAM::Role, DependsOn: B}\n  B: {Type: AWS::IAM::Role, DependsOn: A}",
        Err("Circular dependency between resources: [A, B]"),
    );
    check(
        &format!("Resources: {{A: {ROLE}}}\nOutputs: {{O: {{Value: !GetAtt A.Shape}}}}"),
        Err("Template error: resource A does not support attribute type Shape in Fn::GetAtt"),
    );
    check(
        "Resources: {A: {Type: AWS::IAM::Role, Invalid: 1}}",
        Err("Invalid template resource property 'Invalid'"),
    );
    check(
        "Resources: {A: {Type: AWS::IAM::Role, CreationPolicy: {}}}",
        Err("CreationPolicy is not supported for resource A (line 1, column 39)"),
    );
    let waiting = |policy: &str| {
        let kind = "Type: AWS::CloudFormation::WaitCondition";
        format!("Resources: {{A: {{{kind}, CreationPolicy: {policy}}}}}")
    };
    let signals = "{ResourceSignal: {Count: '2', Timeout: PT1H30M}}";
    check(&waiting(signals), Ok(&["A"]));
    check(
        &waiting("{ResourceSignal: {Timeout: PT13H}}"),
        Err(
            "CreationPolicy Timeout of resource A must be a duration of twelve hours at most, as PT15M (line 1, column 59)",
        ),
    );
    check(
        &waiting("{AutoScalingCreationPolicy: {}}"),
        Err(
            "CreationPolicy AutoScalingCreationPolicy is not supported for resource A (line 1, column 59)",
        ),
    );
    check(
        "Resources: {A: {Type: 'Custom::X', Version: '1.0', Properties: {ServiceToken: a}}}",
        Ok(&["A"]),
    );
    check(
        &format!("Resources: {{A: {ROLE}}}\nOutputs: {{O: {{Value: !Ref B}}}}"),
        Err(
            "Template format error: Unresolved resource dependencies [B] in the Outputs block of the template",
        ),
    );
    check(
        "Parameters: {P: {Type: String}}\nResources: {A: {Type: AWS::IAM::Role}}",
        Err("Parameters: [P] must have values"),
    );
}
