//! `cargo site serve`: builds a draft of the site and serves it on this machine, for development.

use super::{Error, cargo, headers, missing, reload};
use axum::Router;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clap::Args;
use std::future::Future;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::process::Child;
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::watch::{Receiver, Sender, channel};
use tokio::time::timeout;
use tower_http::services::{ServeDir, ServeFile};

/// What the reader of the command line asked for.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// Port on 127.0.0.1; 0 is any that is free.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Build again when a file changes, and load the open page again.
    #[arg(long)]
    pub watch: bool,
    /// The pages of every language; otherwise the English ones, which are sooner made.
    #[arg(long)]
    pub languages: bool,
}

/// Builds and serves until it is told to stop.
pub fn run(root: &Path, options: &Options) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the server's runtime: {error}"))?;
    runtime.block_on(async {
        // The port first: nobody should wait for a build to hear that it is taken.
        let listener = bound(options.port).await?;
        let stop = stop();
        tokio::select! {
            built = build(root, options.languages) => built?,
            () = told(stop.clone()) => return Ok(()),
        }
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        println!("serving http://{address}  (Ctrl-C stops)");
        let folder = root.join("dist");
        let (builds, heard) = channel(0);
        let site = site(&folder).route(reload::EVENTS, get(async move || reload::events(heard)));
        tokio::select! {
            served = answer(listener, site, told(stop.clone())) => served,
            () = watched(root, options.languages, &builds), if options.watch => Ok(()),
            () = patience(stop) => Ok(()),
        }
    })
}

async fn bound(port: u16) -> Result<TcpListener, Error> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {port} is taken by another program; choose one with --port, or any with --port 0")
        }
        _ => format!("port {port}: {error}"),
    })
}

/// True from when somebody presses Ctrl-C, or the system asks the program to end.
fn stop() -> Receiver<bool> {
    let (tell, stop) = channel(false);
    let ended = ended();
    tokio::spawn(async move {
        ended.await;
        tell.send_replace(true);
    });
    stop
}

/// Done once the program has been told to stop.
async fn told(mut stop: Receiver<bool>) {
    let _ = stop.wait_for(|told| *told).await; // nobody ends the one who tells
}

/// Done once a signal says so. It is listened for from the call on, before anything is started that would be left over.
#[cfg(unix)]
fn ended() -> impl Future<Output = ()> {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    async fn heard(signal: std::io::Result<Signal>) {
        match signal {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await, // if it cannot be heard, serving goes on
        }
    }
    let [pressed, asked] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async {
        tokio::select! {
            () = heard(pressed) => {}
            () = heard(asked) => {}
        }
    }
}

#[cfg(not(unix))]
async fn ended() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await // if it cannot be heard, serving goes on
    }
}

/// Done when a client has had its time to hear the rest after the server was told to stop.
async fn patience(stop: Receiver<bool>) {
    told(stop).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
}

/// Serves a folder with the types, compression and headers of the contract, until `stop` is done.
pub async fn serve(
    listener: TcpListener,
    folder: &Path,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    answer(listener, site(folder), stop).await
}

async fn answer(
    listener: TcpListener,
    site: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    axum::serve(listener, site).with_graceful_shutdown(stop).await.map_err(|error| error.to_string())
}

/// The files of a folder.
fn site(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join(missing::PATH)).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(missing);
    let folder: Arc<Path> = folder.into();
    let guard = move |request: Request, next: Next| guarded(folder.clone(), request, next);
    Router::new().fallback_service(files).layer(from_fn(guard)).layer(from_fn(with_headers))
}

/// Refuses a request for what cannot be a file of the site.
async fn guarded(folder: Arc<Path>, request: Request, next: Next) -> Response {
    match refusal(&folder, request.uri().path()) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    }
}

/// Longest path that is looked at, in bytes.
const LONGEST_PATH: usize = 1024;

