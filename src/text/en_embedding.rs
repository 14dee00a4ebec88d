//! What the page on embedding says, in English.

use super::Embedding;

pub(super) static EMBEDDING: Embedding = Embedding {
    title: "Embed this view",
    lead: "Embed the explainer elsewhere",
    sub: "What is on show here can stand on another page. It loads from this site alone, stores nothing and sets no \
          cookies.",
    of: |day, version| {
        format!(
            "This is the record of {day}, version {version}. A live embed follows the record as it changes; a frozen \
             one keeps showing this one."
        )
    },
    addresses: "The code below shows everything. A filter or a section of the page’s address, as in \
                ?kind=launch&view=timeline, goes after the question mark of an address here, or into attributes of \
                the element: kind=\"launch\" view=\"timeline\".",
    form: "Form",
    forms: ["As an element", "As a frame", "As a link"],
    about: [
        "It grows with what is in it and tells the page around what is chosen. Until it runs, and where it cannot, \
         the link inside it shows.",
        "It needs nothing of the page around. The script gives it the height of what is in it; where scripts are not \
         let in, leave out the script and its line of the policy, and the frame scrolls.",
        "It opens this view on this site. The page around has to allow nothing.",
    ],
    types: "Types for TypeScript",
    edition: "Record",
    live: "Live",
    frozen: |day| format!("Frozen, record of {day}"),
    copy: "Copy the code",
    copied: "Copied.",
    refused: "This browser does not let the page copy. The code is selected: copy it with the keyboard.",
    policy: "A page with a Content-Security-Policy has to allow this too:",
    preview: "Preview",
    preview_sub: "What you choose in it goes into the code above.",
    frame: "The explainer, as it will be embedded",
    card: "Card of",
    any: "nothing chosen",
    look: "Colours and type",
    look_sub: "The page around an element may set these custom properties. Where one is not set, it looks as it does \
               here. Colours have to suit the scheme, light or dark; light-dark() gives one for each. Where a reader \
               asks for more contrast or for colours of their own, and in print, those go first.",
    look_head: ["Custom property", "What takes it"],
    properties: &[
        ("--ilrs-paper", "the ground"),
        ("--ilrs-ink", "the words on it"),
        ("--ilrs-accent", "the focus, what is ticked, and lines under links"),
        ("--ilrs-font", "the typeface of everything"),
        ("--ilrs-heading-font", "the typeface of headings and of the opening"),
    ],
    parts_sub: "With ::part() it may style these parts, or leave one out:",
    parts: &[("explainer", "everything in it"), ("filter", "the filter"), ("section", "each section")],
    example: "ilrs-explainer { --ilrs-accent: light-dark(#a03, #fa8); --ilrs-font: Georgia, serif }\n\
              ilrs-explainer::part(filter) { display: none }",
};
