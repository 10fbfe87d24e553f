//! The rules, one file for each. A rule that is certain says so; what is not known is no finding, and is counted.

mod analysis; // what all rules look at
mod repairs; // what several rules write

mod authorizer_grant;
mod authorizer_policy;
mod budget;
mod caller;
mod denied;
mod duplicate;
mod grant_any;
mod grant_mismatch;
mod grant_qualifier;
mod invocation_method;
mod invocations;
mod lint;
mod logical_id;
mod no_grant;
mod options_guard;
mod orphaned;
mod principal;
mod response_cors;
mod role_permission;
mod role_trust;
mod shadowed;
mod source_arn;
mod stage_only;
mod stages;
mod template;
mod test_only;
mod wildcard;

use policy::FindingKind;

use crate::found::{Found, Severity};
use crate::scene::{Dialect, Scene};

pub(crate) use analysis::Analysis;
pub(crate) use logical_id::RULE as LOGICAL_ID;
pub(crate) use template::RULE as TEMPLATE;

/// What a check looks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable: `PC001`.
    pub id: &'static str,
    /// A few words, with hyphens.
    pub name: &'static str,
    pub severity: Severity,
    /// One sentence.
    pub summary: &'static str,
    /// Why it matters, and how AWS behaves.
    pub why: &'static str,
    /// What to do about it.
    pub mend: &'static str,
    /// What `--fix` does: a sentence without its subject.
    pub fix: &'static str,
}

/// All rules in the order of their ids.
pub const RULES: [&Rule; 30] = [
    &no_grant::RULE,
    &grant_mismatch::RULE,
    &grant_any::RULE,
    &logical_id::RULE,
    &principal::RULE,
    &grant_qualifier::RULE,
    &role_trust::RULE,
    &role_permission::RULE,
    &authorizer_grant::RULE,
    &source_arn::RULE,
    &wildcard::RULE,
    &invocation_method::RULE,
    &invocations::RULE,
    &stages::RULE,
    &budget::RULE,
    &orphaned::RULE,
    &duplicate::RULE,
    &shadowed::RULE,
    &test_only::RULE,
    &stage_only::RULE,
    &authorizer_policy::RULE,
    &options_guard::RULE,
    &response_cors::RULE,
    &lint::ERROR,
    &lint::SECURITY,
    &lint::WARNING,
    &template::RULE,
    &caller::RULE,
    &denied::RULE,
    &lint::SUGGESTION,
];
/// Every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.into_iter()
}

/// A rule by its id or its name.
pub fn rule(named: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(named) || rule.name == named)
}

pub(crate) fn of_lint(kind: FindingKind) -> &'static Rule {
    match kind {
        FindingKind::Error => &lint::ERROR,
        FindingKind::SecurityWarning => &lint::SECURITY,
        FindingKind::Warning => &lint::WARNING,
        FindingKind::Suggestion => &lint::SUGGESTION,
    }
}

/// Everything that the rules find in a scene.
pub(crate) fn judge(analysis: &Analysis<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for find in [
        no_grant::find,
        authorizer_grant::find,
        role_trust::find,
        role_permission::find,
        invocations::find,
        stages::find,
        caller::find,
        denied::find,
        source_arn::find,
        wildcard::find,
        invocation_method::find,
        budget::find,
        orphaned::find,
        duplicate::find,
        shadowed::find,
        test_only::find,
        stage_only::find,
        authorizer_policy::find,
        options_guard::find,
        response_cors::find,
    ] {
        find(analysis, &mut found);
    }
    for one in &mut found {
        show(analysis.scene, one);
    }
    found
}

/// Why nothing is written into a plan.
const PLAN: &str = "a plan is made from the configuration, which is where it has to be written";

/// Puts what the document says in the place of stand-ins.
fn show(scene: &Scene, found: &mut Found) {
    let shown = |text: &str| scene.shown(text);
    found.message = shown(&found.message);
    found.subject = shown(&found.subject);
    found.expected = found.expected.as_deref().map(shown);
    found.found = found.found.as_deref().map(shown);
    for note in &mut found.notes {
        *note = shown(note);
    }
    found.notes.extend(scene.supposed.clone());
    if let Some(fix) = &mut found.fix {
        // What Terraform wrote is not where it is written by.
        if scene.dialect == Dialect::Terraform {
            let steps = std::mem::take(&mut fix.steps);
            let plain = steps.iter().find_map(|step| step.plain());
            fix.paste = fix.paste.take().or_else(|| plain.map(str::to_owned));
            found.by_hand = Some(PLAN);
        }
        fix.title = shown(&fix.title);
        fix.paste = fix.paste.as_deref().map(shown);
        for step in &mut fix.steps {
            step.each_text(&shown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_every_rule_is_explained() {
        let ids: Vec<&str> = all().map(|rule| rule.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
        for rule in all() {
            assert!(rule.summary.ends_with('.'), "{}", rule.id);
            assert!(rule.why.len() > 60 && rule.mend.len() > 20, "{}", rule.id);
            assert!(rule.fix.ends_with('.'), "{}", rule.id);
            assert_eq!(super::rule(rule.id), Some(rule));
            assert_eq!(super::rule(rule.name), Some(rule));
        }
        assert!(super::rule("PC999").is_none());
    }
}
