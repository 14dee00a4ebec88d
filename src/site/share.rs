//! What a page says of itself to who links to it: its one address, and the card that a shared link shows.

/// A page as it is shared.
pub struct Shared<'a> {
    /// Where the site is published; without it every address is left out, since all of them have to be whole.
    pub site: Option<&'a str>,
    /// The path of the page below it.
    pub path: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The path of the picture below the site, and what it shows in words.
    pub picture: Option<(&'a str, &'a str)>,
}

/// Width and height of the picture, as the networks that show it ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// The elements of the head: Open Graph, which others read too, and what X alone asks for. None without an address:
/// nobody can share such a page, and its reader need not load them.
pub fn tags(page: &Shared) -> String {
    let Some(site) = page.site.map(|site| format!("{}/", site.trim_end_matches('/'))) else {
        return String::new();
    };
    let address = format!("{site}{}", page.path);
    let mut lines = vec![
        format!("<link rel=\"canonical\" href=\"{}\">", escape(&address)),
        property("og:url", &address),
        property("og:type", "website"),
        property("og:title", page.title),
        property("og:description", page.description),
        named("twitter:card", if page.picture.is_some() { "summary_large_image" } else { "summary" }),
    ];
    if let Some((path, words)) = page.picture {
        lines.push(property("og:image", &format!("{site}{path}")));
        lines.push(property("og:image:width", &SIZE.0.to_string()));
        lines.push(property("og:image:height", &SIZE.1.to_string()));
        lines.push(property("og:image:alt", words));
    }
    lines.join("\n")
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", escape(content))
}

fn named(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escape(content))
}

/// Text as it stands in an attribute or between tags.
pub fn escape(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Shared, tags};

    const PAGE: Shared = Shared {
        site: None,
        path: "a/",
        title: "A & “b”",
        description: "c \"d\"",
        picture: Some(("p.png", "e")),
    };

    #[test]
    fn without_a_site_there_is_nothing_to_share() {
        assert_eq!(tags(&PAGE), "");
    }

    #[test]
    fn with_a_site_every_address_is_whole() {
        for site in ["https://x.example/y", "https://x.example/y/"] {
            let tags = tags(&Shared { site: Some(site), ..PAGE });
            for line in [
                "<meta property=\"og:title\" content=\"A &amp; “b”\">",
                "<meta property=\"og:description\" content=\"c &quot;d&quot;\">",
                "<link rel=\"canonical\" href=\"https://x.example/y/a/\">",
                "<meta property=\"og:image\" content=\"https://x.example/y/p.png\">",
                "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            ] {
                assert!(tags.contains(line), "{line} not in {tags}");
            }
        }
    }
}
