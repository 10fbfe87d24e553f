//! May this request to a function URL reach its function?
//!
//! Since October 2025 it takes two permissions: `lambda:InvokeFunctionUrl` for the URL, and
//! `lambda:InvokeFunction` for the function, which a condition on `lambda:InvokedViaFunctionUrl` keeps
//! to calls that come by a URL (Lambda developer guide, "Control access to Lambda function URLs").

use model::{FunctionArn, Timestamp};
use policy::{Context, Explanation, NewCondition, Place, Policies, Principal, Request};

use super::fix::{self, Wanted};
use super::question::{decide, refuse};
use super::{Grant, Granted, INVOKE, InvokedBy, Refused};
use crate::directory::{Directory, NamedPolicy};
use crate::standing::{Standing, context_of, set_resource, set_time};
use crate::{Caller, Identity, Permissions};

const INVOKE_URL: &str = "lambda:InvokeFunctionUrl";
const AUTH_TYPE: &str = "lambda:FunctionUrlAuthType";
const BY_URL: &str = "lambda:InvokedViaFunctionUrl";

/// A request to a function URL.
#[derive(Debug, Clone, Copy)]
pub struct UrlAsk<'a> {
    /// Who signed; nobody where the URL's auth type is `NONE`.
    pub caller: Option<&'a Caller>,
    /// The condition keys that the request itself has.
    pub keys: &'a Context,
    pub needs: UrlPermissions,
}

/// Which permissions a function URL needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UrlPermissions {
    /// As AWS has it for every new URL since October 2025.
    #[default]
    Both,
    /// As AWS had it before, and until November 2026 for accounts that had function URLs already:
    /// `lambda:InvokeFunctionUrl` is enough, and a missing `lambda:InvokeFunction` is reported.
    UrlAlone,
}

/// Decides whether a request that came by its URL may invoke exactly `target`.
pub fn grant_through_url(
    identity: &Identity,
    ask: &UrlAsk<'_>,
    target: &FunctionArn,
    now: Timestamp,
) -> Result<Grant, Refused> {
    let directory = identity.directory();
    let question = Question {
        directory: &directory,
        ask,
        target,
        now,
    };
    let by_url = question.put(Action::Url);
    let invoked = by_url.and_then(|place| match (question.put(Action::Function), ask.needs) {
        (Ok(_), _) => Ok((place, None)),
        (Err(refused), UrlPermissions::UrlAlone) => Ok((place, Some(refused))),
        (Err(refused), UrlPermissions::Both) => Err(refused),
    });
    match (invoked, identity.config().permissions) {
        (Ok((place, None)), _) => Ok(question.granted(question.how(), place)),
        (Ok((place, Some(missing))), _) => {
            Ok(question.granted(Granted::Reported(Box::new(missing)), place))
        }
        (Err(refused), Permissions::Report) => {
            Ok(question.granted(Granted::Reported(Box::new(refused)), None))
        }
        (Err(refused), Permissions::Enforce) => Err(refused),
    }
}

#[derive(Clone, Copy)]
enum Action {
    Url,
    Function,
}

struct Question<'a> {
    directory: &'a Directory,
    ask: &'a UrlAsk<'a>,
    target: &'a FunctionArn,
    now: Timestamp,
}

impl Question<'_> {
    fn how(&self) -> Granted {
        match self.ask.caller {
            Some(_) => Granted::Caller,
            None => Granted::ResourcePolicy,
        }
    }

    fn granted(&self, how: Granted, allowed_by: Option<Place>) -> Grant {
        Grant {
            function: self.target.clone(),
            how,
            by: match self.ask.caller {
                Some(caller) => InvokedBy::Caller(caller.clone()),
                None => InvokedBy::Anonymous,
            },
            allowed_by,
        }
    }

    /// The caller's own policies with the function's; of somebody unknown the function's alone.
    fn put(&self, action: Action) -> Result<Option<Place>, Refused> {
        let mut context = self.context();
        let condition = self.condition(action);
        context.set(condition.key, condition.value.clone());
        if matches!(action, Action::Url) {
            context.set("lambda:FunctionArn", self.target.to_string());
        }
        let functions = self.directory.function(self.target);
        let policy = functions.and_then(|functions| functions.policy(&self.target.qualifier));
        let policy = policy.map(NamedPolicy::source);
        let standing = match self.ask.caller {
            Some(caller) => Standing::of(caller, self.directory),
            None => Standing::default(),
        };
        let policies = match self.ask.caller {
            Some(_) => standing.policies(policy),
            None => Policies {
                resource: policy,
                ..Policies::default()
            },
        };
        let resource = self.target.to_string();
        let request = Request {
            principal: self
                .ask
                .caller
                .map_or(&Principal::Anonymous, Caller::principal),
            action: name(action),
            resource: &resource,
            resource_account: self.target.account.as_str(),
            context: &context,
        };
        decide(&request, &policies).map_err(|explanation| self.refuse(explanation, action))
    }

    fn context(&self) -> Context {
        let mut context = self.ask.caller.map_or_else(
            || self.context_of_nobody(),
            |caller| context_of(caller, self.directory, self.ask.keys, Some(self.now)),
        );
        set_resource(&mut context, self.directory, self.target.account.as_str());
        context
    }

    fn context_of_nobody(&self) -> Context {
        let mut context = self.ask.keys.clone();
        set_time(&mut context, self.now);
        Principal::Anonymous.describe(&mut context);
        context
    }

    fn condition(&self, action: Action) -> NewCondition {
        match (action, self.ask.caller) {
            (Action::Url, caller) => NewCondition {
                operator: "StringEquals",
                key: AUTH_TYPE,
                value: caller.map_or("NONE", |_| "AWS_IAM").to_owned(),
            },
            (Action::Function, _) => NewCondition {
                operator: "Bool",
                key: BY_URL,
                value: "true".to_owned(),
            },
        }
    }

    fn refuse(&self, explanation: Box<Explanation>, action: Action) -> Refused {
        let wanted = Wanted {
            action: name(action),
            conditions: vec![self.condition(action)],
        };
        let fix = match self.ask.caller {
            Some(caller) => fix::for_caller(caller, self.target, &explanation, wanted),
            None => fix::for_everybody(self.target, &explanation, wanted),
        };
        refuse(explanation, fix)
    }
}

