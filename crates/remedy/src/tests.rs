//! Rows for every form, and what holds of all of them.

use policy::{Layer, NewCondition, NewPrincipal, NewStatement, Place};
use proptest::prelude::*;
use saphyr_parser::Parser;
use serde_json::Value;

use super::*;

const FUNCTION: Function<'static> = Function {
    name: "f",
    qualifier: Some("prod"),
    region: "us-east-1",
    account: "111111111111",
    elsewhere: false,
    statement_id: "portcullis-1c",
    entry: Some(Entry::Integration {
        method: "ANY",
        path: "/pets/{id}",
    }),
};

fn grant() -> NewStatement {
    NewStatement {
        principal: Some(NewPrincipal::Service("apigateway.amazonaws.com".into())),
        action: "lambda:InvokeFunction".into(),
        resource: Some("arn:aws:lambda:us-east-1:111111111111:function:f:prod".into()),
        conditions: vec![NewCondition {
            operator: "ArnLike",
            key: "AWS:SourceArn",
            value: "arn:aws:execute-api:us-east-1:111111111111:api/*/GET/{proxy+}".into(),
        }],
    }
}

fn own() -> NewStatement {
    NewStatement {
        principal: None,
        action: "lambda:InvokeFunction".into(),
        resource: Some("arn:aws:lambda:us-east-1:1:function:${*}".into()),
        conditions: Vec::new(),
    }
}

fn trusting() -> NewStatement {
    NewStatement {
        principal: Some(NewPrincipal::Service("apigateway.amazonaws.com".into())),
        action: "sts:AssumeRole".into(),
        resource: None,
        conditions: Vec::new(),
    }
}

fn added(layer: Layer, statement: NewStatement, target: &Target<'_>) -> Remedy {
    let fix = Fix::Add(Addition {
        layer,
        level: 0,
        source: None,
        source_name: None,
        statement,
    });
    render(&fix, target)
}

#[track_caller]
fn check(form: Option<&String>, expected: &str) {
    assert_eq!(form.map(String::as_str), Some(expected));
}

#[test]
fn a_permission_of_a_function_has_every_form() {
    let remedy = added(Layer::Resource, grant(), &Target::Function(FUNCTION));
    check(
        Some(&remedy.cli),
        "aws lambda add-permission --function-name f --qualifier prod --statement-id portcullis-1c \
         --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn \
         'arn:aws:execute-api:us-east-1:111111111111:api/*/GET/{proxy+}' --region us-east-1",
    );
    check(
        remedy.statement_json.as_ref(),
        r#"{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f:prod","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:us-east-1:111111111111:api/*/GET/{proxy+}"}}}"#,
    );
    check(
        remedy.cloudformation.as_ref(),
        "Resources:
  Portcullis1c:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: \"arn:aws:lambda:us-east-1:111111111111:function:f:prod\"
      Action: \"lambda:InvokeFunction\"
      Principal: \"apigateway.amazonaws.com\"
      SourceArn: \"arn:aws:execute-api:us-east-1:111111111111:api/*/GET/{proxy+}\"
",
    );
    check(
        remedy.terraform.as_ref(),
        "resource \"aws_lambda_permission\" \"portcullis_1c\" {
  statement_id  = \"portcullis-1c\"
  action        = \"lambda:InvokeFunction\"
  function_name = \"f\"
  qualifier     = \"prod\"
  principal     = \"apigateway.amazonaws.com\"
  source_arn    = \"arn:aws:execute-api:us-east-1:111111111111:api/*/GET/{proxy+}\"
}
",
    );
    check(
        remedy.swagger.as_ref(),
        "# Instead of the permission: a role that trusts apigateway.amazonaws.com and may invoke the function.
paths:
  \"/pets/{id}\":
    \"x-amazon-apigateway-any-method\":
      x-amazon-apigateway-integration:
        credentials: \"arn:aws:iam::111111111111:role/invoke-f\"
",
    );
    let sam = remedy.sam.unwrap();
    assert!(sam.starts_with("Transform: AWS::Serverless-2016-10-31\nResources:\n"));
}

