//! Cron expressions in AWS's form: minutes, hours, day of the month, month, day of the week, year (EventBridge user guide,
//! "Cron expressions reference").

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Weekday};

const YEARS: (i16, i16) = (1970, 2199);
const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];
const DAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// Sorted values of one field.
type Values = Vec<i16>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cron {
    minutes: Values,
    hours: Values,
    days: Days,
    months: Values,
    years: Values,
}

/// One of the two fields for days says which, and the other one is `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Days {
    OfMonth(Values),
    /// `L`
    LastOfMonth,
    /// `15W`: the working day that is nearest, in the same month.
    NearestWorkingDay(i16),
    /// 1 is Sunday.
    OfWeek(Values),
    /// `6L`: the last Friday of the month.
    LastOfWeek(i16),
    /// `3#2`: the second Tuesday of the month.
    Nth(i16, i16),
}

impl Cron {
    /// Nothing if it is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [minutes, hours, of_month, months, of_week, years] = fields.as_slice() else {
            return None;
        };
        let days = match (*of_month, *of_week) {
            ("?", "?") => return None,
            (of_month, "?") => days_of_month(of_month)?,
            ("?", of_week) => days_of_week(of_week)?,
            _ => return None,
        };
        Some(Self {
            minutes: values(minutes, (0, 59), &[])?,
            hours: values(hours, (0, 23), &[])?,
            days,
            months: values(months, (1, 12), &MONTHS)?,
            years: values(years, YEARS, &[])?,
        })
    }

    /// The first minute behind `after`, which may never come.
    pub(super) fn next(&self, after: DateTime) -> Option<DateTime> {
        let mut date = after.date();
        let mut floor = Some((i16::from(after.hour()), i16::from(after.minute())));
        while date.year() <= YEARS.1 {
            if !self.years.contains(&date.year()) {
                date = Date::new(date.year().checked_add(1)?, 1, 1).ok()?;
                floor = None;
                continue;
            }
            if self.has(date)
                && let Some((hour, minute)) = self.time(floor)
            {
                return Some(date.at(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0));
            }
            date = date.tomorrow().ok()?;
            floor = None;
        }
        None
    }

    fn has(&self, date: Date) -> bool {
        self.months.contains(&i16::from(date.month())) && self.days.have(date)
    }

    /// The first time of a day, behind another one if there is one.
    fn time(&self, floor: Option<(i16, i16)>) -> Option<(i16, i16)> {
        let mut times = self.hours.iter().flat_map(|hour| {
            let minutes = self.minutes.iter();
            minutes.map(move |minute| (*hour, *minute))
        });
        times.find(|time| floor.is_none_or(|floor| *time > floor))
    }
}

impl Days {
    fn have(&self, date: Date) -> bool {
        let (day, week) = (i16::from(date.day()), of_week(date));
        let last = i16::from(date.days_in_month());
        match self {
            Self::OfMonth(days) => days.contains(&day),
            Self::LastOfMonth => day == last,
            Self::NearestWorkingDay(wanted) => nearest(date, *wanted) == Some(date),
            Self::OfWeek(days) => days.contains(&week),
            Self::LastOfWeek(wanted) => week == *wanted && day > last - 7,
            Self::Nth(wanted, nth) => week == *wanted && (day - 1) / 7 + 1 == *nth,
        }
    }
}

/// 1 is Sunday.
fn of_week(date: Date) -> i16 {
    i16::from(date.weekday().to_sunday_one_offset())
}

fn nearest(date: Date, wanted: i16) -> Option<Date> {
    let last = i16::from(date.days_in_month());
    let wanted = i8::try_from(wanted.min(last)).ok()?;
    let day = Date::new(date.year(), date.month(), wanted).ok()?;
    let days = match day.weekday() {
        Weekday::Saturday if day.day() == 1 => 2,
        Weekday::Saturday => -1,
        Weekday::Sunday if i16::from(day.day()) == last => -2,
        Weekday::Sunday => 1,
        Weekday::Monday
        | Weekday::Tuesday
        | Weekday::Wednesday
        | Weekday::Thursday
        | Weekday::Friday => 0,
    };
    day.checked_add(days.days()).ok()
}

fn days_of_month(field: &str) -> Option<Days> {
    if field == "L" {
        return Some(Days::LastOfMonth);
    }
    if let Some(day) = field.strip_suffix('W') {
        return number(day, (1, 31), &[]).map(Days::NearestWorkingDay);
    }
    values(field, (1, 31), &[]).map(Days::OfMonth)
}

