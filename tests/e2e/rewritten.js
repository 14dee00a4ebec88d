// What other people's scripts do to the text of a page while it runs, and what a reader does meanwhile. `rewrite` changes
// everything below an element, by its kind; `read` goes through the page as a reader and gives back all its words after
// each step. Words stay the same words, so that a page that was rewritten has to say what one says that was not.
const texts = (below) => {
  const walker = document.createTreeWalker(below, NodeFilter.SHOW_TEXT);
  const all = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("font, mark.other, textarea")) all.push(walker.currentNode);
  return all;
};
const wrapped = (name, ...inner) => {
  const element = document.createElement(name);
  if (name === "mark") element.className = "other";
  element.append(...inner);
  return element;
};
const halves = new WeakSet();
const KINDS = {
  // A browser's translation: elements with words of their own in place of the text.
  replaced: (text) => text.replaceWith(wrapped("font", wrapped("font", text.data))),
  // The same in two steps.
  twice: (text) => {
    text.before(wrapped("font", text.data));
    text.remove();
  },
  // The text itself moves into an element.
  wrapped: (text) => {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(text);
  },
  // A word of it is marked.
  marked: (text) => {
    const word = text.data.search(/[a-z0-9]+/i);
    if (word < 0) return;
    const rest = text.splitText(word);
    rest.splitText(/^[a-z0-9]+/i.exec(rest.data)[0].length);
    rest.replaceWith(wrapped("mark", rest.data));
  },
  // A grammar checker: an element beside it.
  beside: (text) => text.after(document.createElement("span")),
  // A spelling checker: an element between entries of a list, before or after them.
  between: (text) => {
    const entry = text.parentElement.closest("li, tr, article, dt, dd, p, h3");
    if (entry && entry.nextElementSibling?.localName !== "ins") entry.after(document.createElement("ins"));
  },
  // A translation of attributes: what language it is, a title, classes and a style.
  attributed: (text) => {
    const { parentElement: at } = text;
    for (const [name, value] of Object.entries({ lang: "xx", title: "other", translate: "no", "data-gramm": "false" })) at.setAttribute(name, value);
    at.setAttribute("class", `${at.getAttribute("class") ?? ""} notranslate`);
    at.style.background = "red";
  },
  // An element is put around the one that holds it.
  framed: (text) => {
    const { parentElement: at } = text;
    if (at.children.length || at.matches("input, select, option, title, text, tspan, .other, .card *")) return;
    const frame = wrapped("span");
    frame.className = "other";
    if (at.parentElement.matches(".other")) return;
    at.replaceWith(frame);
    frame.append(at);
  },
  // A half is not halved again.
  halved: (text) => {
    if (!halves.has(text)) halves.add(text).add(text.splitText(Math.floor(text.data.length / 2)));
  },
};
const rewrite = (below, kind) => {
  if (kind === "normalized") return below.normalize();
  if (kind === "uncommented") {
    const walker = document.createTreeWalker(below, NodeFilter.SHOW_COMMENT);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all.forEach((comment) => comment.remove());
  }
  if (kind !== "observed") return texts(below).forEach(KINDS[kind]);
  texts(below).forEach(KINDS.replaced);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === "characterData" ? [target] : addedNodes) {
        if (!node.isConnected) continue;
        const all = node.nodeType === 1 ? texts(node) : node.nodeType === 3 && node.data.trim() ? [node] : [];
        for (const text of all) if (!text.parentElement.closest("font")) KINDS.replaced(text);
      }
    }
  }).observe(below, { childList: true, characterData: true, subtree: true });
};

const frame = () => new Promise(requestAnimationFrame);
const read = async (root, again) => {
  const all = () => [...root.querySelectorAll("[part=explainer] > [data-root], .explore > [data-root], .explainer > .dock, .explainer > header, [part=section], .filter, [data-root=step]")];
  const said = () => all().map((part) => part.textContent).join("\n").replace(/\s+/g, " ");
  // Whatever a step leads to is there when nothing has changed for some frames.
  const still = async () => {
    let now = said();
    for (let frames = 0; frames < 6; frames += 1) {
      await frame();
      const next = said();
      if (next !== now) [now, frames] = [next, 0];
    }
    return now;
  };
  const one = (selector) => root.querySelector(selector);
  const type = (selector, value) => {
    const field = one(selector);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const pick = (name, value) => {
    const list = one(`select[name=${name}]`);
    list.value = value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const key = (selector, key) => one(selector).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  const steps = {
    "a word": () => type("[name=q]", "Luna-26"),
    "another": () => type("[name=q]", "Chang"),
    "no word": () => type("[name=q]", "zzzz"),
    "everything": () => one(".reset").click(),
    "a value": () => one("[name=kind][value=landing]").click(),
    "another value": () => one("[name=status][value=slipped]").click(),
    "a chip": () => one(".chip").click(),
    "all values": () => one(".every").click(),
    "a line": () => one(".line [aria-expanded]").click(),
    "a day": () => type("input[name=asof]", "2022-06-01"),
    "a day and a word": () => type("[name=q]", "landing"),
    "everything again": () => one(".reset").click(),
    "a card": () => one("#mission-luna-26 [aria-expanded]").click(),
    "its end": () => one("#mission-luna-26 [aria-expanded]").click(),
    "a statement": () => key(".slip a[href]", "ArrowRight"),
    "the next": () => key(".slip a[href]", "ArrowRight"),
    "no statement": () => key(".slip a[href]", "Escape"),
    "years": () => type("[name=from]", "nonsense"),
    "a table": () => pick("view", "table"),
    "a column": () => one("th button")?.click(),
    "one view": () => pick("view", "participants"),
    "all views": () => pick("view", "all"),
  };
  const words = [];
  for (const [name, step] of Object.entries(steps)) {
    again?.();
    step();
    words.push(`${name}: ${await still()}`);
    const field = one("[name=q]");
    if (name === "a word" && (field.value !== "Luna-26" || root.activeElement !== field)) words.push("the focus or what was typed is lost");
  }
  return words;
};
