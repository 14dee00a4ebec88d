// Notes when each step of the explainer's start is over, before its own scripts run. All times are of the page's own
// clock. Compiling and making an instance are told apart; beginning is the one call by which the app starts.
globalThis.steps = (() => {
  const now = () => performance.now();
  const at = {};
  const { compileStreaming, instantiate } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const module = await compileStreaming.call(WebAssembly, source);
    at.compiled = now();
    const made = await instantiate.call(WebAssembly, module, imports);
    at.instantiated = now();
    const exports = { ...made.exports };
    exports.start_page = (...all) => {
      at.beginning = now();
      const page = made.exports.start_page(...all);
      at.begun = now();
      return page;
    };
    return { module, instance: { exports } };
  };

  const ready = new Promise((done) => {
    new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName("ilrs:ready");
      if (mark) done(mark.startTime);
    }).observe({ type: "mark" });
  });

  const told = async () => {
    const live = await ready;
    const frame = await new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(now()))));
    const fetched = performance.getEntriesByType("resource");
    const last = (kind) => Math.max(0, ...fetched.filter(({ name }) => kind.test(name)).map((one) => one.responseEnd));
    const [page] = performance.getEntriesByType("navigation");
    return [
      page.responseStart,
      page.responseEnd,
      last(/\.css$/),
      performance.getEntriesByName("first-contentful-paint")[0].startTime,
      last(/\.js$/),
      last(/\/record\./),
      last(/\.wasm$/),
      at.compiled,
      at.instantiated,
      at.beginning,
      at.begun,
      live,
      frame,
    ];
  };
  return { told };
})();
