// What the tests in a real browser begin with: Chromium, and axe-core to hold pages against.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// launch starts the browser for the test at an address, beside which npm has put puppeteer-core and axe-core. violations
// says what axe-core finds in a page. CHROMIUM names the browser; where there is none the test says so and passes.
export async function launch(test) {
  const chromium = [process.env.CHROMIUM, ...places].find((p) => p && existsSync(p));
  if (!chromium) {
    console.log("skipped: no Chromium here; name it with CHROMIUM");
    process.exit(0);
  }
  const beside = createRequire(test);
  const { default: puppeteer } = await import(pathToFileURL(beside.resolve("puppeteer-core")));
  const axe = readFileSync(beside.resolve("axe-core/axe.min.js"), "utf8");
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  async function violations(page) {
    await page.evaluate(axe);
    return page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map(
      (v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`));
  }
  return { browser, violations };
}
