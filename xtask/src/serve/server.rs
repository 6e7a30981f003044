//! A server for static files. It sends precompressed copies and the headers of a real deployment ([`hosting`]), but lets the
//! browser cache only files with a digest in the name.

use std::{
    fs,
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, anyhow};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use tower_http::services::ServeDir;

use crate::{
    build::{hosting, is_named_by_content},
    console,
    project::Project,
};

/// The path of the release build. The demo page is at the root.
pub const WIDGET: &str = "/widget";

/// How many ports to try before taking any free one.
const TRIED: u16 = 20;

/// A running server. It stops with the process.
pub struct Server {
    port: u16,
    thread: JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Serves the demo page and the build on `port`, or on another port if it is in use or 0.
    pub fn start(project: &Project, port: u16) -> Result<Self> {
        Self::serving(router(&project.path("demo"), &project.dist()), listen(port)?)
    }

    /// The origin, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Blocks as long as the server runs.
    pub fn wait(self) -> Result<()> {
        Ok(self.thread.join().map_err(|_| anyhow!("the server panicked"))??)
    }

    fn serving(router: Router, listener: TcpListener) -> Result<Self> {
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::spawn(move || {
            runtime.block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await })
        });
        Ok(Self { port, thread })
    }
}

/// Listens on `wanted`, on one of the next ports if that one is in use, or on any free one.
fn listen(wanted: u16) -> Result<TcpListener> {
    let ports = (wanted..=u16::MAX).take(usize::from(TRIED)).chain([0]);
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                console::detail(&format!("port {port} is in use, trying another"));
            }
            listener => {
                return listener.with_context(|| format!("cannot listen on port {port}. Remedy: `--port 8081`"));
            }
        }
    }
    Err(anyhow!("no port is free"))
}

fn router(demo: &Path, dist: &Path) -> Router {
    let folder = |path| ServeDir::new(path).precompressed_br().precompressed_gzip();
    Router::new()
        .nest_service(&format!("{WIDGET}/"), folder(dist))
        .fallback_service(folder(demo))
        .layer(middleware::from_fn_with_state(dist.join(hosting::RULES), add_headers))
}

async fn add_headers(State(rules): State<PathBuf>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let path = path.strip_prefix(WIDGET).unwrap_or(path).to_owned();
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let headers = response.headers_mut();
        // Each time, because a build may have changed them.
        let rules = fs::read_to_string(rules).unwrap_or_default();
        for (name, value) in hosting::of(&rules, &path) {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
                headers.insert(name, value);
            }
        }
        if !is_named_by_content(Path::new(&path)) {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        }
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        // Its resolution is a second, and a file can be built twice within one.
        headers.remove(header::LAST_MODIFIED);
    }
    response
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;
    use crate::build::Receivers;

    fn receivers() -> Receivers {
        Receivers::parse(["http://localhost:3000"]).unwrap()
    }

    /// Serves `demo/` and a fake build.
    fn server(name: &str) -> Server {
        let project = Project::find().unwrap();
        let dist = project.cache().join("tests").join(name);
        fs::create_dir_all(dist.join("assets")).unwrap();
        for (name, text) in
            [("a-0123abcd.js", "plain"), ("a-0123abcd.js.gz", "gzip"), ("a-0123abcd.js.br", "br"), ("a.js", "plain")]
        {
            fs::write(dist.join("assets").join(name), text).unwrap();
        }
        hosting::write_rules(&dist, &receivers()).unwrap();

        Server::serving(router(&project.path("demo"), &dist), listen(0).unwrap()).unwrap()
    }

    fn response(server: &Server, request: &str) -> String {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        write!(
            connection,
            "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip, br\r\n\r\n"
        )
        .unwrap();
        let mut response = String::new();
        connection.read_to_string(&mut response).unwrap();
        response.to_lowercase()
    }

    #[test]
    fn a_file_has_the_headers_of_a_real_deployment() {
        let server = server("headers");
        let page = response(&server, "HEAD /?a=b");
        assert!(page.starts_with("http/1.1 200"));
        assert!(page.contains("; form-action http://localhost:3000; "), "those of the build");
        let rules = receivers().allow_in(include_str!("../../../hosting/_headers"));
        for (name, value) in hosting::of(&rules, "/").filter(|(name, _)| *name != "Cache-Control") {
            assert!(page.contains(&format!("\r\n{name}: {value}\r\n").to_lowercase()), "{name}: {page}");
        }
    }

    #[test]
    fn the_smallest_copy_is_sent_and_only_files_with_a_digest_are_cached() {
        let server = server("copies");
        let script = response(&server, "GET /widget/assets/a-0123abcd.js");
        assert!(script.contains("content-encoding: br\r\n") && script.ends_with("\r\nbr"), "{script}");
        assert!(script.contains("content-type: text/javascript; charset=utf-8\r\n"), "{script}");
        assert!(script.contains("immutable\r\n"), "{script}");
        assert!(response(&server, "GET /widget/assets/a.js").contains("cache-control: no-cache\r\n"));
    }

    #[test]
    fn nothing_outside_the_folders_is_served() {
        let server = server("outside");
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/widget//etc/passwd",
            "/widget/%2e%2e/x",
            "/widget",
            "/missing.html",
        ] {
            assert!(response(&server, &format!("GET {path}")).starts_with("http/1.1 404"), "{path}");
        }
    }

    #[test]
    fn a_port_in_use_is_skipped() {
        let taken = listen(0).unwrap().local_addr().unwrap().port();
        let first = listen(taken).unwrap();
        assert_ne!(listen(taken).unwrap().local_addr().unwrap(), first.local_addr().unwrap());
    }
}
