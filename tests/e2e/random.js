// One step of a reader on the page, and what the page is afterwards. Arguments: the step, and the driver's callback.
const [step, done] = arguments;
const marks = () => performance.getEntriesByName("ilrs:filtered").length;
const of = (e) => `${e.name}=${e.value}`;
const dim = (e) => (e.closest(".dim") ? "dim " : "");
const look = () => ({
  address: location.search,
  found: document.querySelector(".found").textContent,
  chips: all(".filter .chips .chip").map((e) => e.getAttribute("href")),
  ticked: all(".facet input:checked").map(of).sort(),
  counts: all(".facet label:has([type=checkbox])").map((e) => `${of(e.querySelector("input"))}: ${e.querySelector("small").textContent}`).sort(),
  fields: ["q", "from", "to", "asof", "view", "mode", "theme"].map((name) => of(document.querySelector(`[name=${name}]`))),
  looks: Object.entries({ ...document.querySelector(".explainer").dataset }).filter(([name]) => name !== "tab").map(([name, value]) => `${name}=${value}`).sort(),
  lines: all(".line").map((e) => dim(e) + e.id),
  rows: all("tr.entry").map((e) => `${dim(e)}row`).sort(),
  cards: all("article.card").map((e) => dim(e) + e.id).sort(),
  plots: all("[data-plot=track][role=slider]").map((e) => `${e.dataset.plot} ${e.ariaValueNow} of ${e.ariaValueMax}`).sort(),
  sorted: all("thead th[aria-sort]").map((e) => e.ariaSort),
  faults: window.faults,
});

(async () => {
  const told = step && await ways[step.way](step);
  // The host marks a result in a task after the frame that shows it: mostly it has by then.
  await task();
  await frame();
  await frame();
  await task();
  const track = document.querySelector(".track");
  return { told, marks: marks(), width: track ? parseFloat(getComputedStyle(track).width) : 0, look: look() };
})().then(done, (error) => done({ error: String(error) }));
