//! A request to a service that is elsewhere is read without a panic, and a statement in PartiQL that
//! can be read names one table.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(table) = upstream::table_of_statement(text) {
        assert!(!table.is_empty() && text.contains(&table));
    }
});
