//! The report for a terminal.
//!
//! Strangers choose parts of the texts, so nothing but printable characters leaves this module, but
//! for the line breaks of commands.

use super::report::{Compared, NearMiss, Report};
use crate::draw::{printable, wrap};

/// Whether a terminal reads it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colours {
    #[default]
    None,
    Ansi,
}

#[derive(Clone, Copy)]
enum Tone {
    Bad,
    Good,
    Strong,
}

impl Colours {
    fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Bad => "31",
            Tone::Good => "32",
            Tone::Strong => "1",
        };
        match self {
            Self::None => text.to_owned(),
            Self::Ansi => format!("\x1b[{code}m{text}\x1b[0m"),
        }
    }
}

/// Lines of at most `width` columns, but for what is to be pasted or compared.
pub fn to_text(report: &Report, width: usize, colours: Colours) -> String {
    let width = width.max(40);
    let mut page = Page {
        lines: Vec::new(),
        width,
        colours,
    };
    page.title(report);
    page.story(report);
    if let Some(nearest) = &report.nearest {
        page.nearest(nearest);
    }
    page.list("what would have to be true", &report.needed);
    page.list("seen as well", &report.notes);
    page.fix(report);
    page.lines.join("\n")
}

struct Page {
    lines: Vec<String>,
    width: usize,
    colours: Colours,
}

impl Page {
    fn title(&mut self, report: &Report) {
        let Report {
            method,
            path,
            status,
            api,
            stage,
            request_id,
            ..
        } = report;
        let mut title =
            format!("{method} {path} -> {status} (api {api}, stage {stage}, request {request_id})");
        if let Some(caller) = &report.caller {
            title = format!("{title}, called by {caller}");
        }
        self.paragraph(&title, "");
        self.lines.push(String::new());
    }

    fn story(&mut self, report: &Report) {
        let tone = if report.refused {
            Tone::Bad
        } else {
            Tone::Good
        };
        let what = printable(&report.what);
        self.lines.push(self.colours.paint(tone, &what));
        if let Some(because) = &report.because {
            self.paragraph(because, "  ");
        }
    }

    fn nearest(&mut self, nearest: &NearMiss) {
        let name = nearest.sid.as_deref().map_or_else(
            || format!("a statement of {}", nearest.policy),
            |sid| format!("statement {sid:?} of {}", nearest.policy),
        );
        self.lines.push(String::new());
        self.heading(&format!("nearest: {name}"));
        for compared in &nearest.compared {
            self.compared(compared);
        }
    }

    /// One above the other, so that the eye finds the part that differs.
    fn compared(&mut self, compared: &Compared) {
        self.lines
            .push(format!("  {}", printable(&compared.element)));
        self.side("statement", &compared.pattern, compared.pattern_differs);
        match &compared.value {
            Some(value) => self.side("request", value, compared.value_differs),
            None => self.lines.push("    request    (not there)".to_owned()),
        }
        if compared.other_patterns > 0 {
            let others = compared.other_patterns;
            self.lines
                .push(format!("    and {others} more that are further off"));
        }
    }

    fn side(&mut self, name: &str, text: &str, differs: Option<(usize, usize)>) {
        self.lines
            .push(format!("    {name:<10} {}", printable(text)));
        let Some((start, end)) = differs else { return };
        let columns = |range: Option<&str>| range.map_or(0, |text| text.chars().count());
        let before = columns(text.get(..start));
        let width = columns(text.get(start..end)).max(1);
        let mark = self.colours.paint(Tone::Bad, &"^".repeat(width));
        self.lines
            .push(format!("    {:<10} {}{mark}", "", " ".repeat(before)));
    }

    fn list(&mut self, heading: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.lines.push(String::new());
        self.heading(heading);
        for item in items {
            match item.split_once('\n') {
                None => self.item(item),
                Some((words, commands)) => {
                    self.item(words);
                    self.pasted(commands);
                }
            }
        }
    }

    fn item(&mut self, item: &str) {
        let wrapped = wrap(&printable(item), self.width.saturating_sub(4));
        for (at, line) in wrapped.into_iter().enumerate() {
            let lead = if at == 0 { "  - " } else { "    " };
            self.lines.push(format!("{lead}{line}"));
        }
    }

    fn fix(&mut self, report: &Report) {
        let Some(cli) = &report.fix.cli else { return };
        self.lines.push(String::new());
        self.heading("the smallest fix");
        self.pasted(cli);
        let forms = report.fix.names();
        if forms.len() > 1 {
            let names = forms.join(", ");
            self.lines.push(String::new());
            self.paragraph(
                &format!("in one block, to be piped or pasted: --fix {names}"),
                "",
            );
        }
    }

    /// Not wrapped, so that it can be copied.
    fn pasted(&mut self, commands: &str) {
        let lines = commands
            .lines()
            .map(|line| format!("    {}", printable(line)));
        self.lines.extend(lines);
    }

    fn heading(&mut self, text: &str) {
        let text = self.colours.paint(Tone::Strong, &printable(text));
        self.lines.push(text);
    }

    fn paragraph(&mut self, text: &str, indent: &str) {
        let wrapped = wrap(&printable(text), self.width.saturating_sub(indent.len()));
        self.lines
            .extend(wrapped.into_iter().map(|line| format!("{indent}{line}")));
    }
}

impl super::Fixes {
    /// What `--fix` takes for this refusal.
    pub fn names(&self) -> Vec<&'static str> {
        let forms = [
            ("cli", self.cli.is_some()),
            ("json", self.forms.statement.is_some()),
            ("swagger", self.forms.swagger.is_some()),
            ("cfn", self.forms.cloudformation.is_some()),
            ("sam", self.forms.sam.is_some()),
            ("terraform", self.forms.terraform.is_some()),
        ];
        let there = forms.into_iter().filter(|(_, there)| *there);
        there.map(|(name, _)| name).collect()
    }
}
