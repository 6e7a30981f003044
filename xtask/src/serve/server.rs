//! A small server for static files. It sends the compressed copies that the build made, as a deployment would.

use std::{
    convert::Infallible,
    net::TcpListener,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener as Listener, TcpStream},
    runtime, time,
};

use super::{answer, folders::Folders};
use crate::project::Project;

/// How long no connection is accepted after one could not be, as when the program has too many files open.
const PAUSE: Duration = Duration::from_millis(50);

/// A running server; it stops with the program.
pub struct Server {
    port: u16,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves the demo page at `/` and the build at `/widget/`.
    pub fn start(project: &Project, listener: TcpListener) -> Result<Self> {
        Self::serving(Folders::of(project), listener)
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
        // A thread that panicked has told why.
        let _ = self.thread.join();
    }

    /// One thread is enough: every connection is a task of its own, so those that stay open and idle hold up none.
    fn serving(folders: Folders, listener: TcpListener) -> Result<Self> {
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("the server cannot wait for connections. Remedy: end programs that hold many files open")?;
        let listener = {
            let _inside = runtime.enter();
            Listener::from_std(listener)?
        };
        let thread = thread::spawn(move || runtime.block_on(accept(listener, Arc::new(folders))));
        Ok(Self { port, thread })
    }
}

async fn accept(listener: Listener, folders: Arc<Folders>) {
    loop {
        match listener.accept().await {
            Ok((connection, _)) => drop(tokio::spawn(serve(connection, Arc::clone(&folders)))),
            Err(_) => time::sleep(PAUSE).await,
        }
    }
}

/// Answers whatever is asked on `connection`. Other connections wait while a file is read, which is not long: the files
/// are small, and on this machine.
async fn serve(connection: TcpStream, folders: Arc<Folders>) {
    let answer = service_fn(|request| {
        let response = answer::to(&request, &folders);
        async { Ok::<_, Infallible>(response) }
    });
    // A browser that has gone away needs no answer.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(connection), answer).await;
}

#[cfg(test)]
mod tests {
    use std::{
        io::{BufRead, BufReader, Read, Write},
        net::{Ipv4Addr, TcpStream},
    };

    use super::*;

    /// More than a browser opens, and more than any number of threads that a server would have.
    const IDLE: usize = 40;

    fn server() -> Server {
        Server::serving(Folders::for_tests(), super::super::address::any().unwrap()).unwrap()
    }

    fn connect(server: &Server) -> TcpStream {
        let connection = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        connection
    }

    fn ask(mut connection: &TcpStream, method: &str) {
        write!(connection, "{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    }

    /// The lines before the body, and how many bytes that says it has.
    fn head(connection: &mut BufReader<&TcpStream>) -> (Vec<String>, usize) {
        let lines: Vec<String> =
            connection.by_ref().lines().map(Result::unwrap).take_while(|line| !line.is_empty()).collect();
        let length = lines.iter().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        (lines, length)
    }

    fn get(connection: &TcpStream) {
        let mut connection = BufReader::new(connection);
        let (lines, length) = head(&mut connection);
        assert_eq!(lines[0], "HTTP/1.1 200 OK");
        connection.read_exact(&mut vec![0; length]).unwrap();
    }

    #[test]
    fn connections_that_stay_open_hold_up_no_other() {
        let server = server();
        let silent: Vec<_> = (0..IDLE).map(|_| connect(&server)).collect();
        let kept: Vec<_> = (0..IDLE).map(|_| connect(&server)).collect();
        kept.iter().for_each(|connection| ask(connection, "GET"));
        kept.iter().for_each(get);
        let last = connect(&server);
        ask(&last, "GET");
        get(&last);
        drop((silent, kept));
    }

    #[test]
    fn a_connection_is_kept_for_the_next_request() {
        let server = server();
        let connection = connect(&server);
        for _ in 0..2 {
            ask(&connection, "GET");
            get(&connection);
        }
    }

    #[test]
    fn only_the_head_is_sent_where_only_that_is_asked_for() {
        let server = server();
        let connection = connect(&server);
        ask(&connection, "HEAD");
        let (_, length) = head(&mut BufReader::new(&connection));
        assert!(length > 0);
        // Bytes of a body would stand before this answer.
        ask(&connection, "GET");
        get(&connection);
    }
}
