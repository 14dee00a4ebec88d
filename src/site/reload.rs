//! What makes the open page of a draft load itself again: a script on every page, and the events of the development
//! server to which it listens.

use super::{Error, Files};
use axum::response::IntoResponse;
use axum::response::sse::{Event, Sse};
use std::convert::Infallible;
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// Where the server tells of its builds.
pub(super) const EVENTS: &str = "/reload";

/// Drafts are looked at on our own server, at the root of which they lie.
const TAG: &str = "<script type=\"module\" src=\"/reload.js\"></script>\n</head>";

/// Adds the script, and names it on every page.
pub(super) fn add(files: &mut Files) -> Result<(), Error> {
    for (path, page) in files.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(page).map_err(|error| format!("{path}: {error}"))?;
        *page = html.replacen("</head>", TAG, 1).into_bytes();
    }
    files.insert("reload.js".to_string(), include_bytes!("reload.js").to_vec());
    Ok(())
}

/// An event for each build from now on.
pub(super) fn events(mut builds: Receiver<u64>) -> impl IntoResponse {
    builds.mark_unchanged(); // a page that is loaded now has what was built before
    let event = |build: u64| Ok::<_, Infallible>(Event::default().data(build.to_string()));
    Sse::new(WatchStream::from_changes(builds).map(event))
}
