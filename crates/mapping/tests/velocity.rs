//! Generated templates against Apache Velocity 1.7 itself. It runs where Java and Debian's
//! package `velocity` are installed, or where `PORTCULLIS_VELOCITY_JARS` names a folder with the
//! jars; elsewhere it says so and passes.
#![expect(clippy::expect_used, reason = "a test may end in a panic")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mapping::{Input, Params, Scope, Template};
use serde_json::json;

const JARS: [&str; 5] = [
    "velocity",
    "commons-collections3",
    "commons-lang",
    "oro",
    "commons-logging",
];
/// Velocity's lexer carries its state from one token into the next, and its iterators notice every
/// change of a list; this many of the generated templates depend on corners of that.
const KNOWN_DIFFERENCES: usize = 18;
const SIGNS: &[&str] = &[
    "$", "#", "{", "}", "(", ")", "[", "]", "\"", "'", "\\", ".", "!", "é", "0",
];
const PREAMBLE: &str = "#set($x=1)#set($s=\"str\")#set($m={\"a\":1,\"b\":{\"c\":\"d\"}})\
    #set($l=[1,\"two\",3])#macro(both $p $q)<$p|$q>#end";

fn class_path() -> Option<String> {
    let folder = std::env::var_os("PORTCULLIS_VELOCITY_JARS");
    let folder = folder.map_or_else(|| PathBuf::from("/usr/share/java"), PathBuf::from);
    let jars = JARS.map(|name| folder.join(name).with_extension("jar"));
    let complete = jars.first().is_some_and(|velocity| velocity.exists());
    let java = Command::new("java")
        .arg("-version")
        .stderr(Stdio::null())
        .status()
        .is_ok();
    (complete && java).then(|| jars.map(|jar| jar.display().to_string()).join(":"))
}

/// What Velocity makes of each template: its text, or its refusal.
fn ask(class_path: &str, templates: &[String]) -> Vec<Result<String, String>> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/Oracle.java");
    let mut java = Command::new("java")
        .args(["-cp", class_path])
        .arg(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("java starts");
    let mut input = java.stdin.take().expect("a pipe");
    let lines: String = templates
        .iter()
        .map(|template| STANDARD.encode(template) + "\n")
        .collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = java.wait_with_output().expect("java ends");
    writer
        .join()
        .expect("the writer ends")
        .expect("java reads all");
    let answers = String::from_utf8(output.stdout).expect("answers are text");
    answers
        .lines()
        .map(|line| match line.strip_prefix('=') {
            Some(text) => {
                let bytes = STANDARD.decode(text).expect("base64");
                Ok(String::from_utf8(bytes).expect("text"))
            }
            None => Err(line.to_owned()),
        })
        .collect()
}

fn render(template: &str) -> Result<String, String> {
    let (params, context, stage_variables) = (Params::default(), json!({}), BTreeMap::new());
    let input = Input {
        body: "",
        params: &params,
    };
    let scope = Scope {
        input,
        context: &context,
        stage_variables: &stage_variables,
    };
    let parsed = Template::parse(template).map_err(|error| error.to_string())?;
    parsed
        .render(&scope)
        .map(|rendered| rendered.text)
        .map_err(|error| error.to_string())
}

/// Makes templates from a seed, always the same ones.
struct Maker(u64);

