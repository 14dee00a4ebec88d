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

// The task after the next frame: what has changed is laid out and painted, and nothing has been waited for but that.
const framed = (then) => requestAnimationFrame(() => setTimeout(then));

// The controls of the form as a query: what is chosen under one name is joined by ~.
const query = (form) => {
  const all = new Map();
  for (const [name, value] of new FormData(form)) {
    if (value) all.set(name, all.has(name) ? `${all.get(name)}~${value}` : value);
  }
  return Array.from(all, ([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
};

// The keys that move in a drawing, in the order in which the app counts them.
const MOVES = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

// The page as host: the query lives in the address, Back works, and a fragment opens its card.
const page = (root) => {
  const listening = new AbortController();
  const { signal } = listening;
  let live = false;
  let search = location.search; // what the address says, or is about to
  let shown = "";
  const say = (type, detail) => root.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  const open = (to = target()) => {
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
    const [search, section] = link.getAttribute("href").split("#");
    host.app.show(search);
    framed(() => {
      if (section) document.getElementById(section)?.scrollIntoView();
      // A chip that was followed is gone: the focus goes to the search field, not to the top of the page.
      else link.isConnected || root.querySelector("[name=q]").focus();
    });
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
    const { name, form, value, dataset } = event.target;
    if (dataset.act && event.type === "input") act(dataset.act, value);
    const typing = name === "q";
    if (!form || typing !== (event.type === "input")) return;
    host.app.ask(query(form), true, typing || ["from", "to", "asof"].includes(name));
  };

  // What a control asks for that is no parameter; what a mark or a place in a drawing asks for.
  const act = (name, value) => host.app.act(name, Math.round(value));
  const press = (mark) => {
    act("mark", mark.dataset.mark);
    const to = () => document.getElementById(mark.dataset.to);
    if (mark.dataset.to) painted(() => { open(to()); to()?.closest("details").firstChild.focus() });
  };
  const click = (event) => {
    const at = event.target.closest("button[data-act], [data-mark], [data-plot=chart] svg");
    if (!at) follow(event);
    else if (at.dataset.act) act(at.dataset.act, at.dataset.value);
    else if (at.dataset.mark) press(at);
    else {
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(at.getScreenCTM().inverse());
      act("point", 1000 * Math.max(0, Math.round(x)) + Math.min(999, Math.max(0, y)));
    }
  };

  // Keys of a drawing that has the focus, and no others. The wheel comes closer only with a key that is held: a
  // pinch says so too, but holds none, and stays the browser's.
  let held = false;
  const key = (event) => {
    held = event.ctrlKey || event.metaKey;
    if (event.type === "keyup") return;
    const plot = event.target.closest("[data-plot]");
    if (!plot || held || event.altKey || event.shiftKey && event.key !== "+") return;
    const move = MOVES.indexOf(event.key);
    const zoom = { "+": 1, "=": 1, "-": -1 }[event.key];
    if (move >= 0) {
      act(plot.dataset.plot, move);
      painted(() => plot.querySelector("[aria-pressed=true]")?.focus());
    }
    else if (zoom && plot.dataset.plot === "track") act("zoom", zoom);
    else if (event.key !== "Enter" || !plot.querySelector(".current[data-mark]")) return;
    else press(plot.querySelector(".current[data-mark]"));
    event.preventDefault();
  };
  const wheel = (event) => {
    if (!held || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    act("zoom", (event.deltaY < 0 ? 1 : -1) * (1 + Math.max(1, x)));
  };
  const guard = (event) => {
    const plot = event.target.closest("[data-plot=track]");
    const way = event.type === "focusin" ? "addEventListener" : "removeEventListener";
    plot?.[way]("wheel", wheel, { passive: false });
    held = false;
  };

  // The track is as wide as its place. It is told its width; asking would have the page laid out once more.
  let track, width;
  const sized = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width && contentRect.width !== width) act("width", (width = contentRect.width));
  });
  const measure = () => {
    const now = root.querySelector(".track");
    if (now === track) return;
    sized.disconnect();
    if ((track = now)) sized.observe(now);
  };

  const host = {
    search: () => search,
    ready() {
      live = true;
      addEventListener("popstate", () => host.app.ask((search = location.search), false, false), { signal });
      addEventListener("hashchange", reveal, { signal });
      measure();
      signal.addEventListener("abort", () => sized.disconnect());
      for (const [type, heard] of [["click", click], ["keydown", key], ["keyup", key], ["focusin", guard], ["focusout", guard]]) {
        root.addEventListener(type, heard, { signal });
      }
      addEventListener("beforeprint", () => act("print", 1), { signal });
      addEventListener("afterprint", () => act("print", 0), { signal });
      addEventListener("click", save, { signal });
      root.addEventListener("input", control, { signal });
      root.addEventListener("change", control, { signal });
      root.addEventListener("submit", (event) => event.preventDefault(), { signal });
      performance.mark("ilrs:ready");
      say("ilrs-ready");
      painted(reveal);
    },
    write(next, typed) {
      search = next;
      // After the result is shown: a step in the history takes as long as the rest of it.
      framed(() => {
        try {
          history[typed ? "replaceState" : "pushState"](null, "", location.pathname + next + location.hash);
        } catch {
          // a sandbox, or too many writes: the view does not depend on the address
        }
      });
    },
    changed(query) {
      shown = query;
      if (!live) return; // the first query is no change
      measure(); // another section may show the track
      framed(() => performance.mark("ilrs:filtered"));
      say("ilrs-change", query);
    },
    stop: () => listening.abort(),
  };
  return host;
};

const start = async (root, again) => {
  const { glue, wasm, record, drawn: pictures, base } = root.dataset;
  const [module, bytes, text, drawn] = await Promise.all([
    import(`./${glue}${again ? "?again" : ""}`), // another address is another instance
    fetch(wasm).then(ok),
    fetch(record).then(ok).then((response) => response.text()),
    fetch(pictures).then(ok).then((response) => response.text()).catch(() => ""), // the page does without
  ]);
  await module.default({ module_or_path: bytes });
  const host = page(root);
  root.addEventListener("ilrs-died", host.stop);
  host.app = module.mount(root, text, drawn, base, !again, host);
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
