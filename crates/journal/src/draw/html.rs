//! One page that can be shared: the picture, every step with its decision, and why it was refused.
//! It asks nobody for anything: no script, and nothing from elsewhere.

use std::fmt::Write as _;

use super::svg::{escaped, svg};
use super::text::{duration, printable};
use crate::{Entry, Mark, Outcome, Step};

const STYLE: &str = "body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;\
    padding:0 1rem;color:#222}h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2rem}\
    table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;\
    padding:.3rem .6rem;border-bottom:1px solid #ddd}pre{background:#f5f5f5;padding:.8rem;\
    overflow:auto;white-space:pre-wrap}.refused{color:#b22}.permitted{color:#173}\
    .reported{color:#a60}figure{margin:1rem 0;overflow:auto}";

pub fn html(entry: &Entry) -> String {
    let title = shown(&format!(
        "{} {} -> {}",
        entry.method, entry.path, entry.status
    ));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
         'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    facts(&mut out, entry);
    refusal(&mut out, entry);
    let _ = writeln!(out, "<h2>Sequence</h2>\n<figure>\n{}</figure>", svg(entry));
    out.push_str(
        "<h2>Steps</h2>\n<table>\n<tr><th>at</th><th>who</th><th>part</th><th>what</th></tr>\n",
    );
    for step in &entry.steps {
        out.push_str(&row(step));
    }
    out.push_str("</table>\n</body>\n</html>\n");
    out
}

fn shown(text: &str) -> String {
    escaped(&printable(text))
}

fn facts(out: &mut String, entry: &Entry) {
    let mut facts = vec![
        ("request", entry.request_id.clone()),
        ("api", entry.api_id.to_string()),
        ("stage", entry.stage.to_string()),
        ("took", duration(entry.duration_micros)),
    ];
    facts.extend(entry.caller.clone().map(|caller| ("called by", caller)));
    let facts = facts
        .iter()
        .map(|(name, value)| format!("{name} <b>{}</b>", shown(value)));
    let _ = writeln!(out, "<p>{}</p>", facts.collect::<Vec<_>>().join(" · "));
}

fn refusal(out: &mut String, entry: &Entry) {
    let Outcome::Refused(refusal) = &entry.outcome else {
        return;
    };
    let _ = writeln!(
        out,
        "<h2 class=\"refused\">Refused by {} ({})</h2>\n<p>{}</p>",
        refusal.layer.name(),
        shown(&refusal.kind),
        shown(&refusal.cause)
    );
    if let Some(fix) = &refusal.fix {
        let lines: Vec<String> = fix.lines().map(shown).collect();
        let _ = writeln!(
            out,
            "<p>What would let it pass:</p>\n<pre>{}</pre>",
            lines.join("\n")
        );
    }
}

fn row(step: &Step) -> String {
    let class = match step.mark {
        Mark::Plain => "plain",
        Mark::Permitted => "permitted",
        Mark::Refused => "refused",
        Mark::Reported => "reported",
    };
    let who = if step.from == step.to {
        step.from.name().to_owned()
    } else {
        format!("{} → {}", step.from.name(), step.to.name())
    };
    let decision = step.decision.as_ref().map_or(String::new(), |decision| {
        let text = decision.to_text();
        let lines: Vec<String> = text.lines().map(shown).collect();
        format!(
            "<details><summary>what the policies say</summary><pre>{}</pre></details>",
            lines.join("\n")
        )
    });
    format!(
        "<tr class=\"{class}\"><td>{}</td><td>{who}</td><td>{}</td><td>{}{decision}</td></tr>\n",
        duration(step.at_micros),
        step.kind.name(),
        shown(&step.text)
    )
}
