//! Calls by a name, parameters and a key.

use std::fmt::Write as _;

use bytes::Bytes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::signature::{Credentials, sign};
use super::xml::Element;
use crate::testing::{Recording, World, conformance};

/// Somebody who calls.
pub(crate) struct Client<'a> {
    world: &'a World,
    /// Root, whose signature the open mode doesn't check, without.
    credentials: Option<Credentials>,
}

#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    root: Element,
}

impl<'a> Client<'a> {
    pub(crate) fn root(world: &'a World) -> Self {
        Self {
            world,
            credentials: None,
        }
    }

    /// The holder of the keys in an answer of CreateAccessKey or AssumeRole.
    pub(crate) fn holding(world: &'a World, reply: &Reply, at: &str) -> Self {
        let text = |name: &str| reply.text(&format!("{at}/{name}"));
        let token = reply.find(&format!("{at}/SessionToken"));
        Self {
            world,
            credentials: Some(Credentials {
                id: text("AccessKeyId"),
                secret: text("SecretAccessKey"),
                token: token.map(|token| token.text.clone()),
            }),
        }
    }

    /// Root makes a user with one inline policy and a key.
    pub(crate) async fn user(world: &'a World, name: &str, policy: &str) -> Self {
        let root = Self::root(world);
        root.iam("CreateUser", &[("UserName", name)]).await.ok();
        let put = [
            ("UserName", name),
            ("PolicyName", "own"),
            ("PolicyDocument", policy),
        ];
        root.iam("PutUserPolicy", &put).await.ok();
        let key = root
            .iam("CreateAccessKey", &[("UserName", name)])
            .await
            .ok();
        Self::holding(world, &key, "AccessKey")
    }

    pub(crate) async fn iam(&self, action: &str, parameters: &[(&str, &str)]) -> Reply {
        self.call("iam", "2010-05-08", action, parameters).await
    }

    pub(crate) async fn sts(&self, action: &str, parameters: &[(&str, &str)]) -> Reply {
        self.call("sts", "2011-06-15", action, parameters).await
    }

    async fn call(
        &self,
        service: &str,
        version: &str,
        action: &str,
        parameters: &[(&str, &str)],
    ) -> Reply {
        let mut form = format!("Action={action}&Version={version}");
        for (name, value) in parameters {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            write!(form, "&{name}={value}").unwrap();
        }
        let answer = match &self.credentials {
            None => self.world.query(service, &form).await,
            Some(credentials) => {
                let request = sign(credentials, service, &form);
                self.world
                    .send(request.body(Bytes::from(form)).unwrap())
                    .await
            }
        };
        Reply {
            status: answer.status,
            root: Element::read(&answer.text()),
        }
    }

    /// The call must be refused with exactly this.
    pub(crate) async fn refused(
        &self,
        action: &str,
        parameters: &[(&str, &str)],
        expected: (u16, &str, &str),
    ) {
        let reply = self.iam(action, parameters).await;
        let (status, code, message) = reply.error();
        let seen = (status, code.as_str(), message.as_str());
        assert_eq!(seen, expected, "{action} {parameters:?}");
    }
}

impl Reply {
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.status, 200, "{:?}", self.root);
        self
    }

    /// What stands in the result, by names joined with `/`.
    fn find(&self, path: &str) -> Option<&Element> {
        self.root
            .children
            .iter()
            .find(|child| child.name.ends_with("Result"))?
            .at(path)
    }

    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        let found = self.find(path);
        found
            .unwrap_or_else(|| panic!("no {path} in {:?}", self.root))
            .text
            .clone()
    }

    /// One text of each member of a list.
    #[track_caller]
    pub(crate) fn each(&self, list: &str, member: &str) -> Vec<String> {
        let list = self
            .find(list)
            .unwrap_or_else(|| panic!("no {list} in {:?}", self.root));
        let text = |item: &Element| {
            let found = if member.is_empty() {
                Some(item)
            } else {
                item.child(member)
            };
            found.unwrap().text.clone()
        };
        list.children.iter().map(text).collect()
    }

    /// Status, code, message.
    pub(crate) fn error(&self) -> (u16, String, String) {
        let text = |path: &str| {
            self.root
                .at(path)
                .map_or("", |found| &found.text)
                .to_owned()
        };
        (self.status, text("Error/Code"), text("Error/Message"))
    }

    /// Compares the whole answer with AWS's.
    #[track_caller]
    pub(crate) fn check(&self, recording: &mut Recording, name: &str, recorded: &Value) {
        let mut recorded = recorded.clone();
        let metadata = recorded
            .as_object_mut()
            .unwrap()
            .remove("ResponseMetadata")
            .unwrap();
        assert_eq!(
            metadata["HTTPStatusCode"], self.status,
            "{name} {:?}",
            self.root
        );
        let nothing = Element::default();
        let ours = if recorded.get("Error").is_some() {
            let error = self.root.child("Error").unwrap_or(&nothing);
            serde_json::json!({"Error": error.shaped(&recorded["Error"])})
        } else {
            self.root
                .children
                .iter()
                .find(|child| child.name.ends_with("Result"))
                .unwrap_or(&nothing)
                .shaped(&recorded)
        };
        recording.check(name, &recorded, &ours);
    }
}

/// What was recorded of one test, with the tokens replaced whose values the test knows. `None`
/// when the recordings are not there.
pub(crate) fn recorded(file: &str, test: &str, known: &[(&str, &str)]) -> Option<Value> {
    let all = conformance(file)?;
    let (_, found) = all
        .as_object()
        .unwrap()
        .iter()
        .find(|(name, _)| name.ends_with(test))
        .unwrap_or_else(|| panic!("{test} is not recorded"));
    let text = known.iter().fold(
        found["recorded-content"].to_string(),
        |text, (token, value)| text.replace(token, value),
    );
    Some(serde_json::from_str(&text).unwrap())
}
