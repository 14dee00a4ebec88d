// Brings glue, Wasm and record together and mounts the app. If the app dies, a second instance starts afresh,
// once; if that fails too, a plain sentence says that filters are off. What is on the page stays.
const ok = (response) => {
  if (response.ok) return response;
  throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
};

const off = (error) => {
  document.getElementById("notice").hidden = false;
  console.error("ILRS explainer: filters are off.", error);
};

const start = async (root, again) => {
  const { glue, wasm, record, base } = root.dataset;
  const [app, bytes, text] = await Promise.all([
    import(`./${glue}${again ? "?again" : ""}`), // another address is another instance
    fetch(wasm).then(ok),
    fetch(record).then(ok).then((response) => response.text()),
  ]);
  await app.default({ module_or_path: bytes });
  return app.mount(root, text, base, !again);
};

const old = document.getElementById("app");
let mounted;

const afresh = () => {
  const root = old.cloneNode(false);
  root.addEventListener("ilrs-ready", () => old.replaceWith(root), { once: true });
  root.addEventListener("ilrs-died", off, { once: true });
  try {
    mounted?.free();
  } catch {
    // it is dead already
  }
  start(root, true).then((app) => (mounted = app)).catch(off);
};

old.addEventListener("ilrs-died", afresh, { once: true });
start(old, false).then((app) => (mounted = app)).catch(off);
