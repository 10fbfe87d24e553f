//! String literals: a doubled quote stands for itself, and only double quotes interpolate.

use super::Parser;
use crate::velocity::TemplateError;
use crate::velocity::ast::{Block, Expression};
use crate::velocity::cursor::Cursor;

impl Parser<'_, '_> {
    pub(super) fn string(&mut self, quote: u8) -> Result<Expression, TemplateError> {
        let raw = self.quoted(quote)?;
        let doubled = if quote == b'"' { "\"\"" } else { "''" };
        let single = doubled.get(1..).unwrap_or_default();
        if quote == b'\'' {
            return Ok(Expression::Text(raw.replace(doubled, single).into()));
        }
        let text = self.unescape(&raw)?.replace(doubled, single);
        if !text.contains(['$', '#']) {
            return Ok(Expression::Text(text.into()));
        }
        let padded = !text.contains("##");
        let body = self.nested(&if padded { text + " " } else { text })?;
        Ok(Expression::Interpolated { body, padded })
    }

    /// The longest reading wins, as in Velocity's lexer: a doubled quote goes on only if a later
    /// quote closes the string.
    fn quoted(&mut self, quote: u8) -> Result<String, TemplateError> {
        self.cursor.skip(1);
        let start = self.cursor.position();
        let mut closed = None;
        loop {
            self.cursor.take_while(|byte| byte != quote);
            if self.cursor.at_end() {
                break;
            }
            closed = Some(self.cursor.position());
            if self.cursor.peek_at(1) != Some(quote) {
                break;
            }
            self.cursor.skip(2);
        }
        let Some(end) = closed else {
            return Err(self.cursor.error("a string is not closed"));
        };
        self.cursor.seek(end);
        let raw = self.cursor.since(start).to_owned();
        self.cursor.skip(1);
        Ok(raw)
    }

    /// Replaces the escapes of the form `\u0041`.
    fn unescape(&self, raw: &str) -> Result<String, TemplateError> {
        let mut units = Vec::new();
        let mut parts = raw.split("\\u");
        units.extend(parts.next().unwrap_or_default().encode_utf16());
        for part in parts {
            let code = part
                .get(..4)
                .and_then(|digits| u16::from_str_radix(digits, 16).ok());
            let code = code.ok_or_else(|| self.cursor.error("\\u must precede four hex digits"))?;
            units.push(code);
            units.extend(part.get(4..).unwrap_or_default().encode_utf16());
        }
        Ok(String::from_utf16_lossy(&units))
    }

    /// Parses the inside of a string, in which the same macros are known.
    fn nested(&mut self, source: &str) -> Result<Block, TemplateError> {
        let (line, column) = self.cursor.place();
        self.deeper()?;
        let mut inner = Parser {
            cursor: Cursor::new(source),
            macros: self.macros,
            depth: self.depth,
        };
        let parsed = inner.whole();
        self.depth -= 1;
        parsed.map_err(|error| match error {
            TemplateError::Syntax { reason, .. } => TemplateError::Syntax {
                line,
                column,
                reason,
            },
            other => other,
        })
    }
}
