//! Values that are not text: numbers, dates, booleans, bytes and addresses, read character by
//! character (`reference_policies_elements_condition_operators`).

use std::cmp::Ordering;

pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// How the values of a kind of operator are read, and how they may compare: `NumericLessThanEquals`
/// and the like.
type Reader = fn(&str) -> Option<i128>;

pub(super) fn comparison(operator: &str) -> Option<(Reader, &'static [Ordering])> {
    let (reader, name): (Reader, _) = match operator.strip_prefix("Numeric") {
        Some(name) => (decimal, name),
        None => (moment, operator.strip_prefix("Date")?),
    };
    let orderings: &[Ordering] = match name {
        "Equals" => &[Ordering::Equal],
        "LessThan" => &[Ordering::Less],
        "LessThanEquals" => &[Ordering::Less, Ordering::Equal],
        "GreaterThan" => &[Ordering::Greater],
        "GreaterThanEquals" => &[Ordering::Greater, Ordering::Equal],
        _ => return None,
    };
    Some((reader, orderings))
}

/// Everything becomes a count of billionths, which compares exactly.
const BILLION: i128 = 1_000_000_000;

/// "One of the W3C implementations of the ISO 8601 date formats or epoch (UNIX) time".
fn moment(text: &str) -> Option<i128> {
    let year = text.len() == 4 && all_digits(text);
    if year || text.trim_start_matches('-').contains('-') {
        return iso(text);
    }
    decimal(text)
}

/// "An integer or decimal value", of at most nine decimals.
fn decimal(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if whole.len() > 20 || fraction.len() > 9 {
        return None;
    }
    let padded = format!("{fraction:0<9}");
    if whole.is_empty() || fraction.is_empty() || !all_digits(whole) || !all_digits(&padded) {
        return None;
    }
    Some(sign * (whole.parse::<i128>().ok()? * BILLION + padded.parse::<i128>().ok()?))
}

fn all_digits(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit())
}

fn iso(text: &str) -> Option<i128> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let parts: Vec<&str> = date.split('-').collect();
    let number = |at: usize, length: usize| match parts.get(at) {
        None => Some(1),
        Some(part) if part.len() == length && all_digits(part) => part.parse::<i128>().ok(),
        Some(_) => None,
    };
    let (year, month, day) = (number(0, 4)?, number(1, 2)?, number(2, 2)?);
    if parts.len() > 3 || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    let months: i128 = (1..month).map(|month| days_in(year, month)).sum();
    let years: i128 = (1970..year).map(days_of).sum();
    let back: i128 = (year..1970).map(days_of).sum();
    let days = day - 1 + months + years - back;
    let midnight = days * 86_400 * BILLION;
    match time {
        None => Some(midnight),
        Some(time) if parts.len() == 3 => Some(midnight + of_day(time)?),
        Some(_) => None,
    }
}

fn leap(year: i128) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i128) -> i128 {
    if leap(year) { 366 } else { 365 }
}

fn days_in(year: i128, month: i128) -> i128 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s`, then `Z` or an offset.
fn of_day(text: &str) -> Option<i128> {
    let zone = text.find(['Z', '+', '-'])?;
    let (clock, zone) = text.split_at(zone);
    let fields: Vec<&str> = clock.split(':').collect();
    let two = |text: &str, most: i128| {
        let value = text.parse::<i128>().ok()?;
        (text.len() == 2 && all_digits(text) && value <= most).then_some(value)
    };
    let (hours, minutes) = (two(fields.first()?, 23)?, two(fields.get(1)?, 59)?);
    let seconds = match fields.as_slice() {
        [_, _] => 0,
        [_, _, seconds] => {
            two(seconds.get(..2)?, 59)?;
            decimal(seconds)?
        }
        _ => return None,
    };
    let shift = match zone.strip_prefix(['+', '-']) {
        None if zone == "Z" => 0,
        None => return None,
        Some(offset) => {
            let (hours, minutes) = offset.split_once(':')?;
            let ahead = (two(hours, 23)? * 60 + two(minutes, 59)?) * 60 * BILLION;
            if zone.starts_with('+') { ahead } else { -ahead }
        }
    };
    Some((hours * 60 + minutes) * 60 * BILLION + seconds - shift)
}

/// An address as its bits, 32 or 128 of them.
fn address(text: &str) -> Option<String> {
    if let Ok(v4) = text.parse::<std::net::Ipv4Addr>() {
        return Some(format!("{:032b}", u32::from(v4)));
    }
    let v6 = text.parse::<std::net::Ipv6Addr>().ok()?;
    Some(format!("{:0128b}", u128::from(v6)))
}

/// Whether an address lies in a CIDR block. "If you specify an IP address without the associated
/// routing prefix, IAM uses the default prefix value of /32", which for the longer addresses is /128.
pub(super) fn within(block: &str, asked: &str) -> Option<bool> {
    let (base, prefix) = match block.split_once('/') {
        Some((base, prefix)) => (base, Some(prefix)),
        None => (block, None),
    };
    let mut bits = address(base)?;
    let length = bits.len();
    if let Some(prefix) = prefix {
        let prefix = prefix.parse().ok().filter(|_| all_digits(prefix));
        bits.truncate(prefix.filter(|prefix| *prefix <= length)?);
    }
    Some(address(asked).is_some_and(|asked| asked.len() == length && asked.starts_with(&bits)))
}
