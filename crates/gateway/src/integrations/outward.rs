//! Where integrations lead: anywhere, but for the addresses at which clouds and clusters give their own
//! machines credentials. Whoever may write an integration is not whoever owns the machine, and on AWS
//! no integration reaches such an address either.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};

use http::Uri;
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower_service::Service;

/// Link-local like the others, but not by its bits: EC2 and EKS over IPv6.
const EC2: [u16; 2] = [0xfd00, 0x0ec2];
const ALIBABA: Ipv4Addr = Ipv4Addr::new(100, 100, 100, 200);

/// Whether an address is one of those.
fn gives_credentials(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.is_link_local() || v4 == ALIBABA,
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            v6.is_unicast_link_local() || [first, second] == EC2 || is_embedded(v6)
        }
    }
}

/// An IPv4 address within one of IPv6 that a translator takes out again (RFC 6052, RFC 3056).
fn is_embedded(v6: Ipv6Addr) -> bool {
    let v4 = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    let embedded = match v6.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => v4(high, low),
        _ => return false,
    };
    embedded.is_link_local() || embedded == ALIBABA
}

/// Whether an address that is written as a number may be met; names are looked at when they are
/// resolved.
pub(super) fn is_open(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    let number = host.trim_start_matches('[').trim_end_matches(']');
    let address = number.parse::<IpAddr>();
    !address.is_ok_and(gives_credentials)
}

/// Resolves names, and leaves out what must not be met.
#[derive(Debug, Clone)]
pub(super) struct Outward(GaiResolver);

impl Outward {
    pub(super) fn new() -> Self {
        Self(GaiResolver::new())
    }
}

impl Service<Name> for Outward {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let resolving = self.0.call(name);
        Box::pin(async move { open_ones(resolving.await?) })
    }
}

fn open_ones(
    found: impl Iterator<Item = SocketAddr>,
) -> io::Result<std::vec::IntoIter<SocketAddr>> {
    let open: Vec<_> = found
        .filter(|address| !gives_credentials(address.ip()))
        .collect();
    if open.is_empty() {
        let text = "the name leads to no address that an integration may reach";
        return Err(io::Error::other(text));
    }
    Ok(open.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: bool) {
        assert_eq!(is_open(&uri.parse().unwrap()), expected, "{uri}");
    }

    #[test]
    fn what_gives_machines_their_credentials_is_not_reached() {
        for closed in [
            "http://169.254.169.254/latest/meta-data/",
            "http://169.254.170.2/v2/credentials/x",
            "http://169.254.170.23/v1/credentials",
            "http://100.100.100.200/latest/meta-data/",
            "http://[fd00:ec2::254]/",
            "http://[fd00:ec2::23]/",
            "http://[fe80::1]/",
            "http://[::ffff:169.254.169.254]/",
            "http://[::ffff:a9fe:a9fe]/",
            "http://[64:ff9b::a9fe:a9fe]/",
            "http://[2002:a9fe:a9fe::1]/",
        ] {
            check(closed, false);
        }
        for open in [
            "http://127.0.0.1:8080/",
            "http://[::1]/",
            "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://[fd00::1]/",
            "https://example.com/",
        ] {
            check(open, true);
        }
    }

    #[test]
    fn a_name_leads_only_to_what_may_be_met() {
        let address = |text: &str| SocketAddr::new(text.parse().unwrap(), 80);
        let found = [address("169.254.169.254"), address("127.0.0.1")];
        let open: Vec<_> = open_ones(found.into_iter()).unwrap().collect();
        assert_eq!(open, [address("127.0.0.1")]);
        assert!(open_ones([address("fe80::1")].into_iter()).is_err());
    }
}
