//! Addresses and CIDR blocks of both families.

use std::net::IpAddr;

/// A block of addresses; bits behind the prefix are not looked at, as in AWS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Network {
    /// `203.0.113.0/24`, `2001:db8::/32`, or one address.
    pub fn parse(text: &str) -> Result<Self, String> {
        Self::read(text).ok_or_else(|| format!("{text:?} is not an IP address or CIDR block"))
    }

    fn read(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            None => (text, None),
            Some((address, prefix)) => (address, Some(prefix)),
        };
        let address: IpAddr = address.parse().ok()?;
        let bits = bits(address);
        let prefix = match prefix {
            None => bits,
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok()?,
            Some(_) => return None,
        };
        (prefix <= bits).then_some(Self { address, prefix }.canonical())
    }

    /// A block of version 4 addresses in version 6 clothes is the version 4 block, as the addresses
    /// that it is compared with.
    fn canonical(self) -> Self {
        match (self.address.to_canonical(), self.prefix.checked_sub(96)) {
            (address @ IpAddr::V4(_), Some(prefix)) if self.address.is_ipv6() => {
                Self { address, prefix }
            }
            _ => self,
        }
    }

    pub fn contains(&self, seen: IpAddr) -> bool {
        match (self.address, seen) {
            (IpAddr::V4(own), IpAddr::V4(seen)) => same_start(
                u128::from(own.to_bits()),
                u128::from(seen.to_bits()),
                32 - self.prefix,
            ),
            (IpAddr::V6(own), IpAddr::V6(seen)) => {
                same_start(own.to_bits(), seen.to_bits(), 128 - self.prefix)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// A block as it is written, for those who check policies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block(Network);

impl Block {
    pub(crate) fn of(text: &str) -> Option<Self> {
        Network::read(text).map(Self)
    }

    /// The block with zeros behind its prefix, if it was written with others.
    pub(crate) fn without_rest(self) -> Option<String> {
        let Network { address, prefix } = self.0;
        let masked = match address {
            IpAddr::V4(address) => {
                let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or(0);
                IpAddr::V4((address.to_bits() & mask).into())
            }
            IpAddr::V6(address) => {
                let mask = u128::MAX.checked_shl(128 - prefix).unwrap_or(0);
                IpAddr::V6((address.to_bits() & mask).into())
            }
        };
        (masked != address).then(|| format!("{masked}/{prefix}"))
    }

    /// Whether it lies in the ranges for private networks (RFC 1918, RFC 4193).
    pub(crate) fn is_private(self) -> bool {
        const RANGES: [&str; 4] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
        RANGES
            .iter()
            .filter_map(|range| Network::read(range))
            .any(|range| range.prefix <= self.0.prefix && range.contains(self.0.address))
    }
}

/// The address of a request. A version 4 address in version 6 clothes is the version 4 address, so
/// that a dual-stack listener does not slip past a block.
pub(super) fn read(text: &str) -> Option<IpAddr> {
    text.parse()
        .ok()
        .map(|address: IpAddr| address.to_canonical())
}

fn bits(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

/// Whether two addresses agree in all but their last bits.
fn same_start(one: u128, other: u128, last: u32) -> bool {
    (one ^ other).checked_shr(last).unwrap_or(0) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(network: &str, address: &str, expected: bool) {
        let network = Network::parse(network).unwrap();
        assert_eq!(network.contains(read(address).unwrap()), expected);
    }

    #[test]
    fn a_block_contains_the_addresses_that_share_its_prefix() {
        check("203.0.113.0/24", "203.0.113.255", true);
        check("203.0.113.0/24", "203.0.114.0", false);
        check("203.0.113.7/24", "203.0.113.1", true);
        check("203.0.113.7", "203.0.113.7", true);
        check("203.0.113.7", "203.0.113.8", false);
        check("0.0.0.0/0", "8.8.8.8", true);
        check("2001:db8::/32", "2001:db8:ffff::1", true);
        check("2001:db8::/32", "2001:db9::1", false);
        check("::/0", "2001:db8::1", true);
    }

    #[test]
    fn the_families_do_not_mix() {
        check("0.0.0.0/0", "2001:db8::1", false);
        check("::/0", "10.0.0.1", false);
        check("10.0.0.0/8", "::ffff:10.0.0.1", true);
        check("::ffff:10.0.0.0/104", "10.9.9.9", true);
        check("::ffff:10.0.0.0/104", "::ffff:11.0.0.1", false);
        check("::ffff:10.0.0.1", "10.0.0.1", true);
        check("::ffff:0:0/96", "8.8.8.8", true);
    }

    #[test]
    fn what_is_no_block_is_refused() {
        for text in [
            "",
            "10.0.0",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/-1",
            "10.0.0.0/+8",
            "10.0.0.0/",
            "*",
        ] {
            assert!(Network::parse(text).is_err(), "{text:?}");
        }
    }

    /// Exhaustive in the first and in the last byte, for every prefix that ends there.
    #[test]
    fn every_block_of_a_byte_contains_what_shares_its_first_bits() {
        for (shift, prefixes) in [(24, 0..=8), (0, 24..=32)] {
            for prefix in prefixes {
                for own in 0_u32..256 {
                    let address = IpAddr::V4((own << shift).into());
                    let network = Network { address, prefix };
                    for seen in 0_u32..256 {
                        let bits = prefix - (24 - shift);
                        let expected = own >> (8 - bits) == seen >> (8 - bits);
                        let seen = IpAddr::V4((seen << shift).into());
                        assert_eq!(network.contains(seen), expected, "{network:?} {seen}");
                    }
                }
            }
        }
    }

    /// The first and last address of each block, and their neighbours outside it.
    #[test]
    fn every_block_ends_where_it_ends() {
        for prefix in 1..=128_u32 {
            let size = 1_u128.checked_shl(128 - prefix).unwrap();
            let first = (0x2001_0db8_u128 << 96) & !(size - 1);
            let address = IpAddr::V6((first | (size >> 1)).into());
            let network = Network { address, prefix };
            let contains = |bits: u128| network.contains(IpAddr::V6(bits.into()));
            assert!(contains(first) && contains(first + (size - 1)), "/{prefix}");
            let before = first.checked_sub(1).is_some_and(contains);
            let behind = first.checked_add(size).is_some_and(contains);
            assert!(!before && !behind, "/{prefix}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_prefix_compares_bit_by_bit(own: u32, seen: u32, prefix in 0u32..=32) {
            let network = Network { address: IpAddr::V4(own.into()), prefix };
            let bit = |address: u32, at: u32| (address >> (31 - at)) & 1;
            let expected = (0..prefix).all(|at| bit(own, at) == bit(seen, at));
            prop_assert_eq!(network.contains(IpAddr::V4(seen.into())), expected);
        }
    }
}
