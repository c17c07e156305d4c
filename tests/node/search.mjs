// Asks the search of a site as its pages do: `node search.mjs SEARCH.JS FOLDER` reads queries as JSON, and
// tells for each what came of it, and how many characters of the index were read.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import vm from "node:vm";

const [script, folder] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(0, "utf8"));
let listener, tell, read = 0;

const worker = { console, URL, location: new URL("https://example.org/assets/search.js") };
worker.self = worker;
worker.addEventListener = (_, listen) => (listener = listen);
worker.postMessage = (message) => tell(message);
worker.importScripts = (address) => {
  const name = basename(new URL(address).pathname);
  const isScript = name === "searching.js";
  const part = readFileSync(join(isScript ? dirname(script) : folder, name), "utf8");
  if (!isScript) read += part.length;
  vm.runInContext(part, worker);
};
vm.createContext(worker);
vm.runInContext(readFileSync(script, "utf8"), worker);

const ask = (type, data) =>
  new Promise((told) => {
    tell = told;
    listener({ data: { type, data } });
  });

await ask(0, { config: {}, docs: [] });
const answers = [];
for (const query of queries) {
  const before = read;
  const { data } = await ask(2, query);
  answers.push({ items: data.items, read: read - before });
}
process.stdout.write(JSON.stringify(answers));
