// Gives frames of the explainer the height of what is in them. A page that holds such frames loads this as a module,
// from the site that the frames come from. What is higher than MOST scrolls within its frame.
const LEAST = 100, MOST = 100_000; // CSS pixels

// The site, and where the page looks for it: an address may lead on to another.
const { origin } = new URL(import.meta.url);
const named = Array.from(document.scripts, ({ src }) => src).filter((src) => /\/frame\.js$/.test(src));
const origins = [origin, ...named.map((src) => new URL(src).origin)];
const height = { source: "ilrs-explainer", version: 1, type: "ilrs-height" };
const frames = () => Array.from(document.querySelectorAll("iframe")).filter(({ src }) => origins.some((of) => src.startsWith(`${of}/`)));

// A sandbox takes a frame's origin away, unless it says otherwise.
const speaks = (frame) =>
  frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? ["null"] : origins;

const says = (data) => Object.entries(height).every(([name, value]) => data?.[name] === value);

// As an attribute; where the styles of the page say otherwise, over them.
const fit = (frame, pixels) => {
  frame.height = pixels;
  if (Math.abs(frame.clientHeight - pixels) <= 1) return;
  for (const [name, value] of Object.entries({ height: `${pixels}px`, "min-height": 0, "max-height": "none" })) frame.style.setProperty(name, value, "important");
};

addEventListener("message", ({ source, origin: from, data }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !speaks(frame).includes(from) || !says(data) || !Number.isFinite(data.detail?.height)) return;
  fit(frame, Math.ceil(Math.min(MOST, Math.max(LEAST, data.detail.height))));
});

// A frame that was there sooner has said its height already: it is asked to say it again.
for (const { contentWindow } of frames()) contentWindow.postMessage(height, "*");
