//! `cargo site test`: gets what the tests need, then runs them all, or those that are quick.

use super::wasm::target_dir;
use super::{Error, browser_test, step};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs every test.
pub fn run(root: &Path) -> Result<(), Error> {
    step("looking for a browser and its driver", browser)?;
    step("looking for Firefox and its driver", || firefox(root))?;
    step("looking for gettext", gettext)?;
    step("fetching the Node packages of the tests", || node(root))?;
    step("fetching the Python packages of the tests", || python(root))?;
    step("looking for nginx", nginx)?;
    step("fetching the crates of every platform", || crates(root))?;
    step("building the site", || cargo(root, &["site", "build"]))?;
    step("native and server-render tests", || {
        tests(root, &["--lib", "--test", "model", "--test", "native"])
    })?;
    step("the page in a browser", || browser_test::run(root))?;
    step("what comes in from outside, made up", || tests(root, &["--test", "fuzz"]))?;
    step("a second build from another folder", || tests(root, &["--test", "twice"]))?;
    step("the built site in real browsers", || tests(root, &["--test", "e2e"]))
}

/// Runs the tests that need no built site, with fewer made-up cases: for a developer, after each edit.
///
/// # Errors
///
/// What is missing, or what failed.
pub fn fast(root: &Path) -> Result<(), Error> {
    step("looking for gettext", gettext)?;
    step("fetching the crates of every platform", || crates(root))?;
    step("native and server-render tests, and beside them the page in a browser", || {
        std::thread::scope(|scope| {
            let browser = scope.spawn(|| browser_test::run(root));
            let native = quick(root);
            browser.join().unwrap_or_else(|_| Err("the test in a browser ended early".into())).and(native)
        })
    })
}

fn quick(root: &Path) -> Result<(), Error> {
    let mut test = super::cargo(root);
    test.args(TESTS).args(["--test", "model", "--test", "native", "--"]).args(SLOW);
    succeed(test, "native tests failed")
}

/// A test asks which crates each platform would get: that is answered from what lies here.
fn crates(root: &Path) -> Result<(), Error> {
    cargo(root, &["fetch", "--quiet", "--locked"])
}

/// The native tests that are left out then: those that read the built site and those of processes that end.
const SLOW: [&str; 4] = ["--skip", "built::", "--skip", "stopped::"];

/// How cargo runs the tests.
const TESTS: [&str; 6] = ["test", "--locked", "--profile", "site", "--features", "site"];

/// Runs tests of some targets, each property on all its cases.
fn tests(root: &Path, targets: &[&str]) -> Result<(), Error> {
    let mut test = super::cargo(root);
    test.args(TESTS).args(targets).env("TEST_ALL_CASES", "1");
    succeed(test, &format!("cargo {} {} failed", TESTS.join(" "), targets.join(" ")))
}

/// The fonts of the stored pictures, by a file of theirs on Debian and the package that has it.
const FONTS: [(&str, &str); 3] = [
    ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", "fonts-liberation"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
];

/// Chromium and its driver, each with the package of Debian that has it.
const CHROMIUM: [(&str, &str); 2] = [("chromium", "chromium"), ("chromedriver", "chromium-driver")];

/// Chromium and its driver.
pub(super) fn chromium() -> Result<(), Error> {
    needed(&CHROMIUM)
}

/// Chromium, its driver and the fonts.
pub(super) fn browser() -> Result<(), Error> {
    let debian = Path::new("/etc/debian_version").exists();
    let fonts = FONTS.iter().filter(|_| debian); // pictures are compared where they were made
    needed(&CHROMIUM.iter().chain(fonts).copied().collect::<Vec<_>>())
}

/// The tools of translators: the files of translations are held to be what they take.
fn gettext() -> Result<(), Error> {
    needed(&[("msgfmt", "gettext")])
}

/// The driver of Firefox, which no package of Debian has.
const GECKODRIVER: [&str; 4] = ["geckodriver", "--version", "0.37.1", "--locked"];

/// Firefox and its driver; that is compiled once into the target folder.
fn firefox(root: &Path) -> Result<(), Error> {
    needed(&[("firefox", "firefox-esr")])?;
    if runs("geckodriver") {
        return Ok(());
    }
    println!("getting geckodriver, which takes about two minutes the first time …");
    let target = target_dir(root);
    let mut install = super::cargo(root);
    install.args(["install", "--quiet", "--debug"]).args(GECKODRIVER);
    install.arg("--root").arg(target.join("geckodriver")).arg("--target-dir").arg(target);
    if install.status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    let words = GECKODRIVER.join(" ");
    Err(format!("the tests need geckodriver on the PATH; this could not bring it: cargo install {words}"))
}

