//! chromedriver, started on a free port and stopped when nobody needs it any more.

use crate::outcome::{Outcome, fault};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running chromedriver.
pub struct Driver {
    /// Where it answers.
    pub address: String,
    child: Child,
    /// Held open: a driver that cannot write ends.
    _said: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts one and waits until it says its port.
    pub fn start() -> Outcome<Driver> {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| fault(format!("chromedriver does not start ({error}); is it on the PATH?")))?;
        let said = child.stdout.take().ok_or_else(|| fault("chromedriver has no output"))?;
        let mut said = BufReader::new(said);
        match port(&mut said) {
            Some(port) => Ok(Driver { address: format!("http://127.0.0.1:{port}"), child, _said: said }),
            None => {
                let _ = child.kill(); // it may have ended by itself
                Err(fault("chromedriver ended without saying `started successfully on port …`"))
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}

fn port(said: &mut impl BufRead) -> Option<u16> {
    let lines = said.lines().map_while(Result::ok);
    let mut ports = lines.filter_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim().trim_end_matches('.').parse().ok()
    });
    ports.next()
}
