//! `AWS::Lambda`: functions, their aliases and versions, and the statements of their resource policies.

use std::collections::BTreeSet;

use model::{FunctionArn, Qualifier};
use serde_json::{Map, Value as Json, json};
use template::Evaluated;

use super::{Made, Reading};
use crate::coverage::Unknown;
use crate::found::Found;
use crate::mend::{At, Step};
use crate::rules;
use crate::scene::policies::json_of;
use crate::scene::server::grant as grant_of;
use crate::scene::{FunctionScene, Grant, StandIns};

/// A function by its name, with or without a qualifier, or by its ARN.
pub(in crate::scene) fn named(text: &str, stand_ins: &StandIns) -> Option<FunctionArn> {
    if text.starts_with("arn:") {
        return FunctionArn::parse(text).ok();
    }
    let name = match text.split_once(":function:") {
        Some((_, name)) => name,
        None => text,
    };
    let whole = format!(
        "arn:aws:lambda:{}:{}:function:{name}",
        stand_ins.region, stand_ins.account
    );
    FunctionArn::parse(&whole).ok()
}

impl Reading<'_> {
    pub(super) fn functions(&mut self) {
        for made in self.of_kind("AWS::Lambda::Function") {
            let reference = self.names.reference_of(&made.id).map(str::to_owned);
            let Some(arn) = reference.and_then(|name| self.function_named(&name)) else {
                continue;
            };
            self.scene.add_function(&arn);
            let code = made
                .properties
                .get("Code")
                .and_then(|code| code.get("ZipFile"));
            let scene = FunctionScene {
                place: made.place,
                name: made.id.clone(),
                code: code.and_then(Evaluated::known_text),
            };
            self.scene.functions.insert(arn, scene);
        }
        self.qualifiers();
        for made in self.of_kind("AWS::Lambda::Permission") {
            self.permission(&made);
        }
        for made in self.of_kind("AWS::Lambda::ResourcePolicy") {
            self.resource_policy(&made);
        }
    }

    /// A whole policy, with statements of any kind. None of them is mended: what else it says is not known to a rule.
    fn resource_policy(&mut self, made: &Made) {
        let named = self.text(made, "ResourceArn");
        let function = named.and_then(|named| self.function_named(&named));
        let document = made.properties.get("PolicyDocument").cloned();
        let document = document.and_then(|document| json_of(self.scene, &document));
        let (Some(function), Some(document)) = (function, document) else {
            self.scene.loose_grants += 1;
            return;
        };
        let statements = match document.get("Statement") {
            Some(Json::Array(statements)) => statements.clone(),
            Some(one) => vec![one.clone()],
            None => Vec::new(),
        };
        for statement in statements {
            let grant = Grant {
                generated: true,
                ..grant_of(&function, &statement, made.place)
            };
            self.scene.add_grant(grant, &Ok(statement.to_string()));
        }
    }

    /// The aliases and versions of functions that the template makes: there are no others.
    fn qualifiers(&mut self) {
        let mut known: Vec<(FunctionArn, Qualifier)> = Vec::new();
        for kind in ["AWS::Lambda::Alias", "AWS::Lambda::Version"] {
            for made in self.of_kind(kind) {
                let reference = self.names.reference_of(&made.id).map(str::to_owned);
                let Some(arn) = reference.and_then(|name| self.function_named(&name)) else {
                    continue;
                };
                if let Some(qualifier) = arn.qualifier.clone() {
                    known.push((arn.unqualified(), qualifier));
                    self.scene.qualified.insert(arn, made.id.clone());
                }
            }
        }
        let own: BTreeSet<FunctionArn> = self.scene.functions.keys().cloned().collect();
        for function in &mut self.scene.landscape.functions {
            if own.contains(&function.arn) {
                let of_this = known.iter().filter(|(arn, _)| *arn == function.arn);
                function.qualifiers =
                    Some(of_this.map(|(_, qualifier)| qualifier.clone()).collect());
            }
        }
    }

    fn permission(&mut self, made: &Made) {
        let Some(named) = self.text(made, "FunctionName") else {
            self.scene.loose_grants += 1;
            return;
        };
        self.logical_name(made, &named);
        let Some(function) = self.function_named(&named) else {
            self.scene.loose_grants += 1;
            return;
        };
        let is_known = self.scene.functions.contains_key(&function.unqualified());
        if !is_known && self.scene.stand_ins.open_in(&named).is_some() {
            self.scene.loose_grants += 1;
        }
        let statement = self.statement(made, &function);
        let of = |name: &str| made.properties.get(name);
        let source = of("SourceArn").map(|value| self.place(value));
        let grant = Grant {
            function,
            index: 0,
            id: made.id.clone(),
            place: made.place,
            principal: self.text(made, "Principal").unwrap_or_default(),
            source_arn: self.text(made, "SourceArn").zip(source),
            generated: !self.own.contains_key(&made.id),
            has_account: of("SourceAccount").is_some(),
            principal_place: of("Principal").map(|value| self.place(value)),
        };
        self.scene.add_grant(grant, &statement);
    }

    /// The name of a resource is not the name of the function that it makes.
    fn logical_name(&mut self, made: &Made, named: &str) {
        let Some(function) = self.made.iter().find(|other| other.id == named) else {
            return;
        };
        let own = self.names.reference_of(&function.id) == Some(named);
        if own || function.kind != "AWS::Lambda::Function" {
            return;
        }
        let place = made
            .properties
            .get("FunctionName")
            .map_or(made.place, |value| self.place(value));
        let found = Found::new(
            &rules::LOGICAL_ID,
            place,
            format!("{} names {named}", made.id),
            format!(
                "{} names the function by its logical id, which is not its name",
                made.id
            ),
        )
        .beside(format!("!Ref {named}"), named)
        .mend(
            "refer to the function",
            vec![Step::set(At::place(place), json!({ "Ref": named }))],
        );
        self.scene.found.push(found);
    }

    /// The statement that AddPermission makes of it.
    fn statement(&mut self, made: &Made, function: &FunctionArn) -> Result<String, Unknown> {
        let mut needed = |name: &str| {
            let found = self.text(made, name);
            found.ok_or_else(|| Unknown(format!("the {name} of {} is not known", made.id)))
        };
        let (action, principal) = (needed("Action")?, needed("Principal")?);
        let mut conditions = Map::new();
        if made.properties.get("SourceArn").is_some() {
            conditions.insert(
                "ArnLike".to_owned(),
                json!({ "AWS:SourceArn": needed("SourceArn")? }),
            );
        }
        let mut equal = Map::new();
        for (name, key) in [
            ("SourceAccount", "AWS:SourceAccount"),
            ("EventSourceToken", "lambda:EventSourceToken"),
            ("PrincipalOrgID", "aws:PrincipalOrgID"),
            ("FunctionUrlAuthType", "lambda:FunctionUrlAuthType"),
        ] {
            if made.properties.get(name).is_some() {
                equal.insert(key.to_owned(), Json::String(needed(name)?));
            }
        }
        if !equal.is_empty() {
            conditions.insert("StringEquals".to_owned(), Json::Object(equal));
        }
        Ok(composed(
            &made.id, &action, &principal, function, conditions,
        ))
    }
}

/// A statement of a function's resource policy.
pub(in crate::scene) fn composed(
    sid: &str,
    action: &str,
    principal: &str,
    function: &FunctionArn,
    conditions: Map<String, Json>,
) -> String {
    let principal = if principal == "*" {
        json!("*")
    } else if principal.contains(".amazonaws.com") && !principal.starts_with("arn:") {
        json!({ "Service": principal })
    } else {
        json!({ "AWS": principal })
    };
    let mut statement = json!({
        "Sid": sid,
        "Effect": "Allow",
        "Principal": principal,
        "Action": action,
        "Resource": function.to_string(),
    });
    if let (false, Some(statement)) = (conditions.is_empty(), statement.as_object_mut()) {
        statement.insert("Condition".to_owned(), Json::Object(conditions));
    }
    statement.to_string()
}
