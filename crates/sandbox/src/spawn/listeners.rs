//! The listeners through which the child reaches us and nobody else.
//!
//! In a network of its own the child opens them and hands the descriptors out: no virtual wire, no
//! proxy, no privilege. In the host's network they are opened here.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use super::plan::Plan;
use super::report::{self, Done, MOST_LISTENERS, check};
use crate::error::{SandboxError, Step};
use crate::level::Level;
use crate::spec::{Network, Spec};

/// Most connections that wait to be accepted.
const BACKLOG: i32 = 128;

/// An address as the kernel takes it.
pub(super) enum Address {
    V4(libc::sockaddr_in),
    V6(libc::sockaddr_in6),
}

/// Opens the listeners on the host, where the child has no network of its own.
pub(super) fn bind_outside(spec: &Spec, level: &Level) -> Result<Vec<TcpListener>, SandboxError> {
    if level.network_namespace && spec.network == Network::Isolated {
        return Ok(Vec::new());
    }
    spec.listeners
        .iter()
        .map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(refused))
        .collect()
}

/// Where the child reaches its listeners.
pub(super) fn addresses(
    spec: &Spec,
    outside: &[TcpListener],
) -> Result<Vec<SocketAddr>, SandboxError> {
    if outside.is_empty() {
        return Ok(spec
            .listeners
            .iter()
            .map(|listener| listener.address)
            .collect());
    }
    outside
        .iter()
        .map(|listener| listener.local_addr().map_err(refused))
        .collect()
}

fn refused(source: std::io::Error) -> SandboxError {
    SandboxError::Step {
        step: Step::Listen,
        subject: None,
        source,
    }
}

/// The addresses to open within the child's own network.
pub(super) fn prepare(spec: &Spec, own_network: bool) -> Result<Vec<Address>, SandboxError> {
    let invalid = |what| SandboxError::Invalid {
        what,
        path: PathBuf::from("listeners"),
    };
    if spec.listeners.len() + spec.sockets > MOST_LISTENERS {
        return Err(invalid("more listeners and sockets than a child can have"));
    }
    if !own_network {
        return Ok(Vec::new());
    }
    let address = |address: SocketAddr| {
        let is_own = match address.ip() {
            IpAddr::V4(ip) => ip.is_loopback() || ip.is_link_local(),
            IpAddr::V6(ip) => ip.is_loopback(),
        };
        if !is_own || address.port() == 0 {
            return Err(invalid(
                "a listener needs a loopback or link-local address with a port",
            ));
        }
        Ok(Address::from(address))
    };
    spec.listeners
        .iter()
        .map(|listener| address(listener.address))
        .collect()
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        let port = address.port().to_be();
        match address {
            SocketAddr::V4(address) => Self::V4(libc::sockaddr_in {
                sin_family: family(libc::AF_INET),
                sin_port: port,
                sin_addr: libc::in_addr {
                    s_addr: u32::from_ne_bytes(address.ip().octets()),
                },
                sin_zero: [0; 8],
            }),
            SocketAddr::V6(address) => Self::V6(libc::sockaddr_in6 {
                sin6_family: family(libc::AF_INET6),
                sin6_port: port,
                sin6_flowinfo: 0,
                sin6_addr: libc::in6_addr {
                    s6_addr: address.ip().octets(),
                },
                sin6_scope_id: 0,
            }),
        }
    }
}

fn family(family: i32) -> libc::sa_family_t {
    libc::sa_family_t::try_from(family).unwrap_or_default()
}

/// The listeners that the child has opened, until it hands them out.
pub(super) struct Open {
    descriptors: [i32; MOST_LISTENERS],
    count: usize,
}

impl Open {
    /// Sends the descriptors to the parent. The child's own close when it becomes the program.
    pub(super) fn hand_out<'a>(&self, plan: &Plan) -> Done<'a> {
        report::send_ready(
            plan.report(),
            self.descriptors.get(..self.count).unwrap_or_default(),
        )
    }
}

