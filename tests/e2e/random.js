// One random step on the page, and what the page is afterwards. Arguments: the step, and the driver's callback.
const [step, done] = arguments;
const all = (selector) => [...document.querySelectorAll(selector)];
const marks = () => performance.getEntriesByName("ilrs:filtered").length;
const task = () => new Promise((then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(0);
});
const frame = () => new Promise(requestAnimationFrame);
const fire = (on, event) => on.dispatchEvent(event);
const options = { bubbles: true, cancelable: true };

// Each does what a reader does and tells what the page made of it; null if the page has nothing like it.
const ways = {
  // The given one of these: its address, the line it marks, or its place among its like.
  click({ on, at }) {
    const found = all(on);
    if (!found.length) return null;
    const one = found[at % found.length];
    const group = one.closest(".tools, .steps, thead");
    const place = one.type === "button" ? [...group.querySelectorAll("button")].indexOf(one) : "";
    const told = one.getAttribute("href") ?? one.dataset.mark ?? place;
    fire(one, new MouseEvent("click", options)); // what is drawn has no click()
    return String(told);
  },
  async enter({ on, value }) {
    const one = document.querySelector(on);
    if (one.type === "range") value = +one.min + value % (one.max - one.min + 1);
    one.value = value;
    for (const type of one.type === "search" ? ["input"] : ["input", "change"]) {
      fire(one, new Event(type, options));
      await task(); // as between two events of a browser
    }
    return one.value;
  },
  key({ on, key }) {
    const plot = document.querySelector(on);
    if (!plot) return null;
    plot.focus();
    fire(plot, new KeyboardEvent("keydown", { key, ...options }));
    fire(plot, new KeyboardEvent("keyup", { key, ...options }));
    return "";
  },
  async go({ by }) {
    const gone = new Promise((then) => addEventListener("popstate", then, { once: true }));
    history.go(by);
    await gone;
    return "";
  },
  async open({ at }) {
    const found = all("article.card [aria-expanded], .line > [aria-expanded]");
    if (!found.length) return null;
    const one = found[at % found.length];
    const before = one.ariaExpanded;
    one.click();
    await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    return one.ariaExpanded === before ? "it stays as it was" : "";
  },
};

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
