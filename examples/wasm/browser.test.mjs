// The page in a real browser: loads, analyses what is pasted, escapes markup, names what cannot be read.
//
//   npm install --no-package-lock && npm test
//
// CHROMIUM names the browser; where there is none the test says so and passes. SHOT=file.png keeps a picture.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../.ci/browser.mjs";

const { browser, violations } = await launch(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));

const server = createServer((req, res) => {
  const file = path.join(here, path.basename(req.url === "/" ? "index.html" : req.url));
  if (!existsSync(file)) return res.writeHead(404).end();
  res.writeHead(200, { "Content-Type": file.endsWith(".html") ? "text/html" : file.endsWith(".js") ? "text/javascript" : "application/wasm" });
  res.end(readFileSync(file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${server.address().port}`;

const trouble = [];
try {
  const page = await browser.newPage();
  page.on("pageerror", (e) => trouble.push(String(e)));
  page.on("request", (r) => { if (!r.url().startsWith(base)) trouble.push(`asked elsewhere: ${r.url()}`); });
  await page.setViewport({ width: 1100, height: 900 });
  await page.goto(base);
  await page.waitForFunction(() => document.getElementById("state").textContent === "Ready.", { timeout: 120_000 });
  const state = () => page.$eval("#state", (e) => e.textContent);
  const analyse = async (text) => {
    if (text !== undefined) await page.$eval("#body", (e, t) => { e.value = t; }, text);
    await page.$eval("#state", (e) => { e.textContent = ""; });
    await page.click("#go");
    await page.waitForFunction(() => document.getElementById("state").textContent !== "", { timeout: 60_000 });
  };

  await analyse();
  const marks = await page.$$eval("mark", (all) => all.map((m) => [m.className, m.textContent]));
  for (const want of [["PERSON", "Jonas Friis"], ["ORG", "Dockers’ Federation"], ["GPE", "Lindhavn"]]) {
    assert.ok(marks.some((m) => m[0] === want[0] && m[1] === want[1]), `${want} is marked: ${JSON.stringify(marks)}`);
  }
  assert.match(await page.$eval("#result", (e) => e.innerText), /“We got what the members asked for,”\s*Jonas Friis/);
  assert.match(await state(), /names, \d+ quotes in \d+ ms/);
  console.log(await state());
  assert.deepEqual(await violations(page), [], "axe-core");
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });

  await analyse("Kari Lunde of Oslo wrote <img src=x onerror=alert(1)> on the wall in Oslo.");
  assert.equal(await page.$("#result img"), null, "text is never read as markup");
  await analyse("  ");
  assert.match(await state(), /no text/);
  assert.deepEqual(trouble, []);
  console.log("the page works");
} finally {
  await browser.close();
  server.close();
}
