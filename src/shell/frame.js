// Gives frames of the explainer the height of what is in them. A page that holds such frames loads this as a module,
// from the site that the frames come from. What is higher than MOST scrolls within its frame.
const LEAST = 100, MOST = 100_000; // CSS pixels

const { origin } = new URL(import.meta.url);
const height = { source: "ilrs-explainer", version: 1, type: "ilrs-height" };
const frames = () => Array.from(document.querySelectorAll("iframe")).filter(({ src }) => src.startsWith(`${origin}/`));

// A sandbox takes a frame's origin away, unless it says otherwise.
const speaks = (frame) =>
  frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : origin;

const says = (data) => Object.entries(height).every(([name, value]) => data?.[name] === value);

addEventListener("message", ({ source, origin: from, data }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || from !== speaks(frame) || !says(data) || !Number.isFinite(data.detail?.height)) return;
  frame.height = Math.ceil(Math.min(MOST, Math.max(LEAST, data.detail.height)));
});

// A frame that was there sooner has said its height already: it is asked to say it again.
for (const { contentWindow } of frames()) contentWindow.postMessage(height, "*");