/// Programs, by name, and files, by path, each with the package of Debian that has it: found, or got by the package
/// manager on Debian as root.
fn needed(all: &[(&str, &str)]) -> Result<(), Error> {
    let lacks = |(name, _): &(&str, &str)| !runs(name) && !Path::new(name).exists();
    let missing: Vec<(&str, &str)> = all.iter().copied().filter(lacks).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let (names, packages): (Vec<&str>, Vec<&str>) = missing.iter().copied().unzip();
    let install = [&["install", "--yes", "--no-install-recommends"], &packages[..]].concat();
    if runs("apt-get") {
        println!("installing {} with apt-get …", packages.join(" and "));
        let apt = |args: &[&str]| {
            let mut apt = Command::new("apt-get");
            apt.args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
            apt.status().is_ok_and(|status| status.success())
        };
        if apt(&["update"]) && apt(&install) && !missing.iter().any(lacks) {
            return Ok(());
        }
    }
    Err(format!("the tests need {}; on Debian: apt-get {} (as root)", names.join(", "), install.join(" ")))
}

fn runs(program: impl AsRef<OsStr>) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn node(root: &Path) -> Result<(), Error> {
    if !runs("npm") {
        return Err(
            "the tests need Node with npm on the PATH, for axe-core, React and TypeScript".to_string()
        );
    }
    let status = Command::new("npm")
        .current_dir(root.join("tests"))
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
        .status()
        .map_err(|error| format!("npm: {error}"))?;
    if status.success() { Ok(()) } else { Err("npm ci failed in tests/".to_string()) }
}

/// nginx and its module for brotli, by the files of Debian: nginx has no word for its version that others have.
const NGINX: [(&str, &str); 2] = [
    ("/usr/sbin/nginx", "nginx"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
];

/// The server for which a configuration is written.
fn nginx() -> Result<(), Error> {
    needed(&NGINX)
}

/// Whether Python can make a virtual environment, which Debian has as a package of its own.
fn has_venv() -> bool {
    let mut python = Command::new("python3");
    python.args(["-c", "import ensurepip, venv"]).stdout(Stdio::null()).stderr(Stdio::null());
    python.status().is_ok_and(|status| status.success())
}

/// Programs that read what is published, in a virtual environment of the target folder, which is made once.
fn python(root: &Path) -> Result<(), Error> {
    if Path::new("/etc/debian_version").exists() && !has_venv() {
        needed(&[("/usr/share/doc/python3-venv", "python3-venv")])?;
    }
    let (folder, list) = (target_dir(root).join("python"), root.join("tests/requirements.txt"));
    let run = |program: &Path, words: &[&OsStr]| {
        Command::new(program).args(words).status().is_ok_and(|status| status.success())
    };
    let python = folder.join("bin/python");
    let made = python.exists()
        || run(
            Path::new("python3"),
            &["-m", "venv"].map(OsStr::new).into_iter().chain([folder.as_os_str()]).collect::<Vec<_>>(),
        );
    let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    let words: Vec<&OsStr> = words.map(OsStr::new).into_iter().chain([list.as_os_str()]).collect();
    if made && run(&python, &words) {
        return Ok(());
    }
    Err("the tests need Python 3 with venv and pip; pip did not bring what tests/requirements.txt lists"
        .to_string())
}

/// Runs cargo with these words.
pub(super) fn cargo(root: &Path, args: &[&str]) -> Result<(), Error> {
    let mut cargo = super::cargo(root);
    cargo.args(args);
    succeed(cargo, &format!("cargo {} failed", args.join(" ")))
}

/// Runs a command to its end and then prints all it said, which stays in one piece where others speak meanwhile.
pub(super) fn heard(mut command: Command, otherwise: &str) -> Result<(), Error> {
    let said = command.output().map_err(|error| format!("cargo: {error}"))?;
    println!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    if said.status.success() { Ok(()) } else { Err(otherwise.to_string()) }
}

/// Runs a command to its end; if it fails, that is what is said.
pub(super) fn succeed(mut command: Command, otherwise: &str) -> Result<(), Error> {
    let status = command.status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(otherwise.to_string()) }
}
