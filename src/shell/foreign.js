// Brings a record from an address, checked: as the bytes that the app loads. Stands behind the checker's glue in one
// file, and is loaded only where an address is given.
const LARGEST = 32_000_000; // bytes, as in src/model/validate/limits.rs

// An error whose problems are sentences for a reader.
const refused = (...problems) => Object.assign(new Error(problems.join("\n")), { problems });
const tooLarge = () => refused(`A record has at most ${LARGEST / 1e6} MB; this one has more.`);

const answer = async (address, signal) => {
  let url;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw refused(`“${address}” is no address.`);
  }
  if (!/^https?:$/.test(url.protocol)) throw refused("The address of a record starts with https:// or http://.");
  const asked = { credentials: "omit", referrerPolicy: "no-referrer", signal };
  const response = await fetch(url, asked).catch((error) => {
    if (signal?.aborted) throw error;
    throw refused(`${url.href} could not be read: it does not answer, or does not let other sites read it.`);
  });
  if (response.ok) return response;
  throw refused(`${url.href} answers ${response.status} ${response.statusText}`.trim() + ".");
};

// All bytes of an answer; nothing is read beyond what a record may have.
const bytes = async (response) => {
  const reader = response.body.getReader();
  const stop = (error) => {
    reader.cancel().catch(() => {});
    throw error;
  };
  if (Number(response.headers.get("content-length")) > LARGEST) stop(tooLarge());
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LARGEST) stop(tooLarge());
    parts.push(value);
  }
  const all = new Uint8Array(length);
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
};

// A record that has been checked, as the app loads it. A large one keeps the page for about a second, after it could paint
// once: a worker would not, but no strict policy lets a page have one, and from another site none does.
export const record = async (address, signal) => {
  const [all] = await Promise.all([
    answer(address, signal).then(bytes),
    __wbg_init({ module_or_path: new URL("{{checker}}", import.meta.url) }),
  ]);
  await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
  signal?.throwIfAborted();
  try {
    return encoded(all);
  } catch (error) {
    const trap = error instanceof WebAssembly.RuntimeError;
    throw trap ? refused("The record could not be checked.") : refused(...error.message.split("\n"));
  }
};
