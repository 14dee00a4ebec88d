//! Addresses that are never linked, whatever they say today.

use super::statements::Place;
use crate::model::dataset::Diagnostic;
use crate::model::record::{Record, Source};

const SPAM: &str = "a spam, hijacked or machine-written page stands at this address; it is never linked";
const COPY: &str =
    "this address is a copy, a reprint or a technical host, not the publisher's own; it is never linked";
const POSER: &str = "this address looks like a publisher's and is not; it is never linked";

/// Hosts, each with what is below it, and the reason.
const NEVER: [(&str, &[&str]); 3] = [
    (
        SPAM,
        &[
            "huibaoxi.com.cn",
            "vanbien.com",
            "r435.com",
            "suranmc.com",
            "gzmlhlf.cn",
            "tyhy56.com",
            "wikisum.wiki",
            "promo.vg",
            "vegasvibe.top",
            "news-247.top",
            "grand-pianist.com",
            "cosmoschronicle.com",
            "myworldfix.com",
            "squidsaccess.com",
            "yiaap.com",
            "dailybestarticles.com",
            "htradingonline-fpmarkets.com",
            "coron.tech",
            "vividheadlines.com",
            "misryoum.com",
            "newscrater.com",
            "abovetopsecret.com",
            "graveola.com.br",
            "thenftimes.com",
            "worldwidenews.ca",
            "luna-2076.com",
            "newsofamerica.org",
            "hanna-ai.com",
            "vuink.com",
            "millionairenetworth.com",
            "oneafricanewstoday.com",
            "blog.jp",
            "dogonews.com",
            "worldspaceclub.com",
        ],
    ),
    (
        COPY,
        &[
            "ngtest.aviationweek.com",
            "ngenix.net",
            "static1-azcdn.newser.com",
            "mail.russianspaceweb.com",
            "clateway.com",
            "kiwix.prodb.cz",
            "zxc.wiki",
            "page4.com",
            "pages.dev",
            "wdas.io",
            "nkeu.foreignaffairs.co.nz",
            "staging.shazoo.ru",
            "yqqlm.com",
            "chiangraitimes.com",
            "bharataradio738.com",
            "www1.ru",
            "mirrorreview.com",
            "voz.us",
            "cosmoscience.in",
            "aviastat.ru",
            "head-post.com",
        ],
    ),
    (POSER, &["russiatoday.ru", "swentr.site", "abc7.news", "gazeta.press", "sport-interfax.ru"]),
];

/// No source leads to one of them.
pub fn forbidden(record: &Record) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for source in &record.sources {
        if let Some(reason) = refused(source) {
            let place = Place { list: "sources", id: &source.id, field: "url" };
            problems.push(place.problem(source.url.as_deref().unwrap_or(""), reason));
        }
    }
    problems
}

fn refused(source: &Source) -> Option<&'static str> {
    let url = source.url.as_deref()?.to_lowercase();
    let host = url.split("://").nth(1)?.split(['/', '?', '#', ':']).next()?;
    let below = |of: &str| host == of || host.strip_suffix(of).is_some_and(|rest| rest.ends_with('.'));
    NEVER.iter().find(|(_, hosts)| hosts.iter().any(|of| below(of))).map(|(reason, _)| *reason)
}
