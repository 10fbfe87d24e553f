//! Character classes, with Java's unions, intersections and predefined names.

use super::PatternError;
use super::translate::{Translator, push_literal};

/// A class in brackets, behind its opening bracket.
pub(super) fn class(translator: &mut Translator<'_>) -> Result<(), PatternError> {
    translator.deeper()?;
    translator.out.push('[');
    if translator.eat("^") {
        translator.out.push('^');
    }
    // A bracket that comes first is a member.
    if translator.eat("]") {
        push_literal(&mut translator.out, ']');
    }
    while !translator.eat("]") {
        member(translator)?;
    }
    translator.out.push(']');
    translator.shallower();
    Ok(())
}

fn member(translator: &mut Translator<'_>) -> Result<(), PatternError> {
    if translator.eat("&&") {
        translator.out.push_str("&&");
        return Ok(());
    }
    match translator.next() {
        None => Err(translator.error("a class is not closed")),
        Some('[') => class(translator),
        Some('\\') => {
            let Some(character) = translator.next() else {
                return Err(translator.error("a backslash ends the pattern"));
            };
            if character == 'Q' {
                return Err(translator.error("a quotation inside of a class is not supported"));
            }
            if let Some(class) = predefined(translator, character)? {
                translator.out.push('[');
                translator.out.push_str(&class);
                translator.out.push(']');
                return Ok(());
            }
            let first = escaped_character(translator, character)?;
            range(translator, first)
        }
        Some(first) => range(translator, first),
    }
}

/// A character or, if a dash follows, the range that it begins.
fn range(translator: &mut Translator<'_>, first: char) -> Result<(), PatternError> {
    push_literal(&mut translator.out, first);
    if first == ':' && !translator.rest().starts_with('-') {
        // Two colons around a name would be a POSIX class to the engine, and are not to Java.
        translator.out.push_str(r"-\x{3a}");
    }
    let rest = translator.rest();
    let ends = ["-]", "-[", "-&&"].iter().any(|end| rest.starts_with(end));
    if ends || !translator.eat("-") {
        return Ok(());
    }
    let last = match translator.next() {
        Some('\\') => {
            let escaped = translator.next();
            let escaped =
                escaped.ok_or_else(|| translator.error("a backslash ends the pattern"))?;
            escaped_character(translator, escaped)?
        }
        Some(last) => last,
        None => return Err(translator.error("a class is not closed")),
    };
    if last < first {
        return Err(translator.error("a range goes backwards"));
    }
    translator.out.push('-');
    push_literal(&mut translator.out, last);
    Ok(())
}

/// The inside of a class for `\d` and its like, or nothing if the escape is no class.
pub(super) fn predefined(
    translator: &mut Translator<'_>,
    escape: char,
) -> Result<Option<String>, PatternError> {
    let (class, negated) = match escape {
        'd' => ("0-9", false),
        'D' => ("0-9", true),
        'w' => ("a-zA-Z0-9_", false),
        'W' => ("a-zA-Z0-9_", true),
        's' => (r"\x{9}-\x{d}\x{20}", false),
        'S' => (r"\x{9}-\x{d}\x{20}", true),
        'h' => (HORIZONTAL, false),
        'H' => (HORIZONTAL, true),
        'v' => (VERTICAL, false),
        'V' => (VERTICAL, true),
        'p' => (property(translator)?, false),
        'P' => (property(translator)?, true),
        _ => return Ok(None),
    };
    let negation = if negated { "^" } else { "" };
    Ok(Some([negation, class].concat()))
}

const HORIZONTAL: &str =
    r"\x{9}\x{20}\x{a0}\x{1680}\x{180e}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}";
const VERTICAL: &str = r"\x{a}-\x{d}\x{85}\x{2028}\x{2029}";

