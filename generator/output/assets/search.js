/* The worker of the search: it is ready at once, and fetches what searches when it is first asked. */
"use strict";
{
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const address = self.document ? document.currentScript.src : location.href;
let loading, latest;

async function found(text) {
  loading ??= importScripts(new URL("searching.js", address).href) ?? true;
  await loading;
  return self.searchFor(text);
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type !== QUERY) return;
  latest = data;
  let items = [];
  try {
    items = data.trim() ? await found(data) : [];
  } catch (problem) {
    if (!self.searchFor) loading = null;
    console.warn(problem); // What did not come is asked for again at the next letter.
  }
  if (latest === data) postMessage({ type: RESULT, data: { items } });
});
}
