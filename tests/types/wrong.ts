// What has to be refused: a mistake that passes is an error here.
import type { IlrsSelected } from "../../src/shell/embed";

const one = document.createElement("ilrs-explainer");
// @ts-expect-error: a number
one.view = 3;
// @ts-expect-error: a list as a list
one.kind = ["launch", "landing"];
// @ts-expect-error: a day as an object
one.asof = new Date();
// @ts-expect-error: what is on show is not to be set
one.query = "view=timeline";
// @ts-expect-error: no such attribute
one.language = "en";
// @ts-expect-error: it starts without words
one.start("timeline");
// @ts-expect-error: an element that is not ours
document.createElement("ilrs-explain").query;

// @ts-expect-error: the number on show is no text
one.addEventListener("ilrs-change", ({ detail }) => detail.shown.trim());
// @ts-expect-error: what is on show is no card
one.addEventListener("ilrs-ready", ({ detail }) => detail.id);
// @ts-expect-error: another event's detail
one.addEventListener("ilrs-select", (event: CustomEvent<{ query: string }>) => event.detail.query);
// @ts-expect-error: an event that it does not say has no detail
one.addEventListener("ilrs-closed", ({ detail }) => detail);

// @ts-expect-error: no such type of card
const card: IlrsSelected = { type: "launch", id: "change-7" };
console.log(card);
