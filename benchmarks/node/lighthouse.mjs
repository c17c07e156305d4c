// Lighthouse with its own settings for mobile on the pages named. Prints one line of JSON for each run.
// Usage: node lighthouse.mjs CHROMIUM RUNS ROUNDS LEAST URL…
//
// In a round each page is measured once: all of it until all has a score, then only performance, which varies. A
// page is done when RUNS of its runs found a benchmarkIndex of at least LEAST; no more than ROUNDS rounds are made.
import lighthouse from "lighthouse";
import * as chromeLauncher from "chrome-launcher";

const [chromePath, runs, rounds, least, ...addresses] = process.argv.slice(2);
const counted = new Map(addresses.map((address) => [address, 0]));
const complete = new Set();
const chrome = await chromeLauncher.launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});

function told(address, { categories, audits, environment }) {
  const kinds = Object.values(categories);
  const scores = Object.fromEntries(kinds.map(({ id, score }) => [id, score === null ? null : Math.round(score * 100)]));
  const lost = Object.fromEntries(
    kinds.map(({ id, auditRefs }) => [
      id,
      auditRefs
        .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 0.9)
        .map((ref) => ref.id),
    ])
  );
  const machine = Math.round(environment.benchmarkIndex);
  return {
    address,
    scores,
    lost,
    paint: Math.round(audits["largest-contentful-paint"].numericValue ?? 0),
    blocked: Math.round(audits["total-blocking-time"].numericValue ?? 0),
    bytes: audits["total-byte-weight"].numericValue ?? 0,
    machine,
    counts: machine >= Number(least) && !Object.values(scores).includes(null),
  };
}

try {
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const address of addresses.filter((each) => counted.get(each) < Number(runs))) {
      const onlyCategories = complete.has(address) ? ["performance"] : null;
      const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error", onlyCategories });
      const run = told(address, lhr);
      if (!Object.values(run.scores).includes(null)) complete.add(address);
      counted.set(address, counted.get(address) + Number(run.counts));
      console.log(JSON.stringify(run));
    }
  }
} finally {
  await chrome.kill();
}
