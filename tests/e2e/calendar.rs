//! The calendars as a server of calendars takes them: Radicale, which refuses a file whole if two of its events share an
//! id.

use crate::dist;
use crate::outcome::{Outcome, fault};
use crate::python::python;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A server of calendars with nothing in it; it ends when dropped, and its folder goes.
struct Radicale {
    address: SocketAddr,
    child: Child,
    folder: PathBuf,
}

impl Radicale {
    fn start() -> Outcome<Radicale> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("radicale-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder); // a run before may have been broken off
        std::fs::create_dir_all(&folder)?;
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let mut server = python();
        server.args(["-I", "-m", "radicale", "--config", "", "--auth-type", "none", "--web-type", "none"]);
        server.arg("--server-hosts").arg(address.to_string());
        server.arg("--storage-filesystem-folder").arg(&folder).stdin(Stdio::null());
        let said = std::fs::File::create(folder.join("said"))?;
        let child = server.stdout(Stdio::null()).stderr(said).spawn();
        let child =
            child.map_err(|error| fault(format!("Radicale: {error}; `cargo site test` brings it")))?;
        let mut server = Radicale { address, child, folder };
        let start = Instant::now();
        while TcpStream::connect(address).is_err() {
            if server.child.try_wait()?.is_some() || start.elapsed() > Duration::from_secs(30) {
                let said = std::fs::read_to_string(server.folder.join("said")).unwrap_or_default();
                return Err(fault(format!("Radicale does not answer:\n{said}")));
            }
            std::thread::yield_now();
        }
        Ok(server)
    }

    /// Its answer, whole, to a request of the reader whose calendars they are.
    fn ask(&self, method: &str, path: &str, body: &str) -> Outcome<String> {
        let mut stream = TcpStream::connect(self.address)?;
        let length = body.len();
        let head = "Host: x\r\nConnection: close\r\nAuthorization: Basic cmVhZGVyOng=\r\nContent-Type: text/calendar";
        write!(stream, "{method} {path} HTTP/1.1\r\n{head}\r\nContent-Length: {length}\r\n\r\n{body}")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Radicale {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder); // what is left over goes with the next run
    }
}

#[test]
fn a_server_of_calendars_takes_each_whole() -> Outcome {
    let server = Radicale::start()?;
    for name in ["planned", "promised"] {
        let calendar = dist::text(&format!("data/{name}.en.ics"))?;
        let events = calendar.matches("BEGIN:VEVENT").count();
        let path = format!("/reader/{name}/");
        let answer = server.ask("PUT", &path, &calendar)?;
        assert!(answer.starts_with("HTTP/1.1 201") || answer.starts_with("HTTP/1.0 201"), "{name}: {answer}");
        let kept = server.ask("GET", &path, "")?;
        assert_eq!(kept.matches("BEGIN:VEVENT").count(), events, "{name}");
        assert!(events > 10, "{name}: {events}");
    }
    Ok(())
}
