//! AWS::ApiGateway::DomainName

use model::MadeResource;
use serde_json::{Value, json};
use wire::Operation as _;
use wire::apigateway::{CreateDomainName, DeleteDomainName, GetDomainName, UpdateDomainName};
use wire::schema::OperationSchema;

use super::super::values::{members, text_of, texts};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;
use super::tagging;

pub(in super::super) struct DomainName;

const SCALARS: [(&str, &str); 4] = [
    ("CertificateArn", "/certificateArn"),
    (
        "OwnershipVerificationCertificateArn",
        "/ownershipVerificationCertificateArn",
    ),
    ("RegionalCertificateArn", "/regionalCertificateArn"),
    ("RoutingMode", "/routingMode"),
];

/// What a domain has that does not say it.
const SECURITY_POLICY: &str = "TLS_1_2";

/// Attributes, and where GetDomainName has them.
const SHOWN: [(&str, &str); 5] = [
    ("DistributionDomainName", "distributionDomainName"),
    ("DistributionHostedZoneId", "distributionHostedZoneId"),
    ("DomainNameArn", "domainNameArn"),
    ("RegionalDomainName", "regionalDomainName"),
    ("RegionalHostedZoneId", "regionalHostedZoneId"),
];

impl ResourceType for DomainName {
    const NAME: &'static str = "AWS::ApiGateway::DomainName";
    const PROPERTIES: &'static [Property] = &[
        always("CertificateArn"),
        fixed("DomainName").required(),
        always("EndpointConfiguration"),
        always("MutualTlsAuthentication"),
        always("OwnershipVerificationCertificateArn"),
        always("RegionalCertificateArn"),
        always("RoutingMode"),
        always("SecurityPolicy"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[
        "DistributionDomainName",
        "DistributionHostedZoneId",
        "DomainNameArn",
        "RegionalDomainName",
        "RegionalHostedZoneId",
    ];
    const MODEL: Option<&'static OperationSchema> = Some(CreateDomainName::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let mut input = work.only(&SCALARS.map(|(name, _)| name));
        input.extend(work.only(&[
            "DomainName",
            "EndpointConfiguration",
            "MutualTlsAuthentication",
            "SecurityPolicy",
        ]));
        input.extend(tagging::given(work));
        work.call_once::<CreateDomainName>(Value::Object(input))
            .await?;
        let name = work.required("DomainName")?;
        let made = shown(work, &name).await;
        made.map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &SCALARS);
        let endpoint =
            |found: Option<&Value>| texts(found.and_then(|endpoint| endpoint.get("Types")));
        let (had, has) = (
            endpoint(before.properties.get("EndpointConfiguration")),
            endpoint(work.get("EndpointConfiguration")),
        );
        if had != has {
            let kind = has.first().map_or("EDGE", String::as_str);
            patches.replace("/endpointConfiguration/types/0", kind);
        }
        if before.properties.get("SecurityPolicy") != work.get("SecurityPolicy") {
            let policy = work.text("SecurityPolicy");
            patches.replace(
                "/securityPolicy",
                policy.as_deref().unwrap_or(SECURITY_POLICY),
            );
        }
        mutual_tls(work, before, &mut patches);
        if !patches.is_empty() {
            let input = json!({"domainName": name, "patchOperations": patches.list()});
            work.call::<UpdateDomainName>(input).await?;
        }
        tagging::update(work, &format!("domainnames/{name}"), before).await?;
        shown(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"domainName": made.physical_id});
        work.call_if_there::<DeleteDomainName>(input).await?;
        Ok(())
    }
}

/// An empty URI ends it.
fn mutual_tls(work: &Work<'_>, before: &MadeResource, patches: &mut Patches) {
    let was = before.properties.get("MutualTlsAuthentication");
    let is = work.get("MutualTlsAuthentication");
    if was == is {
        return;
    }
    let is = Value::Object(members(is));
    let path = "/mutualTlsAuthentication/truststoreUri";
    patches.replace(path, &text_of(&is, "TruststoreUri"));
    let version = text_of(&is, "TruststoreVersion");
    if !version.is_empty() {
        patches.replace("/mutualTlsAuthentication/truststoreVersion", &version);
    }
}

async fn shown(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let found = work
        .call::<GetDomainName>(json!({"domainName": name}))
        .await?;
    let attributes = SHOWN
        .iter()
        .filter_map(|(attribute, member)| Some((attribute, found.get(*member)?.clone())));
    Ok(
        attributes.fold(Made::new(name), |made, (attribute, value)| {
            made.with(attribute, value)
        }),
    )
}
