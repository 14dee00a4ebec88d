//! The page works under the policy of the contract, and the server sends just that.

use crate::browser::run;
use crate::outcome::{Outcome, fault};
use crate::page::{choose, open_panel};

/// Word for word from the contract, not from the code.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

#[tokio::test]
async fn every_answer_carries_the_policy() -> Outcome {
    run(async |browser| {
        browser.open_ready("/").await?;
        browser.open("/sources/").await?;
        let answers = browser.network("Network.responseReceived").await?;
        let ours: Vec<_> = answers
            .iter()
            .map(|answer| &answer["response"])
            .filter(|answer| answer["url"].as_str().is_some_and(|url| url.starts_with(&browser.site)))
            .collect();
        assert!(ours.len() >= 6, "only {} answers were seen", ours.len());
        for answer in ours {
            let headers = answer["headers"].as_object().ok_or_else(|| fault("an answer without headers"))?;
            let policy =
                headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-security-policy"));
            let policy = policy.and_then(|(_, value)| value.as_str());
            assert_eq!(policy, Some(POLICY), "the policy sent with {}", answer["url"]);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_violates_the_policy() -> Outcome {
    run(async |browser| {
        browser
            .inject(
                "window.violations = []; addEventListener('securitypolicyviolation', \
                 e => violations.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`))",
            )
            .await?;
        browser.open_ready("/").await?;
        open_panel(browser).await?;
        choose(browser, "kind", "landing").await?;
        browser.ask("location.hash = 'mission-luna-26'").await?;
        browser.filtered("typing", browser.type_into("input[name=q]", "Moon")).await?;
        browser.filtered("the reset", browser.click(".reset")).await?;
        let violations = browser.list("return window.violations").await?;
        assert!(violations.is_empty(), "the page breaks its own policy: {violations:?}");
        browser.open("/sources/").await?;
        let violations = browser.list("return window.violations").await?;
        assert!(violations.is_empty(), "the page of sources breaks the policy: {violations:?}");
        Ok(())
    })
    .await
}