const fn name(action: Action) -> &'static str {
    match action {
        Action::Url => INVOKE_URL,
        Action::Function => INVOKE,
    }
}

#[cfg(test)]
mod tests {
    use model::RoleRecord;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{self, NOW, World};
    use crate::{Assumer, SessionAsk};

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
    const ROLE: &str = "arn:aws:iam::111111111111:role/caller";
    const LAMBDA: &str = "lambda.amazonaws.com";

    fn url(principal: &Value, auth: &str) -> Value {
        json!({
            "Effect": "Allow", "Principal": principal, "Action": "lambda:InvokeFunctionUrl",
            "Resource": FUNCTION, "Condition": {"StringEquals": {"lambda:FunctionUrlAuthType": auth}},
        })
    }

    fn function() -> Value {
        json!({
            "Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunction",
            "Resource": FUNCTION, "Condition": {"Bool": {"lambda:InvokedViaFunctionUrl": "true"}},
        })
    }

    fn ask(
        world: &World,
        caller: Option<&Caller>,
        needs: UrlPermissions,
    ) -> Result<Grant, Refused> {
        let keys = Context::new();
        let ask = UrlAsk {
            caller,
            keys: &keys,
            needs,
        };
        let target = FunctionArn::parse(FUNCTION).unwrap();
        grant_through_url(&world.identity, &ask, &target, NOW)
    }

    /// The command that would end the refusal, of somebody without a signature; none if it passes.
    #[track_caller]
    fn check(statements: &[Value], needs: UrlPermissions, expected: Option<&str>) {
        let grants: Vec<_> = statements.iter().map(|one| ("", one.clone())).collect();
        let world = World::new().function(FUNCTION, &grants);
        let refused = ask(&world, None, needs).err();
        let fix = refused.map(|refused| refused.fix.cli);
        match (&fix, expected) {
            (None, None) => {}
            (Some(fix), Some(expected)) => assert!(fix.contains(expected), "{fix}"),
            (fix, expected) => panic!("{fix:?} {expected:?}"),
        }
    }

    #[test]
    fn everybody_needs_both_permissions() {
        let both = UrlPermissions::Both;
        let everybody = json!("*");
        check(&[url(&everybody, "NONE"), function()], both, None);
        let needs_url = "--action lambda:InvokeFunctionUrl --principal '*' \
                         --function-url-auth-type NONE --region us-east-1";
        check(&[], both, Some(needs_url));
        check(&[function()], both, Some(needs_url));
        check(
            &[url(&everybody, "AWS_IAM"), function()],
            both,
            Some(needs_url),
        );
        let one = json!({"AWS": "arn:aws:iam::111111111111:root"});
        check(&[url(&one, "NONE"), function()], both, Some(needs_url));
        let needs_function = "--action lambda:InvokeFunction --principal '*' \
                              --invoked-via-function-url --region us-east-1";
        check(&[url(&everybody, "NONE")], both, Some(needs_function));
    }

    #[test]
    fn before_october_2025_the_url_was_enough() {
        let alone = UrlPermissions::UrlAlone;
        check(&[], alone, Some("lambda:InvokeFunctionUrl"));
        check(&[url(&json!("*"), "NONE")], alone, None);
        let statement = [("", url(&json!("*"), "NONE"))];
        let world = World::new().function(FUNCTION, &statement);
        let grant = ask(&world, None, alone).unwrap();
        assert!(matches!(grant.how(), Granted::Reported(_)));
        assert!(matches!(grant.caller(), InvokedBy::Anonymous));
    }

    fn role(actions: &[&str]) -> RoleRecord {
        let trust = json!({
            "Effect": "Allow", "Principal": {"Service": LAMBDA}, "Action": "sts:AssumeRole",
        });
        let policy = json!({"Effect": "Allow", "Action": actions, "Resource": FUNCTION});
        testing::role(ROLE, &trust, &[("p", policy)])
    }

    #[test]
    fn who_signs_may_have_the_permissions_of_its_own() {
        for (actions, expected) in [
            (
                vec!["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"],
                None,
            ),
            (
                vec!["lambda:InvokeFunction"],
                Some("lambda:InvokeFunctionUrl"),
            ),
            (
                vec!["lambda:InvokeFunctionUrl"],
                Some("\"lambda:InvokeFunction\""),
            ),
        ] {
            let world = World::new().function(FUNCTION, &[]).put(&role(&actions));
            let by = Assumer::Service(LAMBDA);
            let session = SessionAsk::new("me", 900);
            let session = world.identity.assume_role(&by, ROLE, &session, NOW);
            let caller = session.unwrap().caller;
            let refused = ask(&world, Some(&caller), UrlPermissions::Both).err();
            let fix = refused.map(|refused| refused.fix.cli);
            assert_eq!(fix.is_some(), expected.is_some(), "{fix:?}");
            if let (Some(fix), Some(expected)) = (fix, expected) {
                assert!(
                    fix.contains("put-role-policy") && fix.contains(expected),
                    "{fix}"
                );
            }
        }
    }
}