/// Why a path is refused. No file of the site needs an escape in its address, and none has a name that begins with a
/// dot: whatever is written otherwise is looking for something else.
fn refusal(folder: &Path, path: &str) -> Option<StatusCode> {
    if path.len() > LONGEST_PATH {
        return Some(StatusCode::URI_TOO_LONG);
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    if !path.starts_with('/') || !path.bytes().all(plain) || path.contains("//") || path.contains("/.") {
        return Some(StatusCode::BAD_REQUEST);
    }
    (!stays(folder, path)).then_some(StatusCode::NOT_FOUND)
}

/// Whether what would be sent lies in the folder, wherever links lead.
fn stays(folder: &Path, path: &str) -> bool {
    let Ok(inside) = folder.canonicalize() else { return true }; // nothing is there to be sent
    let asked = folder.join(path.trim_start_matches('/'));
    let asked = if asked.is_dir() { asked.join("index.html") } else { asked };
    ["", ".br", ".gz"].iter().all(|ending| {
        let mut name = asked.clone().into_os_string();
        name.push(ending);
        Path::new(&name).canonicalize().map_or(true, |real| real.starts_with(&inside))
    })
}

async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    let mut response = next.run(request).await;
    // What is missing today may be there tomorrow: no browser keeps it as it keeps a file whose name is hashed.
    let path = if response.status() == StatusCode::NOT_FOUND { "/" } else { &path };
    if response.headers().contains_key(CONTENT_TYPE) {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(headers::kind(path)));
    }
    for (name, value) in headers::of(path) {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

/// A build that is running, with every program it has started. They end with it.
struct Build(Child);

impl Drop for Build {
    fn drop(&mut self) {
        if let Some(id) = self.0.id() {
            end_group(id);
        }
    }
}

/// Ends a group of processes. Cargo alone would leave the compilers it has started running.
#[cfg(unix)]
fn end_group(id: u32) {
    if let Some(group) = i32::try_from(id).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::TERM); // it may just have ended
    }
}

#[cfg(not(unix))]
fn end_group(_: u32) {} // tokio ends the child itself

/// Each build is a child, so that it is made by the program as it is now written.
async fn build(root: &Path, languages: bool) -> Result<(), Error> {
    let mut command = tokio::process::Command::from(cargo(root));
    command.args(["site", "build", "--draft"]).args(languages.then_some("--languages")).kill_on_drop(true);
    #[cfg(unix)]
    command.process_group(0);
    let mut build = Build(command.spawn().map_err(|error| format!("cargo: {error}"))?);
    let status = build.0.wait().await.map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("the build failed; dist/ is as it was".to_string()) }
}

/// Builds again as long as the program runs.
async fn watched(root: &Path, languages: bool, builds: &Sender<u64>) {
    if let Err(error) = watch(root, languages, builds).await {
        eprintln!("watching stopped: {error}");
    }
    std::future::pending().await
}

/// Builds again whenever something the site is made of changes, and tells of it.
async fn watch(root: &Path, languages: bool, builds: &Sender<u64>) -> Result<(), Error> {
    use notify::{RecursiveMode, Watcher};
    let (tell, mut changes) = unbounded_channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = tell.send(()); // the receiver is gone only when the program is
        }
    })
    .map_err(|error| error.to_string())?;
    for part in ["src", "styles", "index.html", "Cargo.toml"] {
        watcher.watch(&root.join(part), RecursiveMode::Recursive).map_err(|error| error.to_string())?;
    }
    println!("watching for changes");
    while changes.recv().await.is_some() {
        // An editor writes in bursts: wait until it has been quiet for a moment.
        while timeout(Duration::from_millis(200), changes.recv()).await.is_ok() {}
        match build(root, languages).await {
            Ok(()) => {
                println!("built again");
                builds.send_modify(|number| *number += 1);
            }
            Err(error) => eprintln!("{error}"),
        }
    }
    Ok(())
}
