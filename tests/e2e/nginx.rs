//! A real nginx on a free port, with the configuration that the site brings.

use crate::dist;
use crate::outcome::{Outcome, fault};
use ilrs_explainer::site::nginx::{PATH, file};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// As Debian has them.
const PROGRAM: &str = "/usr/sbin/nginx";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A server of the built site; it ends when dropped, and its folder goes.
pub struct Nginx {
    /// `http://127.0.0.1:<port>`, without a slash at the end.
    pub address: String,
    child: Child,
    folder: PathBuf,
}

impl Nginx {
    /// The site at this path of its host: by the file in `dist/`, or by the one that a build for that path writes.
    pub fn start(base: &str) -> Outcome<Nginx> {
        let name = format!("nginx-{}{}", std::process::id(), base.replace('/', "-"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let (root, included) = if base == "/" { published()? } else { below(&folder, base)? };
        std::fs::create_dir_all(&folder)?;
        let free = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let conf = folder.join("nginx.conf");
        std::fs::write(&conf, whole(&free.to_string(), &root, &included))?;
        let log = std::fs::File::create(folder.join("said"))?;
        let mut nginx = Command::new(PROGRAM);
        nginx.arg("-p").arg(&folder).arg("-c").arg(&conf).args(["-e", "stderr"]);
        let child = nginx.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
        let child = child.map_err(|error| fault(format!("nginx: {error}; `cargo site test` brings it")))?;
        let mut nginx = Nginx { address: format!("http://{free}"), child, folder };
        let start = Instant::now();
        while TcpStream::connect(free).is_err() {
            if nginx.child.try_wait()?.is_some() || start.elapsed() > Duration::from_secs(10) {
                let said = std::fs::read_to_string(nginx.folder.join("said")).unwrap_or_default();
                return Err(fault(format!("nginx does not answer:\n{said}")));
            }
            std::thread::yield_now();
        }
        Ok(nginx)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder); // what is left over goes with the next run
    }
}

fn published() -> Outcome<(PathBuf, PathBuf)> {
    let dist = dist::folder()?;
    let included = dist.join(PATH);
    Ok((dist, included))
}

/// A folder that has the site where a host has it below a path, and the configuration for that.
fn below(folder: &Path, base: &str) -> Outcome<(PathBuf, PathBuf)> {
    let _ = std::fs::remove_dir_all(folder); // a run before may have been broken off
    let root = folder.join("root");
    std::fs::create_dir_all(&root)?;
    std::os::unix::fs::symlink(dist::folder()?, root.join(base.trim_matches('/')))?;
    let included = folder.join(PATH).with_extension("included");
    std::fs::write(&included, file(base))?;
    Ok((root, included))
}

/// What a host writes around it; one process, so that it ends with the test.
fn whole(listen: &str, root: &Path, included: &Path) -> String {
    format!(
        "load_module {BROTLI};\ndaemon off;\nmaster_process off;\npid nginx.pid;\nevents {{}}\nhttp {{\n\
         access_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\n\
         uwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n\
         server {{ listen {listen}; root {}; include {}; }}\n}}\n",
        root.display(),
        included.display(),
    )
}
