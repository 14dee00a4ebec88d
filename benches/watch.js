// Listens in the measured page, from before its own scripts run. All times are of the page's own clock.
globalThis.bench = {
  times: {},
  asked: {},

  // Has this time, in milliseconds; tells whoever waits for it.
  has(name, time) {
    this.times[name] = time;
    this.asked[name]?.(time);
    delete this.asked[name];
  },

  // Tells a time as soon as there is one.
  tell(name, done) {
    if (name in this.times) done(this.times[name]);
    else this.asked[name] = done;
  },

  // The next input is a new one.
  again() {
    delete this.started;
    delete this.times.filtered;
  },
};

// The app is there: its first frame ends before the next task. Counted from when the last byte had come.
addEventListener("ilrs-ready", () => requestAnimationFrame(() => setTimeout(() => {
  const loaded = performance.getEntriesByType("resource").filter(({ name }) => /\.wasm|\/record\./.test(name));
  bench.has("drawn", performance.now() - Math.max(...loaded.map((one) => one.responseEnd)));
})));

// The first event of an input: a click on a label is followed by one on its box.
for (const type of ["click", "keydown"]) {
  addEventListener(type, (event) => { bench.started ??= event.timeStamp; }, true);
}

// The loader sets this mark once the frame with the result has ended.
new PerformanceObserver((list) => {
  for (const mark of list.getEntriesByName("ilrs:filtered")) bench.has("filtered", mark.startTime - bench.started);
}).observe({ type: "mark" });

// The memory of the Wasm, which nothing else gives out.
for (const way of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[way];
  WebAssembly[way] = async (...all) => {
    const made = await own.apply(WebAssembly, all);
    bench.memory = (made.instance ?? made).exports.memory;
    return made;
  };
}
