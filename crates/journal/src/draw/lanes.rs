//! The columns of a diagram: where each stands, and what one line of them looks like.

use crate::{Lane, Step};

use super::Glyphs;

/// Columns between two neighbouring names.
const GAP: usize = 2;

/// The lanes that take part, from left to right, each with the column of its line.
#[derive(Debug)]
pub(super) struct Lanes {
    places: Vec<(Lane, usize)>,
    width: usize,
}

struct Pen {
    idle: char,
    call: char,
    reply: char,
    right: char,
    left: char,
    alone: char,
    leaves_right: char,
    leaves_left: char,
}

impl Pen {
    const fn of(glyphs: Glyphs) -> Self {
        match glyphs {
            Glyphs::Unicode => Self {
                idle: '│',
                call: '─',
                reply: '╌',
                right: '▶',
                left: '◀',
                alone: '●',
                leaves_right: '├',
                leaves_left: '┤',
            },
            Glyphs::Ascii => Self {
                idle: '|',
                call: '-',
                reply: '.',
                right: '>',
                left: '<',
                alone: 'o',
                leaves_right: '+',
                leaves_left: '+',
            },
        }
    }
}

impl Lanes {
    pub(super) fn of(steps: &[Step]) -> Self {
        let takes_part = |lane: &Lane| {
            steps
                .iter()
                .any(|step| step.from == *lane || step.to == *lane)
        };
        let mut places = Vec::new();
        let mut width = 0;
        for lane in Lane::ALL.into_iter().filter(takes_part) {
            if width > 0 {
                width += GAP;
            }
            let name = lane.name().len();
            places.push((lane, width + name / 2));
            width += name;
        }
        Self { places, width }
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self.places.iter().map(|(lane, _)| lane.name()).collect();
        names.join(&" ".repeat(GAP))
    }

    /// A line on which nothing happens.
    pub(super) fn idle(&self, glyphs: Glyphs) -> String {
        self.line(|_| None, &Pen::of(glyphs))
    }

    /// A line with an arrow, or with a dot for what somebody does alone. An arrow back towards the
    /// client is a reply.
    pub(super) fn step(&self, from: Lane, to: Lane, glyphs: Glyphs) -> String {
        let pen = Pen::of(glyphs);
        let (Some(start), Some(end)) = (self.place(from), self.place(to)) else {
            return self.idle(glyphs);
        };
        self.line(|column| arrow(start, end, column, &pen), &pen)
    }

    fn place(&self, lane: Lane) -> Option<usize> {
        let place = self.places.iter().find(|(known, _)| *known == lane);
        place.map(|(_, column)| *column)
    }

    fn line(&self, drawn: impl Fn(usize) -> Option<char>, pen: &Pen) -> String {
        let is_lane = |column| self.places.iter().any(|(_, place)| *place == column);
        (0..self.width)
            .map(|column| drawn(column).unwrap_or(if is_lane(column) { pen.idle } else { ' ' }))
            .collect()
    }
}

/// What an arrow puts into a column. Its head stands before the line that it reaches.
fn arrow(start: usize, end: usize, column: usize, pen: &Pen) -> Option<char> {
    if start == end {
        return (column == start).then_some(pen.alone);
    }
    let rightwards = start < end;
    if column == start {
        return Some(if rightwards {
            pen.leaves_right
        } else {
            pen.leaves_left
        });
    }
    if rightwards {
        let head = end - 1;
        return (start..end).contains(&column).then_some(if column == head {
            pen.right
        } else {
            pen.call
        });
    }
    let head = end + 1;
    (head..start)
        .contains(&column)
        .then_some(if column == head { pen.left } else { pen.reply })
}
