//! The two commands of chromedriver that are not WebDriver's: the DevTools protocol, and the logs.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of chromedriver's own, by its path below the session.
#[derive(Debug)]
pub struct Vendor {
    path: &'static str,
    body: Value,
}

/// A command of the DevTools protocol.
pub fn devtools(command: &str, parameters: Value) -> Vendor {
    Vendor { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) }
}

/// What a log holds since it was last asked: `browser` (the console) or `performance` (the network).
pub fn log(name: &str) -> Vendor {
    Vendor { path: "se/log", body: json!({ "type": name }) }
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
