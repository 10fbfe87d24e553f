//! PC027: a template that can't be deployed: CloudFormation or SAM would refuse it.

use super::Rule;
use crate::found::Severity;

pub(crate) const RULE: Rule = Rule {
    id: "PC027",
    name: "template-problem",
    severity: Severity::Error,
    summary: "A template that can't be deployed: CloudFormation or SAM would refuse it.",
    why: "A reference to nothing, a circle of dependencies, a function with wrong arguments or a property that SAM does not have ends the deployment with a ValidationError, before anything is made.",
    mend: "Correct what the message names; it is AWS's own.",
    fix: "names the SAM transform where it is all that is missing; anything else is left, as what was meant is not known.",
};
