//! `cargo site serve`: builds the site and serves it on this machine, for development.

use super::{Error, cargo, headers};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::future::Future;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// What the reader of the command line asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Port on 127.0.0.1.
    pub port: u16,
    /// Build again when a file changes.
    pub watch: bool,
}

impl Options {
    /// Reads what follows `serve`.
    pub fn parse(words: &[&str]) -> Result<Options, Error> {
        let mut options = Options { port: 8080, watch: false };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match *word {
                "--watch" => options.watch = true,
                "--port" => {
                    let port = rest.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or("--port takes a number from 0 to 65535")?;
                }
                other => return Err(format!("serve knows --port and --watch, not {other}")),
            }
        }
        Ok(options)
    }
}

/// Builds and serves until it is told to stop.
pub fn run(root: &Path, options: &Options) -> Result<(), Error> {
    child_build(root)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the server's runtime: {error}"))?;
    if options.watch {
        let root = root.to_path_buf();
        std::thread::spawn(move || {
            if let Err(error) = watch(&root) {
                eprintln!("watching stopped: {error}");
            }
        });
    }
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", options.port))
            .await
            .map_err(|error| format!("port {}: {error}", options.port))?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        println!("serving http://{address}  (Ctrl-C stops)");
        serve(listener, &root.join("dist"), async {
            let _ = tokio::signal::ctrl_c().await; // if the signal cannot be heard, serving goes on
        })
        .await
    })
}

/// Serves a folder with the types, compression and headers of the contract, until `stop` is done.
pub async fn serve(
    listener: TcpListener,
    folder: &Path,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let app = Router::new().fallback_service(files).layer(from_fn(with_headers));
    axum::serve(listener, app).with_graceful_shutdown(stop).await.map_err(|error| error.to_string())
}

async fn with_headers(request: Request, next: Next) -> Response {
    let headers = headers::of(request.uri().path());
    let mut response = next.run(request).await;
    for (name, value) in headers {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

/// Each build is a child, so that it is made by the program as it is now written.
fn child_build(root: &Path) -> Result<(), Error> {
    let status = cargo(root).args(["site", "build"]).status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("the build failed; dist/ is as it was".to_string()) }
}

/// Builds again whenever something the site is made of changes.
fn watch(root: &Path) -> Result<(), Error> {
    use notify::{RecursiveMode, Watcher};
    let (tell, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = tell.send(()); // the receiver is gone only when the program is
        }
    })
    .map_err(|error| error.to_string())?;
    for part in ["src", "styles", "index.html", "Cargo.toml"] {
        watcher.watch(&root.join(part), RecursiveMode::Recursive).map_err(|error| error.to_string())?;
    }
    while changes.recv().is_ok() {
        // An editor writes in bursts: wait until it has been quiet for a moment.
        while changes.recv_timeout(Duration::from_millis(200)).is_ok() {}
        match child_build(root) {
            Ok(()) => println!("built again"),
            Err(error) => eprintln!("{error}"),
        }
    }
    Ok(())
}
