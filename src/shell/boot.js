// Brings glue, Wasm, record and words together, and starts the app on a page of ours. If it dies, a second instance starts
// afresh, once; if that fails too, the page says so, and what stands there stays. The element uses the same loads.

/**
 * What is loaded, by its name below `assets/`; `base` leads from the document to the root of the site.
 * @typedef {{ glue: string, wasm: string, record: string, words: string, download: string, picture: string, base: string }} Names
 */

// All that is loaded lies beside this script, or where a whole address says.
const get = async (name) => {
  const response = await fetch(new URL(name, import.meta.url));
  if (response.ok) return response;
  throw new Error(`${response.url}: ${response.status}`);
};

/** A text that an element loads. @type {(name: string) => Promise<string>} */
export const text = async (name) => (await get(name)).text();

// What the app loads.
const bytes = async (name) => new Uint8Array(await (await get(name)).arrayBuffer());

// The app's code, once for all its places in a document. After it has died, or could not be had, it is loaded afresh:
// another address is another instance, and a browser may remember that an address failed.
let running, module, runs = 0;
const run = ({ glue, wasm }) => running ??= (async (from) => {
  const [code, answer] = await Promise.all([import(/* @vite-ignore */ /* webpackIgnore: true */ from), get(wasm)]);
  await code.default({ module_or_path: answer });
  return module = code;
})(new URL(runs ? `${glue}?${runs}` : glue, import.meta.url).href).catch((error) => {
  forget(module);
  throw error;
});

/** The app has died: the next load brings another instance. */
export const forget = (code) => {
  if (code === module) [running, module, runs] = [undefined, undefined, runs + 1];
};

/**
 * What the app runs on: its code, the record and the words of its language.
 * @param {Names} names
 * @param {Promise<Uint8Array> | ""} [record] one that comes from elsewhere
 */
export const load = async (names, record) => {
  const [, ...loaded] = await Promise.all([run(names), record || bytes(names.record), bytes(names.words)]);
  // The instance may have died while the rest came.
  return [await run(names), ...loaded];
};

// The page stands there again as it was written, whole, without anything that would call code that is gone.
let written;
const off = (error) => {
  document.getElementById("app").replaceWith(written);
  page = undefined;
  notice.hidden = false;
  notice.dataset.told = "";
  console.error("ILRS explainer: filters are off.", error.detail ?? error);
};

// The app that runs on the page.
let page;
const start = async (app, afresh) => {
  const [code, record, words] = await load(app.dataset);
  // Before what starts afresh.
  app.addEventListener("ilrs-died", () => forget(code), { once: true, capture: true });
  page = code.start_page(app, record, words, afresh);
};

// A font as its sheet declares it, whose address is relative to that.
const face = ({ style }, sheet) => {
  const names = ["font-family", "src", "font-weight", "unicode-range"];
  const [family, src, weight, unicodeRange] = names.map((name) => style.getPropertyValue(name));
  const from = src.replace(/"(.+?)"/, (_, file) => `"${new URL(file, sheet)}"`);
  return new FontFace(family.replaceAll('"', ""), from, { weight, unicodeRange });
};

// Fonts come after what makes the page answer, and are declared once all are there: each time every line is laid out anew.
// Their sheet is read by itself, since a frame without an origin may not look into that of its page.
const dress = async () => {
  const { href } = document.getElementById("font");
  const { cssRules } = await new CSSStyleSheet().replace(await text(href));
  const faces = Array.from(cssRules, (rule) => face(rule, href).load());
  for (const { value } of await Promise.allSettled(faces)) if (value) document.fonts.add(value);
};

// One takes the place of the other, with what was typed and the focus that was there.
const take = (old, app) => {
  const [typed, field] = [old, app].map((one) => one.querySelector("[name=q]"));
  const held = typed === document.activeElement;
  old.replaceWith(app);
  if (held) field.focus();
  if (field.value === typed.value) return;
  field.value = typed.value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

// What stands on the page is left until another instance is ready to take its place.
const restart = (old) => {
  page = undefined;
  const app = old.cloneNode(true);
  for (const root of app.querySelectorAll("[data-root]")) root.replaceChildren();
  app.addEventListener("ilrs-ready", () => take(old, app), { once: true });
  app.addEventListener("ilrs-died", off, { once: true });
  start(app, true).catch(off);
};

const boot = (app) => {
  let died = false;
  app.addEventListener("ilrs-died", () => {
    died = true;
    restart(app);
  }, { once: true });
  start(app, false).catch((error) => died || off(error));
  // While the rest comes.
  written = app.cloneNode(true);
  // Another view than was written moves all that stands there: nothing shows until the app has it.
  app.ariaBusy = /[?&]view=/.test(location.search);
};

// A file is whole; with something filtered it is cut down to what is found, by a script of its own. If it cannot be
// cut, the whole file is saved under its own name, as without a filter.
let whole = false;
const save = (event) => {
  const link = event.target.closest("a[download]");
  const found = link && !whole && page?.found();
  if (!found) return;
  event.preventDefault();
  import(/* @vite-ignore */ /* webpackIgnore: true */ `./${app.dataset.download}`).then(({ save }) => save(link.href, found)).catch(() => {
    whole = true;
    link.click();
    whole = false;
  });
};

/** Saves the picture below which a button stands, by a script of its own. @param {Event} event @param {Names} names */
export const keep = ({ target }, { picture }) => {
  const button = target.closest?.("[data-save]");
  if (!button) return;
  import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(picture, import.meta.url).href)
    .then(({ save }) => save(button))
    .catch((error) => console.error("explainer: not saved.", error));
};

// The notice shows by itself, by its style alone, where this script does not run. It may be loaded once more, by an
// element or from a frozen copy: only the page's own script starts the app.
const notice = document.getElementById("notice");
const app = document.querySelector("#app[data-glue] [data-root]")?.closest("#app");
if (app && Array.from(document.scripts, ({ src }) => src).includes(import.meta.url)) {
  notice.hidden = true;
  addEventListener("ilrs-ready", () => dress().catch(() => {}), { once: true }); // the stand-ins stay
  addEventListener("click", save, true);
  addEventListener("click", (event) => keep(event, app.dataset));
  boot(app);
}
