//! A port that is free.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
};

use anyhow::{Context, Result};

use crate::console;

/// How many ports after the wanted one are tried before the system chooses.
const TRIED: u16 = 20;

/// Listens on `wanted`, or on another port if that one is in use, and says so.
pub fn listen(wanted: u16) -> Result<TcpListener> {
    for port in (wanted..=u16::MAX).take(usize::from(TRIED)) {
        match on(port) {
            Ok(listener) => {
                if port != wanted {
                    console::heading(&format!("Port {wanted} is in use: taking {port}"));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("port {port} cannot be listened on. Remedy: another one, as in `--port 8081`")
                });
            }
        }
    }
    console::heading(&format!("Port {wanted} and the {TRIED} after it are in use: taking another"));
    any()
}

/// Listens on a port that the system chooses.
pub fn any() -> Result<TcpListener> {
    on(0).context("no port can be listened on")
}

fn on(port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_passed_over() {
        let taken = any().unwrap();
        let port = taken.local_addr().unwrap().port();
        let other = listen(port).unwrap();
        assert_ne!(other.local_addr().unwrap().port(), port);
    }
}
