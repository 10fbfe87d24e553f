//! Draws an entry as a sequence diagram for a terminal: a column for each who took part, a line
//! for each step, what was said beside it.
//!
//! Strangers choose parts of the texts, so nothing but printable characters leaves this module.

mod html; // a page of its own
mod lanes;
mod mermaid;
mod svg;
mod text;

use crate::{Entry, Mark, Outcome, PermissionsMode, Refusal, Step};

pub use html::html;
use lanes::Lanes;
pub use mermaid::mermaid;
pub use svg::svg;
use text::{duration, shortened};
pub(crate) use text::{printable, wrap};

/// Columns below which nothing can be drawn; a narrower terminal wraps the lines itself.
const NARROWEST: usize = 60;
const TIME: usize = 9;
const SAID_AT_LEAST: usize = 20;

/// The characters that a diagram is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Glyphs {
    #[default]
    Unicode,
    Ascii,
}

/// The diagram, lines of about `width` columns, ending with a line break.
pub fn text(entry: &Entry, width: usize) -> String {
    text_with(entry, width, Glyphs::Unicode)
}

pub fn text_with(entry: &Entry, width: usize, glyphs: Glyphs) -> String {
    let width = width.max(NARROWEST);
    let lanes = Lanes::of(&entry.steps);
    let said = width
        .saturating_sub(TIME + 2 + lanes.width() + 4)
        .max(SAID_AT_LEAST);
    let mut lines = title(entry, width);
    lines.push(String::new());
    lines.push(row("", &lanes.names(), ' ', ""));
    for step in &entry.steps {
        lines.extend(step_lines(step, &lanes, said, glyphs));
    }
    lines.extend(ending(entry, width));
    let mut drawing = String::new();
    for line in lines {
        drawing.push_str(line.trim_end());
        drawing.push('\n');
    }
    match glyphs {
        Glyphs::Unicode => drawing,
        Glyphs::Ascii => drawing.replace(|character: char| !character.is_ascii(), "?"),
    }
}

fn title(entry: &Entry, width: usize) -> Vec<String> {
    let mut title = format!(
        "{} {} -> {} in {} (api {}, stage {}, request {})",
        entry.method,
        entry.path,
        entry.status,
        duration(entry.duration_micros),
        entry.api_id,
        entry.stage,
        entry.request_id,
    );
    if let Some(caller) = &entry.caller {
        title.push_str(", called by ");
        title.push_str(caller);
    }
    if entry.permissions_mode == PermissionsMode::Report {
        title.push_str(", permissions only reported");
    }
    wrap(&printable(&title), width)
}

fn step_lines(step: &Step, lanes: &Lanes, said: usize, glyphs: Glyphs) -> Vec<String> {
    let mut text = shortened(&printable(&step.text));
    if let Some(took) = step.took_micros {
        text = format!("{text} ({})", duration(took));
    }
    let time = duration(step.at_micros);
    let mut wrapped = wrap(&text, said).into_iter();
    let first = wrapped.next().unwrap_or_default();
    let arrow = lanes.step(step.from, step.to, glyphs);
    let mut lines = vec![row(&time, &arrow, mark(step.mark, glyphs), &first)];
    lines.extend(wrapped.map(|more| row("", &lanes.idle(glyphs), ' ', &more)));
    lines
}

fn row(time: &str, lanes: &str, mark: char, said: &str) -> String {
    format!("{time:>TIME$}  {lanes}  {mark} {said}")
}

fn mark(mark: Mark, glyphs: Glyphs) -> char {
    match (mark, glyphs) {
        (Mark::Plain, _) => ' ',
        (Mark::Permitted, Glyphs::Unicode) => '✓',
        (Mark::Permitted, Glyphs::Ascii) => '+',
        (Mark::Refused, Glyphs::Unicode) => '✗',
        (Mark::Refused, Glyphs::Ascii) => 'x',
        (Mark::Reported, _) => '!',
    }
}

fn ending(entry: &Entry, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if entry.steps_left_out > 0 {
        lines.push(format!("and {} more steps", entry.steps_left_out));
    }
    if let Outcome::Refused(refusal) = &entry.outcome {
        lines.push(String::new());
        lines.extend(refused(refusal, width));
    }
    lines
}

