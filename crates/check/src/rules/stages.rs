//! PC014: in some stages a call names no function, or one that it may not invoke.

use super::analysis::{Analysis, is_judged};
use super::{Rule, repairs};
use crate::coverage::{State, Way};
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC014",
    name: "stage-alias-matrix",
    severity: Severity::Error,
    summary: "In some stages a call names no function, or one that it may not invoke.",
    why: "With a stage variable in the URI, each stage calls its own alias, and each alias needs its own permission. A variable that a stage does not have, an alias that does not exist or one without permission fails in that stage alone.",
    mend: "Give every stage the variables that the URIs need, make the aliases, and grant each of them.",
    fix: "adds a permission for the alias and the stage that lack one, in a template; a variable or an alias that is missing is left, as its value is not known.",
};

const LEFT: &str = "which alias is meant, or what the variable should be, is not known";

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.refusals() {
        let edge = refusal.edge;
        let by_policy = matches!(edge.way, Way::ResourcePolicy { .. });
        let nothing_there = edge.state == State::Missing && !is_judged(edge);
        let in_some =
            by_policy && is_judged(edge) && refusal.partly && edge.state == State::Missing;
        if !nothing_there && !in_some || edge.way == Way::Caller {
            continue;
        }
        if edge.why.contains("names no function") {
            continue;
        }
        let Some(place) = analysis.place(edge) else {
            continue;
        };
        let stages = refusal.stages.join(", ");
        let within = if stages.is_empty() {
            String::new()
        } else {
            format!(" in stage {stages}")
        };
        let function = edge
            .function
            .as_ref()
            .map(|arn| analysis.function_name(arn));
        let called = function.map(|name| format!(" {name}")).unwrap_or_default();
        let subject = format!("{}{called}{within}", analysis.subject(edge));
        let one = Found::new(
            &RULE,
            place,
            subject,
            format!(
                "{} can't invoke{called}{within}: {}",
                analysis.subject(edge),
                edge.why
            ),
        );
        let api = analysis.api(edge);
        let stage = edge
            .stage
            .as_ref()
            .and_then(|name| api?.stages.get(name))
            .copied();
        let one = analysis.with_remedy(one.related(stage, "the stage is defined here"), edge);
        // The alias is this stage's own, and so is its permission.
        let added = match &edge.way {
            Way::ResourcePolicy { source_arn } if in_some => {
                repairs::added(analysis, edge, source_arn)
            }
            Way::ResourcePolicy { .. } | Way::Role { .. } | Way::Caller | Way::Unknown => None,
        };
        found.push(match added {
            Some(step) => one.mend("add to the template", vec![step]),
            None => one.by_hand(LEFT),
        });
    }
}
