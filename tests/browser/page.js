// What the page under test needs of its surroundings.
let answers = false;

// A file that `cargo site test` has written for the test.
export const text = async (name) => {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}; \`cargo site test --fast\` writes it`);
  return answer.text();
};

// The host of the app: its address asks for nothing and follows nothing.
export const host = () => ({
  search: () => "",
  ready() { answers = true },
  write() {},
  changed() {},
});

export const ready = () => answers;
