// Brings glue, Wasm and record together and mounts the app. If the app dies, a second instance starts afresh,
// once; if that fails too, a plain sentence says that filters are off. What is on the page stays.
const ok = (response) => {
  if (response.ok) return response;
  throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
};

const off = (error) => {
  document.getElementById("notice").hidden = false;
  console.error("ILRS explainer: filters are off.", error.detail ?? error);
};

// A second frame starts only after the first has been painted.
const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

// The controls of the form as a query: what is chosen under one name is joined by ~.
const query = (form) => {
  const all = new Map();
  for (const [name, value] of new FormData(form)) {
    if (value) all.set(name, all.has(name) ? `${all.get(name)}~${value}` : value);
  }
  return Array.from(all, ([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
};

// The page as host: the query lives in the address, Back works, and a fragment opens its card.
const page = (root) => {
  const listening = new AbortController();
  const { signal } = listening;
  let live = false;
  let shown = "";
  const say = (type, detail) => root.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  const open = () => {
    const to = target();
    if (!to) return;
    for (let part = to; part && (part = part.closest("details")); part = part.parentElement) part.open = true;
    (to.closest("article, li") ?? to).scrollIntoView({ behavior: "instant" });
  };

  // Opens and scrolls to what the fragment names; a filter or section that hides it gives way.
  const reveal = () => {
    const card = /^#(participant|person|mission|facility|phase|event|milestone|conflict|source)-/.test(location.hash);
    const to = target();
    const gone = !to || to.closest("[hidden]") || !to.closest(".explainer").offsetParent;
    if (card && gone) host.app.ask("", true, false);
    // Parts that are laid out only near the window find their height on the way: until the target stands still.
    let last;
    const settle = (left) => {
      open();
      const top = target()?.getBoundingClientRect().top;
      if (left && top !== last) painted(() => settle(left - 1));
      last = top;
    };
    if (card) painted(() => settle(5));
  };

  // A link in a sentence, as in ?kind=launch, sets the filter instead of loading the page again.
  const follow = (event) => {
    const link = event.target.closest("a[href^='?']");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    host.app.show(link.getAttribute("href"));
    // A chip that was followed is gone: the focus goes to the search field, not to the top of the page.
    painted(() => link.isConnected || root.querySelector("[name=q]").focus());
  };

  // A file is whole; with something filtered it is cut down to what is found, by a script of its own.
  const save = (event) => {
    const link = event.target.closest("a[download]");
    const found = link && host.app.found(shown);
    if (!found) return;
    event.preventDefault();
    // If it cannot be cut, the whole file is saved under its own name, as without a filter.
    const whole = () => {
      const filtered = shown;
      shown = "";
      link.click();
      shown = filtered;
    };
    import(`./${root.dataset.download}`).then(({ save }) => save(link.href, found)).catch(whole);
  };

  const control = (event) => {
    const { name, form } = event.target;
    const typing = name === "q";
    if (!form || typing !== (event.type === "input")) return;
    host.app.ask(query(form), true, typing || ["from", "to", "asof"].includes(name));
  };

  const host = {
    search: () => location.search,
    ready() {
      live = true;
      addEventListener("popstate", () => host.app.ask(location.search, false, false), { signal });
      addEventListener("hashchange", reveal, { signal });
      root.addEventListener("click", follow, { signal });
      addEventListener("click", save, { signal });
      root.addEventListener("input", control, { signal });
      root.addEventListener("change", control, { signal });
      root.addEventListener("submit", (event) => event.preventDefault(), { signal });
      performance.mark("ilrs:ready");
      say("ilrs-ready");
      painted(reveal);
    },
    write(search, typed) {
      const url = location.pathname + search + location.hash;
      try {
        history[typed ? "replaceState" : "pushState"](null, "", url);
      } catch {
        // a sandbox, or too many writes: the view does not depend on the address
      }
    },
    changed(query) {
      shown = query;
      if (!live) return; // the first query is no change
      painted(() => performance.mark("ilrs:filtered"));
      say("ilrs-change", query);
    },
    stop: () => listening.abort(),
  };
  return host;
};

const start = async (root, again) => {
  const { glue, wasm, record, base } = root.dataset;
  const [module, bytes, text] = await Promise.all([
    import(`./${glue}${again ? "?again" : ""}`), // another address is another instance
    fetch(wasm).then(ok),
    fetch(record).then(ok).then((response) => response.text()),
  ]);
  await module.default({ module_or_path: bytes });
  const host = page(root);
  root.addEventListener("ilrs-died", host.stop);
  host.app = module.mount(root, text, base, !again, host);
};

const old = document.getElementById("app");
let died = false;

const afresh = () => {
  died = true;
  const root = old.cloneNode(false);
  root.addEventListener("ilrs-ready", () => old.replaceWith(root), { once: true });
  root.addEventListener("ilrs-died", off, { once: true });
  start(root, true).catch(off);
};

old.addEventListener("ilrs-died", afresh, { once: true });
start(old, false).catch((error) => died || off(error));
