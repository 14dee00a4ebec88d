// Saves a picture as it stands on the page, as SVG or as PNG: what is drawn is copied with its looks as attributes, and
// words around it become words in it, so that any program shows it alone. Loaded when a reader asks for it.
const WORDS = {{words}}; // of the language: title, day, record, licence, failed
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 24, LARGEST = 16_384; // pixels: around the picture, and the side of a canvas that browsers draw

// What makes the looks of a drawing, as attributes.
const SHAPE = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity"];
const TYPE = ["font-family", "font-size", "font-weight", "font-style", "text-anchor", "paint-order"];
const INITIAL = { "fill-opacity": "1", "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter", opacity: "1", "font-style": "normal", "text-anchor": "start", "paint-order": "normal" };
const PLACES = ["x", "y", "dx", "dy", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2"];
const LEFT_OUT = ".take, .unseen, .readout, .step-choice, .steps, .slip-table, .here, figcaption, button, select, title, desc";

const make = (name, attributes, ...nodes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...nodes);
  return made;
};

// A colour as every program knows it: the page has some that only browsers do.
const known = new Map();
const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
const colour = (text) => {
  if (text === "none" || text.startsWith("url(")) return text;
  if (!known.has(text)) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    known.set(text, alpha ? `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}` : "none");
  }
  return known.get(text);
};

// The fonts of the page do not travel: what is left of the list are those of the reader's system.
const family = (text) => text.split(",").filter((name) => !name.includes("ILRS")).join(",").trim().replaceAll('"', "'");

const looks = (style, names) => Object.fromEntries(names.map((name) => {
  const value = style.getPropertyValue(name);
  if (name === "fill" || name === "stroke") return [name, colour(value)];
  if (name === "font-family") return [name, family(value)];
  return [name, value];
}).filter(([name, value]) => value && value !== INITIAL[name]));

const isHidden = (style) => style.display === "none" || style.visibility === "hidden";

// A drawing, element by element, with numbers for places that were parts of a width or of a letter.
const drawn = (of) => {
  const style = getComputedStyle(of);
  const name = of.localName;
  if (name === "defs") return of.cloneNode(true);
  if (isHidden(style) || of.matches(LEFT_OUT)) return "";
  const holds = name === "g" || name === "a" || name === "svg";
  const words = name === "text" || name === "tspan";
  const shape = holds ? looks(style, ["opacity"]) : looks(style, words ? [...SHAPE, ...TYPE] : SHAPE);
  if (!holds && shape.fill === "none" && shape.stroke === "none") return "";
  const copy = make(name === "a" ? "g" : name, shape);
  for (const place of PLACES) {
    const { baseVal } = of[place] ?? {};
    const value = baseVal?.value ?? baseVal?.[0]?.value;
    if (value !== undefined && of.hasAttribute(place)) copy.setAttribute(place, +value.toFixed(2));
  }
  for (const own of ["d", "viewBox", "mask"]) if (of.hasAttribute(own)) copy.setAttribute(own, of.getAttribute(own));
  if (name === "svg" && style.overflow === "visible") copy.setAttribute("overflow", "visible");
  if (style.transform !== "none" && name !== "svg") copy.setAttribute("transform", style.transform);
  for (const node of of.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) copy.append(drawn(node));
    else if (words) copy.append(node.data);
  }
  return copy;
};

