// Lighthouse with its own settings for mobile on the pages that are named; prints one line of JSON a page.
// Usage: node lighthouse.mjs CHROMIUM URL…
import lighthouse from "lighthouse";
import * as chromeLauncher from "chrome-launcher";

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
try {
  for (const address of addresses) {
    const result = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
    const { categories, audits } = result.lhr;
    const lost = Object.values(categories).flatMap((category) =>
      category.auditRefs
        .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 0.9)
        .map((ref) => ref.id)
    );
    const scores = Object.fromEntries(
      Object.values(categories).map((category) => [category.id, category.score && Math.round(category.score * 100)])
    );
    const told = {
      address,
      scores,
      lost,
      paint: Math.round(audits["largest-contentful-paint"].numericValue ?? 0),
      blocked: Math.round(audits["total-blocking-time"].numericValue ?? 0),
      bytes: audits["total-byte-weight"].numericValue ?? 0,
    };
    console.log(JSON.stringify(told));
  }
} finally {
  await chrome.kill();
}
