//! A server certificate as answers tell it.

use model::ServerCertificateRecord;
use wire::iam::ServerCertificateMetadata;

use super::super::time;

pub(super) fn metadata(record: &ServerCertificateRecord) -> ServerCertificateMetadata {
    ServerCertificateMetadata {
        path: record.path.clone(),
        server_certificate_name: record.name.clone(),
        server_certificate_id: record.unique_id.clone(),
        arn: record.arn(),
        upload_date: Some(time(record.uploaded)),
        expiration: record.expires.map(time),
    }
}
