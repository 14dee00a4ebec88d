// What has to be refused in JSX.
export const attribute = (
  // @ts-expect-error: a list as a list
  <ilrs-explainer kind={["launch"]} />
);
export const unknown = (
  // @ts-expect-error: no such attribute
  <ilrs-explainer language="en" />
);
export const output = (
  // @ts-expect-error: what is on show is not to be set
  <ilrs-explainer query="view=timeline" />
);
export const heard = (
  // @ts-expect-error: the number on show is no text
  <ilrs-explainer onilrs-change={({ detail }) => detail.shown.trim()} />
);
export const other = (
  // @ts-expect-error: an element that is not ours
  <ilrs-explain />
);
