//! What was measured, what was measured beside it, and what was aimed at; as text and as JSON.
//!
//! It must never decide whether a run failed: a missed aim is a row like any other.

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use crate::machine::Machine;

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    pub(crate) machine: Machine,
}

#[derive(Debug)]
pub(crate) struct Row {
    measure: String,
    here: Figure,
    bare: Option<Figure>,
    /// How the two compare; what an aim speaks of, if it is there.
    compared: Option<Figure>,
    aim: Option<Aim>,
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Figure {
    value: f64,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unit {
    PerSecond,
    Percent,
    /// How many times as much.
    Times,
    Nanos,
    Micros,
    /// A difference.
    MoreMicros,
    Millis,
    Mebibytes,
}

/// In the unit of the figure that it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Aim {
    AtLeast(f64),
    AtMost(f64),
}

impl Unit {
    pub(crate) fn of(self, value: f64) -> Figure {
        Figure { value, unit: self }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, unit } = self;
        match unit {
            Unit::PerSecond => write!(f, "{value:.0}/s"),
            Unit::Percent => write!(f, "{value:.1} %"),
            Unit::Times => write!(f, "{value:.1}x"),
            Unit::Nanos => write!(f, "{value:.0} ns"),
            Unit::Micros => write!(f, "{value:.0} us"),
            Unit::MoreMicros => write!(f, "{value:+.0} us"),
            Unit::Millis => write!(f, "{value:.1} ms"),
            Unit::Mebibytes => write!(f, "{value:.1} MiB"),
        }
    }
}

impl Aim {
    fn is_met_by(self, value: f64) -> bool {
        match self {
            Self::AtLeast(least) => value >= least,
            Self::AtMost(most) => value <= most,
        }
    }
}

impl Row {
    pub(crate) fn new(measure: impl Into<String>, here: Figure) -> Self {
        Self {
            measure: measure.into(),
            here,
            bare: None,
            compared: None,
            aim: None,
            note: None,
        }
    }

    pub(crate) fn beside(self, bare: Figure) -> Self {
        let bare = Some(bare);
        Self { bare, ..self }
    }

    pub(crate) fn compared(self, compared: Figure) -> Self {
        let compared = Some(compared);
        Self { compared, ..self }
    }

    pub(crate) fn aim(self, aim: Aim) -> Self {
        let aim = Some(aim);
        Self { aim, ..self }
    }

    pub(crate) fn note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    fn judged(&self) -> Figure {
        self.compared.unwrap_or(self.here)
    }

    fn met(&self) -> Option<bool> {
        Some(self.aim?.is_met_by(self.judged().value))
    }

    fn cells(&self) -> [String; COLUMNS] {
        let shown =
            |figure: Option<Figure>| figure.map_or_else(String::new, |figure| figure.to_string());
        let unit = self.judged().unit;
        let aim = self.aim.map_or_else(String::new, |aim| match aim {
            Aim::AtLeast(least) => format!(">= {}", unit.of(least)),
            Aim::AtMost(most) => format!("<= {}", unit.of(most)),
        });
        let met = match self.met() {
            None => "",
            Some(true) => "met",
            Some(false) => "missed",
        };
        [
            self.measure.clone(),
            self.here.to_string(),
            shown(self.bare),
            shown(self.compared),
            aim,
            met.to_owned(),
        ]
    }

    fn told(&self) -> Option<String> {
        let note = self.note.as_ref()?;
        Some(format!("{}: {note}", self.measure))
    }

    fn json(&self) -> Value {
        json!({
            "measure": self.measure, "here": self.here, "bare": self.bare,
            "compared": self.compared, "aim": self.aim, "met": self.met(), "note": self.note,
        })
    }
}

const COLUMNS: usize = 6;
const TITLES: [&str; COLUMNS] = ["measure", "here", "bare", "compared", "aim", ""];

impl Table {
    pub(crate) fn json(&self) -> Value {
        let rows: Vec<Value> = self.rows.iter().map(Row::json).collect();
        json!({ "rows": rows, "machine": self.machine })
    }

    pub(crate) fn text(&self) -> String {
        let mut cells = vec![TITLES.map(str::to_owned)];
        cells.extend(self.rows.iter().map(Row::cells));
        let widths = widths(&cells);
        let mut lines: Vec<String> = cells.iter().map(|cells| aligned(cells, widths)).collect();
        lines.push(String::new());
        let notes = self.rows.iter().filter_map(Row::told);
        lines.extend(notes);
        lines.push(format!("{}\n", self.machine));
        lines.join("\n")
    }
}

fn widths(lines: &[[String; COLUMNS]]) -> [usize; COLUMNS] {
    let mut widths = [0; COLUMNS];
    for cells in lines {
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = cell.len().max(*width);
        }
    }
    widths
}

/// What is measured to the left, figures to the right.
fn aligned(cells: &[String; COLUMNS], widths: [usize; COLUMNS]) -> String {
    let [measure, figures @ .., met] = cells;
    let [first, others @ .., _] = widths;
    let figures = figures.iter().zip(others);
    let figures: Vec<String> = figures
        .map(|(figure, width)| format!("{figure:>width$}"))
        .collect();
    let line = format!("{measure:<first$}  {}  {met}", figures.join("  "));
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(row: &Row, cells: [&str; COLUMNS]) {
        assert_eq!(row.cells(), cells);
    }

    #[test]
    fn an_aim_speaks_of_the_comparison_where_there_is_one() {
        let row = Row::new("rate", Unit::PerSecond.of(700.0))
            .beside(Unit::PerSecond.of(1000.0))
            .compared(Unit::Percent.of(70.0))
            .aim(Aim::AtLeast(60.0));
        check(
            &row,
            ["rate", "700/s", "1000/s", "70.0 %", ">= 60.0 %", "met"],
        );
    }

    #[test]
    fn an_aim_speaks_of_the_figure_itself_otherwise() {
        let row = Row::new("start", Unit::Millis.of(120.0)).aim(Aim::AtMost(100.0));
        check(&row, ["start", "120.0 ms", "", "", "<= 100.0 ms", "missed"]);
    }

    #[test]
    fn a_row_without_an_aim_is_neither_met_nor_missed() {
        let row = Row::new("p99", Unit::Micros.of(80.4));
        check(&row, ["p99", "80 us", "", "", "", ""]);
        assert_eq!(row.json().get("met"), Some(&Value::Null));
    }
}
