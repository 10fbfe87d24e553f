//! The values of conditions: their type, addresses that never come, and stars that mean nothing.

use super::Issue;
use super::finding::Findings;
use super::view::{Condition, Statement};
use crate::condition::{Block, Condition as Compiled, Operator, Variables};

pub(super) fn check(statement: &Statement<'_>, findings: &mut Findings) {
    for condition in statement.conditions() {
        let Some(operator) = Operator::parse(condition.operator) else {
            continue;
        };
        types(&condition, operator, findings);
        json_types(&condition, operator, findings);
        wildcards(&condition, operator, findings);
        numbers(&condition, operator, findings);
        if operator.name().ends_with("IpAddress") {
            addresses(&condition, operator, findings);
        }
    }
}

/// A value with a variable has no type yet.
fn types(condition: &Condition<'_>, operator: Operator, findings: &mut Findings) {
    let name = operator.name();
    for (value, spot) in &condition.values {
        let alone = [(*value).to_owned()];
        let compiled = Compiled::compile(operator, condition.key, &alone, Variables::Substituted);
        if compiled.is_ok() || value.contains("${") {
            continue;
        }
        let (issue, details) = match name {
            "Bool" | "Null" => (
                Issue::TypeMismatchBoolean,
                format!(
                    "Add a valid Boolean value (true or false) for the condition operator {name}."
                ),
            ),
            _ if name.starts_with("Date") => (
                Issue::TypeMismatchDate,
                "The date condition operator is used with an invalid value. Specify a valid date \
                 using YYYY-MM-DD or other ISO 8601 date/time format."
                    .to_owned(),
            ),
            _ if name.ends_with("IpAddress") => (
                Issue::TypeMismatchIpRange,
                format!(
                    "The condition operator {name} is used with an invalid IP range value. Specify \
                     the IP range in standard CIDR format."
                ),
            ),
            _ if name.starts_with("Numeric") => (
                Issue::TypeMismatchNumber,
                format!("Add a valid numeric value for the condition operator {name}."),
            ),
            _ => (
                Issue::TypeMismatchString,
                format!(
                    "Add a valid base64-encoded string value for the condition operator {name}."
                ),
            ),
        };
        findings.report(issue, spot, details);
    }
}

/// Values of one key are of one type, and of a boolean there is one.
fn json_types(condition: &Condition<'_>, operator: Operator, findings: &mut Findings) {
    let texts = condition
        .values
        .iter()
        .filter(|(_, spot)| spot.text().is_some());
    let texts = texts.count();
    if texts != 0 && texts != condition.values.len() {
        findings.report(
            Issue::InvalidConditionDataType,
            &condition.spot,
            "The condition value data types do not match. Use condition values of the same JSON \
             data type.",
        );
    }
    if operator.name() == "Bool" && condition.values.len() > 1 {
        findings.report(
            Issue::InvalidConditionMultipleBoolean,
            &condition.spot,
            "The condition key does not support multiple Boolean values. Use a single Boolean \
             value.",
        );
    }
}

fn wildcards(condition: &Condition<'_>, operator: Operator, findings: &mut Findings) {
    let exact = operator.name().starts_with("String") && !operator.name().contains("Like");
    if !exact {
        return;
    }
    for (value, spot) in &condition.values {
        let plain = value
            .replace("${*}", "")
            .replace("${?}", "")
            .replace("${$}", "");
        if plain.contains(['*', '?']) {
            findings.report(
                Issue::WildcardWithoutLikeOperator,
                spot,
                "Your condition value includes a * or ? character. If you meant to use a wildcard \
                 (*, ?), update the condition operator to include Like.",
            );
        }
    }
}

/// Of several bounds only one counts.
fn numbers(condition: &Condition<'_>, operator: Operator, findings: &mut Findings) {
    let name = operator.name();
    let extreme = if name.contains("LessThan") {
        "greatest"
    } else if name.contains("GreaterThan") {
        "least"
    } else {
        return;
    };
    if condition.values.len() > 1 {
        let details = format!(
            "Multiple values in {} are redundant. Replace with the {extreme} single value for {}.",
            condition.operator, condition.key
        );
        findings.report(Issue::RedundantConditionValueNum, &condition.spot, details);
    }
}

fn addresses(condition: &Condition<'_>, operator: Operator, findings: &mut Findings) {
    let blocks: Vec<Block> = condition
        .values
        .iter()
        .filter_map(|(value, _)| Block::of(value))
        .collect();
    for (value, spot) in &condition.values {
        if let Some(better) = Block::of(value).and_then(Block::without_rest) {
            let details = format!(
                "The non-zero bits in the IP address after the masked bits are ignored. Replace \
                 address with {better}."
            );
            findings.report(Issue::ImproveIpRange, spot, details);
        }
    }
    if !condition.key.eq_ignore_ascii_case("aws:SourceIp") || blocks.is_empty() {
        return;
    }
    let private = blocks.iter().filter(|block| block.is_private()).count();
    let positive = operator.name() == "IpAddress";
    let (issue, details) = match (private == blocks.len(), positive) {
        _ if private == 0 => return,
        (true, true) => (
            Issue::PrivateIpAddress,
            "aws:SourceIp works only for public IP address ranges. The values for condition key \
             aws:SourceIp include only private IP addresses and will not have the desired effect. \
             Update the value to include only public IP addresses.",
        ),
        (true, false) => (
            Issue::PrivateNotIpAddress,
            "The values for condition key aws:SourceIp include only private IP addresses and has \
             no effect. aws:SourceIp works only for public IP address ranges. Update the value to \
             include only public IP addresses.",
        ),
        (false, true) => (
            Issue::PrivateIpAddressSubset,
            "The values for condition key aws:SourceIp include a mix of private and public IP \
             addresses. The private addresses will not have the desired effect. aws:SourceIp works \
             only for public IP address ranges. To define permissions for private IP ranges, use \
             aws:VpcSourceIp.",
        ),
        (false, false) => (
            Issue::PrivateNotIpAddressSubset,
            "The values for condition key aws:SourceIp include a mix of private and public IP \
             addresses. The private addresses have no effect. aws:SourceIp works only for public \
             IP address ranges. To define permissions for private IP ranges, use aws:VpcSourceIp.",
        ),
    };
    findings.report(issue, &condition.spot, details);
}
