// <ilrs-explainer>: the explainer, or one view of it, within another site's page. It starts near the window, in an
// open shadow root; until it runs, and for good if it cannot, what the author wrote inside stands there. Its
// attributes are the parameters of the page's address; what the reader chose shows in `query` and in events.
const NAMES = {/*names*/};
const here = new URL("assets/", import.meta.url).href;
const at = (name) => here + name;
const names = { ...NAMES, base: new URL("./", import.meta.url).href };
for (const name of ["wasm", "record", "drawn"]) names[name] = at(NAMES[name]);

const PARAMETERS = ["q", "kind", "participant", "mission", "milestone", "phase", "status", "confidence", "from", "to", "asof", "view", "mode", "theme"];

// The code and the style, once for all elements of a document.
let shared;
const share = () => shared ??= Promise.all([
  import(at(NAMES.loader)),
  fetch(at(NAMES.style)).then((response) => response.text()).then((css) => new CSSStyleSheet().replace(css)),
]).catch((error) => {
  shared = undefined;
  throw error;
});

// The record of another site, checked and packed.
const foreign = async (src) => {
  const { record } = await import(at(NAMES.foreign));
  return record(new URL(src, document.baseURI).href);
};

// Apps whose elements have left: the next element takes one over, since a mount cannot be undone without a trace.
const parked = [];

const near = new IntersectionObserver((all) => {
  for (const { isIntersecting, target } of all) if (isIntersecting) target.start();
}, { rootMargin: "600px" });

class Explainer extends HTMLElement {
  static observedAttributes = [...PARAMETERS, "src"];
  #shadow = this.attachShadow({ mode: "open" });
  #slot = this.#shadow.appendChild(document.createElement("slot"));
  #problems = this.#shadow.appendChild(document.createElement("section")); // of a record that cannot be shown
  #app; // what is mounted here: its root, its place and its host
  #starts = 0; // the start that counts; one that was overtaken gives way
  #search; // the query the reader chose, if it is no longer the attributes'
  #shown = "";

  // The canonical query on show.
  get query() {
    return this.#shown;
  }

  connectedCallback() {
    if (this.#app || this.#starts) return; // it was only moved
    if (this.loading === "eager") this.start();
    else near.observe(this);
  }

  // A moved element leaves and comes back within one task.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, old, now) {
    if (old === now) return;
    this.#search = undefined;
    if (name === "src" && this.#starts) {
      this.#stop();
      this.connectedCallback();
    } else this.#app?.host?.app?.ask(this.#asked(), false, false);
  }

  // Starts now, wherever it stands.
  async start() {
    if (this.#starts || !this.isConnected) return;
    near.unobserve(this);
    const turn = ++this.#starts;
    try {
      await this.#mount(() => turn === this.#starts);
    } catch (error) {
      if (turn !== this.#starts) return;
      console.error("explainer: it cannot run here; what the author wrote in its place stays.", error);
      const { message, problems = [] } = error;
      for (const problem of problems) {
        const line = this.#problems.appendChild(document.createElement("p"));
        line.textContent = problem;
      }
      this.#say("ilrs-error", { message, problems });
    }
  }

  async #mount(current) {
    const [{ mount, text }, style] = await share();
    const { src } = this;
    const waiting = !src && current() && parked.pop();
    const app = waiting || { root: document.createElement("div"), own: !src };
    const record = waiting || (await (src ? foreign(src) : text(names.record)));
    if (!current()) return;
    app.element = this;
    this.#app = app;
    this.#shadow.adoptedStyleSheets = [style];
    this.#shadow.append(app.root);
    if (waiting) return app.host.wake();
    const place = {
      record,
      search: () => app.element?.#asked() ?? "",
      write: (next) => app.element?.#write(next),
      say: (type, detail) => app.element?.#hear(type, detail),
    };
    app.root.addEventListener("ilrs-died", () => app.element?.#died(app));
    app.host = await mount(app.root, place, src ? { ...names, drawn: "" } : names);
    delete place.record;
  }

  #hear(type, detail) {
    if (type === "ilrs-ready") this.#slot.remove();
    if (detail?.query != null) this.#shown = detail.query;
    this.#say(type, detail);
  }

  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  // It starts afresh, once.
  #died(app) {
    app.root.remove();
    this.#shadow.append(this.#slot);
    this.#app = undefined;
    if (this.#starts > 1) return console.error("explainer: it stopped; what the author wrote in its place stays.");
    this.#starts = 0;
    this.start();
    this.#starts = 2;
  }

  #stop() {
    near.unobserve(this);
    this.#starts = 0;
    this.#problems.replaceChildren();
    const app = this.#app;
    if (!app) return;
    this.#app = app.element = undefined;
    app.root.remove();
    this.#shadow.append(this.#slot);
    if (!app.host || app.host.dead) return;
    app.host.park();
    if (app.own) parked.push(app);
  }

  // What the reader chose; before that the attributes, or with `sync="url"` what the address of the page around says.
  #asked() {
    if (this.#search !== undefined) return this.#search;
    const synced = this.#synced && new URLSearchParams(location.search).get("ilrs");
    if (synced) return `?${synced}`;
    const given = PARAMETERS.filter((name) => this.hasAttribute(name));
    return `?${given.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`).join("&")}`;
  }

  get #synced() {
    return this.getAttribute("sync") === "url";
  }

  #write(next) {
    this.#search = next;
    if (!this.#synced) return;
    const url = new URL(location.href);
    url.searchParams.set("ilrs", next.slice(1));
    history.replaceState(history.state, "", url);
  }
}

// Properties mirror attributes.
for (const name of [...PARAMETERS, "src", "sync", "loading"]) {
  Object.defineProperty(Explainer.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

customElements.get("ilrs-explainer") ?? customElements.define("ilrs-explainer", Explainer);
