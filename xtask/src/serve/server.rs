//! A small server for static files. It sends the compressed copies that the build made, as a deployment would.

use std::{
    fs,
    net::TcpListener,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread::{self, JoinHandle},
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

use super::{WIDGET, headers};
use crate::project::Project;

/// A browser opens about six connections to a host, and some wait for others.
const THREADS: usize = 8;

/// The encodings that the build makes, best first, with their suffixes.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// A running server; it stops with the program.
pub struct Server {
    port: u16,
    threads: Vec<JoinHandle<()>>,
}

/// Which folders are served where.
struct Folders {
    demo: PathBuf,
    dist: PathBuf,
}

impl Server {
    /// Serves the demo page at `/` and the build at `/widget/`.
    pub fn start(project: &Project, listener: TcpListener) -> Result<Self> {
        let port = listener.local_addr()?.port();
        let server = tiny_http::Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
        let server = Arc::new(server);
        let folders = Arc::new(Folders { demo: project.path("demo"), dist: project.dist() });
        let serve = |_| {
            let (server, folders) = (Arc::clone(&server), Arc::clone(&folders));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &folders);
                }
            })
        };
        Ok(Self { port, threads: (0..THREADS).map(serve).collect() })
    }

    /// On a port that is free.
    pub fn start_anywhere(project: &Project) -> Result<Self> {
        Self::start(project, super::address::any()?)
    }

    /// Without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Blocks for as long as the server runs.
    pub fn wait(self) {
        for thread in self.threads {
            // A thread that panicked has told why.
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, folders: &Folders) {
    let response = match request.method() {
        Method::Get | Method::Head => folders.find(request.url()).and_then(|path| file(&request, &path)),
        _ => Some(Response::from_data(b"Only GET and HEAD\n".to_vec()).with_status_code(405)),
    };
    let response = response.unwrap_or_else(|| Response::from_data(b"Not found\n".to_vec()).with_status_code(404));
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

fn file(request: &Request, path: &Path) -> Option<Response<std::io::Cursor<Vec<u8>>>> {
    let (bytes, encoding) = match encoded(request, path) {
        Some((bytes, encoding)) => (bytes, Some(encoding)),
        None => (fs::read(path).ok()?, None),
    };
    let mut response = Response::from_data(bytes);
    let encoding = encoding.map(|encoding| ("Content-Encoding", encoding));
    for (name, value) in headers::of(path).into_iter().chain(encoding) {
        response.add_header(Header::from_bytes(name, value).ok()?);
    }
    Some(response)
}

/// The best compressed copy that the browser takes.
fn encoded(request: &Request, path: &Path) -> Option<(Vec<u8>, &'static str)> {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"))?.value.as_str();
    let accepts = |encoding: &str| {
        accepted.split(',').any(|word| word.split(';').next().is_some_and(|name| name.trim() == encoding))
    };
    ENCODINGS.iter().filter(|(encoding, _)| accepts(encoding)).find_map(|(encoding, suffix)| {
        let bytes = fs::read(format!("{}{suffix}", path.display())).ok()?;
        Some((bytes, *encoding))
    })
}

impl Folders {
    /// The file that `url` asks for, if it is inside one of the folders.
    fn find(&self, url: &str) -> Option<PathBuf> {
        let path = decoded(url.split(['?', '#']).next()?)?;
        let (folder, relative) = match path.strip_prefix(WIDGET) {
            Some(relative) => (&self.dist, relative),
            None => (&self.demo, path.strip_prefix('/')?),
        };
        let relative = Path::new(relative);
        if !relative.components().all(|component| matches!(component, Component::Normal(_))) {
            return None;
        }
        let path = folder.join(relative);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        path.is_file().then_some(path)
    }
}

/// `%41` as `A`.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> Folders {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        Folders { demo: package.join("../demo"), dist: package.join("src") }
    }

    #[test]
    fn a_folder_is_served_by_its_page() {
        assert!(folders().find("/").unwrap().ends_with("demo/index.html"));
        assert!(folders().find("/?a=b").is_some());
    }

    #[test]
    fn the_build_is_served_beside_the_demo_page() {
        assert!(folders().find("/widget/main.rs").unwrap().ends_with("src/main.rs"));
        assert!(folders().find("/main.rs").is_none());
    }

    #[test]
    fn nothing_outside_the_folders_is_served() {
        assert!(folders().find("/../Cargo.toml").is_none());
        assert!(folders().find("/%2e%2e/Cargo.toml").is_none());
        assert!(folders().find("/widget//etc/passwd").is_none());
    }

    #[test]
    fn a_path_that_is_cut_off_is_no_path() {
        assert_eq!(decoded("/%4"), None);
        assert_eq!(decoded("/%41"), Some("/A".to_owned()));
    }
}
