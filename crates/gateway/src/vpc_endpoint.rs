//! VPC endpoints: whoever comes from certain addresses is taken for somebody who comes through one.
//!
//! There is no VPC here. Which addresses stand for an endpoint is for whoever runs the server to say;
//! without that, nobody comes through any, and what asks for one stays shut.

use std::net::IpAddr;
use std::str::FromStr;

use policy::Network;

/// `vpce-ID=CIDR`, or `vpce-ID@vpc-ID=CIDR` with the VPC that it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VpcEndpoint {
    pub id: String,
    pub vpc: Option<String>,
    network: Network,
}

impl VpcEndpoint {
    pub fn contains(&self, address: IpAddr) -> bool {
        self.network.contains(address.to_canonical())
    }
}

impl FromStr for VpcEndpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('=');
        let (names, network) = parts.ok_or("it is not vpce-ID[@vpc-ID]=CIDR")?;
        let (id, vpc) = match names.split_once('@') {
            Some((id, vpc)) => (id, Some(vpc)),
            None => (names, None),
        };
        if !is_id(id, "vpce-") || vpc.is_some_and(|vpc| !is_id(vpc, "vpc-")) {
            return Err("an endpoint is named vpce-…, and a VPC vpc-…".to_owned());
        }
        Ok(Self {
            id: id.to_owned(),
            vpc: vpc.map(str::to_owned),
            network: Network::parse(network)?,
        })
    }
}

fn is_id(text: &str, prefix: &str) -> bool {
    let rest = text.strip_prefix(prefix);
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_where_somebody_comes_from() {
        let endpoint: VpcEndpoint = "vpce-0a@vpc-1=10.0.0.0/8".parse().unwrap();
        assert_eq!(
            (endpoint.id.as_str(), endpoint.vpc.as_deref()),
            ("vpce-0a", Some("vpc-1"))
        );
        assert!(endpoint.contains("10.1.2.3".parse().unwrap()));
        assert!(endpoint.contains("::ffff:10.1.2.3".parse().unwrap()));
        assert!(!endpoint.contains("127.0.0.1".parse().unwrap()));
        for text in [
            "",
            "vpce-0a",
            "vpce-=10.0.0.0/8",
            "a=10.0.0.0/8",
            "vpce-0a=x",
            "vpce-0a@b=::1",
        ] {
            assert!(text.parse::<VpcEndpoint>().is_err(), "{text}");
        }
    }
}
