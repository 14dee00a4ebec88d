// A page without a framework, as its author writes it: all of this is right.
import type { IlrsExplainerElement, IlrsSelected, IlrsShown } from "../../src/shell/embed";

const made: IlrsExplainerElement = document.createElement("ilrs-explainer");
made.view = "timeline";
made.view = "a view of a later version";
made.kind = "launch~landing";
made.from = 2026;
made.to = "2030~";
made.q = null;
made.loading = "eager";
made.title = "What any element has";

const found = document.querySelector("ilrs-explainer");
const query: string | undefined = found?.query;
const started: Promise<void> | undefined = found?.start();
for (const one of document.querySelectorAll("ilrs-explainer")) one.theme = "dark";

const shown = ({ detail }: CustomEvent<IlrsShown>) => console.log(detail.query.length, detail.shown.toFixed(), query, started);
made.addEventListener("ilrs-change", shown, { passive: true });
made.removeEventListener("ilrs-change", shown);
made.addEventListener("ilrs-select", ({ detail: { type, id } }) => location.assign(`#${type}-${id}`));
made.addEventListener("ilrs-error", ({ detail }) => detail.problems.forEach((problem) => console.warn(problem.trim())));
made.addEventListener("click", (event) => console.log(event.clientX));
document.addEventListener("ilrs-ready", ({ detail }) => console.log(detail.query));

const card: IlrsSelected = { type: "mission", id: "luna-26" };
console.log(card);
