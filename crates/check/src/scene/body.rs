//! An API's definition, in a file of its own or inside of a template: methods, integrations, authorizers, gateway
//! responses. What is not of API Gateway's is not looked at.

use std::collections::BTreeMap;

use document::Span;
use model::{AuthorizationType, MethodVerb};
use template::{Evaluated, Member, Value};

use super::{AuthorizerScene, Guard, IntegrationScene, MethodScene, StandIns};
use crate::coverage::{Authorizer, Call, Definition, Method, Text};
use crate::found::Place;

const INTEGRATION: &str = "x-amazon-apigateway-integration";
const AUTHORIZER: &str = "x-amazon-apigateway-authorizer";
const ANY: &str = "x-amazon-apigateway-any-method";
const RESPONSES: &str = "x-amazon-apigateway-gateway-responses";
const DEFAULT_TTL: u32 = 300;

/// What a definition says.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) methods: Vec<MethodScene>,
    pub(super) authorizers: Vec<AuthorizerScene>,
    pub(super) responses: BTreeMap<String, bool>,
    pub(super) definition: Definition,
}

pub(super) fn read(body: &Evaluated, file: usize, stand_ins: &mut StandIns) -> Body {
    let mut reader = Reader {
        root: body,
        file,
        stand_ins,
        made: Body::default(),
    };
    reader.authorizers();
    reader.paths();
    reader.responses();
    reader.made
}

struct Reader<'a> {
    root: &'a Evaluated,
    file: usize,
    stand_ins: &'a mut StandIns,
    made: Body,
}

impl Reader<'_> {
    fn place(&self, span: Span) -> Place {
        Place {
            file: self.file,
            span,
        }
    }

    fn schemes(&self) -> &[Member] {
        let swagger = self.root.get("securityDefinitions");
        let open = self
            .root
            .get("components")
            .and_then(|all| all.get("securitySchemes"));
        swagger.or(open).map_or(&[], Evaluated::members)
    }

    fn authorizers(&mut self) {
        let root = self.root;
        let swagger = root.get("securityDefinitions");
        let open = root
            .get("components")
            .and_then(|all| all.get("securitySchemes"));
        for scheme in swagger.or(open).map_or(&[][..], Evaluated::members) {
            let Some(own) = scheme.value.get(AUTHORIZER) else {
                continue;
            };
            let uri = own.get("authorizerUri");
            let place = self.place(scheme.key_span);
            // API Gateway gives it an id when it is made; the name stands for it.
            let id = scheme.key.clone();
            let text = uri.map(|uri| (self.stand_ins.text(uri), self.place(uri.span)));
            if let Some((text, _)) = &text {
                let credentials = own.get("authorizerCredentials");
                let credentials = credentials.map(|role| self.stand_ins.text(role));
                self.made.definition.authorizers.push(Authorizer {
                    id: id.clone(),
                    name: scheme.key.clone(),
                    call: Call {
                        uri: text.clone(),
                        credentials,
                    },
                });
            }
            let ttl = match own.get("authorizerResultTtlInSeconds") {
                None => Some(DEFAULT_TTL),
                Some(ttl) => ttl.known_text().and_then(|ttl| ttl.parse().ok()),
            };
            self.made.authorizers.push(AuthorizerScene {
                id,
                name: scheme.key.clone(),
                place,
                uri: text,
                ttl,
                in_definition: true,
            });
        }
    }

    fn paths(&mut self) {
        let root = self.root;
        let whole = root.get("security");
        for path in root.get("paths").map_or(&[][..], Evaluated::members) {
            if path.key.starts_with("x-") {
                continue;
            }
            for method in path.value.members() {
                if let Some(verb) = verb(&method.key) {
                    self.method(&path.key, verb, method, whole);
                }
            }
        }
    }

    fn method(&mut self, path: &str, verb: MethodVerb, method: &Member, whole: Option<&Evaluated>) {
        let path = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/{path}")
        };
        let trimmed = path.trim_end_matches('/');
        let path = if trimmed.is_empty() {
            "/".to_owned()
        } else {
            trimmed.to_owned()
        };
        let guards = self.guards(method.value.get("security").or(whole));
        let own = method.value.get(INTEGRATION).map(|own| self.followed(own));
        let integration = own.as_ref().map(|own| self.integration(own));
        let call = own.as_ref().and_then(|own| self.call(own));
        let scene = MethodScene {
            verb,
            path: path.clone(),
            place: self.place(method.key_span),
            integration,
            origin: own.as_ref().and_then(origin),
            in_definition: true,
            guards: guards.clone(),
        };
        self.made.methods.push(scene);
        self.made.definition.methods.push(Method {
            verb,
            path,
            authorization: authorization(&guards),
            call,
        });
    }

    /// A reference inside of the document.
    fn followed(&self, value: &Evaluated) -> Evaluated {
        let target = value.get("$ref").and_then(Evaluated::known_text);
        let target = target.as_deref().and_then(|text| text.strip_prefix("#/"));
        let mut found = self.root;
        for step in target.into_iter().flat_map(|target| target.split('/')) {
            match found.get(&step.replace("~1", "/").replace("~0", "~")) {
                Some(next) => found = next,
                None => return value.clone(),
            }
        }
        if target.is_some() {
            found.clone()
        } else {
            value.clone()
        }
    }

    fn integration(&mut self, own: &Evaluated) -> IntegrationScene {
        let kind = own.get("type").and_then(Evaluated::known_text);
        let http_method = own.get("httpMethod").and_then(|method| {
            Some((method.known_text()?.to_uppercase(), self.place(method.span)))
        });
        let uri = own.get("uri");
        IntegrationScene {
            kind: kind.unwrap_or_default().to_uppercase(),
            place: self.place(own.span),
            http_method,
            uri: uri.map(|uri| (self.stand_ins.text(uri), self.place(uri.span))),
        }
    }

    fn call(&mut self, own: &Evaluated) -> Option<Call> {
        let kind = own.get("type").and_then(Evaluated::known_text);
        let kind = kind.unwrap_or_default().to_uppercase();
        let uri = self.stand_ins.text(own.get("uri")?);
        if !calls_function(&kind, &uri) {
            return None;
        }
        let credentials = own
            .get("credentials")
            .filter(|role| role.value != Value::Null);
        let credentials = credentials.map(|role| self.stand_ins.text(role));
        Some(Call { uri, credentials })
    }

    fn guards(&self, security: Option<&Evaluated>) -> Vec<Guard> {
        let needs = security.map_or(&[][..], Evaluated::items);
        let names = needs.iter().flat_map(Evaluated::members);
        names.filter_map(|member| self.guard(&member.key)).collect()
    }

    fn guard(&self, name: &str) -> Option<Guard> {
        let scheme = self.schemes().iter().find(|scheme| scheme.key == name)?;
        if scheme.value.get(AUTHORIZER).is_some() {
            return Some(Guard::Authorizer(name.to_owned()));
        }
        let kind = scheme.value.get("x-amazon-apigateway-authtype");
        match kind.and_then(Evaluated::known_text).as_deref() {
            Some("awsSigv4") => Some(Guard::Iam),
            Some(_) => Some(Guard::Authorizer(name.to_owned())),
            None => Some(Guard::Key),
        }
    }

    fn responses(&mut self) {
        for response in self.root.get(RESPONSES).map_or(&[][..], Evaluated::members) {
            let allows = origin(&response.value).is_some();
            self.made.responses.insert(response.key.clone(), allows);
        }
    }
}

