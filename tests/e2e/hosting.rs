//! The site behind a real nginx with the configuration that the build writes: the same answers as from our own server,
//! and page, element and frame at work.

use crate::browser::{run_at, run_on};
use crate::dist;
use crate::host::{LISTEN, said};
use crate::nginx::Nginx;
use crate::outcome::{Outcome, fault};
use crate::page::{choose, open_panel};
use crate::site::Site;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

/// An answer, with what the two servers have to agree on.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

/// What is said of a server itself, of a moment or of a cache's stamp.
const OWN: [&str; 8] =
    ["accept-ranges", "connection", "content-length", "date", "etag", "last-modified", "server", "vary"];

fn ask(address: &str, path: &str, coding: &str) -> Outcome<Answer> {
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    let accept = if coding.is_empty() { String::new() } else { format!("Accept-Encoding: {coding}\r\n") };
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{accept}\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.ok_or_else(|| fault(format!("{path}: no answer")))?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
    let mut headers = BTreeMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let twice = headers.insert(name.to_lowercase(), value.to_string());
        assert_eq!(twice, None, "{path}: {name} is sent twice");
    }
    headers.retain(|name, _| !OWN.contains(&&**name));
    let status = status.ok_or_else(|| fault(format!("{path}: no status in {head}")))?;
    Ok(Answer { status, headers, body: bytes[end + 4..].to_vec() })
}

/// Every file of the site but those packed and those of the frozen copy but one, and the folders of pages.
fn paths() -> Outcome<Vec<String>> {
    let (dist, mut all) = (dist::folder()?, Vec::new());
    let mut folders = vec![dist.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = below(&dist, &path)?;
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with("/index.html") {
                all.push(name.trim_end_matches("index.html").to_string());
            } else if !name.ends_with(".br") && !name.ends_with(".gz") {
                all.push(name);
            }
        }
    }
    Ok(all)
}

fn below(dist: &Path, path: &Path) -> Outcome<String> {
    let below = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(format!("/{below}"))
}

#[test]
fn it_answers_as_our_own_server_does() -> Outcome {
    let (nginx, ours) = (Nginx::start("/")?, Site::plain()?);
    let paths = paths()?;
    assert!(paths.len() > 200, "{}", paths.len());
    for path in &paths {
        let (theirs, own) = (ask(&nginx.address, path, "br")?, ask(&ours.address, path, "br")?);
        assert_eq!(theirs.headers, own.headers, "{path}");
        assert!(theirs == own && theirs.status == 200, "{path}: {} and {}", theirs.status, own.status);
    }
    for path in ["/", "/embed.js", "/data/explainer.en.csv", "/feed.xml", "/nothing/", "/assets/nothing.js"] {
        for coding in ["", "gzip", "br, gzip"] {
            let (theirs, own) = (ask(&nginx.address, path, coding)?, ask(&ours.address, path, coding)?);
            assert_eq!((&theirs.headers, theirs.status), (&own.headers, own.status), "{path} {coding}");
            assert!(theirs.body == own.body, "{path} {coding}");
        }
    }
    let packed = ask(&nginx.address, "/", "br")?;
    assert_eq!(packed.headers.get("content-encoding").map(String::as_str), Some("br"));
    let moved = |answer: &Answer| (answer.status / 100, answer.headers.get("location").cloned());
    let (theirs, own) = (ask(&nginx.address, "/sources", "")?, ask(&ours.address, "/sources", "")?);
    assert_eq!((moved(&theirs), moved(&own)), ((3, Some("/sources/".into())), (3, Some("/sources/".into()))));
    Ok(())
}

#[tokio::test]
async fn page_item_and_frame_work_below_a_path() -> Outcome {
    let nginx = Nginx::start("/lunar/")?;
    run_at(&nginx.address, async |browser| {
        browser
            .inject("window.violations = []; addEventListener('securitypolicyviolation', e => violations.push(e.blockedURI))")
            .await?;
        browser.open_ready("/lunar/").await?;
        open_panel(browser).await?;
        assert!(choose(browser, "kind", "landing").await? > 0);
        let violations = browser.list("return window.violations").await?;
        assert!(violations.is_empty(), "{violations:?}");
        browser.open("/lunar/mission/luna-26").await?;
        let styled = "return location.pathname === '/lunar/mission/luna-26/' && \
                      !document.querySelector('.unstyled').checkVisibility()";
        assert!(browser.holds(styled).await?, "the page of a thing has its slash and its style");
        browser.open_ready("/lunar/embed/?view=missions").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_element_works_from_it_on_another_site() -> Outcome {
    let nginx = Nginx::start("/")?;
    run_on(Site::host(&nginx.address, BTreeMap::new())?, async |browser| {
        browser.inject(LISTEN).await?;
        browser.open("/strict.html").await?;
        browser.ask("document.querySelector('ilrs-explainer').start()").await?;
        said(browser, "ready", 1).await?;
        assert_eq!(browser.console().await?, [""; 0]);
        Ok(())
    })
    .await
}