/// Brings loopback up and opens the listeners. Runs in the child.
pub(super) fn open(plan: &Plan) -> Done<'_, Open> {
    let mut open = Open {
        descriptors: [-1; MOST_LISTENERS],
        count: 0,
    };
    if !plan.own_network {
        return Ok(open);
    }
    bring_loopback_up(plan)?;
    for (slot, address) in open.descriptors.iter_mut().zip(&plan.listeners) {
        *slot = listen(address)?;
        open.count += 1;
    }
    // A socket belongs to the network in which it was made, whoever connects it.
    for slot in open
        .descriptors
        .iter_mut()
        .skip(plan.listeners.len())
        .take(plan.sockets)
    {
        *slot = socket(Step::Listen, libc::AF_INET, libc::SOCK_STREAM)?;
        open.count += 1;
    }
    Ok(open)
}

/// Loopback with its own address, and with those of listeners that have another.
fn bring_loopback_up(plan: &Plan) -> Done<'_> {
    /// `IFF_UP`, in the width of the request.
    const UP: libc::c_short = 1;
    let step = Step::Loopback;
    let socket = socket(step, libc::AF_INET, libc::SOCK_DGRAM)?;
    // SAFETY: plain data, for which zero is valid.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    for (slot, byte) in request.ifr_name.iter_mut().zip(b"lo") {
        *slot = byte.cast_signed();
    }
    request.ifr_ifru.ifru_flags = UP;
    // SAFETY: a live descriptor, and a request with a name that ends in zero.
    check(step, unsafe {
        libc::ioctl(socket, libc::SIOCSIFFLAGS, &raw const request)
    })?;
    for address in &plan.listeners {
        if let Address::V4(address) = address {
            add_address(socket, *address)?;
        }
    }
    // SAFETY: the descriptor was opened above.
    unsafe { libc::close(socket) };
    Ok(())
}

/// Gives loopback an address, alone and without its network, unless it has it anyway.
fn add_address<'a>(socket: i32, address: libc::sockaddr_in) -> Done<'a> {
    const LOOPBACK: u8 = 127;
    let octets = address.sin_addr.s_addr.to_ne_bytes();
    let [first, ..] = octets;
    if first == LOOPBACK {
        return Ok(());
    }
    for (change, octets) in [
        (libc::SIOCSIFADDR, octets),
        (libc::SIOCSIFNETMASK, [255; 4]),
    ] {
        // SAFETY: plain data, for which zero is valid.
        let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
        // A name of its own leaves the first address where it is.
        for (slot, byte) in request.ifr_name.iter_mut().zip(b"lo:1") {
            *slot = byte.cast_signed();
        }
        // The port comes first, and stays zero.
        let mut sa_data = [0; 14];
        for (slot, octet) in sa_data.iter_mut().skip(2).zip(octets) {
            *slot = octet.cast_signed();
        }
        request.ifr_ifru.ifru_addr = libc::sockaddr {
            sa_family: family(libc::AF_INET),
            sa_data,
        };
        // SAFETY: a live descriptor, and a request with a name that ends in zero.
        check(Step::Loopback, unsafe {
            libc::ioctl(socket, change, &raw const request)
        })?;
    }
    Ok(())
}

fn listen<'a>(address: &Address) -> Done<'a, i32> {
    let (family, pointer, size) = match address {
        Address::V4(address) => (
            libc::AF_INET,
            (&raw const *address).cast(),
            size_of_val(address),
        ),
        Address::V6(address) => (
            libc::AF_INET6,
            (&raw const *address).cast(),
            size_of_val(address),
        ),
    };
    let socket = socket(Step::Listen, family, libc::SOCK_STREAM)?;
    let size = libc::socklen_t::try_from(size).unwrap_or_default();
    // SAFETY: a live descriptor, and an address of the stated size.
    check(Step::Listen, unsafe { libc::bind(socket, pointer, size) })?;
    // SAFETY: a live descriptor.
    check(Step::Listen, unsafe { libc::listen(socket, BACKLOG) })?;
    Ok(socket)
}

fn socket<'a>(step: Step, family: i32, kind: i32) -> Done<'a, i32> {
    // SAFETY: takes numbers.
    let socket = check(step, unsafe {
        libc::socket(family, kind | libc::SOCK_CLOEXEC, 0)
    })?;
    Ok(i32::try_from(socket).unwrap_or(-1))
}
