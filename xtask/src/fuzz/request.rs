//! What `cargo xtask fuzz` was asked for.

use anyhow::{Context as _, bail};

const USUAL_SECONDS: u32 = 60;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// For each of the targets.
    pub(super) seconds: u32,
    pub(super) targets: Vec<String>,
}

impl Request {
    /// `[--seconds N] [TARGET ...]`; without a target, all that are `known`.
    pub(super) fn read(arguments: &[&str], known: &[String]) -> anyhow::Result<Self> {
        let mut request = Self {
            seconds: USUAL_SECONDS,
            targets: Vec::new(),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--seconds" => request.seconds = seconds(rest.next())?,
                target if known.iter().any(|known| known == target) => {
                    request.targets.push(target.to_owned());
                }
                other => bail!("there is no target {other}: {}", known.join(", ")),
            }
        }
        if request.targets.is_empty() {
            request.targets = known.to_vec();
        }
        Ok(request)
    }
}

fn seconds(text: Option<&&str>) -> anyhow::Result<u32> {
    let seconds = text.and_then(|text| text.parse().ok());
    let seconds = seconds.filter(|seconds| *seconds > 0);
    seconds.context("--seconds takes a number, at least 1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: Option<(u32, &[&str])>) {
        let known = ["heads".to_owned(), "zip".to_owned()];
        let read = Request::read(arguments, &known).ok();
        let expected = expected.map(|(seconds, targets)| Request {
            seconds,
            targets: targets.iter().map(ToString::to_string).collect(),
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn targets_and_their_time_are_taken_in_any_order() {
        check(&[], Some((60, &["heads", "zip"])));
        check(&["zip"], Some((60, &["zip"])));
        check(&["zip", "--seconds", "5"], Some((5, &["zip"])));
        check(&["--seconds", "5"], Some((5, &["heads", "zip"])));
        check(&["--seconds"], None);
        check(&["--seconds", "0"], None);
        check(&["zap"], None);
    }
}
