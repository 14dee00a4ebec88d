//! The development server, asked byte by byte, since clients set right what they send: what is not of the site is
//! refused, and what is comes as it should.

use ilrs_explainer::site::serve::serve;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// What must never be sent.
const SECRET: &str = "nobody outside may read this";

/// A served folder with a secret beside it; both are gone when dropped.
struct Served {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    above: PathBuf,
}

impl Served {
    fn new(name: &str) -> Served {
        let above = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("served-{name}"));
        let _ = fs::remove_dir_all(&above); // a run before may have been broken off
        let put = |path: &str, text: &str| {
            let path = above.join(path);
            fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("folders can be made");
            fs::write(path, text).expect("files can be written");
        };
        put("secret.txt", SECRET);
        put("beside/index.html", SECRET);
        put("dist/index.html", "<p>The page</p>");
        put("dist/404.html", "<p>Nothing</p>");
        put("dist/sources/index.html", "<p>Sources</p>");
        put("dist/empty/.hidden", SECRET);
        put("dist/assets/a.js", "let a = 1;");
        put("dist/assets/a.js.gz", "packed");
        let (stop, stopped) = oneshot::channel::<()>();
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        listener.set_nonblocking(true).expect("it can be asked without waiting");
        let address = listener.local_addr().expect("it has an address");
        let folder = above.join("dist");
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                let stop = async { _ = stopped.await };
                serve(listener, &folder, stop).await.expect("it serves until it is stopped");
            });
        });
        Served { address, stop: Some(stop), above }
    }

    /// Sends these bytes and gives back the answer's status and all of it.
    fn raw(&self, request: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        let _ = stream.write_all(request); // it may answer and hang up before it has heard all
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer); // as above
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("no answer but {answer:?}")), answer)
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> (u16, String) {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
        self.raw(request.as_bytes())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(()); // a server that has ended needs no telling
        }
        let _ = fs::remove_dir_all(&self.above); // what is left over goes with the next run
    }
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let (head, _) = answer.split_once("\r\n\r\n").unwrap_or((answer, ""));
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// Paths that lead out of the folder, or are written so that somebody might be led there.
const ODD: &[&str] = &[
    "/../secret.txt",
    "/..",
    "/.",
    "/./index.html",
    "/sources/../../secret.txt",
    "/sources/../index.html",
    "/%2e%2e/secret.txt",
    "/%2E%2E/secret.txt",
    "/.%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/sources\\..\\..\\secret.txt",
    "/%5c..%5csecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/%c0%ae%c0%ae%c0%afsecret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt",
    "/%u002e%u002e/secret.txt",
    "/..;/secret.txt",
    "/index.html%00",
    "/%00",
    "/index.html%00.js",
    "/%",
    "/%2",
    "/%zz",
    "/%ff",
    "/index.html%20",
    "/%0d%0aX-Injected:%20yes",
    "//etc/passwd",
    "//secret.txt",
    "/sources//index.html",
    "//sources",
    "///",
    "/empty/.hidden",
    "/.git/config",
    "http://x/../secret.txt",
    "http://x//etc/passwd",
    "/C:/secret.txt",
    "/file:///etc/passwd",
    "/сources",
];

#[test]
fn odd_paths_are_refused() {
    let served = Served::new("odd");
    for path in ODD {
        let (status, answer) = served.ask("GET", path, "");
        assert!((400..500).contains(&status), "{path}: {answer}");
        assert!(!answer.contains(SECRET) && !answer.contains("root:"), "{path}: {answer}");
        assert_eq!(header(&answer, "Location"), None, "{path}: {answer}");
        assert_eq!(header(&answer, "X-Injected"), None, "{path}: {answer}");
    }
    let (status, _) =
        served.raw(b"GET /\xff\xfe/secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert_eq!(status, 400);
    assert_eq!(served.ask("GET", "/", "").0, 200, "it serves after all that");
}

#[test]
fn what_is_not_there_or_not_http_is_refused() {
    let served = Served::new("missing");
    let long = format!("/{}", "a".repeat(5_000));
    let longest = format!("/{}", "a/".repeat(50_000));
    for (path, status) in [
        ("/nothing", 404),
        ("/index.html/more", 404),
        ("/empty/", 404),
        ("/sources/nothing.html", 404),
        (&*long, 414),
        (&*longest, 414),
    ] {
        let (found, answer) = served.ask("GET", path, "");
        assert_eq!(found, status, "{}: {answer}", &path[..path.len().min(40)]);
    }
    for request in
        ["\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n"]
    {
        let mut stream = TcpStream::connect(served.address).expect("it listens");
        let _ = stream.write_all(request.as_bytes()); // it may have hung up
        stream.shutdown(std::net::Shutdown::Write).expect("no more is said");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer); // as above
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400"), "{request:?}: {answer}");
    }
    assert_eq!(served.ask("GET", "/", "").0, 200, "it serves after all that");
}

