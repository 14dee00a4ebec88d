// What the page under test needs of its surroundings.

// A file that `cargo site test` has written for the test.
const got = async (name) => {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}; \`cargo site test --fast\` writes it`);
  return answer;
};

export const text = async (name) => (await got(name)).text();
export const bytes = async (name) => new Uint8Array(await (await got(name)).arrayBuffer());
