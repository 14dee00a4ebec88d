//! Servers of the built site: as it is, or with one thing wrong.

use crate::dist;
use crate::outcome::Outcome;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use futures::StreamExt;
use ilrs_explainer::site::{headers, serve::serve};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

/// A server on a free port; it stops when dropped.
pub struct Site {
    /// `http://127.0.0.1:<port>`, without a slash at the end.
    pub address: String,
    stop: Option<oneshot::Sender<()>>,
}

/// What a test does to an answer before it is sent.
pub type Twist = dyn Fn(&Uri, Answer) -> Answer + Send + Sync;

/// An answer of the server, whole and uncompressed.
pub struct Answer {
    /// Its status and headers.
    pub head: axum::http::response::Parts,
    /// Its bytes.
    pub body: Vec<u8>,
    /// The connection breaks after the first half of them.
    pub cut: bool,
}

impl Answer {
    /// The same with another status and no content, which no cache keeps.
    pub fn refused(mut self, status: StatusCode) -> Answer {
        self.head.status = status;
        self.head.headers.remove(header::CACHE_CONTROL);
        self.body = status.to_string().into_bytes();
        self
    }

    /// The same, but the connection breaks in the middle.
    pub fn cut(self) -> Answer {
        Answer { cut: true, ..self }
    }

    /// The same, ended in the middle as if that were all.
    pub fn halved(mut self) -> Answer {
        self.body.truncate(self.body.len() / 2);
        self
    }

    /// The same with other text.
    pub fn text(mut self, change: impl FnOnce(String) -> String) -> Answer {
        self.body = change(String::from_utf8_lossy(&self.body).into_owned()).into_bytes();
        self
    }

    /// Whether it is a page.
    pub fn is_page(&self) -> bool {
        self.head
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    }
}

impl Site {
    /// The site as `cargo site serve` serves it.
    pub fn plain() -> Outcome<Site> {
        Site::of(dist::folder()?)
    }

    /// Any folder, served in the same way.
    pub fn of(folder: PathBuf) -> Outcome<Site> {
        start(async move |listener, stop| serve(listener, &folder, stop).await)
    }

    /// Any folder, compressed in the same way and without our headers: others have written for another policy.
    #[allow(dead_code, reason = "for the benchmark")]
    pub fn foreign(folder: PathBuf) -> Outcome<Site> {
        let app = Router::new().fallback_service(ServeDir::new(folder).precompressed_br());
        start(async move |listener, stop| {
            axum::serve(listener, app).with_graceful_shutdown(stop).await.map_err(|error| error.to_string())
        })
    }

    /// The site with its headers, each answer changed by `twist`.
    pub fn twisted(twist: impl Fn(&Uri, Answer) -> Answer + Send + Sync + 'static) -> Outcome<Site> {
        let twist: Arc<Twist> = Arc::new(twist);
        let answer = move |request: Request, next: Next| twisted(request, next, twist.clone());
        let app = Router::new().fallback_service(ServeDir::new(dist::folder()?)).layer(from_fn(answer));
        start(async move |listener, stop| {
            axum::serve(listener, app).with_graceful_shutdown(stop).await.map_err(|error| error.to_string())
        })
    }

    /// Another site: the pages in `tests/hosts`, with our address in the place of `{ours}`, and these files.
    pub fn host(ours: &str, files: BTreeMap<String, Vec<u8>>) -> Outcome<Site> {
        let (ours, files) = (ours.to_string(), Arc::new(files));
        let app = Router::new().fallback(move |uri: Uri| page(uri, ours.clone(), files.clone()));
        start(async move |listener, stop| {
            axum::serve(listener, app).with_graceful_shutdown(stop).await.map_err(|error| error.to_string())
        })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(()); // a server that has ended needs no telling
        }
    }
}

async fn page(uri: Uri, ours: String, files: Arc<BTreeMap<String, Vec<u8>>>) -> Response {
    let path = uri.path().trim_start_matches('/');
    let kind = match path.rsplit_once('.') {
        Some((_, "js")) => "text/javascript",
        Some((_, "json")) => "application/json",
        _ => "text/html",
    };
    let body = files.get(path).cloned().or_else(|| {
        let page = std::fs::read_to_string(dist::root().join("tests/hosts").join(path)).ok()?;
        Some(page.replace("{ours}", &ours).into_bytes())
    });
    let mut response = Response::new(Body::from(body.clone().unwrap_or_default()));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    if body.is_none() {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn twisted(request: Request, next: Next, twist: Arc<Twist>) -> Response {
    let uri = request.uri().clone();
    let (mut head, body) = next.run(request).await.into_parts();
    for (name, value) in headers::of(uri.path()) {
        head.headers.insert(name, header::HeaderValue::from_static(value));
    }
    head.headers.remove(header::CONTENT_LENGTH); // the twist may change it
    let body = to_bytes(body, usize::MAX).await.map(|bytes| bytes.to_vec()).unwrap_or_default();
    let mut answer = twist(&uri, Answer { head, body, cut: false });
    if !answer.cut {
        return Response::from_parts(answer.head, Body::from(answer.body));
    }
    answer.head.headers.insert(header::CONTENT_LENGTH, header::HeaderValue::from(answer.body.len()));
    let half = answer.body.len() / 2;
    answer.body.truncate(half);
    Response::from_parts(answer.head, breaking(answer.body))
}

/// These bytes, and then nothing more on a connection that is gone.
fn breaking(bytes: Vec<u8>) -> Body {
    let gone = async {
        tokio::task::yield_now().await; // what there is leaves first
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))
    };
    Body::from_stream(futures::stream::iter([Ok(bytes)]).chain(futures::stream::once(gone)))
}

/// Runs a server on a thread of its own, so that any number of tests can meet it.
fn start<S>(serve: S) -> Outcome<Site>
where
    S: AsyncFnOnce(TcpListener, Stop) -> Result<(), String> + Send + 'static,
{
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}", listener.local_addr()?);
    let (stop, stopped) = oneshot::channel();
    let work = move || -> Result<(), String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let serving = async {
            serve(TcpListener::from_std(listener).map_err(|error| error.to_string())?, Stop(stopped)).await
        };
        runtime.map_err(|error| error.to_string())?.block_on(serving)
    };
    std::thread::Builder::new().name("site".to_string()).spawn(move || {
        if let Err(error) = work() {
            eprintln!("the test's server stopped: {error}");
        }
    })?;
    Ok(Site { address, stop: Some(stop) })
}

/// Done once the site is dropped.
struct Stop(oneshot::Receiver<()>);

impl Future for Stop {
    type Output = ();

    fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut std::task::Context<'_>) -> std::task::Poll<()> {
        std::pin::Pin::new(&mut self.0).poll(context).map(|_| ())
    }
}