fn refused(refusal: &Refusal, width: usize) -> Vec<String> {
    let cause = format!(
        "refused by {} ({}): {}",
        refusal.layer.name(),
        refusal.kind,
        refusal.cause
    );
    let mut lines = wrap(&printable(&cause), width);
    if let Some(fix) = &refusal.fix {
        // Not wrapped, so that it can be copied.
        lines.push(format!("to let it pass: {}", printable(fix)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use model::Timestamp;

    use super::*;
    use crate::{Lane, Recorder, Request, StepKind};

    fn recorder() -> Recorder {
        let request = Request {
            request_id: "1f0c".to_owned(),
            api_id: "a1b2c3".into(),
            stage: "prod".into(),
            method: "GET".into(),
            path: "/pets/7".to_owned(),
            source_ip: None,
            started: Timestamp::default(),
            permissions_mode: PermissionsMode::Enforce,
        };
        Recorder::start(request, Instant::now())
    }

    /// The times of a test are those that the test wants.
    fn timed(mut entry: Entry) -> Entry {
        entry.duration_micros = 4_210;
        for (number, step) in (0..).zip(&mut entry.steps) {
            step.at_micros = number * 350;
        }
        entry
    }

    fn refused_by_policy() -> Entry {
        use Lane::{Authorizer, Client, Gateway, Policy};
        let mut recorder = recorder();
        for step in [
            Step::between(StepKind::Deployment, Client, Gateway, "GET /prod/pets/7"),
            Step::within(StepKind::Routing, Gateway, "matched GET /pets/{id}"),
            Step::between(
                StepKind::Invocation,
                Gateway,
                Policy,
                "may it invoke bearer?",
            ),
            Step::between(StepKind::Invocation, Policy, Gateway, "yes, statement gw")
                .marked(Mark::Permitted),
            Step::between(
                StepKind::Authorizers,
                Gateway,
                Authorizer,
                "token *****abcdef",
            ),
            Step::between(
                StepKind::Authorizers,
                Authorizer,
                Gateway,
                "policy for user-1",
            )
            .took(2_100),
            Step::between(StepKind::Invocation, Gateway, Policy, "may it invoke pets?"),
            Step::between(
                StepKind::Invocation,
                Policy,
                Gateway,
                "no: the function's resource policy has no statement for apigateway.amazonaws.com",
            )
            .marked(Mark::Refused),
            Step::between(
                StepKind::Refusal,
                Gateway,
                Client,
                "500 Internal server error",
            ),
        ] {
            recorder.step(step);
        }
        recorder.caller("user-1");
        let refusal = Refusal {
            layer: StepKind::Invocation,
            kind: "NotPermitted".into(),
            cause: "nobody permitted API Gateway to invoke function pets".to_owned(),
            fix: Some("aws lambda add-permission --function-name pets".to_owned()),
            forms: None,
        };
        timed(recorder.finish(500, Outcome::refused(refusal)))
    }

    #[test]
    fn a_refusal_shows_who_refused_and_what_would_help() {
        insta::assert_snapshot!(text(&refused_by_policy(), 100), @r"
        GET /pets/7 -> 500 in 4.21 ms (api a1b2c3, stage prod, request 1f0c), called by user-1

                   client  gateway  authorizer  policy
             0 us     ├──────▶│          │         │      GET /prod/pets/7
           350 us     │       ●          │         │      matched GET /pets/{id}
           700 us     │       ├───────────────────▶│      may it invoke bearer?
          1.05 ms     │       │◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤    ✓ yes, statement gw
          1.40 ms     │       ├─────────▶│         │      token *****abcdef
          1.75 ms     │       │◀╌╌╌╌╌╌╌╌╌┤         │      policy for user-1 (2.10 ms)
          2.10 ms     │       ├───────────────────▶│      may it invoke pets?
          2.45 ms     │       │◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤    ✗ no: the function's resource policy has no
                      │       │          │         │      statement for apigateway.amazonaws.com
          2.80 ms     │◀╌╌╌╌╌╌┤          │         │      500 Internal server error

        refused by invocation (NotPermitted): nobody permitted API Gateway to invoke function pets
        to let it pass: aws lambda add-permission --function-name pets
        ");
    }

    #[test]
    fn a_terminal_without_unicode_gets_ascii() {
        let drawing = text_with(&refused_by_policy(), 80, Glyphs::Ascii);
        assert!(drawing.is_ascii(), "{drawing}");
        insta::assert_snapshot!(drawing, @r"
        GET /pets/7 -> 500 in 4.21 ms (api a1b2c3, stage prod, request 1f0c), called by
        user-1

                   client  gateway  authorizer  policy
             0 us     +------>|          |         |      GET /prod/pets/7
           350 us     |       o          |         |      matched GET /pets/{id}
           700 us     |       +------------------->|      may it invoke bearer?
          1.05 ms     |       |<...................+    + yes, statement gw
          1.40 ms     |       +--------->|         |      token *****abcdef
          1.75 ms     |       |<.........+         |      policy for user-1 (2.10 ms)
          2.10 ms     |       +------------------->|      may it invoke pets?
          2.45 ms     |       |<...................+    x no: the function's resource
                      |       |          |         |      policy has no statement for
                      |       |          |         |      apigateway.amazonaws.com
          2.80 ms     |<......+          |         |      500 Internal server error

        refused by invocation (NotPermitted): nobody permitted API Gateway to invoke
        function pets
        to let it pass: aws lambda add-permission --function-name pets
        ");
    }

    #[test]
    fn only_lanes_that_take_part_are_drawn() {
        use Lane::{Backend, Client, Gateway};
        let mut recorder = recorder();
        recorder.step(Step::between(
            StepKind::Deployment,
            Client,
            Gateway,
            "GET /prod/pets/7",
        ));
        recorder.step(Step::between(
            StepKind::Integrations,
            Gateway,
            Backend,
            "invoke pets",
        ));
        recorder.step(Step::between(
            StepKind::Integrations,
            Backend,
            Gateway,
            "200",
        ));
        recorder.step(Step::between(StepKind::Response, Gateway, Client, "200"));
        let entry = timed(recorder.finish(200, Outcome::Answered));
        insta::assert_snapshot!(text(&entry, 80), @r"
        GET /pets/7 -> 200 in 4.21 ms (api a1b2c3, stage prod, request 1f0c)

                   client  gateway  backend
             0 us     ├──────▶│        │       GET /prod/pets/7
           350 us     │       ├───────▶│       invoke pets
           700 us     │       │◀╌╌╌╌╌╌╌┤       200
          1.05 ms     │◀╌╌╌╌╌╌┤        │       200
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let fix = "to let it pass:";
        for width in [80, 100, 120] {
            for line in text(&refused_by_policy(), width).lines() {
                let fits = line.chars().count() <= width || line.starts_with(fix);
                assert!(fits, "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_request_can_not_write_to_the_terminal() {
        let mut recorder = recorder();
        let text_of_a_stranger = "GET /\u{1b}]0;title\u{7}\nforged line";
        recorder.step(Step::within(
            StepKind::Routing,
            Lane::Gateway,
            text_of_a_stranger,
        ));
        recorder.caller("\u{1b}[2J");
        let drawing = text(&recorder.finish(200, Outcome::Answered), 80);
        assert!(!drawing.contains(['\u{1b}', '\u{7}']));
        assert!(!drawing.lines().any(|line| line.starts_with("forged")));
    }

    #[test]
    fn a_page_of_markdown_draws_it_too() {
        insta::assert_snapshot!(mermaid(&refused_by_policy()), @r"
        sequenceDiagram
            participant client
            participant gateway
            participant authorizer
            participant policy
            Note over client,policy: GET /pets/7 is 500 in 4.21 ms
            client->>gateway: GET /prod/pets/7
            Note over gateway: matched GET /pets/{id}
            gateway->>policy: may it invoke bearer?
            policy-->>gateway: yes: yes, statement gw
            gateway->>authorizer: token *****abcdef
            authorizer-->>gateway: policy for user-1
            gateway->>policy: may it invoke pets?
            policy-->>gateway: no: no: the function's resource policy has no statement for apigateway.amazonaws.com
            gateway-->>client: 500 Internal server error
            Note over client,policy: refused by invocation: nobody permitted API Gateway to invoke function pets
        ");
    }

    #[test]
    fn a_picture_needs_nothing_from_elsewhere() {
        let picture = svg(&refused_by_policy());
        assert!(picture.starts_with("<svg xmlns="), "{picture}");
        assert_eq!(picture.matches("<polygon").count(), 8);
        for part in ["href", "<script", "<style", "<image"] {
            assert!(!picture.contains(part), "{part}");
        }
    }

    #[test]
    fn a_page_holds_the_picture_the_steps_and_the_fix() {
        let page = html(&refused_by_policy());
        for part in [
            "<title>GET /pets/7 -&gt; 500</title>",
            "Refused by invocation (NotPermitted)",
            "<pre>aws lambda add-permission --function-name pets</pre>",
            "<svg xmlns=",
            "</html>",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("<script"));
    }

    #[test]
    fn what_a_stranger_sent_is_text_in_every_drawing() {
        let mut recorder = recorder();
        let sent = "<script>alert(1)</script>; \u{1b}[2J\nGET \"x\" & more";
        recorder.step(Step::within(StepKind::Routing, Lane::Gateway, sent));
        recorder.caller(sent);
        let mut entry = recorder.finish(200, Outcome::Answered);
        entry.path = format!("/{sent}");
        for drawing in [svg(&entry), html(&entry), mermaid(&entry)] {
            assert!(!drawing.contains("<script"), "{drawing}");
            assert!(!drawing.contains('\u{1b}'));
        }
        let lines = mermaid(&entry);
        assert!(
            !lines
                .lines()
                .any(|line| line.trim_start().starts_with("GET")),
            "{lines}"
        );
    }

    #[test]
    fn an_entry_without_steps_is_drawn() {
        let drawing = text(&timed(recorder().finish(200, Outcome::Answered)), 80);
        assert!(
            drawing.starts_with("GET /pets/7 -> 200 in 4.21 ms"),
            "{drawing}"
        );
    }
}
