// What goes wrong in the document, whoever did it. It is JavaScript because a program that has died is not asked what
// it died of.
const faults = [];

addEventListener("error", ({ message }) => faults.push(message));
addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
const { error } = console;
console.error = (...words) => {
  faults.push(words.join(" "));
  error(...words);
};

// What has gone wrong so far.
export const told = () => faults.join("\n");

// The next frame: by then what the program was about to do has been done, and its errors have been told.
export const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

// Has another instance of this very program do something, since one that dies of it is of no use to later tests.
let instances = 0, before = 0;
export const begun = async (name) => {
  before = faults.length;
  const program = await import(`/wasm-bindgen-test.js?${instances++}`);
  await program.default({ module_or_path: "/wasm-bindgen-test_bg.wasm" });
  await program[name]();
};

// What went wrong there. It is then forgotten: this instance is as it was.
export const ended = () => faults.splice(before).join("\n");
