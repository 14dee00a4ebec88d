// Brings glue, Wasm and record together and mounts the app in a place: the page, a frame, or an element of another
// site. If the app dies, a second instance starts afresh, once; if that fails too, the place says so, and what stands
// there stays.

// A second frame starts only after the first has been painted.
const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

// The task after the next frame: what has changed is laid out and painted, and nothing has been waited for but that.
// A message comes sooner than a timer.
const framed = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(0);
});

// Some browsers do not say when they have time.
const idle = globalThis.requestIdleCallback ?? framed;

// The controls of the form as a query: what is chosen under one name is joined by ~.
const query = (form) => {
  const all = {};
  for (const [name, value] of new FormData(form)) if (value) (all[name] ??= []).push(value);
  return Object.keys(all).map((name) => `${name}=${encodeURIComponent(all[name].join("~"))}`).join("&");
};

// The keys that move in a drawing, in the order in which the app counts them.
const MOVES = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

const TYPES = /^(participant|person|mission|facility|phase|event|milestone|conflict|source)-(.+)/;

// What the app's host does in every place. A place has its query (`search`), keeps the next one (`write`) and hears
// what happens (`say`). It may be a document of our own (`own`), whose address may name a card, and there the page
// (`page`), which has a history and downloads.
const hosted = (root, place, names) => {
  const listening = new AbortController();
  const { signal } = listening;
  const on = (on, types, heard) => {
    for (const type of types.split(" ")) on.addEventListener(type, heard, { signal, capture: true });
  };
  let heard = false; // the listeners are there
  let live = false; // the first query stands there
  let shown = "", number;
  const target = (id) => root.getRootNode().getElementById?.(id);

  const open = (to) => {
    if (!to) return;
    for (let part = to; part && (part = part.closest("details")); part = part.parentElement) part.open = true;
    (to.closest("article, li") ?? to).scrollIntoView({ behavior: "instant" });
  };

  // Opens and scrolls to what a link names; a filter or section that hides it gives way.
  const reveal = (id) => {
    if (!TYPES.test(id)) return target(id)?.scrollIntoView();
    const to = target(id);
    if (!to || to.closest("[hidden]") || !to.closest(".explainer").offsetParent) host.app.ask("", true, false);
    // Parts that are laid out only near the window find their height on the way: until the target stands still.
    let last;
    const settle = (left) => {
      open(target(id));
      const top = target(id)?.getBoundingClientRect().top;
      if (left && top !== last) painted(() => settle(left - 1));
      last = top;
    };
    painted(() => settle(5));
  };
  const revealed = () => location.hash && reveal(decodeURIComponent(location.hash.slice(1)));

  // A link in a sentence, as in ?kind=launch, sets the filter instead of loading the page again. Away from the page a
  // link within it leads to its card, and one out of it leaves the page around alone.
  const follow = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const [search, section] = link.getAttribute("href").split("#");
    const asks = search[0] === "?";
    if (!asks && (place.page || search)) {
      if (!place.page) link.target = "_blank";
      return;
    }
    event.preventDefault();
    if (!asks) return reveal(section);
    host.app.show(search);
    framed(() => {
      if (section) target(section)?.scrollIntoView();
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
    import(`./${names.download}`).then(({ save }) => save(link.href, found)).catch(whole);
  };

  const control = (event) => {
    const { name, form, value, dataset } = event.target;
    // A handle asks while it moves; when it is let go, the form may not show yet what it asked for.
    if (dataset.act) return event.type === "input" && act(dataset.act, value);
    if (form && (name === "q") === (event.type === "input")) {
      host.app.ask(query(form), true, /^(q|from|to|asof)$/.test(name));
    }
  };

  // What a control asks for that is no parameter; what a mark or a place in a drawing asks for.
  const act = (name, value) => host.app.act(name, Math.round(value));
  const press = (mark) => {
    act("mark", mark.dataset.mark);
    const to = () => target(mark.dataset.to);
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
  const toggle = ({ target: { open, dataset, lastElementChild } }) => {
    if (open && dataset.act) act(dataset.act, 1);
    const [, type, id] = open && lastElementChild?.id.replace("line-", "milestone-").match(TYPES) || [];
    if (type) say("select", { type, id });
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
  // That is a frame later: drawn while sizes are being told, its new height would be an error of the page's.
  const sized = new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || contentRect.width === width) return;
    width = contentRect.width;
    requestAnimationFrame(() => act("width", width));
  });
  const measure = () => {
    const now = root.querySelector(".track");
    if (now === track) return;
    sized.disconnect();
    if ((track = now)) sized.observe(now);
  };

  const listen = () => {
    heard = true;
    on(root, "click", click);
    on(root, "keydown keyup", key);
    on(root, "focusin focusout", guard);
    on(root, "input change", control);
    on(root, "toggle", toggle);
    on(root, "submit", (event) => event.preventDefault());
    on(window, "beforeprint afterprint", ({ type }) => act("print", +(type[0] === "b")));
    if (!place.page) return;
    on(window, "popstate", () => host.app.ask(location.search, false, false));
    on(window, "hashchange", revealed);
    on(window, "click", save);
  };

  const say = (type, detail) => place.say(`ilrs-${type}`, detail);

  const host = {
    search: place.search,
    ready() {
      heard || listen();
      live = true;
      for (const off of root.querySelectorAll("[disabled]")) off.disabled = false; // what was off until now
      measure();
      toggle({ target: root.querySelector(".facets") }); // it may have been opened, too
      host.app.ask(place.search(), false, false); // it may have changed meanwhile
      say("ready", { query: shown, shown: number });
      if (place.own) painted(revealed);
    },
    write: place.write,
    changed(query, found) {
      [shown, number] = [query, found];
      // An option that was chosen once no longer heeds its attribute.
      for (const { parentNode, value } of root.querySelectorAll("option[selected]")) parentNode.value = value;
      if (!live) return; // the first query is no change
      measure(); // another section may show the track
      say("change", { query, shown: number });
      framed(() => host.dead || act("follow", 0));
    },
    // Shows nothing, until it wakes with the record and the query of another place.
    park: () => host.app.park(),
    wake(...loaded) {
      live = false;
      host.app.wake(...loaded);
    },
    stop() {
      host.dead = true;
      listening.abort();
      sized.disconnect();
    },
  };
  return host;
};