/// Whether an integration of that kind calls a function.
pub(super) fn calls_function(kind: &str, uri: &Text) -> bool {
    let names_lambda = uri.as_ref().is_ok_and(|uri| uri.contains(":lambda:"));
    match kind {
        "AWS_PROXY" => uri.as_ref().is_ok_and(|uri| !uri.contains(":firehose:")),
        "AWS" => names_lambda,
        _ => false,
    }
}

fn verb(key: &str) -> Option<MethodVerb> {
    if key == ANY {
        return "ANY".parse().ok();
    }
    key.to_uppercase()
        .parse()
        .ok()
        .filter(|_| key != "any" && key != "ANY")
}

fn authorization(guards: &[Guard]) -> AuthorizationType {
    let first = guards.iter().find(|guard| **guard != Guard::Key);
    match first {
        Some(Guard::Iam) => AuthorizationType::Iam,
        Some(Guard::Authorizer(_)) => AuthorizationType::Custom,
        Some(Guard::Key) | None => AuthorizationType::None,
    }
}

/// What a header that allows an origin is set to, anywhere in it; what is not known is some origin, too.
pub(super) fn origin(value: &Evaluated) -> Option<String> {
    let here = |member: &Member| {
        let key = member.key.to_lowercase();
        if key.ends_with("header.access-control-allow-origin") {
            return Some(member.value.known_text().unwrap_or_default());
        }
        origin(&member.value)
    };
    let mut members = value.members().iter();
    members
        .find_map(here)
        .or_else(|| value.items().iter().find_map(origin))
}
