//! Small languages of the control plane: headers of S3, filters of event sources, files of API keys,
//! templates as they are submitted, and policies of stacks.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (text, record) = input.split_once("\n\n").unwrap_or((input, "{}"));
    control::strangers::objects(text);
    control::strangers::event_filter(text, record);
    control::strangers::api_keys(input);
    control::strangers::stack(input);
});