// All that is loaded lies beside this script.
const get = async (name) => {
  const response = await fetch(new URL(name, import.meta.url));
  if (response.ok) return response;
  throw new Error(`${response.url}: ${response.status}`);
};

// A text that an element loads, and the bytes that the app does.
export const text = async (name) => (await get(name)).text();
const bytes = async (name) => new Uint8Array(await (await get(name)).arrayBuffer());

// The app's code, once for all its places in a document; afresh after it has died, since another address is another
// instance.
let running, runs = 0;
const run = ({ glue, wasm }) => running ??= (async (from) => {
  const [module, answer] = await Promise.all([import(from), get(wasm)]);
  await module.default(answer);
  return module;
})(`./${glue}${runs ? `?${runs}` : ""}`).catch((error) => {
  running = undefined;
  runs++; // a browser may remember that an address failed
  throw error;
});

// The drawings of our own record, which a place can do without.
const drawings = ({ drawn }) => bytes(drawn).catch(() => new Uint8Array());

// What the app runs on: its code, the record, and the drawings, unless there are none or they come later.
export const load = async (names, record, late) => {
  const drawn = record || late ? new Uint8Array() : drawings(names);
  const [, ...loaded] = await Promise.all([run(names), record || bytes(names.record), drawn]);
  return [await run(names), ...loaded]; // the instance may have died while the bytes came
};

// Mounts the app: gives its host, whose `app` takes messages.
export const mount = (root, place, names, [module, ...loaded]) => {
  const host = hosted(root, place, names);
  const code = running;
  root.addEventListener("ilrs-died", () => {
    host.stop();
    if (running === code) [running, runs] = [undefined, runs + 1];
  }, true); // before those who then start afresh
  host.app = module.mount(root, ...loaded, names.base, !!place.prerendered, host);
  return host;
};

// The page and the frame: both hold their query in their own address, but only the page's own steps can be gone back.
const own = (root) => {
  const page = root.dataset.frame === undefined;
  const around = parent === self ? undefined : parent; // of a frame; whoever opens one by itself has none
  let search = location.search; // what the address says, or is about to
  let due; // the change of the address
  const place = {
    root,
    page,
    own: true,
    prerendered: true,
    search: () => search,
    write(next, typed) {
      search = next;
      due = () => {
        try {
          history[typed || !page ? "replaceState" : "pushState"](null, "", location.pathname + next + location.hash);
        } catch {
          // a sandbox, or too many writes: the view does not depend on the address
        }
      };
    },
    say(type, detail) {
      if (type === "ilrs-ready") performance.mark("ilrs:ready");
      // The address follows when the result is shown: a step in the history takes as long as the rest of it.
      if (type === "ilrs-change") framed(() => {
        const startTime = performance.now();
        due?.();
        due = undefined;
        performance.mark("ilrs:filtered", { startTime });
      });
      place.root.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
      if (!page) around?.postMessage({ source: "ilrs-explainer", version: 1, type, detail }, "*");
    },
  };
  if (page) addEventListener("popstate", () => { search = location.search });
  else if (around) {
    // One pixel more than it is, since that is rounded. A host that came later asks by any message.
    const tall = () => place.say("ilrs-height", { height: document.body.offsetHeight + 1 });
    new ResizeObserver(tall).observe(document.body);
    addEventListener("message", tall);
  }
  return place;
};

const off = (error) => {
  document.getElementById("notice").hidden = false;
  console.error("ILRS explainer: filters are off.", error.detail ?? error);
};

const boot = (old) => {
  const place = old.own = own(old); // old.js looks whether this has run
  old.querySelector("script")?.remove();
  const { dataset } = old;
  let died = false;
  const start = async (root) => {
    const late = place.prerendered && !place.search();
    const host = mount(root, place, dataset, await load(dataset, "", late));
    // What stands there as it is asked for is taken over once the controls answer: a section whenever there is time, or
    // when it first has to change, a drawing when its text has come. What a browser has translated is rendered anew
    // then: that waits until it has to change.
    const take = (...asked) => host.dead || root.querySelector("font") || host.app.act(...asked);
    root.addEventListener("ilrs-ready", async () => {
      for (let due = 1; late && due <= 6; due++) idle(() => take("take", due));
      const drawn = late ? await drawings(dataset) : new Uint8Array();
      host.dead || host.app.draw(drawn);
      take("draw", 1);
    }, { once: true });
  };
  old.addEventListener("ilrs-died", () => {
    died = true;
    const root = place.root = old.cloneNode(false);
    place.prerendered = false;
    root.addEventListener("ilrs-ready", () => old.replaceWith(root), { once: true });
    root.addEventListener("ilrs-died", off, { once: true });
    start(root).catch(off);
  }, { once: true });
  start(old).catch((error) => died || off(error));
};

const app = document.querySelector("#app[data-glue]");
if (app) boot(app);
