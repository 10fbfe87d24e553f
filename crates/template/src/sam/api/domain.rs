//! `Domain`: a domain name, its base path mappings and its records in Route 53.

use serde_json::json;

use super::{Api, put};
use crate::sam::hash;
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, attribute, get, members, reference, set};

/// The hosted zone of every edge-optimized endpoint.
const EDGE_ZONE: &str = "Z2FDTNDATAQYW2";

impl Translator<'_> {
    pub(super) fn domain(&mut self, api: &Api<'_>) -> Result<Vec<Made>, Problem> {
        let Some(domain) = api.own.get("Domain").filter(|domain| !domain.is_null()) else {
            return Ok(Vec::new());
        };
        if !domain.is_object() {
            return Err(api.problem("Property 'Domain' should be a map."));
        }
        let needed = |name: &str| {
            get(domain, name)
                .ok_or_else(|| api.problem(format!("Property 'Domain.{name}' is required.")))
        };
        let (name, certificate) = (needed("DomainName")?, needed("CertificateArn")?);
        let endpoint = get(domain, "EndpointConfiguration")
            .and_then(Json::as_str)
            .unwrap_or("REGIONAL");
        if !matches!(endpoint, "EDGE" | "REGIONAL" | "PRIVATE") {
            return Err(api.problem(
                "EndpointConfiguration for Custom Domains must be one of ['EDGE', 'REGIONAL', 'PRIVATE'].",
            ));
        }
        let private = endpoint == "PRIVATE";
        let (prefix, kind) = if private {
            ("ApiGatewayDomainNameV2", "AWS::ApiGateway::DomainNameV2")
        } else {
            ("ApiGatewayDomainName", "AWS::ApiGateway::DomainName")
        };
        let id = hash::id(prefix, name);
        let mut made = Made::new(&id, kind, api.passed.clone()).with("DomainName", name.clone());
        let key = if endpoint == "REGIONAL" {
            "RegionalCertificateArn"
        } else {
            "CertificateArn"
        };
        made.put(key, certificate.clone());
        let mut configuration = json!({ "Types": [endpoint] });
        if let Some(kind) = set(domain, "IpAddressType") {
            put(&mut configuration, "IpAddressType", kind);
        }
        made.put("EndpointConfiguration", configuration);
        if let Some(mutual) = set(domain, "MutualTlsAuthentication").filter(|_| !private) {
            made.put("MutualTlsAuthentication", mutual_tls(api, mutual)?);
        }
        for name in [
            "SecurityPolicy",
            "EndpointAccessMode",
            "Policy",
            "OwnershipVerificationCertificateArn",
        ] {
            if let Some(value) = set(domain, name) {
                made.put(name, value.clone());
            }
        }
        let mut all = vec![made];
        all.extend(mappings(api, domain, &id, private)?);
        if private && let Some(association) = get(domain, "AccessAssociation") {
            all.push(access(api, association, &id));
        }
        all.extend(self.records(api, domain, &id, endpoint)?);
        Ok(all)
    }

    /// Records of one hosted zone stand in one group, whichever API they are for.
    fn records(
        &mut self,
        api: &Api<'_>,
        domain: &Json,
        id: &str,
        endpoint: &str,
    ) -> Result<Option<Made>, Problem> {
        let Some(route) = get(domain, "Route53") else {
            return Ok(None);
        };
        let zone = set(route, "HostedZoneId").or_else(|| set(route, "HostedZoneName"));
        let Some(zone) = zone else {
            return Err(api.problem(
                "HostedZoneId or HostedZoneName is required to enable Route53 support on Custom Domains.",
            ));
        };
        let mut group = Made::new(
            hash::id("RecordSetGroup", zone),
            "AWS::Route53::RecordSetGroup",
            api.passed.clone(),
        );
        for name in ["HostedZoneId", "HostedZoneName"] {
            group.put(name, route.get(name).cloned());
        }
        let records = sets(domain, route, id, endpoint);
        if set(route, "SeparateRecordSetGroup").is_some() {
            let name = get(domain, "DomainName");
            group.id = hash::id("RecordSetGroup", &json!([zone, name]));
            group.put("RecordSets", Json::Array(records));
            return Ok(Some(group));
        }
        let shared = self.record_sets.entry(group.id.clone()).or_insert(group);
        let known = shared.properties.get("RecordSets").and_then(Json::as_array);
        let mut all = known.cloned().unwrap_or_default();
        all.extend(records);
        shared.put("RecordSets", Json::Array(all));
        Ok(Some(shared.clone()))
    }
}