fn days_of_week(field: &str) -> Option<Days> {
    if field == "L" {
        return Some(Days::OfWeek(vec![7]));
    }
    if let Some(day) = field.strip_suffix('L') {
        return number(day, (1, 7), &DAYS).map(Days::LastOfWeek);
    }
    if let Some((day, nth)) = field.split_once('#') {
        let nth = number(nth, (1, 5), &[])?;
        return Some(Days::Nth(number(day, (1, 7), &DAYS)?, nth));
    }
    values(field, (1, 7), &DAYS).map(Days::OfWeek)
}

/// A list of `*`, `3`, `1-5`, `MON-FRI`, `0/15`, `*/5`.
fn values(field: &str, range: (i16, i16), names: &[&str]) -> Option<Values> {
    let mut values = Values::new();
    for part in field.split(',') {
        let (span, step) = match part.split_once('/') {
            Some((span, step)) => (
                span,
                Some(step.parse::<i16>().ok().filter(|step| *step > 0)?),
            ),
            None => (part, None),
        };
        let (first, last) = match (span, span.split_once('-'), step) {
            ("*", _, _) => range,
            (_, Some((first, last)), _) => {
                (number(first, range, names)?, number(last, range, names)?)
            }
            (one, None, Some(_)) => (number(one, range, names)?, range.1),
            (one, None, None) => {
                let one = number(one, range, names)?;
                (one, one)
            }
        };
        if first > last {
            return None;
        }
        let step = usize::try_from(step.unwrap_or(1)).ok()?;
        values.extend((first..=last).step_by(step));
    }
    values.sort_unstable();
    values.dedup();
    Some(values)
}

fn number(text: &str, (least, most): (i16, i16), names: &[&str]) -> Option<i16> {
    let named = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text));
    let number = match named {
        Some(at) => i16::try_from(at).ok()?.checked_add(1)?,
        None => text.parse().ok()?,
    };
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expression: &str, after: &str, expected: &[&str]) {
        let cron = Cron::parse(expression).unwrap_or_else(|| panic!("{expression}"));
        let mut at: DateTime = after.parse().unwrap();
        for next in expected {
            at = cron.next(at).unwrap();
            assert_eq!(at, next.parse().unwrap(), "{expression}");
        }
    }

    #[test]
    fn times_of_a_day_come_in_order() {
        check(
            "0 10 * * ? *",
            "2026-01-01T09:59:59",
            &["2026-01-01T10:00:00", "2026-01-02T10:00:00"],
        );
        check(
            "0/20,50 * * * ? *",
            "2026-01-01T23:40:00",
            &["2026-01-01T23:50:00", "2026-01-02T00:00:00"],
        );
        check(
            "15 12 ? * 2,FRI *",
            "2026-01-01T00:00:00",
            &["2026-01-02T12:15:00", "2026-01-05T12:15:00"],
        );
        check(
            "5 8 29 2 ? *",
            "2026-01-01T00:00:00",
            &["2028-02-29T08:05:00", "2032-02-29T08:05:00"],
        );
        check(
            "0 0 1 JAN ? 2030",
            "2026-01-01T00:00:00",
            &["2030-01-01T00:00:00"],
        );
    }

    #[test]
    fn days_are_named_in_aws_ways() {
        check(
            "0 0 L * ? *",
            "2026-02-01T00:00:00",
            &["2026-02-28T00:00:00", "2026-03-31T00:00:00"],
        );
        // The 15th of August 2026 is a Saturday, the 1st too.
        check(
            "0 0 15W 8 ? *",
            "2026-01-01T00:00:00",
            &["2026-08-14T00:00:00"],
        );
        check(
            "0 0 1W 8 ? *",
            "2026-01-01T00:00:00",
            &["2026-08-03T00:00:00"],
        );
        check(
            "0 0 ? * 6L *",
            "2026-11-01T00:00:00",
            &["2026-11-27T00:00:00"],
        );
        check(
            "0 0 ? * 3#2 *",
            "2026-11-01T00:00:00",
            &["2026-11-10T00:00:00"],
        );
    }

    #[test]
    fn what_never_comes_ends() {
        let cron = Cron::parse("0 0 30 2 ? *").unwrap();
        assert_eq!(cron.next("2026-01-01T00:00:00".parse().unwrap()), None);
    }

    #[test]
    fn what_is_none_is_told() {
        for text in [
            "0 10 * * * *",
            "0 10 ? * ? *",
            "60 10 * * ? *",
            "0 10 * * ?",
            "0/0 10 * * ? *",
            "5-1 10 * * ? *",
            "0 10 32 * ? *",
            "0 10 ? * 8 *",
            "0 10 ? * MON#6 *",
        ] {
            assert_eq!(Cron::parse(text), None, "{text}");
        }
    }
}
