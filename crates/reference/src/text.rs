//! The embedded text, and how its sections and lines are read.
//!
//! A service has three sections, of its condition keys, its resource types and its actions, each a
//! line per name and sorted without regard to case. The columns of a line stand between tabs.

const TEXT: &str = include_str!("generated/reference.txt");

/// Where one service stands in the text.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) prefix: &'static str,
    /// The beginnings of the three sections, and the end of the last.
    bounds: [usize; 4],
}

impl Block {
    pub(crate) const fn new(prefix: &'static str, bounds: [usize; 4]) -> Self {
        Self { prefix, bounds }
    }

    pub(crate) fn keys(&self) -> Section {
        let [keys, resources, _, _] = self.bounds;
        section([keys, resources])
    }

    pub(crate) fn resources(&self) -> Section {
        let [_, resources, actions, _] = self.bounds;
        section([resources, actions])
    }

    pub(crate) fn actions(&self) -> Section {
        let [_, _, actions, end] = self.bounds;
        section([actions, end])
    }
}

pub(crate) fn section([start, end]: [usize; 2]) -> Section {
    Section(TEXT.get(start..end).unwrap_or_default())
}

/// Some lines of the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Section(&'static str);

impl Section {
    pub(crate) fn lines(self) -> impl Iterator<Item = Line> {
        self.0.lines().map(Line)
    }

    /// The line of this name, whatever the case of its letters.
    pub(crate) fn named(self, name: &str) -> Option<Line> {
        self.lines()
            .find(|line| line.name().eq_ignore_ascii_case(name))
    }

    /// The lines at these places, which stand with commas between them.
    pub(crate) fn at(self, places: &'static str) -> impl Iterator<Item = Line> {
        let places = places.split(',').filter_map(|place| place.parse().ok());
        places.filter_map(move |place: usize| self.lines().nth(place))
    }
}

/// One line; the first column is the name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line(&'static str);

impl Line {
    pub(crate) fn name(self) -> &'static str {
        self.column(0)
    }

    /// Empty if the line ends before it.
    pub(crate) fn column(self, number: usize) -> &'static str {
        self.0.split('\t').nth(number).unwrap_or_default()
    }
}
