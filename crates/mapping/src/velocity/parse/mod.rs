//! Turns the source of a template into its tree, with the tokens and the blank handling of
//! Velocity 1.7's grammar. It must never recurse deeper than its limit.

mod directive;
mod expression;
mod reference;
mod string;

use std::sync::Arc;

use super::TemplateError;
use super::ast::{Block, Macro, Node};
use super::cursor::Cursor;

/// How deeply directives, strings and expressions may stand inside one another.
const DEPTH_LIMIT: u32 = 64;

/// What a source declares besides its text.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) body: Block,
    pub(super) macros: Vec<Arc<Macro>>,
}

/// Parses a source, which may call the macros that `known` names.
pub(super) fn parse(source: &str, known: &[Arc<Macro>]) -> Result<Parsed, TemplateError> {
    let mut macros = known.to_vec();
    let mut parser = Parser {
        cursor: Cursor::new(source),
        macros: &mut macros,
        depth: 0,
    };
    let body = parser.whole()?;
    Ok(Parsed { body, macros })
}

struct Parser<'a, 'm> {
    cursor: Cursor<'a>,
    macros: &'m mut Vec<Arc<Macro>>,
    depth: u32,
}

/// Why a run of statements ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Source,
    End,
    Else,
    ElseIf,
}

impl<'a> Parser<'a, '_> {
    fn whole(&mut self) -> Result<Block, TemplateError> {
        let (nodes, ended) = self.statements()?;
        match ended {
            Ended::Source => Ok(nodes),
            Ended::End => Err(self.cursor.error("an #end closes nothing")),
            Ended::Else | Ended::ElseIf => Err(self.cursor.error("an #else belongs to no #if")),
        }
    }

    fn statements(&mut self) -> Result<(Block, Ended), TemplateError> {
        self.deeper()?;
        let mut nodes = Vec::new();
        let ended = loop {
            if self.cursor.at_end() {
                break Ended::Source;
            }
            if self.eat_set() {
                nodes.push(self.set()?);
                continue;
            }
            match self.cursor.peek() {
                Some(b'\\') => self.backslashes(&mut nodes)?,
                Some(b'$') => self.dollar(0, &mut nodes)?,
                Some(b'#') => {
                    if let Some(ended) = self.hash(&mut nodes)? {
                        break ended;
                    }
                }
                _ => push_text(&mut nodes, self.cursor.take_while(is_text)),
            }
        };
        self.depth -= 1;
        Ok((nodes.into(), ended))
    }

    fn deeper(&mut self) -> Result<(), TemplateError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(TemplateError::Depth { limit: DEPTH_LIMIT });
        }
        Ok(())
    }

    /// `#set(` takes the blanks before it along, if nothing but blanks stands between it and the
    /// last reference, directive or comment.
    fn eat_set(&mut self) -> bool {
        let start = self.cursor.position();
        self.cursor.take_while(|byte| matches!(byte, b' ' | b'\t'));
        if self.cursor.eat("#set") || self.cursor.eat("#{set}") {
            self.cursor.take_while(|byte| byte == b' ');
            if self.cursor.eat("(") {
                return true;
            }
        }
        self.cursor.seek(start);
        false
    }

    /// Backslashes mean something only before a reference or a directive that exists.
    fn backslashes(&mut self, nodes: &mut Vec<Node>) -> Result<(), TemplateError> {
        let run = self.cursor.take_while(|byte| byte == b'\\');
        match self.cursor.peek() {
            Some(b'$') => return self.dollar(run.len(), nodes),
            Some(b'#') => {}
            _ => {
                push_text(nodes, run);
                return Ok(());
            }
        }
        let start = self.cursor.position();
        let word = self.directive_word();
        let recognised = word.is_some_and(|word| self.is_directive(word));
        // An even run halves before a directive, but not before `#set`, whose token is its own.
        let (shown, escaped) = match (run.len() % 2, recognised) {
            (1, true) => (run.len() / 2, true),
            (0, true) if word != Some("set") => (run.len() / 2, false),
            (odd, _) => (run.len(), odd == 1),
        };
        push_text(nodes, run.get(..shown).unwrap_or_default());
        if escaped {
            push_text(nodes, self.cursor.since(start));
        } else {
            self.cursor.seek(start);
        }
        Ok(())
    }

    /// Prints a dollar or hash sign that begins nothing. Velocity's lexer loses it before `#set`.
    fn push_sign(&mut self, nodes: &mut Vec<Node>, sign: &str) {
        let start = self.cursor.position();
        if !self.eat_set() {
            push_text(nodes, sign);
        }
        self.cursor.seek(start);
    }

    /// Reads `#word` or `#{word}` and leaves the cursor behind it.
    fn directive_word(&mut self) -> Option<&'a str> {
        let start = self.cursor.position();
        self.cursor.skip(1);
        let braced = self.cursor.eat("{");
        let first = self.cursor.peek();
        let starts = first.is_some_and(|byte| {
            byte.is_ascii_alphabetic() || byte == b'_' || (byte == b'@' && !braced)
        });
        let word = self.cursor.take_while(is_directive_byte);
        if !starts || (braced && !self.cursor.eat("}")) {
            self.cursor.seek(start);
            return None;
        }
        Some(word)
    }

    fn is_directive(&self, word: &str) -> bool {
        directive::NAMES.contains(&word) || self.macros.iter().any(|known| *known.name == *word)
    }
}

fn is_text(byte: u8) -> bool {
    !matches!(byte, b'$' | b'#' | b'\\')
}

fn is_directive_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@')
}

fn push_text(nodes: &mut Vec<Node>, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(Node::Text(last)) = nodes.last_mut() {
        let mut joined = String::from(std::mem::take(last));
        joined.push_str(text);
        *last = joined.into();
        return;
    }
    nodes.push(Node::Text(text.into()));
}
