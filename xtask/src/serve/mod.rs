//! `cargo xtask serve`: serves the demo page and the release build on this machine.

mod server;

use std::{process::Command, sync::mpsc, thread, time::Duration};

use anyhow::{Context, Result};
use notify::{RecursiveMode, Watcher};

use crate::{
    build::{self, Receivers, inputs},
    console, flags,
    project::Project,
    setup,
};
pub use server::Server;

const DEFAULT_PORT: u16 = 8080;

/// How long to wait for an editor that writes a file in several steps.
const SETTLED: Duration = Duration::from_millis(200);

/// `cargo xtask serve`.
pub fn command(project: &Project, flags: &flags::Serve) -> Result<()> {
    let receivers = Receivers::parse(flags.receiver.iter().map(String::as_str))?;
    setup::for_build(project)?;
    build::release_if_changed(project, &receivers)?;

    let server = Server::start(project, flags.port.unwrap_or(DEFAULT_PORT))?;
    let demo = server.address();
    console::heading("Serving until Ctrl+C");
    console::detail(&format!("demo page         {demo}/\nstandalone page   {demo}{}/", server::WIDGET));
    if flags.open {
        open_in_browser(&format!("{demo}/"));
    }
    if flags.watch { build_on_change(project, &receivers) } else { server.wait() }
}

fn open_in_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if Command::new(program).args(arguments).arg(address).spawn().is_err() {
        console::detail(&format!("cannot open a browser (`{program}` was not found): open the demo page yourself"));
    }
}

/// Builds the release folder whenever an input changes.
fn build_on_change(project: &Project, receivers: &Receivers) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    for path in inputs::roots(project)? {
        watcher.watch(&path, RecursiveMode::Recursive).with_context(|| format!("cannot watch {}", path.display()))?;
    }
    console::detail("building again when a file changes; reload the page then");
    while changes.recv().is_ok() {
        thread::sleep(SETTLED);
        while changes.try_recv().is_ok() {}
        // If the fingerprint fails, a file is being written, and another event follows.
        if !inputs::remembered(project, receivers).unwrap_or(true)
            && let Err(error) = build::run(project, build::Profile::Release, receivers)
        {
            console::detail(&format!("error: {error:#}\nthe previous build is still served"));
        }
    }
    Ok(())
}
