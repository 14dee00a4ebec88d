//! The words of what a reader takes away, in English.

use super::TakeText;

pub(super) const TAKE: TakeText = TakeText {
    copy: "Copy link",
    copied: "Copied.",
    refused: "This browser does not let the page copy. The address is selected: copy it with the keyboard.",
    blocked: "The page around this frame does not let it open links. The address is selected: copy it with the keyboard.",
    address: "Address",
    cite: "Cite",
    embed_card: "Embed this card",
    svg: "Save as SVG",
    png: "Save as PNG",
    embed: "Embed this picture",
    views: |views| format!("The views are {views}"),
    record: |day| format!("This is the record of {day}."),
    no_card: "The record has no card of this name on this day.",
};
