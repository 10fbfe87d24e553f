//! The credential report: a line for root and one for each user (IAM user guide, "Generate
//! credential reports for your AWS account").

use identity::KeyUse;
use model::{
    AccessKey, IamAccountRecord, KeyStatus, MfaDeviceRecord, SigningCertificate, Timestamp,
    UserRecord,
};

use super::super::mfa_devices::is_held_by;
use crate::refused::Refused;
use crate::rooms::Rooms;

const COLUMNS: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

const NONE: &str = "N/A";
const DAY: i64 = 86_400;

/// A report is told for four hours.
const FRESH_SECONDS: i64 = 4 * 3_600;

pub(super) fn is_fresh(made: Timestamp, now: Timestamp) -> bool {
    now.seconds() - made.seconds() < FRESH_SECONDS
}

pub(super) async fn report(rooms: &Rooms, account: &IamAccountRecord) -> Result<String, Refused> {
    let prefix = format!("{}/", account.account);
    let users = rooms.records.list::<UserRecord>(&prefix).await?;
    let devices = rooms.records.list::<MfaDeviceRecord>(&prefix).await?;
    let mut lines = vec![COLUMNS.to_owned(), root(rooms, account)];
    for user in &users {
        let has_device = devices.iter().any(|device| is_held_by(device, user));
        let max_age = account
            .password_policy
            .as_ref()
            .and_then(|policy| policy.max_age_days);
        let mut cells = vec![user.name.clone(), user.arn(), date(user.created)];
        cells.extend(password(user, max_age));
        cells.push(has_device.to_string());
        for place in 0..2 {
            cells.extend(key(rooms, user.access_keys.get(place)));
        }
        for place in 0..2 {
            cells.extend(certificate(user.credentials.certificates.get(place)));
        }
        lines.push(cells.join(","));
    }
    Ok(lines.join("\n"))
}

/// Root has a key in the server's own account, and nothing else.
fn root(rooms: &Rooms, account: &IamAccountRecord) -> String {
    let config = rooms.identity.config();
    let arn = format!("arn:aws:iam::{}:root", account.account);
    let mut cells = vec!["<root_account>".to_owned(), arn];
    let words = [
        NONE,
        "not_supported",
        NONE,
        "not_supported",
        "not_supported",
    ];
    cells.extend(words.map(str::to_owned));
    cells.push(false.to_string());
    let own = account.account == config.account;
    cells.extend([own.to_string(), NONE.to_owned()]);
    cells.extend(last_use(
        rooms.identity.last_use(&config.root_key.id).filter(|_| own),
    ));
    cells.extend(key(rooms, None));
    cells.extend(certificate(None));
    cells.extend(certificate(None));
    cells.join(",")
}

/// Nobody signs in with a password here, so that nothing is known of its use.
fn password(user: &UserRecord, max_age_days: Option<u32>) -> [String; 4] {
    let Some(login) = &user.credentials.login else {
        return ["false", NONE, NONE, NONE].map(str::to_owned);
    };
    let rotation = max_age_days.map(|days| {
        date(Timestamp::from_seconds(
            login.changed.seconds() + i64::from(days) * DAY,
        ))
    });
    [
        "true".to_owned(),
        "no_information".to_owned(),
        date(login.changed),
        rotation.unwrap_or_else(|| NONE.to_owned()),
    ]
}

fn key(rooms: &Rooms, key: Option<&AccessKey>) -> Vec<String> {
    let Some(key) = key else {
        return ["false", NONE, NONE, NONE, NONE]
            .map(str::to_owned)
            .to_vec();
    };
    let mut cells = vec![is_active(key.status), date(key.created)];
    cells.extend(last_use(rooms.identity.last_use(&key.id)));
    cells
}

fn last_use(used: Option<KeyUse>) -> [String; 3] {
    used.map_or([NONE, NONE, NONE].map(str::to_owned), |used| {
        [date(used.at), used.region, used.service]
    })
}

fn certificate(certificate: Option<&SigningCertificate>) -> [String; 2] {
    match certificate {
        Some(held) => [is_active(held.status), date(held.uploaded)],
        None => ["false", NONE].map(str::to_owned),
    }
}

fn is_active(status: KeyStatus) -> String {
    (status == KeyStatus::Active).to_string()
}

/// Such as `2015-08-30T12:36:00+00:00`.
fn date(at: Timestamp) -> String {
    jiff::Timestamp::from_second(at.seconds()).map_or_else(
        |_| NONE.to_owned(),
        |at| at.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string(),
    )
}
