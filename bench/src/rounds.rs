//! A thing and the bare thing, measured in turn, so that whatever else the machine does hits both.

use std::time::Duration;

use anyhow::ensure;

/// What one round of a load gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Round {
    /// Good answers.
    pub(crate) per_second: f64,
    /// Microseconds.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    /// Answers other than 200.
    pub(crate) refused: u32,
}

/// Medians over the rounds; the comparisons are made within each round, before the median.
#[derive(Debug)]
pub(crate) struct Compared {
    pub(crate) here: Round,
    pub(crate) bare: Round,
    /// Ours of theirs, in percent.
    pub(crate) share: f64,
    /// Microseconds that ours takes more.
    pub(crate) p50_more: f64,
    pub(crate) p99_more: f64,
}

impl Round {
    /// Takes latencies in nanoseconds.
    pub(crate) fn of(mut nanos: Vec<u32>, refused: u32, took: Duration) -> anyhow::Result<Self> {
        ensure!(!nanos.is_empty(), "nothing was answered within {took:?}");
        nanos.sort_unstable();
        let answers = u32::try_from(nanos.len())?.saturating_sub(refused);
        Ok(Self {
            per_second: f64::from(answers) / took.as_secs_f64(),
            p50: percentile(&nanos, 50) / 1000.0,
            p99: percentile(&nanos, 99) / 1000.0,
            refused,
        })
    }
}

/// The value below which so many hundredths lie; zero of nothing.
pub(crate) fn percentile_of(values: &[f64], hundredths: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * hundredths / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

/// Runs both `times` times, in turn.
pub(crate) fn in_turn(
    times: u32,
    mut here: impl FnMut() -> anyhow::Result<Round>,
    mut bare: impl FnMut() -> anyhow::Result<Round>,
) -> anyhow::Result<Compared> {
    let mut pairs = Vec::new();
    for _ in 0..times {
        pairs.push((here()?, bare()?));
    }
    let over = |of: fn(&(Round, Round)) -> f64| median(pairs.iter().map(of));
    Ok(Compared {
        here: middle(pairs.iter().map(|pair| pair.0)),
        bare: middle(pairs.iter().map(|pair| pair.1)),
        share: over(|(here, bare)| 100.0 * here.per_second / bare.per_second),
        p50_more: over(|(here, bare)| here.p50 - bare.p50),
        p99_more: over(|(here, bare)| here.p99 - bare.p99),
    })
}

fn middle(rounds: impl Iterator<Item = Round> + Clone) -> Round {
    Round {
        per_second: median(rounds.clone().map(|round| round.per_second)),
        p50: median(rounds.clone().map(|round| round.p50)),
        p99: median(rounds.clone().map(|round| round.p99)),
        refused: rounds.map(|round| round.refused).sum(),
    }
}

/// Of nothing, it is not a number.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// By nearest rank.
fn percentile(sorted: &[u32], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    let value = sorted.get(rank.saturating_sub(1)).copied();
    value.map_or(f64::NAN, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(percent: usize, expected: f64) {
        let sorted: Vec<u32> = (1..=200).collect();
        assert!((percentile(&sorted, percent) - expected).abs() < f64::EPSILON);
    }

    #[test]
    fn a_percentile_is_a_value_that_was_seen() {
        check(0, 1.0);
        check(50, 100.0);
        check(99, 198.0);
        check(100, 200.0);
    }

    #[test]
    fn one_round_that_went_wrong_moves_no_median() {
        let mut here = [100.0, 1.0, 100.0].into_iter();
        let round = |per_second| Round {
            per_second,
            p50: 10.0,
            p99: 20.0,
            refused: 1,
        };
        let here = || Ok(round(here.next().unwrap()));
        let compared = in_turn(3, here, || Ok(round(200.0))).unwrap();
        assert!((compared.share - 50.0).abs() < f64::EPSILON);
        assert_eq!(compared.here.refused, 3);
    }
}