#[test]
fn what_is_missing_is_said_by_its_page_and_not_kept() {
    let served = Served::new("nothing");
    for path in ["/nothing", "/mission/nothing/", "/assets/nothing.0123456789ab.js"] {
        let (status, answer) = served.ask("GET", path, "");
        assert_eq!((status, body(&answer)), (404, "<p>Nothing</p>"), "{path}");
        assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"), "{path}: {answer}");
        assert_eq!(header(&answer, "Content-Type"), Some("text/html; charset=utf-8"), "{path}: {answer}");
    }
}

#[test]
fn only_get_and_head_are_heard() {
    let served = Served::new("methods");
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let (status, answer) = served.ask(method, "/index.html", "Content-Length: 0\r\n");
        assert_eq!(status, 405, "{method}: {answer}");
        assert_eq!(header(&answer, "Allow"), Some("GET,HEAD"), "{method}: {answer}");
    }
    assert!((400..500).contains(&served.ask("CONNECT", "x:443", "").0));
    assert!((400..500).contains(&served.ask("OPTIONS", "*", "").0));
}

#[test]
fn a_head_is_a_get_without_its_body_and_what_is_known_is_not_sent_again() {
    let served = Served::new("head");
    let (got, answer) = served.ask("GET", "/index.html", "");
    assert_eq!((got, body(&answer)), (200, "<p>The page</p>"));
    let modified = header(&answer, "Last-Modified").expect("it says when it was made").to_string();
    let (head, bare) = served.ask("HEAD", "/index.html", "");
    assert_eq!((head, body(&bare), header(&bare, "Content-Length")), (200, "", Some("15")));
    let known = format!("If-Modified-Since: {modified}\r\n");
    let (status, answer) = served.ask("GET", "/index.html", &known);
    assert_eq!((status, body(&answer)), (304, ""));
    let (status, _) =
        served.ask("GET", "/index.html", "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT\r\n");
    assert_eq!(status, 200);
    let (status, _) = served.ask("GET", "/index.html", "If-Modified-Since: yesterday\r\n");
    assert_eq!(status, 200);
    let (status, answer) = served.ask("GET", "/index.html", "Range: bytes=3-5\r\n");
    assert_eq!((status, body(&answer)), (206, "The"));
    assert_eq!(served.ask("GET", "/index.html", "Range: bytes=99-\r\n").0, 416);
    let (_, packed) = served.ask("GET", "/assets/a.js", "Accept-Encoding: gzip\r\n");
    assert_eq!((body(&packed), header(&packed, "Content-Encoding")), ("packed", Some("gzip")));
}

#[test]
fn a_folder_is_its_index_and_an_address_may_be_whole() {
    let served = Served::new("index");
    assert_eq!(body(&served.ask("GET", "/sources/", "").1), "<p>Sources</p>");
    let (status, answer) = served.ask("GET", "/sources", "");
    assert_eq!((status, header(&answer, "Location")), (307, Some("/sources/")));
    assert_eq!(body(&served.ask("GET", "http://127.0.0.1/sources/?q=../..", "").1), "<p>Sources</p>");
}

#[cfg(unix)]
#[test]
fn no_link_leads_out() {
    use std::os::unix::fs::symlink;
    let served = Served::new("links");
    let dist = served.above.join("dist");
    symlink(served.above.join("secret.txt"), dist.join("link.txt")).expect("a link");
    symlink(served.above.join("beside"), dist.join("beside")).expect("a link");
    symlink("/", dist.join("machine")).expect("a link");
    symlink(served.above.join("secret.txt"), dist.join("assets/b.js.br")).expect("a link");
    fs::write(dist.join("assets/b.js"), "let b = 1;").expect("a file");
    symlink(dist.join("index.html"), dist.join("inside.html")).expect("a link");
    for path in ["/link.txt", "/beside/", "/beside/index.html", "/machine/etc/passwd", "/assets/b.js"] {
        let (status, answer) = served.ask("GET", path, "Accept-Encoding: br\r\n");
        assert_eq!(status, 404, "{path}: {answer}");
        assert!(!answer.contains(SECRET), "{path}: {answer}");
    }
    assert_eq!(served.ask("GET", "/inside.html", "").0, 200);
}
