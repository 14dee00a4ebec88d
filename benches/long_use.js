// Many steps of a reader, one after the other; then all as it was at the start, but for what the steps have left.
// Arguments: the steps, and the driver's callback.
const [steps, done] = arguments;

const once = async (step) => {
  await ways[step.way](step);
  await task();
  await frame();
};

const close = async () => {
  await once({ way: "enter", on: "select[name=view]", value: "all" });
  for (const name of ["mode", "theme"]) await once({ way: "enter", on: `select[name=${name}]`, value: root.querySelector(`select[name=${name}]`)?.options[0].value });
  for (const name of ["q", "from", "to", "asof"]) await once({ way: "enter", on: `[name=${name}]`, value: "" });
  for (const one of all(".facet input:checked")) one.click();
  await once({ way: "click", on: ".reset[href='?']", at: 0 });
  for (const one of all("article.card [aria-expanded=true], .line > [aria-expanded=true]")) one.click();
  for (let frames = 0; frames < 10; frames += 1) await frame();
};

(async () => {
  for (const step of steps) await once(step);
  await close();
})().then(() => done(""), (error) => done(String(error)));
