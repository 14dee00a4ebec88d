// Measures one load of the page it is injected into, before the page's own scripts run. All times are of the page's
// own clock. RUNNER names the program on the page; NETWORK says its latency, in ms, its bytes in a millisecond and the
// round trips that the page needs, if it is a slow one.
globalThis.race = (() => {
  const now = () => performance.now();
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  // The frame that comes next has ended.
  const framed = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(now()))));
  const find = (selector) => document.querySelector(selector);

  const long = [];
  let first = 0;
  let largest = 0;
  const watch = (type, seen) =>
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => long.push([startTime, startTime + duration]));
  watch("largest-contentful-paint", ({ startTime }) => { largest = startTime; });
  watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") first = startTime; });

  // The next mark of the explainer's with this name.
  const mark = (name) => new Promise((done) => {
    const seen = new PerformanceObserver((list) => {
      const [found] = list.getEntriesByName(name);
      if (!found) return;
      seen.disconnect();
      done(found.startTime);
    });
    seen.observe({ type: "mark" });
  });

  // Does something and waits for the end of the frame that first shows a change.
  const shown = (act) => new Promise((done) => {
    const seen = new MutationObserver(() => {
      seen.disconnect();
      done(framed());
    });
    seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    act();
  });

  // When a control first answers: it is tried until what it changes has changed.
  const answers = async (control, state, press) => {
    for (;;) {
      const before = state();
      if (control() && before !== undefined) {
        const pressed = now();
        press(control());
        while (now() < pressed + 100) {
          if (state() !== before) return pressed;
          await new Promise(requestAnimationFrame);
        }
      }
      await new Promise(requestAnimationFrame);
    }
  };

  const click = (element) => element.click();
  const tap = (element) => {
    const { x, y } = element.getBoundingClientRect();
    const where = { clientX: x + 2, clientY: y + 2, bubbles: true, pointerId: 1, pointerType: "mouse", isPrimary: true };
    element.dispatchEvent(new PointerEvent("pointerdown", { ...where, buttons: 1 }));
    element.dispatchEvent(new PointerEvent("pointerup", where));
  };
  const select = (value) => {
    const control = find("#filter");
    control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const selected = { choose: (kind) => shown(() => select(kind)), drop: () => shown(() => select("")) };

  // The boxes stand in a column, on a narrow screen behind a button.
  const panel = async () => {
    const more = find(".facets > .more");
    if (more.checkVisibility()) more.click();
    while (!find(".facets [name=kind]")?.checkVisibility()) await framed();
    await framed();
  };
  const chosen = (kind) => {
    const filtered = mark("ilrs:filtered");
    find(`.facets [name=kind][value=${kind}]`).click();
    return filtered;
  };
  const ready = mark("ilrs:ready");
  const begun = new Promise((done) => {
    addEventListener("ilrs-ready", () => done(now()), { capture: true, once: true });
  });

  // The memory of the Wasm, which nothing else gives out.
  let memory;
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[way];
    WebAssembly[way] = async (...all) => {
      const made = await own.apply(WebAssembly, all);
      memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
  const wasm = () => memory?.buffer.byteLength ?? 0;

  const runners = {
    // Its own marks; that it answers shows when a choice is made.
    explainer: { answers: () => ready, open: panel, choose: chosen, drop: chosen },
    // An edition of before, or a frame: only its start is compared.
    start: { answers: () => ready },
    // Says it by an event, since its marks are not the page's.
    element: { answers: () => begun },
    // Has nothing to answer: it is there when it is painted.
    line: { answers: async () => { while (!first) await framed(); return first; } },
    // The arrow that goes to the next slide. There is no filter; an event is gone to by its marker.
    timelinejs: {
      answers: () => answers(() => find(".tl-slidenav-next"), () => find(".tl-timemarker-active")?.id, click),
      choose: (_, place) => {
        const markers = document.querySelectorAll(".tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container");
        return shown(() => markers[Math.floor(markers.length * place)].click());
      },
      drop: () => pause(0),
    },
    // An item is selected by a tap. The filter is that of its data view, behind a choice of the page's author.
    "vis-timeline": {
      answers: () => answers(
        () => find(".vis-item .vis-item-content"),
        () => document.querySelectorAll(".vis-selected").length,
        tap,
      ),
      ...selected,
    },
    // The arrow that goes to the next card. The filter is other items, behind a choice of the page's author.
    "react-chrono": {
      answers: () => answers(
        () => find("button[aria-label=Next]"),
        () => find("[aria-current=step]")?.dataset.itemId,
        click,
      ),
      ...selected,
    },
  };
  const runner = runners[RUNNER];

  // Blocking between two times: what each long task has beyond 50 ms.
  const blocking = (from, to) => long
    .map(([start, end]) => Math.min(end, to) - Math.max(start, from) - 50)
    .reduce((sum, over) => sum + Math.max(0, over), 0);

  // What the bytes that had come when the controls answered, and the round trips, need by themselves. A style sheet or
  // a script that holds back the first paint is among them.
  const needed = (answered) => {
    if (!globalThis.NETWORK) return undefined;
    const { latency, rate, trips } = NETWORK;
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const bytes = all.filter(({ responseEnd }) => responseEnd <= answered).map(({ transferSize }) => transferSize);
    return bytes.reduce((sum, more) => sum + more, 0) / rate + trips * latency;
  };

  // The figures of the load, once the controls have answered and no task has been long for a second since; on a
  // machine that does too much else every task is, so not for ever.
  const load = async () => {
    const answered = await runner.answers();
    const last = () => Math.max(answered, ...long.map(([, end]) => end));
    while (now() < Math.min(last() + 1000, answered + 10000)) await pause(50);
    const end = now();
    const limit = needed(answered);
    return {
      ...(limit && { "bytes and round trips, ms": limit, "controls answer ÷ that": answered / limit }),
      "first contentful paint, ms": first,
      "largest contentful paint, ms": largest,
      "controls answer, ms": answered,
      "blocking, ms": blocking(first, end),
      "blocking from the start, ms": blocking(0, end),
      nodes: document.getElementsByTagName("*").length,
    };
  };

  // The middle of some choices, each from the input to the end of the frame that shows it.
  const filter = async () => {
    if (!runner.choose) return;
    const times = [];
    await runner.open?.();
    for (const [kind, place] of [["launch", 0.2], ["statement", 0.5], ["landing", 0.8]]) {
      const start = now();
      times.push((await runner.choose(kind, place)) - start);
      await pause(50);
      await runner.drop(kind);
      await pause(50);
    }
    return times.sort((a, b) => a - b)[1];
  };

  // How many of these titles are to be seen, each as often as it stands here. What a box cuts off is not; what is laid
  // out when it comes near the window is laid out now.
  const seen = (titles) => {
    const near = new CSSStyleSheet();
    near.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, near];
    const missing = new Map();
    for (const title of titles) missing.set(title, (missing.get(title) ?? 0) + 1);
    const places = new Map();
    const place = (element) => {
      if (!places.has(element)) places.set(element, clip(element));
      return places.get(element);
    };
    const clip = (element) => {
      const around = element.parentElement ? place(element.parentElement) : [-Infinity, -Infinity, Infinity, Infinity];
      if (element === document.documentElement || element === document.body) return around;
      if (getComputedStyle(element).overflow === "visible") return around;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y, to, down] = around;
      return [Math.max(x, left), Math.max(y, top), Math.min(to, right), Math.min(down, bottom)];
    };
    const visible = (node) => {
      if (!node.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const [x, y, to, down] = place(node.parentElement);
      return box.width > 1 && Math.min(box.right, to, innerWidth) - Math.max(box.left, x, 0) > 1
        && Math.min(box.bottom, down) - Math.max(box.top, y) > 1;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let found = 0;
    while (texts.nextNode()) {
      const title = texts.currentNode.data.trim();
      if (!missing.get(title) || !visible(texts.currentNode)) continue;
      missing.set(title, missing.get(title) - 1);
      found += 1;
    }
    return found;
  };

  return { load, filter, seen, framed, wasm };
})();
