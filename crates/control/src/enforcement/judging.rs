//! Compares what was asked with the reference.

use std::collections::{BTreeMap, BTreeSet};

use reference::{Action, ActionResource, ResourceType, global_keys};
use wire::Service;
use wire::schema::OperationSchema;

use super::driving::Call;
use super::exceptions::{self, APIGATEWAY_KEYS, Exception, Oddity};
use super::inputs::{NAMES, members};
use crate::needs::observed::Asked;

/// The operation that is judged.
pub(super) struct Subject {
    /// `service:Operation`
    name: String,
    operation: &'static OperationSchema,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Judge {
    problems: Vec<String>,
    used: BTreeSet<Exception>,
    asks: usize,
    filled: usize,
}

impl Judge {
    pub(super) fn judge(
        &mut self,
        service: Service,
        operation: &'static OperationSchema,
        call: &Call,
    ) {
        let name = format!("{}:{}", label(service), operation.name);
        let subject = Subject { name, operation };
        if call.asked.is_empty() {
            return self.decided_elsewhere(&subject.name, call);
        }
        self.asks += call.asked.len();
        self.main_action(&subject.name, service, operation, &call.asked);
        let mut by_action: BTreeMap<&str, Vec<&Asked>> = BTreeMap::new();
        for asked in &call.asked {
            by_action.entry(&asked.action).or_default().push(asked);
        }
        for (action, asked) in by_action {
            match reference::action(action) {
                Some(found) => self.action(&subject, found, &asked),
                None => self.problem(&subject.name, format!("AWS has no action {action}")),
            }
        }
    }

    /// What was found, with the rows about the service that nothing needed.
    pub(super) fn finish(&mut self, service: Service) -> Vec<String> {
        for row in exceptions::all() {
            let (of, operation) = row.at.split_once(':').unwrap_or_default();
            let is_ours =
                of == label(service) && (operation == "*" || is_served(service, operation));
            if is_ours && !self.used.contains(&row) {
                self.problems
                    .push(format!("the exception `{row}` is not needed"));
            }
        }
        std::mem::take(&mut self.problems)
    }

    pub(super) fn figures(&self) -> String {
        format!(
            "{} asks, {} condition keys filled, {} exceptions used",
            self.asks,
            self.filled,
            self.used.len()
        )
    }

    fn problem(&mut self, name: &str, what: impl std::fmt::Display) {
        self.problems.push(format!("{name}: {what}"));
    }

    /// Whether a row excuses something, for the operation or for all of its service.
    fn excused(&mut self, oddity: Oddity, at: &str, what: &str) -> bool {
        let row = exceptions::find(oddity, at, what);
        self.used.extend(row);
        row.is_some()
    }

    fn decided_elsewhere(&mut self, name: &str, call: &Call) {
        let said = call.denied.as_ref().map_or("nothing", |(action, _)| action);
        if !self.excused(Oddity::DecidedElsewhere, name, said) {
            let answer = &call.answer;
            self.problem(
                name,
                format!("asked for nothing, denied as {said}: {answer}"),
            );
            return;
        }
        if let Some((action, resource)) = &call.denied {
            let Some(action) = reference::action(action) else {
                return self.problem(name, format!("AWS has no action {action}"));
            };
            self.resource(name, action, resource);
        }
    }

    /// The operation's own action is among those that were asked for.
    fn main_action(
        &mut self,
        name: &str,
        service: Service,
        operation: &OperationSchema,
        asked: &[Asked],
    ) {
        let own = match service {
            Service::ApiGateway | Service::ApiGatewayV2 => {
                format!("apigateway:{}", operation.method)
            }
            Service::CloudFormation
            | Service::Ecr
            | Service::Events
            | Service::Iam
            | Service::Lambda
            | Service::Logs
            | Service::S3
            | Service::Scheduler
            | Service::Ssm
            | Service::Sts => name.to_owned(),
        };
        let is_asked = asked.iter().any(|asked| asked.action == own);
        let first = asked.first().map_or("", |asked| &asked.action);
        if !is_asked && !self.excused(Oddity::OtherAction, name, first) {
            self.problem(name, format!("asked for {first} and not for {own}"));
        }
    }

