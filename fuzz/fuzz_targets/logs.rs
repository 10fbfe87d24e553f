//! Filter patterns and queries of Insights over messages: whatever either holds, there is an answer.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (text, messages) = input.split_once('\n').unwrap_or((input, ""));
    control::strangers::logs(text, messages);
});
