// The page on embedding: fills its code for the view that the reader comes from, or chooses, and shows that in a frame
// as others will. The page holds the templates and the words (src/site/embedding.rs).
const form = document.querySelector("form");
// Asked for by name: a collection has an `item` of its own.
const LISTS = ["view", "theme", "milestone", "item"].map((name) => form.elements.namedItem(name));
const [view, theme, milestone, item] = LISTS;
const { title, version, folder } = form.dataset;
const NAMES = form.dataset.names.split(" ");
const all = (selector) => document.querySelectorAll(selector);
const said = document.getElementById("said");
let preview = document.querySelector("iframe");

// The page lies in the folder of its language, in the site and in its frozen copy.
const here = new URL(folder ? "../../" : "../", location.href);
const copy = `v/${version}/`;
const root = here.pathname.endsWith(`/${copy}`) ? new URL("../../", here) : here;
const BASES = { live: root.href, frozen: new URL(copy, root).href };

// What is asked: parameters of ours with a value, in the canonical order.
let asked;
const ask = (search) => {
  const given = new URLSearchParams(search);
  asked = NAMES.map((name) => [name, given.get(name)]).filter(([, value]) => value);
};

// Nothing is left in an address that would end it in running text.
const encoded = (value) =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt().toString(16).toUpperCase()}`);
const search = () => asked.length ? `?${asked.map(([name, value]) => `${name}=${encoded(value)}`).join("&")}` : "";

const SIGNS = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const escaped = (text) => text.replace(/[&"<>]/g, (sign) => SIGNS[sign]);

// What is shown of it, in words: a thing that is chosen by itself, or the view.
const named = () => {
  const list = { step: milestone, card: item }[view.value];
  return [list, view].find((one) => one?.selectedIndex > 0)?.selectedOptions[0].text;
};

const write = () => {
  const chosen = Object.fromEntries(asked);
  for (const list of LISTS) list.value = chosen[list.name] ?? list.options[0].value;
  for (const part of all("[data-of]")) part.hidden = part.dataset.of !== view.value;
  document.getElementById("back").search = search();
  const values = {
    origin: location.origin,
    search: escaped(search()),
    attributes: asked.map(([name, value]) => ` ${name}="${escaped(value)}"`).join(""),
    title: escaped([title, named()].filter(Boolean).join(": ")),
  };
  for (const code of all("[data-code]")) {
    const url = BASES[code.closest("[data-edition]").dataset.edition];
    const known = { ...values, url, base: escaped(url) };
    code.textContent = code.dataset.code.replace(/{{(\w+)}}/g, (_, name) => known[name]);
  }
  for (const name of ["form", "edition"]) {
    for (const part of all(`main [data-${name}]`)) part.hidden = part.dataset[name] !== form.elements[name].value;
  }
  said.textContent = "";
};

// In a frame of its own each time, so that the way back leads out of the page.
const show = () => {
  const next = preview.cloneNode();
  next.src = `${BASES[form.elements.edition.value]}${folder}embed/${search()}`;
  if (next.src === preview.src) return;
  preview.replaceWith(next);
  preview = next;
};

form.addEventListener("change", ({ target: { name, value, selectedIndex } }) => {
  const chosen = new URLSearchParams(asked);
  if (selectedIndex >= 0) chosen.set(name, selectedIndex ? value : "");
  if (view.value !== "card") chosen.delete("item");
  ask(chosen);
  write();
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());

// The frame says which query it shows, in canonical form, and what its reader chose since.
addEventListener("message", ({ source, data }) => {
  if (source !== preview.contentWindow || data?.source !== "ilrs-explainer" || data.detail?.query == null) return;
  const before = search();
  ask(data.detail.query);
  if (search() !== before) write();
});

document.addEventListener("click", async ({ target }) => {
  if (target.localName !== "button") return;
  const code = target.closest("[data-edition]").querySelector("pre");
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(code.textContent);
    said.textContent = said.dataset.copied;
  } catch {
    getSelection().selectAllChildren(code);
    said.textContent = said.dataset.refused;
  }
});

for (const part of all("[data-live]")) part.hidden = false;
document.getElementById("addresses").hidden = true; // how to do by hand what is done here
ask(location.search);
write();
show();
