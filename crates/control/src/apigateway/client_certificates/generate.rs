//! GenerateClientCertificate: a key and a certificate that it signed itself, for a year.
//!
//! AWS's keys are RSA; these are of the curve P-256, which every TLS server takes too.

use wire::apigateway::{
    ClientCertificate, GenerateClientCertificate, GenerateClientCertificateRequest,
};

use model::{ClientCertificateRecord, Timestamp};
use rcgen::{CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair};

use super::super::{asks, ids, quotas, tags};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// "The certificate … is valid for 365 days" (API Gateway developer guide, "Generate and configure
/// an SSL certificate for backend authentication").
const DAYS: i64 = 365;
const DAY_SECONDS: i64 = 86_400;

impl Handle<GenerateClientCertificate> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GenerateClientCertificateRequest,
    ) -> Result<Needs, Refused> {
        let ask = asks::ask::<GenerateClientCertificate>(call, &[]);
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<GenerateClientCertificate>,
    ) -> Result<ClientCertificate, Refused> {
        let (input, call) = authorized.into_parts();
        let tags = input.tags.unwrap_or_default();
        tags::check(&tags)?;
        quotas::check::<ClientCertificateRecord>(self, &call).await?;
        let now = call.now();
        let expires = Timestamp::from_seconds(now.seconds() + DAYS * DAY_SECONDS);
        let (certificate, private_key) =
            self_signed(call.region().as_str(), now, expires).map_err(Refused::internal)?;
        let record = ClientCertificateRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            id: ids::own(ids::SHORT),
            description: input.description.filter(|text| !text.is_empty()),
            certificate,
            private_key,
            created: now,
            expires,
            tags: crate::tags::marked(tags),
        };
        self.records.create(&record).await?;
        Ok(shown(&record))
    }
}

/// The certificate and the key, in PEM.
fn self_signed(
    region: &str,
    from: Timestamp,
    until: Timestamp,
) -> Result<(String, String), rcgen::Error> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::CommonName, "ApiGateway");
    params
        .distinguished_name
        .push(DnType::OrganizationalUnitName, region);
    let (year, month, day) = date(from);
    params.not_before = rcgen::date_time_ymd(year, month, day);
    let (year, month, day) = date(until);
    params.not_after = rcgen::date_time_ymd(year, month, day);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    let certificate = params.self_signed(&key)?;
    Ok((certificate.pem(), key.serialize_pem()))
}

fn date(at: Timestamp) -> (i32, u8, u8) {
    let at = jiff::Timestamp::from_second(at.seconds()).unwrap_or_default();
    let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    (i32::from(date.year()), part(date.month()), part(date.day()))
}
