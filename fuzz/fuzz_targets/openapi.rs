//! No bytes make the import panic or take without bound, and what it takes can be exported and taken again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openapi::{
    BasePath, ExportAbout, ExportKind, ExportOptions, Extensions, Format, ImportOptions, Imported,
    export, import,
};

fuzz_target!(|data: &[u8]| {
    let _ = openapi::documentation(data);
    // An export may nest a schema two levels deeper than its source, and repeat what references name: what is near a
    // bound of the import by itself may be beyond it afterwards.
    let nesting = data.iter().filter(|byte| b"{[:-".contains(byte)).count();
    let may_return = nesting < 90;
    let Some(first) = imported(data) else {
        return;
    };
    for kind in [ExportKind::Swagger, ExportKind::Oas30] {
        for format in [Format::Json, Format::Yaml] {
            let text = export(
                &first.definition,
                &ABOUT,
                &ExportOptions {
                    kind,
                    format,
                    extensions: Extensions::ALL,
                },
            );
            let returned = imported(text.as_bytes()).is_some();
            assert!(returned || !may_return, "{text}");
        }
    }
});

const ABOUT: ExportAbout<'static> = ExportAbout {
    title: "t",
    description: None,
    version: "1",
    host: "h",
    stage: "s",
    documentation: None,
};

fn imported(body: &[u8]) -> Option<Imported> {
    let mut count = 0;
    let options = ImportOptions {
        api_id: "api",
        base_path: BasePath::Ignore,
        existing: None,
    };
    let ids = &mut |_| {
        count += 1;
        format!("id{count}")
    };
    import(body, &options, ids).ok()
}
