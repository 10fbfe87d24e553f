//! How often a function has already run in a chain of events: carried in the trace header, which
//! AWS's SDKs send on with every call that a function makes.
//!
//! AWS: "Lambda recursive loop detection". The header's field is `Lineage=1:HASH:COUNT` with the
//! eight hexadecimal digits of a function and how often it ran before, as functions on AWS see it;
//! several functions stand beside each other, parted by `|`.

use model::FunctionArn;

/// "Approximately 16 times in the same chain of requests."
const MOST_RUNS: u32 = 16;
const FIELD: &str = "Lineage=";
/// What a chain of many functions may leave in the header, so that it stays a header.
const MOST_FUNCTIONS: usize = 32;

/// A trace header as the function sees it, and where the function stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lineage {
    pub(crate) trace: String,
    /// How often the function has run before in this chain.
    runs_before: u32,
}

impl Lineage {
    /// The chain of this header, one run of the function longer.
    pub(crate) fn continued(trace: &str, function: &FunctionArn) -> Self {
        let fields = trace.split(';').map(str::trim);
        let (lineage, others): (Vec<&str>, Vec<&str>) =
            fields.partition(|field| field.starts_with(FIELD));
        let known = lineage.first().and_then(|field| field.strip_prefix(FIELD));
        let known = known.unwrap_or_default().split('|').filter_map(read);
        let mut chain: Vec<(&str, u32)> = known.take(MOST_FUNCTIONS).collect();
        let own = fingerprint(&function.unqualified().to_string());
        let known = chain.iter_mut().find(|(hash, _)| *hash == own);
        let runs_before = if let Some((_, runs)) = known {
            *runs = runs.saturating_add(1);
            *runs
        } else {
            chain.push((&own, 0));
            0
        };
        let chain: Vec<String> = chain
            .iter()
            .map(|(hash, runs)| format!("1:{hash}:{runs}"))
            .collect();
        let mut fields: Vec<String> = others.into_iter().map(str::to_owned).collect();
        fields.retain(|field| !field.is_empty());
        fields.push(format!("{FIELD}{}", chain.join("|")));
        Self {
            trace: fields.join(";"),
            runs_before,
        }
    }

    /// Whether this is a loop that is stopped.
    pub(crate) fn is_a_loop(&self) -> bool {
        self.runs_before >= MOST_RUNS
    }
}

fn read(entry: &str) -> Option<(&str, u32)> {
    let mut parts = entry.rsplit(':');
    let runs = parts.next()?.parse().ok()?;
    let hash = parts.next()?;
    (hash.len() == 8).then_some((hash, runs))
}

/// Eight hexadecimal digits (FNV-1a, 32 bits): a name, not a secret.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arn(name: &str) -> FunctionArn {
        FunctionArn::parse(&format!(
            "arn:aws:lambda:us-east-1:123456789012:function:{name}"
        ))
        .unwrap()
    }

    /// The runs of a function in a chain of calls of these functions, the last one included.
    #[track_caller]
    fn check(calls: &[&str], expected: u32, is_a_loop: bool) {
        let mut trace = "Root=1-a-b;Parent=c;Sampled=0".to_owned();
        let mut last = None;
        for name in calls {
            let lineage = Lineage::continued(&trace, &arn(name));
            trace.clone_from(&lineage.trace);
            last = Some(lineage);
        }
        let last = last.unwrap();
        assert_eq!((last.runs_before, last.is_a_loop()), (expected, is_a_loop));
        assert!(
            last.trace
                .starts_with("Root=1-a-b;Parent=c;Sampled=0;Lineage=1:")
        );
    }

    #[test]
    fn a_function_that_calls_itself_is_stopped_after_sixteen_runs() {
        check(&["f"], 0, false);
        check(&["f"; 16], 15, false);
        check(&["f"; 17], 16, true);
    }

    #[test]
    fn a_loop_of_two_functions_is_one_too() {
        let calls: Vec<&str> = ["f", "g"].into_iter().cycle().take(33).collect();
        check(&calls, 16, true);
    }

    #[test]
    fn a_chain_of_many_functions_is_no_loop() {
        check(&["a", "b", "c", "d", "e", "f", "g"], 0, false);
    }

    #[test]
    fn qualifiers_do_not_hide_a_loop() {
        let alias = FunctionArn::parse("arn:aws:lambda:us-east-1:123456789012:function:f:prod");
        let first = Lineage::continued("", &arn("f"));
        let second = Lineage::continued(&first.trace, &alias.unwrap());
        assert_eq!(second.runs_before, 1);
    }

    #[test]
    fn what_is_no_lineage_is_replaced() {
        let lineage = Lineage::continued("Root=1;Lineage=x:y:z|", &arn("f"));
        assert_eq!(lineage.runs_before, 0);
        assert_eq!(lineage.trace.matches(FIELD).count(), 1);
    }
}
