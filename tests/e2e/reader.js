// A reader of the page, or of the first element on it.
const root = document.querySelector("ilrs-explainer")?.shadowRoot ?? document;
const all = (selector) => [...root.querySelectorAll(selector)];
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
    const one = root.querySelector(on);
    if (!one) return null;
    if (one.type === "range") value = +one.min + value % (one.max - one.min + 1);
    one.value = value;
    for (const type of one.type === "search" ? ["input"] : ["input", "change"]) {
      fire(one, new Event(type, options));
      await task(); // as between two events of a browser
    }
    return one.value;
  },
  key({ on, key }) {
    const plot = root.querySelector(on);
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
