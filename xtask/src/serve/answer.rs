//! What is sent for a request: a file, compressed if the browser takes it, or why there is none.

use std::{fs, path::Path};

use http_body_util::Full;
use hyper::{
    HeaderMap, Method, Request, Response, StatusCode,
    body::Bytes,
    header::{ACCEPT_ENCODING, HeaderValue},
};

use super::{folders::Folders, headers};

/// The encodings that the build makes, best first, with their suffixes.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// What answers `request`; a request's own body does not matter.
pub fn to<B>(request: &Request<B>, folders: &Folders) -> Response<Full<Bytes>> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refusal(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD\n");
    }
    let path = folders.find(request.uri().path());
    path.and_then(|path| file(request.headers(), &path))
        .unwrap_or_else(|| refusal(StatusCode::NOT_FOUND, "Not found\n"))
}

fn refusal(status: StatusCode, reason: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(reason));
    *response.status_mut() = status;
    response
}

fn file(request: &HeaderMap, path: &Path) -> Option<Response<Full<Bytes>>> {
    let (bytes, encoding) = match encoded(request, path) {
        Some((bytes, encoding)) => (bytes, Some(encoding)),
        None => (fs::read(path).ok()?, None),
    };
    let mut response = Response::new(Full::from(bytes));
    let encoding = encoding.map(|encoding| ("Content-Encoding", encoding));
    for (name, value) in headers::of(path).into_iter().chain(encoding) {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Some(response)
}

/// The best compressed copy that the browser takes.
fn encoded(request: &HeaderMap, path: &Path) -> Option<(Vec<u8>, &'static str)> {
    let accepted = request.get(ACCEPT_ENCODING)?.to_str().ok()?;
    let accepts = |encoding: &str| {
        accepted.split(',').any(|word| word.split(';').next().is_some_and(|name| name.trim() == encoding))
    };
    ENCODINGS.iter().filter(|(encoding, _)| accepts(encoding)).find_map(|(encoding, suffix)| {
        let bytes = fs::read(format!("{}{suffix}", path.display())).ok()?;
        Some((bytes, *encoding))
    })
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use hyper::{body::Body, header::CONTENT_ENCODING};

    use super::*;

    fn response(method: Method, path: &str) -> Response<Full<Bytes>> {
        to(&Request::builder().method(method).uri(path).body(()).unwrap(), &Folders::for_tests())
    }

    #[test]
    fn a_file_has_the_headers_of_a_real_deployment() {
        let page = response(Method::GET, "/?a=b");
        assert_eq!(page.status(), StatusCode::OK);
        for (name, value) in headers::of(Path::new("index.html")) {
            assert_eq!(page.headers()[name], value);
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert_eq!(response(Method::GET, "/missing.html").status(), StatusCode::NOT_FOUND);
        assert_eq!(response(Method::GET, "/../Cargo.toml").status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn nothing_is_taken_from_a_browser() {
        assert_eq!(response(Method::POST, "/").status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(response(Method::OPTIONS, "*").status(), StatusCode::METHOD_NOT_ALLOWED);
    }

    #[test]
    fn the_best_copy_that_the_browser_takes_is_sent() {
        let folder = env::temp_dir().join(format!("support-fit-answer-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.js");
        for (name, length) in [("a.js", 3), ("a.js.gz", 2), ("a.js.br", 1)] {
            fs::write(folder.join(name), vec![b'a'; length]).unwrap();
        }
        let sent = |accepted| {
            let request = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            let response = file(&request, &path).unwrap();
            assert_eq!(response.headers()["Content-Type"], "text/javascript; charset=utf-8");
            let encoding = response.headers().get(CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned());
            (encoding, response.body().size_hint().exact())
        };
        assert_eq!(sent("gzip, deflate, br"), (Some("br".to_owned()), Some(1)));
        assert_eq!(sent("gzip;q=0.8"), (Some("gzip".to_owned()), Some(2)));
        assert_eq!(sent("identity"), (None, Some(3)));
        fs::remove_dir_all(folder).unwrap();
    }
}
