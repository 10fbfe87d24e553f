//! Any request decodes, validates and fails without a panic, whatever service it claims.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, String, Vec<u8>)| {
    let (service, method, uri, body) = input;
    let services = wire::Service::ALL;
    let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    let Some(service) = services.get(usize::from(service) % services.len()) else { return };
    let Some(method) = methods.get(usize::from(method) % methods.len()) else { return };
    let Ok(request) = http::Request::builder().method(*method).uri(uri).body(()) else { return };
    let (parts, ()) = request.into_parts();
    let _ = wire::detect(&parts, &body);
    if let Ok(decoded) = wire::decode(*service, &parts, &body.into()) {
        let operation = decoded.operation();
        if let Err(failure) = decoded.validate() {
            let _ = failure.render(*service, Some(operation), "id");
        }
    }
});
