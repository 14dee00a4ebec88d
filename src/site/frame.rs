//! `embed/`: the explainer alone, as it stands in the frame of another site.

use crate::text::Lang;
use yew::prelude::*;

/// The page for a frame, below `dist/`.
pub const PATH: &str = "embed/index.html";

/// What a sandbox has to allow, so that the frame works, its links open outside it, and its pictures can be saved.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The attribute by which the app knows.
pub const MARK: &str = "data-frame";

/// The template of the page, whose app knows that it stands in a frame.
pub fn framed(template: &str) -> String {
    template.replacen("<div id=\"app\"", &format!("<div id=\"app\" {MARK}"), 1)
}

#[derive(PartialEq, Properties)]
pub struct FootProps {
    pub lang: Lang,
}

/// What stands below it: the way to what the page has besides.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let (text, still) = (props.lang.text(), props.lang.static_text());
    html! {
        <div class="explainer still">
            <section aria-labelledby="sources">
                <h2 id="sources">{ text.sources }</h2>
                <p class="measure"><a href="../#sources" target="_blank">{ still.method }</a></p>
                <p class="measure"><a href="../sources/" target="_blank">{ still.sources_link }</a></p>
            </section>
        </div>
    }
}