fn property(translator: &mut Translator<'_>) -> Result<&'static str, PatternError> {
    let rest = translator.rest();
    let name = match rest.strip_prefix('{') {
        Some(braced) => braced.split('}').next().unwrap_or_default(),
        None => rest.get(..1).unwrap_or_default(),
    };
    let found = PROPERTIES.iter().find(|(known, _)| *known == name);
    let Some((_, class)) = found else {
        return Err(translator.error("the class of characters is not supported"));
    };
    translator.position += name.len() + if rest.starts_with('{') { 2 } else { 0 };
    Ok(class)
}

/// POSIX names are ASCII in Java; general categories and `Is` names are Unicode.
const PROPERTIES: [(&str, &str); 34] = [
    ("Lower", "a-z"),
    ("Upper", "A-Z"),
    ("ASCII", r"\x{0}-\x{7f}"),
    ("Alpha", "a-zA-Z"),
    ("Digit", "0-9"),
    ("Alnum", "a-zA-Z0-9"),
    (
        "Punct",
        r"\x{21}-\x{2f}\x{3a}-\x{40}\x{5b}-\x{60}\x{7b}-\x{7e}",
    ),
    ("Graph", r"\x{21}-\x{7e}"),
    ("Print", r"\x{20}-\x{7e}"),
    ("Blank", r"\x{9}\x{20}"),
    ("Cntrl", r"\x{0}-\x{1f}\x{7f}"),
    ("XDigit", "0-9a-fA-F"),
    ("Space", r"\x{9}-\x{d}\x{20}"),
    ("L", r"\p{L}"),
    ("Lu", r"\p{Lu}"),
    ("Ll", r"\p{Ll}"),
    ("Lt", r"\p{Lt}"),
    ("Lm", r"\p{Lm}"),
    ("Lo", r"\p{Lo}"),
    ("M", r"\p{M}"),
    ("N", r"\p{N}"),
    ("Nd", r"\p{Nd}"),
    ("P", r"\p{P}"),
    ("S", r"\p{S}"),
    ("Z", r"\p{Z}"),
    ("C", r"\p{C}"),
    ("IsAlphabetic", r"\p{Alphabetic}"),
    ("IsLetter", r"\p{L}"),
    ("IsDigit", r"\p{Nd}"),
    ("IsUppercase", r"\p{Uppercase}"),
    ("IsLowercase", r"\p{Lowercase}"),
    ("IsLatin", r"\p{Latin}"),
    ("IsGreek", r"\p{Greek}"),
    ("IsCyrillic", r"\p{Cyrillic}"),
];

/// The character that an escape stands for.
pub(super) fn escaped_character(
    translator: &mut Translator<'_>,
    escape: char,
) -> Result<char, PatternError> {
    match escape {
        't' => Ok('\t'),
        'n' => Ok('\n'),
        'r' => Ok('\r'),
        'f' => Ok('\u{c}'),
        'a' => Ok('\u{7}'),
        'e' => Ok('\u{1b}'),
        'u' => number(translator, 4, 16),
        'x' if translator.eat("{") => {
            let digits = translator.rest().find('}').unwrap_or_default();
            let character = number(translator, digits, 16)?;
            translator.eat("}");
            Ok(character)
        }
        'x' => number(translator, 2, 16),
        '0' => octal(translator),
        'c' => {
            let control = translator
                .next()
                .and_then(|letter| u8::try_from(letter).ok());
            let control = control.ok_or_else(|| translator.error("\\c needs a letter"))?;
            Ok(char::from(control ^ 64))
        }
        other if other.is_ascii_alphanumeric() => {
            Err(translator.error("the escape is not supported"))
        }
        other => Ok(other),
    }
}

fn number(
    translator: &mut Translator<'_>,
    digits: usize,
    radix: u32,
) -> Result<char, PatternError> {
    let text = translator.rest().get(..digits).filter(|_| digits > 0);
    let code = text.and_then(|text| u32::from_str_radix(text, radix).ok());
    let character = code.and_then(char::from_u32);
    let character = character.ok_or_else(|| translator.error("the escape needs a number"))?;
    translator.position += digits;
    Ok(character)
}

/// Up to three octal digits, of which the first of three is at most three.
fn octal(translator: &mut Translator<'_>) -> Result<char, PatternError> {
    let octal = |byte: &u8| (b'0'..=b'7').contains(byte);
    let found = translator.rest().bytes().take_while(octal).count();
    let most = if translator.rest().starts_with(['0', '1', '2', '3']) {
        3
    } else {
        2
    };
    number(translator, found.min(most), 8)
}