    fn action(&mut self, subject: &Subject, action: Action, asked: &[&Asked]) {
        let name = &subject.name;
        let mut types = Vec::new();
        for one in asked {
            if one.resources.is_empty() && action.resources().next().is_some() {
                self.problem(name, format!("{} on no resource", one.action));
            }
            for resource in &one.resources {
                types.extend(self.resource(name, action, resource));
            }
        }
        self.required(name, action, &types);
        self.keys(subject, action, &types, asked);
    }

    /// The types of the action that a resource is of.
    fn resource(&mut self, name: &str, action: Action, resource: &str) -> Vec<ResourceType> {
        let is_of = |kind: &ResourceType| kind.arn_formats().any(|format| format.matches(resource));
        let own = action.resources().filter_map(ActionResource::resource_type);
        let own: Vec<_> = own.filter(is_of).collect();
        if !own.is_empty() {
            return own;
        }
        if let Some(group) = resource.strip_suffix(":log-stream:")
            && self.excused(Oddity::OtherResource, name, "a group with an empty stream")
        {
            return self.resource(name, action, group);
        }
        let full = full_name(action);
        let mut all = action.service().resource_types();
        let other = all.find(|kind| is_of(kind));
        let form = other.map_or_else(|| general(resource), |kind| kind.name().to_owned());
        let row = format!("{full} on {form}");
        if !self.excused(Oddity::OtherResource, name, &row) {
            self.problem(
                name,
                format!("{row} ({resource}), which the reference lacks"),
            );
        }
        other.into_iter().collect()
    }

    fn required(&mut self, name: &str, action: Action, types: &[ResourceType]) {
        if types.is_empty() {
            return;
        }
        let required = action.resources().filter(|used| used.is_required());
        for kind in required.filter_map(ActionResource::resource_type) {
            if !types.iter().any(|found| found.name() == kind.name()) {
                self.problem(name, format!("{} without a {}", action.name(), kind.name()));
            }
        }
    }

    fn keys(
        &mut self,
        subject: &Subject,
        action: Action,
        types: &[ResourceType],
        asked: &[&Asked],
    ) {
        let name = &subject.name;
        let mut listed: Vec<_> = action.condition_keys().collect();
        listed.extend(types.iter().flat_map(|kind| kind.condition_keys()));
        listed.sort_by_key(|key| key.name());
        listed.dedup_by_key(|key| key.name());
        let set: BTreeSet<&str> = asked
            .iter()
            .flat_map(|asked| &asked.keys)
            .map(String::as_str)
            .collect();
        for key in &set {
            let is_listed = listed.iter().any(|listed| listed.matches(key));
            if !is_listed
                && !global_keys().any(|global| global.matches(key))
                && !self.excused(Oddity::UnlistedKey, name, key)
            {
                self.problem(name, format!("{} has no key {key}", action.name()));
            }
        }
        for key in listed {
            if set.iter().any(|set| key.matches(set)) {
                self.filled += 1;
            } else {
                self.unset(subject, action, types, key.name());
            }
        }
    }

    /// A key that the reference lists and nobody set.
    fn unset(&mut self, subject: &Subject, action: Action, types: &[ResourceType], key: &str) {
        let full = full_name(action);
        if is_of_other_request(subject, &full, types, key)
            || self.excused(Oddity::UnsetKey, &subject.name, key)
            || self.excused(Oddity::UnsetKey, &full, key)
        {
            return;
        }
        self.problem(&subject.name, format!("{full} is asked without {key}"));
    }
}

fn full_name(action: Action) -> String {
    format!("{}:{}", action.service().prefix(), action.name())
}