fn mutual_tls(api: &Api<'_>, given: &Json) -> Result<Json, Problem> {
    let known = ["TruststoreUri", "TruststoreVersion"];
    if members(Some(given)).any(|(key, _)| !known.contains(&key.as_str())) {
        return Err(api.problem(
            "Available Domain.MutualTlsAuthentication fields are ['TruststoreUri', 'TruststoreVersion'].",
        ));
    }
    let mut kept = given.as_object().cloned().unwrap_or_default();
    kept.retain(|_, value| crate::sam::values::truthy(value));
    Ok(Json::Object(kept))
}

fn mappings(api: &Api<'_>, domain: &Json, id: &str, private: bool) -> Result<Vec<Made>, Problem> {
    let (kind, of) = if private {
        ("AWS::ApiGateway::BasePathMappingV2", "DomainNameArn")
    } else {
        ("AWS::ApiGateway::BasePathMapping", "DomainName")
    };
    let mapping = |name: String| {
        Made::new(name, kind, api.passed.clone())
            .with(of, reference(id))
            .with("RestApiId", reference(api.id))
            .with("Stage", reference(&format!("{}.Stage", api.id)))
    };
    let paths = match set(domain, "BasePath") {
        Some(Json::String(path)) => vec![json!(path)],
        Some(Json::Array(paths)) => paths.clone(),
        Some(_) | None => return Ok(vec![mapping(format!("{}BasePathMapping", api.id))]),
    };
    let normalizes = domain
        .get("NormalizeBasePath")
        .is_none_or(crate::sam::values::truthy);
    let mut made = Vec::new();
    for path in &paths {
        let Some(path) = path.as_str() else {
            return Err(api.problem("Property 'Domain.BasePath' should be a list of strings."));
        };
        let plain: String = path.chars().filter(|c| c.is_alphanumeric()).collect();
        let mapped = if normalizes { &plain } else { path };
        made.push(
            mapping(format!("{}{plain}BasePathMapping", api.id)).with("BasePath", json!(mapped)),
        );
    }
    Ok(made)
}

fn access(api: &Api<'_>, association: &Json, id: &str) -> Made {
    let endpoint = association.get("VpcEndpointId");
    Made::new(
        hash::id("DomainNameAccessAssociation", &json!([endpoint, id])),
        "AWS::ApiGateway::DomainNameAccessAssociation",
        api.passed.clone(),
    )
    .with("DomainNameArn", reference(id))
    .with("AccessAssociationSourceType", json!("VPCE"))
    .with("AccessAssociationSource", endpoint.cloned())
}

fn sets(domain: &Json, route: &Json, id: &str, endpoint: &str) -> Vec<Json> {
    let mut target = json!({});
    if let Some(health) = get(route, "EvaluateTargetHealth") {
        put(&mut target, "EvaluateTargetHealth", health);
    }
    let (zone, name) = match endpoint {
        "REGIONAL" => (
            attribute(id, "RegionalHostedZoneId"),
            attribute(id, "RegionalDomainName"),
        ),
        "EDGE" => (
            json!(EDGE_ZONE),
            get(route, "DistributionDomainName")
                .cloned()
                .unwrap_or_else(|| attribute(id, "DistributionDomainName")),
        ),
        _ => (
            route
                .get("VpcEndpointHostedZoneId")
                .cloned()
                .unwrap_or_default(),
            route
                .get("VpcEndpointDomainName")
                .cloned()
                .unwrap_or_default(),
        ),
    };
    put(&mut target, "HostedZoneId", &zone);
    put(&mut target, "DNSName", &name);
    let record = |kind: &str| {
        let mut record = json!({
            "Name": domain.get("DomainName"),
            "Type": kind,
            "AliasTarget": target,
        });
        for name in ["Region", "SetIdentifier"] {
            if let Some(value) = get(route, name) {
                put(&mut record, name, value);
            }
        }
        record
    };
    let mut all = vec![record("A")];
    if route.get("IpV6") == Some(&json!(true)) {
        all.push(record("AAAA"));
    }
    all
}