#[test]
fn a_function_of_another_account_is_named_by_its_arn() {
    let foreign = Function {
        qualifier: None,
        elsewhere: true,
        entry: Some(Entry::Authorizer { name: "guard" }),
        ..FUNCTION
    };
    let statement = NewStatement {
        principal: Some(NewPrincipal::Aws("arn:aws:iam::222222222222:root".into())),
        conditions: Vec::new(),
        ..grant()
    };
    let remedy = added(Layer::Resource, statement, &Target::Function(foreign));
    check(
        Some(&remedy.cli),
        "# with credentials of account 111111111111:\naws lambda add-permission --function-name \
         arn:aws:lambda:us-east-1:111111111111:function:f --statement-id portcullis-1c --action \
         lambda:InvokeFunction --principal 222222222222 --region us-east-1",
    );
    assert!(remedy.swagger.unwrap().contains(
        "securityDefinitions:\n  \"guard\":\n    x-amazon-apigateway-authorizer:\n      authorizerCredentials:"
    ));
}

#[test]
fn an_identity_gets_an_inline_policy() {
    let identity = Identity {
        kind: IdentityKind::Role,
        name: "gate",
        policy_name: "invoke-f",
    };
    let remedy = added(Layer::Identity, own(), &Target::Identity(identity));
    check(
        Some(&remedy.cli),
        r#"aws iam put-role-policy --role-name gate --policy-name invoke-f --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:1:function:${*}"}]}'"#,
    );
    check(
        remedy.cloudformation.as_ref(),
        "Resources:
  InvokeF:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: \"invoke-f\"
      Roles: [\"gate\"]
      PolicyDocument: {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:1:function:${*}\"}]}
",
    );
    check(
        remedy.terraform.as_ref(),
        "resource \"aws_iam_role_policy\" \"invoke_f\" {
  name   = \"invoke-f\"
  role   = \"gate\"
  policy = jsonencode({\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:1:function:$${*}\"}]})
}
",
    );
    let user = Identity {
        kind: IdentityKind::User,
        ..identity
    };
    let remedy = added(Layer::Identity, own(), &Target::Identity(user));
    assert!(
        remedy
            .cli
            .starts_with("aws iam put-user-policy --user-name gate ")
    );
    assert!(remedy.cloudformation.unwrap().contains("Users: [\"gate\"]"));
    assert!(remedy.terraform.unwrap().contains("aws_iam_user_policy"));
}

#[test]
fn a_trust_policy_keeps_its_statements() {
    for (document, command, statements) in [
        (
            Some(r#"{"Statement":[{"Sid":"A"}]}"#),
            "update-assume-role-policy",
            2,
        ),
        (
            Some(r#"{"Statement":{"Sid":"A"}}"#),
            "update-assume-role-policy",
            2,
        ),
        (Some("broken"), "update-assume-role-policy", 1),
        (None, "create-role", 1),
    ] {
        let trust = Trust {
            role_name: "gate",
            document,
        };
        let remedy = added(Layer::Trust, trusting(), &Target::Trust(trust));
        assert!(
            remedy
                .cli
                .starts_with(&format!("aws iam {command} --role-name gate "))
        );
        let whole = document::with(document, &trusting());
        assert_eq!(whole["Statement"].as_array().unwrap().len(), statements);
        assert!(remedy.cli.ends_with(&quoting::shell(&whole.to_string())));
        let (terraform, template) = (remedy.terraform.unwrap(), remedy.cloudformation.unwrap());
        assert!(terraform.contains("assume_role_policy = jsonencode("));
        assert!(template.contains("AssumeRolePolicyDocument: {"));
        // A role that is there is taken over, or said to be there.
        let is_there = document.is_some();
        let import = "import {\n  to = aws_iam_role.gate\n  id = \"gate\"\n}\n";
        assert_eq!(terraform.contains(import), is_there);
        assert_eq!(
            terraform.contains("\n\n  lifecycle {\n    ignore_changes = [path,"),
            is_there
        );
        assert_eq!(template.starts_with("# "), is_there);
    }
}

#[test]
fn the_policy_of_an_api_is_replaced_as_a_whole() {
    let api = Api {
        id: "abc",
        region: "us-east-1",
        document: None,
    };
    let remedy = added(Layer::Resource, grant(), &Target::Api(api));
    assert!(remedy.cli.starts_with(
        r#"aws apigateway update-rest-api --rest-api-id abc --patch-operations '[{"op":"replace","path":"/policy","value":"{\"Version\""#
    ));
    assert!(
        remedy
            .swagger
            .unwrap()
            .contains("\nx-amazon-apigateway-policy: {\"Version\"")
    );
    assert!(
        remedy
            .cloudformation
            .unwrap()
            .contains("Type: AWS::ApiGateway::RestApi")
    );
    assert!(
        remedy
            .terraform
            .unwrap()
            .contains("aws_api_gateway_rest_api_policy")
    );
}

#[test]
fn what_takes_several_changes_has_every_form_of_all_of_them() {
    let identity = |policy_name| {
        let identity = Identity {
            kind: IdentityKind::Role,
            name: "gate",
            policy_name,
        };
        added(Layer::Identity, own(), &Target::Identity(identity))
    };
    let trust = Trust {
        role_name: "gate",
        document: Some("{}"),
    };
    let trust = added(Layer::Trust, trusting(), &Target::Trust(trust));
    let all = [identity("one"), trust, identity("two")];
    let whole = Remedy::all(&all).unwrap();
    assert_eq!(whole.cli.lines().count(), 3);
    let statements: Value = serde_json::from_str(&whole.statement_json.unwrap()).unwrap();
    assert_eq!(statements.as_array().map(Vec::len), Some(3));
    let template = whole.sam.unwrap();
    assert_eq!(template.matches("Resources:\n").count(), 1);
    assert_eq!(template.matches("Transform:").count(), 1);
    for name in ["\n  One:\n", "\n  Two:\n", "\n  RoleGate:\n", "\n# Assume"] {
        assert!(template.contains(name), "{template}");
    }
    let terraform = whole.terraform.unwrap();
    assert_eq!(terraform.matches("\nresource \"").count(), 3 - 1);
    let none = Remedy::all(&[identity("one"), Remedy::advice("ask somebody")]).unwrap();
    assert_eq!(none.cli.lines().count(), 2);
    assert_eq!((none.statement_json, none.terraform), (None, None));
    assert_eq!(Remedy::all(&[]), None);
}

#[test]
fn what_no_command_changes_is_said_in_a_comment() {
    let elsewhere = Target::Elsewhere {
        asked: "lambda:InvokeFunction on f\nevil",
    };
    let remedy = added(Layer::Boundary, own(), &elsewhere);
    check(
        Some(&remedy.cli),
        "# The permissions boundary does not allow lambda:InvokeFunction on f evil: allow it there, too.",
    );
    assert_eq!(
        (remedy.sam, remedy.terraform, remedy.swagger),
        (None, None, None)
    );
    let place = Place {
        layer: Layer::Identity,
        source: 0,
        statement: 1,
    };
    let denying = |sid: Option<&str>| DenyingStatement {
        place,
        source: "inline policy d of role gate".into(),
        sid: sid.map(Into::into),
    };
    let removed = render(&Fix::RemoveDeny(denying(Some("No"))), &elsewhere);
    check(
        Some(&removed.cli),
        "# Remove the Deny: statement \"No\" of inline policy d of role gate.",
    );
    let exception = Exception {
        operator: "ArnNotEquals",
        key: "aws:PrincipalArn",
        value: "arn:aws:iam::1:user/u".into(),
    };
    let narrowed = Fix::NarrowDeny {
        statement: denying(None),
        exception,
    };
    check(
        Some(&render(&narrowed, &elsewhere).cli),
        "# Spare the caller from the Deny: add to the Condition of statement 2 of inline policy d of \
         role gate: {\"ArnNotEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::1:user/u\"}}",
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the names are, YAML stays YAML and JSON stays JSON.
    #[test]
    fn hostile_names_stay_names(name in "[a'\"\\\\:#{}\\[\\]\n\t ${%é-]{1,10}") {
        let function = Function { name: &name, statement_id: &name, qualifier: Some(&name), ..FUNCTION };
        let identity = Identity { kind: IdentityKind::Role, name: &name, policy_name: &name };
        let trust = Trust { role_name: &name, document: None };
        let api = Api { id: &name, region: &name, document: Some(&name) };
        for (target, statement) in [
            (Target::Function(function), grant()),
            (Target::Identity(identity), own()),
            (Target::Trust(trust), trusting()),
            (Target::Api(api), grant()),
        ] {
            let statement = NewStatement { resource: Some(name.clone()), ..statement };
            let remedy = added(Layer::Resource, statement, &target);
            let json: Value = serde_json::from_str(&remedy.statement_json.unwrap()).unwrap();
            prop_assert_eq!(json["Resource"].as_str(), Some(name.as_str()));
            for yaml in [remedy.cloudformation, remedy.sam, remedy.swagger].into_iter().flatten() {
                for event in Parser::new_from_str(&yaml) {
                    prop_assert!(event.is_ok(), "{event:?}\n{yaml}");
                }
            }
        }
    }
}