/// Whether the key belongs to requests for the action that the operation never makes: with tags, on
/// a resource that was there before, with a header of S3's, or of another of API Gateway's operations.
fn is_of_other_request(subject: &Subject, action: &str, types: &[ResourceType], key: &str) -> bool {
    let operation = subject.operation;
    let takes = |names: &[&str]| {
        let mut members = members(operation).iter();
        members.any(|member| names.contains(&member.wire_name()))
    };
    match key {
        "s3:RequestObjectTag/${TagKey}" | "s3:RequestObjectTagKeys" => {
            !takes(&["x-amz-tagging", "Tagging"])
        }
        "s3:prefix" | "s3:delimiter" | "s3:max-keys" => !takes(&[key.trim_start_matches("s3:")]),
        _ if is_of_header(key) => !members(operation).iter().any(|member| {
            let header = key.trim_start_matches("s3:");
            member.wire_name().eq_ignore_ascii_case(header)
        }),
        "aws:RequestTag/${TagKey}" => !takes(&["Tags", "tags"]),
        "aws:TagKeys" => !takes(&["Tags", "tags", "TagKeys", "tagKeys"]),
        _ if key.ends_with(":ResourceTag/${TagKey}") => {
            types.iter().any(|kind| creates(operation.name, *kind))
        }
        _ => {
            let comes = APIGATEWAY_KEYS.iter().find(|(listed, _)| *listed == key);
            comes.is_some_and(|(_, operations)| {
                !operations.contains(&operation.name)
                    || action != format!("apigateway:{}", operation.method)
            })
        }
    }
}

/// Whether a key of S3's is a header of the request, and so of those operations that take it; the
/// hash comes with every request.
fn is_of_header(key: &str) -> bool {
    let header = key.strip_prefix("s3:").unwrap_or_default();
    (header.starts_with("x-amz-") || header.starts_with("if-")) && header != "x-amz-content-sha256"
}

/// What the tables of exceptions call a service.
fn label(service: Service) -> &'static str {
    match service {
        Service::ApiGatewayV2 => "apigatewayv2",
        Service::ApiGateway
        | Service::CloudFormation
        | Service::Ecr
        | Service::Events
        | Service::Iam
        | Service::Lambda
        | Service::Logs
        | Service::S3
        | Service::Scheduler
        | Service::Ssm
        | Service::Sts => service.name(),
    }
}

fn is_served(service: Service, operation: &str) -> bool {
    let operation = service.schema().operation(operation);
    operation.is_some_and(|operation| operation.implemented)
}

/// The end of an ARN without the names in it: what no type of the reference fits.
fn general(resource: &str) -> String {
    let end = resource.splitn(6, ':').last().unwrap_or_default();
    let mut previous = "";
    let mut general = String::new();
    for part in end.split_inclusive(['/', ':']) {
        let name = part.trim_end_matches(['/', ':']);
        let known = NAMES.iter().find(|(known, _)| *known == name);
        let token = match known {
            Some((_, token)) => *token,
            None if previous == "restapis/" => "API",
            None if previous == "usageplans/" => "PLAN",
            None if previous == "keys/" => "KEY",
            None => name,
        };
        general.push_str(&part.replace(name, token));
        previous = part;
    }
    general
}

/// Whether an operation makes the resource, as CreateLogGroup a log-group and
/// CreateServiceLinkedRole a role: there are no tags then
/// but those of the request.
fn creates(operation: &str, kind: ResourceType) -> bool {
    let made = ["Create", "Import", "Upload"]
        .iter()
        .find_map(|verb| operation.strip_prefix(verb));
    let plain = |name: &str| name.replace(['-', ' '], "").to_ascii_lowercase();
    let kind = plain(kind.name());
    let singular = kind.trim_end_matches('s');
    made.is_some_and(|made| plain(made).trim_end_matches('s').ends_with(singular))
}
