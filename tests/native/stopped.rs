//! `cargo site serve` as a program: it ends when it is told to, with all it has started, and leaves its port free.

use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// Stands for cargo: its first build is done at once, the next one takes until it is ended, and has a child; or all are
/// done at once.
const CARGO: &str = "#!/bin/sh
if [ ! -e quick ] && { [ -e built ] || [ -e slow ]; }; then
  sleep 60 &
  echo \"a build runs\"
  wait
  echo \"a build outlived its server\"
else
  mkdir -p dist
  echo page > dist/index.html
  touch built
fi
";

/// A folder that is served, by a program that stands for cargo; gone when dropped.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stopped-{name}"));
        let _ = fs::remove_dir_all(&folder); // a run before may have been broken off
        for part in ["src", "styles"] {
            fs::create_dir_all(folder.join(part)).expect("folders can be made");
        }
        for (part, text) in [("index.html", ""), ("Cargo.toml", ""), ("cargo", CARGO)] {
            fs::write(folder.join(part), text).expect("files can be written");
        }
        let runs = fs::Permissions::from_mode(0o755);
        fs::set_permissions(folder.join("cargo"), runs).expect("a file can be made to run");
        Place(folder)
    }

    fn serve(&self, words: &[&str]) -> Command {
        let mut site = Command::new(env!("CARGO_BIN_EXE_site"));
        site.arg("serve").args(words);
        site.env("CARGO_MANIFEST_DIR", &self.0).env("CARGO", self.0.join("cargo"));
        site.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        site
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0); // what is left over goes with the next run
    }
}

/// The running program, and what it and all it has started say.
struct Running {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Running {
    fn new(mut command: Command) -> Running {
        let mut child = command.spawn().expect("it starts");
        let said = BufReader::new(child.stdout.take().expect("it can be heard"));
        Running { child, said }
    }

    /// Waits until it says a line that begins so, and gives back the rest of the line.
    fn hear(&mut self, start: &str) -> String {
        let mut line = String::new();
        while self.said.read_line(&mut line).expect("it says lines") > 0 {
            if let Some(rest) = line.trim_end().strip_prefix(start) {
                return rest.to_string();
            }
            line.clear();
        }
        panic!("it ended without saying {start}");
    }

    /// Serves, and gives back its port.
    fn port(&mut self) -> u16 {
        let said = self.hear("serving http://127.0.0.1:");
        let port = said.split(' ').next().and_then(|port| port.parse().ok());
        port.unwrap_or_else(|| panic!("it says no port: {said}"))
    }

    /// Sends the signal, and holds it to a clean end: a good exit code, nothing left running, nothing complained of.
    fn ends(mut self, signal: Signal) {
        let id = Pid::from_child(&self.child);
        kill_process(id, signal).expect("it can be told");
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0), "{signal:?}");
        // What it has started holds the other end of this, so that it only ends with all of them.
        let mut rest = String::new();
        self.said.read_to_string(&mut rest).expect("text");
        assert!(!rest.contains("outlived"), "{rest}");
        let mut complaints = String::new();
        let errors = self.child.stderr.as_mut().expect("it can be heard");
        errors.read_to_string(&mut complaints).expect("text");
        assert_eq!(complaints, "");
    }
}

const SIGNALS: [(&str, Signal); 2] = [("int", Signal::INT), ("term", Signal::TERM)];

#[test]
fn it_ends_with_a_connection_open() {
    for (name, signal) in SIGNALS {
        let place = Place::new(&format!("open-{name}"));
        let mut running = Running::new(place.serve(&["--port", "0"]));
        let port = running.port();
        let mut kept = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        kept.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").expect("it hears");
        let mut line = String::new();
        BufReader::new(&kept).read_line(&mut line).expect("it answers");
        assert_eq!(line.trim_end(), "HTTP/1.1 200 OK");
        // Half a request, whose other half never comes.
        let mut half = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        half.write_all(b"GET / HTTP/1.1\r\nHost:").expect("it hears");
        running.ends(signal);
        TcpListener::bind(("127.0.0.1", port)).expect("its port is free");
    }
}

#[test]
fn it_ends_with_a_build_running() {
    for (name, signal) in SIGNALS {
        let place = Place::new(&format!("watch-{name}"));
        let mut running = Running::new(place.serve(&["--port", "0", "--watch"]));
        let port = running.port();
        running.hear("watching for changes");
        fs::write(place.0.join("src/new.rs"), "").expect("files can be written");
        running.hear("a build runs");
        running.ends(signal);
        TcpListener::bind(("127.0.0.1", port)).expect("its port is free");
    }
}

#[test]
fn the_open_page_hears_of_each_build() {
    let place = Place::new("heard");
    fs::write(place.0.join("quick"), "").expect("files can be written");
    let mut running = Running::new(place.serve(&["--port", "0", "--watch"]));
    let port = running.port();
    running.hear("watching for changes");
    for build in 1..=2 {
        let mut page = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        page.write_all(b"GET /reload HTTP/1.1\r\nHost: x\r\n\r\n").expect("it can be asked");
        let mut lines = BufReader::new(page).lines().map(|line| line.expect("text"));
        assert_eq!(lines.next().as_deref(), Some("HTTP/1.1 200 OK"));
        assert!(
            lines
                .by_ref()
                .take_while(|line| !line.is_empty())
                .any(|line| line == "content-type: text/event-stream")
        );
        fs::write(place.0.join("src/new.rs"), build.to_string()).expect("files can be written");
        running.hear("built again");
        // What was built before the page was loaded is not told: it would load itself again for ever.
        assert_eq!(lines.find(|line| line.starts_with("data")), Some(format!("data: {build}")));
    }
    running.ends(Signal::INT);
}

#[test]
fn it_ends_before_it_has_built() {
    for (name, signal) in SIGNALS {
        let place = Place::new(&format!("slow-{name}"));
        fs::write(place.0.join("slow"), "").expect("files can be written");
        let mut running = Running::new(place.serve(&["--port", "0"]));
        running.hear("a build runs");
        running.ends(signal);
    }
}

#[test]
fn a_taken_port_is_told_before_anything_is_built() {
    let place = Place::new("taken");
    let other = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    let port = other.local_addr().expect("it has an address").port().to_string();
    let output = place.serve(&["--port", &port]).output().expect("it runs");
    let sentence =
        format!("port {port} is taken by another program; choose one with --port, or any with --port 0\n");
    assert_eq!((output.status.code(), &*String::from_utf8_lossy(&output.stderr)), (Some(1), &*sentence));
    assert!(!place.0.join("built").exists(), "it has built for nothing");
}