impl Maker {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    fn pick(&mut self, choices: &[&'static str]) -> &'static str {
        choices
            .get(self.below(choices.len()))
            .copied()
            .unwrap_or_default()
    }

    fn template(&mut self, depth: usize) -> String {
        let count = 1 + self.below(5);
        (0..count).map(|_| self.statement(depth)).collect()
    }

    fn statement(&mut self, depth: usize) -> String {
        let kind = self.below(if depth == 0 { 7 } else { 14 });
        let end = self.pick(&["", " ", "\n", "  \n", "z", "\t\n"]);
        match kind {
            0..=2 => self.text(),
            3 | 4 => self.reference(),
            5 => format!(
                "{}#set(${} = {}){end}",
                self.text(),
                self.pick(&["x", "y", "m.k", "s"]),
                self.expression(2)
            ),
            6 => format!("#both({} {}){end}", self.operand(), self.operand()),
            7 | 8 => format!(
                "#if({}){end}{}{}#end{end}",
                self.expression(2),
                self.template(depth - 1),
                self.otherwise(depth - 1)
            ),
            9 | 10 => {
                let over = self.pick(&["$l", "[1..3]", "[2..$x]", "$m", "$m.b", "'a'", "$u", "[]"]);
                format!(
                    "#foreach($i in {over}){end}{}$i$foreach.count#end{end}",
                    self.template(depth - 1)
                )
            }
            11 => format!("#define($d){end}{}#end{end}$d", self.template(depth - 1)),
            12 => format!("#set($y = \"{}\")$y", self.template(0).replace('"', "'")),
            _ => self
                .pick(&[
                    "#break",
                    "#evaluate('$x#if(true)y#end')",
                    "#{if}(true)a#{else}b#{end}",
                    "#[[ $x ]]#",
                ])
                .to_owned(),
        }
    }

    fn otherwise(&mut self, depth: usize) -> String {
        match self.below(3) {
            0 => format!(
                "#else{}{}",
                self.pick(&[" ", "\n", "  \n"]),
                self.template(depth)
            ),
            1 => format!(
                "#elseif({})\n{}#{{else}}e",
                self.expression(1),
                self.template(depth)
            ),
            _ => String::new(),
        }
    }

    fn text(&mut self) -> String {
        self.pick(&[
            "a", " ", "\n", "  ", "{", "}", "(b)", ".c", "$5 ", "# ", "\\", "\\\\", "'", "##c\n",
            "#*c*#", "#nope ", "#fff;", "é", "\\#if ", "\\#nope ", "$ ", "[1]", "a.b", "#1", "$.x",
            "\\a",
        ])
        .to_owned()
    }

    fn reference(&mut self) -> String {
        let body = self.pick(&[
            "x",
            "u",
            "s",
            "m",
            "l",
            "m.a",
            "m.b.c",
            "m.none",
            "u.v",
            "l[0]",
            "l[-1]",
            "m['a']",
            "l.size()",
            "s.length()",
            "s.substring(1)",
            "m.put('k', $x)",
            "l.add($x)",
            "l.get(1)",
            "s.toUpperCase()",
            "m.keySet()",
            "s.replaceAll('t', '[$0]')",
            "s.split('t')[0]",
            "l.contains('two')",
            "s.charAt(1)",
            "m.get('b').c",
            "x.toString()",
            "s.indexOf('r')",
            "foreach.hasNext",
            "velocityCount",
            "m.b.size()",
            "l.isEmpty()",
            "s.equals('str')",
            "l.remove(0)",
            "m.remove('a')",
            "s.none()",
            "x.y.z",
            "m.entrySet()",
            "m.values()",
        ]);
        match self.below(8) {
            0 => format!("${{{body}}}"),
            1 => format!("$!{body}"),
            2 => format!("$!{{{body}}}"),
            3 => format!("\\${body}"),
            4 => format!("\\\\${body}"),
            _ => format!("${body}"),
        }
    }

    fn operand(&mut self) -> String {
        self.pick(&[
            "1",
            "-2",
            "0",
            "2.5",
            "\"a\"",
            "'b'",
            "\"$x\"",
            "$x",
            "$u",
            "$s",
            "$m.a",
            "true",
            "false",
            "[1, 2]",
            "{'a': 1}",
            "$l",
            "$l.size()",
            "[1..3]",
            "\"\"",
            ".5",
            "1e3",
            "$m",
            "100000000",
        ])
        .to_owned()
    }

    fn expression(&mut self, depth: usize) -> String {
        let (left, right) = (self.operand(), self.operand());
        if depth == 0 {
            return left;
        }
        let operator = self.pick(&[
            "+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "and", "or",
            "eq", "gt",
        ]);
        match self.below(6) {
            0 => left,
            1 => format!("!{left}"),
            2 => format!("({}) {operator} {right}", self.expression(depth - 1)),
            3 => format!(
                "{} {operator} {}",
                self.expression(depth - 1),
                self.expression(depth - 1)
            ),
            4 => format!("not ( {left} {operator} {right} )"),
            _ => format!("{left} {operator} {right}"),
        }
    }
}

#[test]
fn generated_templates_render_as_in_velocity() {
    let Some(class_path) = class_path() else {
        println!("skipped: Debian's package velocity is not here (PORTCULLIS_VELOCITY_JARS)");
        return;
    };
    let mut maker = Maker(1);
    let templates: Vec<String> = (0..3000)
        .map(|_| PREAMBLE.to_owned() + &maker.template(3))
        .collect();
    let expected = ask(&class_path, &templates);
    assert_eq!(expected.len(), templates.len());
    let mut differences = String::new();
    let mut count = 0;
    for (template, expected) in templates.iter().zip(&expected) {
        let rendered = render(template);
        let agree = match (&rendered, expected) {
            (Ok(rendered), Ok(expected)) => rendered == expected,
            (rendered, expected) => rendered.is_err() && expected.is_err(),
        };
        if !agree {
            count += 1;
            let template = template.strip_prefix(PREAMBLE).unwrap_or(template);
            let _ = writeln!(differences, "{template:?}\n  {rendered:?}\n  {expected:?}");
        }
    }
    assert_eq!(count, KNOWN_DIFFERENCES, "differences:\n{differences}");
}

#[test]
fn mutilated_templates_end_in_text_or_in_an_error() {
    let mut maker = Maker(2);
    for _ in 0..3000 {
        let template = PREAMBLE.to_owned() + &maker.template(3);
        let mut characters: Vec<char> = template.chars().collect();
        for _ in 0..maker.below(4) {
            if characters.is_empty() {
                break;
            }
            let place = maker.below(characters.len());
            match maker.below(3) {
                0 => characters.truncate(place + 1),
                1 => drop(characters.remove(place)),
                _ => characters.insert(place, maker.pick(SIGNS).chars().next().unwrap_or(' ')),
            }
        }
        let mutilated: String = characters.into_iter().collect();
        // Either outcome is fine: what counts is that there is one.
        drop(render(&mutilated));
    }
}
