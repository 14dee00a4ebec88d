// <ilrs-explainer>: the explainer, or one view of it, within another site's page. It starts near the window, in an
// open shadow root; until it runs, and for good if it cannot, what the author wrote inside stands there. Its
// attributes are the parameters of the page's address; what the reader chose shows in `query` and in events.
{{loads}}

// The language of an element, if it is there, and all that is loaded in it.
const language = ({ lang }) => [lang.split("-")[0].toLowerCase()].find((code) => code in LANGUAGES) ?? "en";

const PARAMETERS = {{parameters}};
const PROPERTIES = [...PARAMETERS, "src", "sync", "loading"];

// The styles, each for all elements of a document in its language.
const styles = {};
const styled = async (name, text) => styles[name] ??= await new CSSStyleSheet().replace(await text(name));

// The Wasm has been asked for, once in a document, before the script that starts it has come.
let preloaded;

// Apps whose elements have left: the next element takes one over, since a mount cannot be undone without a trace.
const parked = [];

const near = new IntersectionObserver((all) => {
  for (const { isIntersecting, target } of all) if (isIntersecting) target.start();
}, { rootMargin: "600px" });

class Explainer extends HTMLElement {
  static observedAttributes = ["lang", ...PROPERTIES];
  #shadow = this.attachShadow({ mode: "open" });
  #slot = this.#shadow.appendChild(document.createElement("slot"));
  // Of a record that cannot be shown.
  #problems = this.#shadow.appendChild(document.createElement("section"));
  // What is mounted here: its root, its app in the Wasm and its element.
  #app;
  // The start that counts; aborted when the element leaves, or starts again.
  #turn;
  // It has died and started afresh.
  #again;
  // The query the reader chose, if it is no longer the attributes'.
  #search;
  #shown = "";

  // The canonical query on show.
  get query() {
    return this.#shown;
  }

  connectedCallback() {
    for (const name of PROPERTIES) {
      const { [name]: value } = this;
      // Set before the element was defined.
      if (delete this[name] && value !== this[name]) this[name] = value;
    }
    if (this.loading === "eager") this.start();
    else near.observe(this);
  }

  // An element that is only moved is connected again by now.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, old, now) {
    if (old === now) return;
    if (name === "loading") {
      now === "eager" && this.start();
    } else if (name === "src" || name === "lang") {
      if (!this.#turn) return;
      this.#stop();
      this.start();
    } else if (name !== "sync") {
      const asked = this.#search && new URLSearchParams(this.#search);
      if (now === null) asked?.delete(name);
      else asked?.set(name, now);
      this.#search &&= `?${asked}`;
      this.#app?.embed.ask(this.#asked());
    }
  }

  // Starts now, wherever it stands.
  async start() {
    near.unobserve(this);
    if (this.#turn || !this.isConnected) return;
    const { signal } = this.#turn = new AbortController();
    try {
      await this.#mount(signal);
    } catch (error) {
      signal.aborted || this.#fail(error);
    }
  }

  async #mount(signal) {
    const names = { ...NAMES, ...LANGUAGES[language(this)] };
    preloaded ||= !this.#shadow.append(Object.assign(document.createElement("link"), {
      rel: "preload", as: "fetch", crossOrigin: "", href: asset(names.wasm),
    }));
    const { forget, keep, load, text } = await boot();
    const { src } = this;
    const foreign = src && checker().then(({ record }) => record(src, signal));
    const [sheet, [code, record, words]] = await Promise.all([styled(names.style, text), load(names, foreign)]);
    signal.throwIfAborted();
    // They are our own record's.
    const pictures = src ? "" : asset(names.pictures);
    const app = parked.pop() ?? { root: document.createElement("div") };
    app.element = this;
    this.#app = app;
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#shadow.append(app.root);
    // Another start has another.
    app.root.onclick = (event) => keep(event, names);
    if (app.embed) return app.embed.wake(record, words, pictures);
    app.root.addEventListener("ilrs-died", () => {
      forget(code);
      // One instance runs them all.
      parked.length = 0;
      app.embed = undefined;
      app.element?.#revive();
    });
    app.embed = new code.Embed(app.root, record, words, pictures, names.base, {
      search: () => app.element?.#asked() ?? "",
      write: (next) => app.element?.#write(next),
      say: (type, detail) => app.element ? app.element.#hear(type, detail) : type === "ilrs-ready" && parked.push(app),
    });
  }

  #hear(type, detail) {
    if (type === "ilrs-ready") this.#slot.remove();
    this.#shown = detail.query ?? this.#shown;
    this.#say(type, detail);
  }

  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #fail(error) {
    console.error("explainer: it cannot run here.", error);
    const { message, problems = [] } = error;
    for (const problem of problems) this.#problems.appendChild(document.createElement("p")).textContent = problem;
    this.#say("ilrs-error", { message, problems });
  }

  // It has died: it starts afresh, once.
  #revive() {
    const search = this.#search;
    this.#stop();
    if (this.#again) return this.#fail(new Error("it stopped"));
    this.#again = true;
    this.#search = search;
    this.start();
  }

  #stop() {
    near.unobserve(this);
    // An error of its own would keep the element, by the stack it holds.
    this.#turn?.abort(0);
    this.#problems.replaceChildren();
    const app = this.#app;
    this.#turn = this.#search = this.#app = undefined;
    this.#shown = "";
    if (!app) return;
    app.element = undefined;
    app.root.remove();
    this.#shadow.append(this.#slot);
    app.embed?.park();
  }

  // What the reader chose; before that the attributes, or with `sync="url"` what the address of the page around says.
  #asked() {
    if (this.#search) return this.#search;
    const synced = this.sync === "url" && new URLSearchParams(location.search).get("ilrs");
    return `?${synced || new URLSearchParams(PARAMETERS.filter((name) => this.hasAttribute(name)).map((name) => [name, this[name]]))}`;
  }

  #write(next) {
    this.#search = next || "?";
    if (this.sync !== "url") return;
    const url = new URL(location.href);
    if (next[1]) url.searchParams.set("ilrs", next.slice(1));
    else url.searchParams.delete("ilrs");
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // a sandbox, or too many writes: the view does not depend on the address
    }
  }
}

// Properties mirror attributes.
for (const name of PROPERTIES) {
  Object.defineProperty(Explainer.prototype, name, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

// Another version may have the name already: this one is then to be had under its own.
const VERSION = "{{version}}", OWN = `ilrs-explainer-${VERSION.replaceAll(".", "-")}`;
Explainer.version = VERSION;
const first = customElements.get("ilrs-explainer");
if (!first) {
  customElements.define("ilrs-explainer", Explainer);
} else if (first.version !== VERSION && !customElements.get(OWN)) {
  customElements.define(OWN, Explainer);
  console.warn(`explainer: <ilrs-explainer> is of version ${first.version ?? "before 0.7"} here; version ${VERSION} is <${OWN}>.`);
}
