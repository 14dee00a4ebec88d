//! The conditions under which a page is loaded.

use crate::browser::Browser;
use crate::outcome::Outcome;
use serde_json::json;

/// What the slow phone waits for an answer, in ms.
pub const LATENCY: f64 = 150.0;
/// What it gets in a second, in bytes: 1.6 Mbit.
pub const RATE: f64 = 1.6e6 / 8.0;

/// A reader's machine and network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// This machine, and a network that costs nothing.
    Fast,
    /// A slow phone far from the server.
    Slow,
}

impl Condition {
    /// Both.
    pub const ALL: [Condition; 2] = [Condition::Fast, Condition::Slow];

    /// What it is called on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Condition::Fast => "fast",
            Condition::Slow => "slow",
        }
    }

    /// What it is called in a table.
    pub fn name(self) -> &'static str {
        match self {
            Condition::Fast => "unthrottled",
            Condition::Slow => "slow phone",
        }
    }

    /// Puts the browser into it; nothing is fetched from anywhere but here.
    pub async fn set(self, browser: &Browser) -> Outcome {
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": ["https://*"] })).await?;
        if self == Condition::Fast {
            return browser.window(1280, 800).await;
        }
        browser.window(412, 823).await?;
        let network = json!({
            "offline": false,
            "latency": LATENCY,
            "downloadThroughput": RATE,
            "uploadThroughput": 0.75e6 / 8.0,
        });
        browser.devtools("Network.emulateNetworkConditions", network).await?;
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await.map(drop)
    }
}
