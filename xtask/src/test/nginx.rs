//! A real nginx for the end-to-end tests, with the sample of `hosting/`: the widget's folder on one origin, and on another
//! the pages that embed it, under the content policy that `docs/embedding.md` tells their owners to send.
//!
//! Only what the sample calls "yours" is replaced. It runs as one process on this machine alone, writes into its own
//! folder, and stops when the value is dropped.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use super::deployment::Deployment;
use crate::project::Project;

const SAMPLE: &str = "hosting/nginx.conf";

/// The policy of the documentation, and the widget's origin in it.
const POLICY: &str = "docs/snippets/csp.txt";
const DOCUMENTED_ORIGIN: &str = "https://widget.example";

/// What else a strict page forbids.
const STRICTER: &str = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Where nginx puts what it does not want to keep in memory.
const TEMPORARY: &str = "temporary";

/// How long nginx may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx.
pub struct Nginx {
    process: Child,
    widget: String,
    site: String,
}

impl Nginx {
    /// Starts `program` on two free ports. The release build has to be there.
    pub fn start(project: &Project, program: &Path) -> Result<Self> {
        let folder = project.cache().join("hosting");
        let ports = free_ports()?;
        let [widget, site] = ports.map(|port| format!("http://127.0.0.1:{port}"));
        let deployment = Deployment::make(project, &folder, &widget)?;
        let read =
            |file: &str| fs::read_to_string(project.path(file)).with_context(|| format!("{file} cannot be read"));
        let policy = read(POLICY)?.trim().replace(DOCUMENTED_ORIGIN, &widget);
        ensure!(policy.contains(&widget), "{POLICY} does not name {DOCUMENTED_ORIGIN}");
        let configuration = configuration(&Parts {
            sample: &read(SAMPLE)?,
            own: &folder,
            deployment: &deployment,
            ports,
            policy: &format!("{STRICTER}; frame-src {widget}; {policy}"),
        })?;
        let path = folder.join("nginx.conf");
        fs::create_dir_all(folder.join(TEMPORARY))
            .and_then(|()| fs::write(&path, configuration))
            .with_context(|| format!("{} cannot be written", path.display()))?;

        let log = folder.join("error.log");
        let mut command = Command::new(program);
        command.arg("-p").arg(&folder).arg("-c").arg(&path).arg("-e").arg(&log);
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let mut nginx = Self { process, widget, site };
        for port in ports {
            nginx.wait_for(port).with_context(|| fs::read_to_string(&log).unwrap_or_default())?;
        }
        Ok(nginx)
    }

    /// Where the widget is, and where the pages are that embed it.
    pub fn tell(&self, command: &mut Command) {
        command.env("SUPPORT_FIT_NGINX", &self.widget).env("SUPPORT_FIT_NGINX_SITE", &self.site);
    }

    fn wait_for(&mut self, port: u16) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("nginx stopped ({status}) with the configuration made of {SAMPLE}");
            }
            ensure!(started.elapsed() < PATIENCE, "nginx does not listen after {} s", PATIENCE.as_secs());
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // One that has stopped by itself needs nothing.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Two ports that are free now. nginx cannot be told to choose.
fn free_ports() -> Result<[u16; 2]> {
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port can be listened on");
    // Both are held until both are known.
    let (first, second) = (listen()?, listen()?);
    Ok([first.local_addr()?.port(), second.local_addr()?.port()])
}

/// What the configuration is made of.
struct Parts<'a> {
    sample: &'a str,
    /// Where nginx may write.
    own: &'a Path,
    deployment: &'a Deployment,
    /// Of the widget's folder, and of the site.
    ports: [u16; 2],
    /// Of the site's pages.
    policy: &'a str,
}

fn configuration(parts: &Parts<'_>) -> Result<String> {
    let Parts { sample, own, deployment, ports: [widget_port, site_port], policy } = parts;
    let mut server = (*sample).to_owned();
    for (theirs, ours) in [
        ("listen 80;", format!("listen 127.0.0.1:{widget_port};")),
        ("server_name widget.example;", "server_name 127.0.0.1;".to_owned()),
        ("root /srv/support-fit;", format!("root {};", quoted(&deployment.widget))),
    ] {
        ensure!(server.matches(theirs).count() == 1, "{SAMPLE} has to say `{theirs}` once");
        server = server.replace(theirs, &ours);
    }
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {};\n", quoted(&own.join(TEMPORARY).join(name))))
        .concat();
    let (site, pid) = (quoted(&deployment.site), quoted(&own.join("nginx.pid")));
    // One process, so that ending it ends all of it.
    Ok(format!(
        r#"daemon off;
master_process off;
pid {pid};
events {{}}
http {{
    access_log off;
{temporary}
{server}
server {{
    listen 127.0.0.1:{site_port};
    root {site};
    types {{
        text/html html;
        image/svg+xml svg;
    }}
    add_header Content-Security-Policy "{policy}";
}}
}}
"#
    ))
}

/// A path as nginx reads it.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('\\', "/").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(sample: &str) -> Result<String> {
        let own = Path::new("/own");
        let deployment = Deployment { widget: own.join("widget"), site: own.join("site") };
        configuration(&Parts { sample, own, deployment: &deployment, ports: [81, 82], policy: "p" })
    }

    #[test]
    fn the_sample_runs_with_its_own_lines_but_those_that_are_the_owners() {
        let sample = include_str!("../../../hosting/nginx.conf");
        let made = made(sample).unwrap();
        let (same, other): (Vec<&str>, Vec<&str>) = sample.lines().partition(|line| made.contains(line));
        assert_eq!(other.len(), 3, "{other:?}");
        assert!(other.iter().all(|line| line.ends_with("# yours")), "{other:?}");
        assert!(same.len() > 50);
    }

    #[test]
    fn a_sample_without_those_lines_is_refused() {
        let error = made("server { listen 80; }").unwrap_err();
        assert_eq!(error.to_string(), "hosting/nginx.conf has to say `server_name widget.example;` once");
    }
}