// Words, line by line as they are set.
const lines = (node, from) => {
  const style = getComputedStyle(node.parentElement);
  const range = document.createRange();
  const found = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = found.at(-1);
    if (last && Math.abs(last.bottom - box.bottom) < 2) [last.text, last.right] = [`${last.text} ${word}`, box.right];
    else found.push({ text: word, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return found.filter(({ left, right }) => right > left).map(({ text, left, right, top, bottom }) => {
    const size = parseFloat(style.fontSize);
    const y = (top + bottom) / 2 + size * .35 - from.top;
    const place = { x: (left - from.left).toFixed(1), y: y.toFixed(1), textLength: (right - left).toFixed(1), lengthAdjust: "spacingAndGlyphs" };
    return make("text", { ...place, ...looks(style, TYPE), fill: colour(style.color) }, text);
  });
};

// The form that the style sheet draws before what has flown.
const sign = (node, from) => {
  const { left, top, height } = node.getBoundingClientRect();
  const [x, y] = [left - from.left, top - from.top + height / 2];
  return make("path", { d: `M${x} ${y + 4}h9l-4.5-8z`, fill: colour(getComputedStyle(node, "::before").color) });
};

// Everything that is seen below a part of the page.
const seen = (part, from, out) => {
  for (const node of part.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) out.push(...lines(node, from));
    if (node.nodeType !== Node.ELEMENT_NODE || isHidden(getComputedStyle(node)) || node.matches(LEFT_OUT)) continue;
    if (node.matches(".slip-key .mark")) out.push(sign(node, from));
    if (node.localName !== "svg") {
      seen(node, from, out);
      continue;
    }
    const box = node.getBoundingClientRect();
    const copy = box.width && drawn(node);
    if (!copy) continue;
    const place = { x: box.left - from.left, y: box.top - from.top, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, value.toFixed(2));
    copy.setAttribute("overflow", getComputedStyle(node).overflow === "visible" ? "visible" : "hidden");
    // What is drawn on the ground of all rows stands below them.
    if (node.matches(".slip-grid")) out.unshift(copy);
    else out.push(copy);
  }
  return out;
};

// A text in lines that are no wider than there is room for.
const wrapped = (text, room, size, family) => {
  pixel.font = `600 ${size}px ${family}`;
  return text.split(" ").reduce((lines, word) => {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    return lines.length && pixel.measureText(longer).width <= room ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
};

const LOCALE = document.documentElement.lang.replace(/^(en)?$/, "en-GB"); // dates as the page writes them
const written = (day) => new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));

// The picture with what it is, of which day, from where and under which licence.
const picture = (figure) => {
  const style = getComputedStyle(figure);
  const around = figure.closest(".explainer");
  const from = figure.getBoundingClientRect();
  const name = figure.querySelector("select")?.selectedOptions[0].text ?? figure.querySelector("h2")?.textContent ?? figure.ariaLabel;
  const day = written(around.dataset.past || WORDS.day);
  const parts = seen(figure, from, []);
  const type = { "font-family": family(style.fontFamily) };
  const lines = (text, size) => wrapped(text, from.width, size, type["font-family"]);
  const foot = [`${WORDS.record.replace("{day}", day)} ${WORDS.licence}`, `${WORDS.title}. ${new URL("../", import.meta.url)}`].flatMap((text) => lines(text, 13));
  const heads = figure.querySelector("h2") ? [] : lines(name, 20);
  // What is not copied, as the choice of a step, leaves no gap.
  const all = Array.from(figure.querySelectorAll("svg, p, li, h2")).filter((one) => !one.closest(LEFT_OUT) && one.checkVisibility());
  const edges = all.map((one) => one.getBoundingClientRect());
  const start = Math.min(...edges.map(({ top }) => top - from.top));
  const end = Math.max(...edges.map(({ bottom }) => bottom - from.top));
  const top = EDGE + heads.length * 28 + (heads.length && 8);
  const [width, height] = [Math.ceil(from.width + 2 * EDGE), Math.ceil(top + end - start + 20 * foot.length + 2 * EDGE)];
  const soft = colour(getComputedStyle(figure.querySelector("figcaption") ?? figure).color);
  const paper = colour(getComputedStyle(around).backgroundColor);
  const root = make("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": name },
    make("title", {}, name),
    make("rect", { width: "100%", height: "100%", fill: paper }),
    ...heads.map((text, row) => make("text", { x: EDGE, y: EDGE + 14 + 28 * row, ...type, "font-size": 20, "font-weight": 600, fill: colour(style.color) }, text)),
    make("g", { transform: `translate(${EDGE} ${(top - start).toFixed(1)})` }, ...parts),
    ...foot.map((text, row) => make("text", { x: EDGE, y: height - EDGE - 20 * (foot.length - 1 - row), ...type, "font-size": 13, fill: soft }, text)),
  );
  return { name, width, height, paper, text: new XMLSerializer().serializeToString(root) };
};

const address = (text) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;

// A canvas that is too large for a device draws nothing or comes back empty: its first dot is the ground, or it is not used.
const png = async ({ text, width, height, paper }) => {
  const scale = Math.min(2, LARGEST / width, LARGEST / height);
  const image = Object.assign(new Image(), { src: address(text) });
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [red, green, blue, alpha] = context.getImageData(1, 1, 1, 1).data;
  const ground = [1, 3, 5].map((at) => parseInt(paper.slice(at, at + 2), 16));
  if (alpha < 255 || [red, green, blue].some((part, at) => Math.abs(part - ground[at]) > 3)) throw new Error("the canvas is empty");
  return canvas.toDataURL("image/png");
};

// Saves what a button stands below.
export const save = async (button) => {
  const said = button.parentElement.querySelector("[role=status]");
  said.textContent = "";
  const form = button.dataset.save;
  const found = picture(button.closest("figure"));
  try {
    const href = form === "png" ? await png(found) : address(found.text);
    const download = `${found.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${form}`;
    Object.assign(document.createElement("a"), { href, download }).click();
  } catch (error) {
    console.info("explainer: no PNG.", error);
    said.textContent = WORDS.failed;
  }
};
