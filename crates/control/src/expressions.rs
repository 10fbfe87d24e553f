//! Regular expressions of strangers, bounded: in what they are made into, and in how long they look.
//! A repetition of repetitions the library bounds by itself.

use fancy_regex::{Error, Regex, RegexBuilder};

/// Steps after which a match is given up.
const MOST_STEPS: usize = 100_000;
/// Instructions of the whole, in which each call of a group stands anew.
const MOST_INSTRUCTIONS: usize = 1 << 14;

pub(crate) fn compile(text: &str) -> Result<Regex, Box<Error>> {
    let mut builder = RegexBuilder::new(text);
    builder
        .backtrack_limit(MOST_STEPS)
        .max_prog_size(MOST_INSTRUCTIONS);
    builder.build().map_err(Box::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, compiles: bool) {
        assert_eq!(compile(text).is_ok(), compiles, "{text}");
    }

    #[test]
    fn what_grows_without_bound_is_refused() {
        check(r"(\w+)@(?<host>[a-z.]+)", true);
        check(r"(a)\1(?=b)", true);
        check("((a{1000}){1000}){1000}", false);
        check(
            r"(a\g<1>?\g<1>?\g<1>?\g<1>?\g<1>?\g<1>?\g<1>?\g<1>?)",
            false,
        );
        check(&format!("{}a{}", "(".repeat(5000), ")".repeat(5000)), false);
    }

    #[test]
    fn a_match_that_takes_too_long_is_given_up() {
        let slow = compile(r"^(a|a)*(?=b)$").unwrap();
        assert!(slow.is_match(&"a".repeat(5000)).is_err());
    }
}
