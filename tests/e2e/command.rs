//! The commands that are not WebDriver's: of chromedriver the DevTools protocol and the logs, of geckodriver add-ons.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::path::Path;
use url::{ParseError, Url};

/// A command of a driver's own, by its path below the session.
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

/// Adds what lies in a folder to Firefox, for as long as it runs.
pub fn install(addon: &Path) -> Vendor {
    Vendor { path: "moz/addon/install", body: json!({ "path": addon, "temporary": true }) }
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
