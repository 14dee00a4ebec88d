// Cuts a published file down to what the app has found, and saves it under a name that says so. Loaded when the first
// such file is asked for. What is found comes as lines, which src/model/export_filter.rs describes.
const get = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
};

// The lines: of each thing what is known of its parts, which promise decides, which milestones were reached.
const read = (found) => {
  const [day, ...lines] = found.split("\n");
  const [parts, decides, reached] = [new Map(), new Map(), new Set()];
  for (const line of lines) {
    const [, id, sign, bits] = line.match(/^(.*)([/!@])([01]*)$/);
    if (sign === "/") parts.set(id, bits);
    if (sign === "!") decides.set(id, bits.length);
    if (sign === "@") reached.add(id);
  }
  return { day, parts, decides, reached };
};

const of = (record, id) => record.promises.filter(({ milestone }) => milestone === id);

// The published record, without what is not found or was not known on the day.
const cut = (record, { day, parts, reached }) => {
  const known = (id, list) => list.filter((_, place) => parts.get(id)?.[place] === "1");
  const found = (list) => list.filter(({ id }) => parts.has(id));
  const items = (list) => found(list).map((item) => ({ ...item, claims: known(item.id, item.claims) }));
  const conflicts = found(record.conflicts).map((it) => ({ ...it, positions: known(it.id, it.positions) }));
  const milestones = found(record.milestones).filter(({ id }) => parts.get(id));
  const left = {
    ...record,
    asOf: day,
    participants: items(record.participants),
    people: items(record.people),
    missions: items(record.missions),
    facilities: items(record.facilities),
    phases: items(record.phases),
    milestones: milestones.map(({ actual, ...rest }) => (reached.has(rest.id) ? { ...rest, actual } : rest)),
    events: found(record.events),
    promises: milestones.flatMap(({ id }) => known(id, of(record, id))),
    conflicts: conflicts.filter(({ positions }) => positions.length > 1),
    counts: known("", record.counts),
    sites: record.sites?.filter(({ mission }) => parts.has(mission)),
    corrections: record.corrections?.filter((it) => parts.has(it.about) && it.day <= day),
    // Programmes are compared by all that is known of them: a part of the record has no comparison.
    programmes: undefined,
    comparison: undefined,
    sources: [],
  };
  const cited = new Set();
  JSON.stringify(left, (name, value) => {
    if (name === "sources") value.forEach((id) => cited.add(id));
    return value;
  });
  return { ...left, sources: record.sources.filter(({ id }) => cited.has(id)) };
};

// The promises that decided on the day.
const deciding = (record, { decides }) =>
  new Set(Array.from(decides, ([id, place]) => of(record, id)[place].id));

// Reading a text takes its byte-order mark away, which a spreadsheet needs.
const table = (text, left) => {
  const ids = new Set([...left.events, ...left.promises].map(({ id }) => id));
  const [head, ...rows] = text.split(/(?<=\r\n)/);
  return "\ufeff" + head + rows.filter((row) => ids.has(row.slice(0, row.indexOf(",")))).join("");
};

const calendar = (text, ids) => {
  const [head, ...events] = text.split(/(?=BEGIN:VEVENT\r\n|END:VCALENDAR)/);
  const end = events.pop();
  const id = (event) => event.replaceAll("\r\n ", "").match(/^X-PROMISE:(.*)\r$/m)?.[1];
  return head + events.filter((event) => ids.has(id(event))).join("") + end;
};

const references = (list, left) => {
  const ids = new Set(left.sources.map(({ id }) => id));
  return list.filter(({ id }) => ids.has(id));
};

const json = (value) => JSON.stringify(value, null, 2);

// What is to be saved, by the ending of the whole file.
const contents = async (url, lines) => {
  const lang = url.match(/\.([^.]+)\.(csl\.)?[^.]+$/)[1];
  const record = await (await get(new URL(`explainer.${lang}.json`, url))).json();
  const left = cut(record, lines);
  if (url.endsWith(".csv")) return table(await (await get(url)).text(), left);
  if (url.endsWith(".csl.json")) return json(references(await (await get(url)).json(), left));
  if (url.endsWith(".ics")) {
    const promised = new URL(`promised.${lang}.ics`, url);
    return calendar(await (await get(promised)).text(), deciding(record, lines));
  }
  return json(left);
};

export const save = async (url, found) => {
  const lines = read(found);
  const text = await contents(url, lines);
  const link = document.createElement("a");
  link.download = url.split("/").pop().replace(/^[^.]+\.[^.]+/, `$&.filtered.${lines.day}`);
  link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after the click
};
