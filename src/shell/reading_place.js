// Keeps in the history what a reader has at the top of the window, and leads back to it: a browser knows only how far down
// the page that was, and what is open, found or drawn makes the page higher or lower after it has come.

// Elements that stay in the window say nothing of where a reader is.
const moves = (one) => getComputedStyle(one).position !== "sticky";
const upper = (one) => one.getBoundingClientRect().top;

// The first element below the dock, as the way to it from the nearest id, and how far down the window it stands.
const here = () => {
  const edge = Math.max(0, document.querySelector(".dock")?.getBoundingClientRect().bottom ?? 0) + 1;
  const below = (one) => one.getBoundingClientRect().bottom > edge && one.checkVisibility?.() !== false && moves(one);
  let at = document.elementFromPoint(innerWidth / 2, edge) ?? document.body;
  for (let around = at; around; around = around.parentElement) if (!moves(around)) at = around.parentElement;
  for (let next = at; next; next = Array.from(at.children).find(below)) at = next;
  const way = [], top = upper(at);
  for (; !at.id && at.parentElement; at = at.parentElement) way.unshift(Array.prototype.indexOf.call(at.parentElement.children, at));
  return { id: at.id, way, top };
};

const found = ({ id, way }) =>
  way.reduce((at, place) => at?.children[place], id ? document.getElementById(id) : document.documentElement);

// Where the reader is led to, until they go elsewhere; how far down the page that was last, and how high the page.
let place, led, high;
const read = () => place = history.state?.place;
const off = () => {
  const at = place && found(place);
  return at?.checkVisibility?.() === false ? undefined : at && upper(at) - place.top;
};
const lead = () => {
  if (off()) scrollBy({ top: off(), behavior: "instant" });
  led = scrollY;
  high = document.body.offsetHeight;
};

// A sandbox may refuse it, and a browser that is asked too often: then its own memory has to do. Until the app has led to
// what the address names, nobody has been anywhere.
let live = false;
const write = () => {
  if (place || !live) return;
  try {
    history.replaceState({ place: here() }, "");
  } catch {}
};

// A browser scrolls by itself where the page has become higher or lower, and within two frames after all has come or the
// reader has gone back. One that scrolls beside the page may tell of it late: once after each change of height.
let alone = false, late = false;
const leave = () => {
  alone = false;
  requestAnimationFrame(() => requestAnimationFrame(() => alone = true));
};
const scrolled = () => {
  if (!place) return;
  const still = alone && document.body.offsetHeight === high;
  if (still && Math.abs(scrollY - led) > 1 && Math.abs(off()) > 2) {
    if (!late) place = undefined;
    late = false;
  }
  lead();
};
const resized = () => {
  late = true;
  if (place) lead();
};
const acted = () => place = undefined;

if (!document.querySelector("[data-frame]")) {
  read();
  const observer = new ResizeObserver(resized);
  // A part of the page may become higher beside another, and the page does not.
  const observe = () => [document.body, ...document.querySelectorAll("[data-root] > *")].forEach((one) => observer.observe(one));
  observe();
  addEventListener("load", leave);
  addEventListener("popstate", () => {
    read();
    leave();
  });
  addEventListener("scroll", scrolled);
  for (const name of ["keydown", "pointerdown", "touchstart", "wheel"]) addEventListener(name, acted, { capture: true, passive: true });
  addEventListener("ilrs-ready", () => requestAnimationFrame(() => {
    live = true;
    observe();
  }), { once: true });
  // The address follows what is found a frame later, and a place belongs to one address.
  addEventListener("ilrs-change", () => requestAnimationFrame(() => requestAnimationFrame(write)));
  for (const name of ["scrollend", "pagehide"]) addEventListener(name, write);
}
