//! `cargo xtask serve`: the demo host page and the release build, on this machine only.

mod address;
mod answer;
mod folders;
mod headers;
mod server;
mod watch;

use std::process::Command;

use anyhow::Result;

use crate::{arguments::Arguments, build, console, project::Project, setup};
pub use server::Server;

const DEFAULT_PORT: u16 = 8080;

/// Where the release build is served, beside the demo page at the root.
pub const WIDGET: &str = "/widget/";

/// `cargo xtask serve`.
pub fn command(project: &Project, mut arguments: Arguments) -> Result<()> {
    let open = arguments.flag("--open");
    let watch = arguments.flag("--watch");
    let port = arguments.number("--port")?.unwrap_or(DEFAULT_PORT);
    arguments.finish()?;

    setup::for_build(project)?;
    build::release_if_changed(project)?;

    let server = Server::start(project, address::listen(port)?)?;
    let demo = server.address();
    console::heading("Serving until Ctrl+C");
    console::detail(&format!("demo page         {demo}/\nstand-alone page  {demo}{WIDGET}"));
    if open {
        open_in_browser(&format!("{demo}/"));
    }
    if watch {
        watch::build_on_change(project)
    } else {
        server.wait();
        Ok(())
    }
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
        console::detail(&format!("no browser could be opened (`{program}` was not found): open the address yourself"));
    }
}
