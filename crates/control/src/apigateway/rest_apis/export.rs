//! GetExport: a stage's definition as Swagger 2.0 or OpenAPI 3.0.

use wire::apigateway::{ExportResponse, GetExport, GetExportRequest};

use std::collections::BTreeMap;

use model::{RestApiRecord, Stage};
use openapi::{Documentation, ExportAbout, ExportKind, ExportOptions, Extensions, Format};

use super::super::failures::{bad_request, no_stage};
use super::super::{asks, deployments, documentation_parts, records, times};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetExport> for Rooms {
    fn needs(&self, call: &Call, input: &GetExportRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetExport>(
            call,
            &[&input.rest_api_id, &input.stage_name, &input.export_type],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetExport>) -> Result<ExportResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let kind = kind(&input.export_type)?;
        let format = format(input.accepts.as_deref())?;
        let extensions = extensions(input.parameters)?;
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        let stage = api
            .stages
            .get(input.stage_name.as_str())
            .ok_or_else(no_stage)?;
        let deployment = deployments::read(self, &api, &stage.deployment_id).await?;
        let version = api
            .version
            .clone()
            .unwrap_or_else(|| times::iso(api.created));
        let documentation = documentation(&api, stage);
        let about = ExportAbout {
            title: &api.name,
            description: api.description.as_deref(),
            version: &version,
            host: &format!("{}.execute-api.{}.amazonaws.com", api.id, api.region),
            stage: &input.stage_name,
            documentation: documentation.as_ref(),
        };
        let options = ExportOptions {
            kind,
            format,
            extensions,
        };
        Ok(ExportResponse {
            content_type: Some("application/octet-stream".to_owned()),
            content_disposition: Some(disposition(&input.export_type, &version, format)),
            body: Some(openapi::export(&deployment.definition, &about, &options).into()),
        })
    }
}

/// What the documentation version that the stage names has frozen.
fn documentation(api: &RestApiRecord, stage: &Stage) -> Option<Documentation> {
    let name = stage.documentation_version.as_deref()?;
    let version = api.documentation.versions.get(name)?;
    Some(Documentation {
        version: Some(version.version.clone()),
        created: Some(times::iso(version.created)),
        parts: version
            .parts
            .iter()
            .map(documentation_parts::told)
            .collect(),
    })
}

fn kind(export_type: &str) -> Result<ExportKind, Refused> {
    match export_type {
        "swagger" => Ok(ExportKind::Swagger),
        "oas30" => Ok(ExportKind::Oas30),
        other => Err(bad_request(format!("No API exporter for type '{other}'"))),
    }
}

fn format(accepts: Option<&str>) -> Result<Format, Refused> {
    match accepts {
        None | Some("" | "*/*" | "application/json") => Ok(Format::Json),
        Some("application/yaml") => Ok(Format::Yaml),
        Some(other) => Err(bad_request(format!(
            "Invalid Accept header specified: {other}"
        ))),
    }
}

fn extensions(parameters: Option<BTreeMap<String, String>>) -> Result<Extensions, Refused> {
    let mut extensions = Extensions::NONE;
    for (name, value) in parameters.unwrap_or_default() {
        if name != "extensions" {
            return Err(bad_request(format!("Invalid parameter specified: {name}")));
        }
        extensions = Extensions::parse(&value)
            .map_err(|unknown| bad_request(format!("Invalid export extension: {unknown}")))?;
    }
    Ok(extensions)
}

fn disposition(export_type: &str, version: &str, format: Format) -> String {
    let ending = match format {
        Format::Json => "json",
        Format::Yaml => "yaml",
    };
    let version: String = version
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '\\'))
        .collect();
    format!("attachment; filename=\"{export_type}_{version}.{ending}\"")
}
