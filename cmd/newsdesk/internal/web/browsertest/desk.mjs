// The desk in a real browser: search, facet, map, article, entity, paste, alert, a walk
// by keyboard alone, and axe-core on every page in both themes.
//
//   npm install --no-package-lock && NEWSDESK=/path/to/newsdesk npm test
//
// CHROMIUM names the browser; where there is none the test says so and passes.
// SHOTS=1 writes screenshots of every page to shots/, ONLY=words runs the steps with them in their names.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../../../../.ci/browser.mjs";

const { browser, violations } = await launch(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../../../..");
const token = "browser test token";

const program = process.env.NEWSDESK || "newsdesk";

// start runs a desk on a free port.
const addresses = [];
async function start(...of) {
  const desk = spawn(program, ["serve", "--quiet", "--addr", "127.0.0.1:0", "--token", token, ...of], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => desk.on("close", done));
  const at = await new Promise((done, fail) => {
    let said = "";
    desk.stderr.on("data", (b) => {
      said += b;
      const found = /open (http:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    desk.on("error", fail);
    desk.on("exit", (code) => fail(new Error(`newsdesk ended with ${code}: ${said}`)));
  });
  addresses.push(at);
  return { at, stop: () => { desk.removeAllListeners("exit"); desk.kill("SIGTERM"); return ended; } };
}

// The desk of most steps, over the project's articles.
const desk = await start("--demo", "--private-webhooks");
const base = desk.at;

const trouble = [];
const contexts = [];
async function open(theme = "light", width = 1280) {
  contexts.push(await browser.createBrowserContext()); // with no cookie and no theme of a step before
  const page = await contexts.at(-1).newPage();
  page.on("console", (m) => { if (["error", "warn"].includes(m.type())) trouble.push(`${page.url()}: ${m.text()}`); });
  page.on("pageerror", (e) => trouble.push(`${page.url()}: ${e}`));
  page.on("request", (r) => { if (!addresses.some((a) => r.url().startsWith(a)) && !r.url().startsWith("data:")) trouble.push(`asked elsewhere: ${r.url()}`); });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
  await page.setViewport({ width, height: 900 });
  return page;
}
const go = (page, to, at = base) => page.goto(at + to, { waitUntil: "networkidle0" });
const text = (page, of) => page.$eval(of, (e) => e.innerText);
async function click(page, what) {
  await Promise.all([page.waitForNavigation({ waitUntil: "networkidle0" }), typeof what === "string" ? page.click(what) : what.click()]);
}

async function signIn(page, at = base) {
  await go(page, "/login", at);
  await page.type("#token", token);
  await click(page, "form.make button");
}

// putRight says that the first place of an article is Plymouth in England, in all articles, and
// returns what it was called.
async function putRight(page, article, at = base) {
  await go(page, article, at);
  await click(page, ".names-place .fix");
  const name = await text(page, "h1");
  await page.$eval("#lookup", (e) => { e.value = "Plymouth"; });
  await click(page, "form[action='/correct']:not([method]) button");
  for (const label of await page.$$(".choice label")) {
    if (/England/.test(await label.evaluate((e) => e.innerText))) { await label.click(); break; }
  }
  await page.select("#scope-place", "all");
  await page.type("#who-place", "Vera Quist");
  await click(page, "form:has(.choice) button[type=submit]");
  return name;
}

// audit holds a page against axe-core, and against three widths of the screen.
async function audit(page, name, theme) {
  assert.deepEqual((await violations(page)).filter((v) => /^(serious|critical)/.test(v)), []);
  for (const width of [390, 1024, 1600]) {
    await page.setViewport({ width, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than ${width}`);
    if (process.env.SHOTS) {
      mkdirSync(path.join(here, "shots"), { recursive: true });
      await page.screenshot({ path: path.join(here, "shots", `${name}-${width}-${theme}.png`), fullPage: true });
    }
  }
}

const steps = {
  async "search and suggestions"() {
    const page = await open();
    await go(page, "/");
    await page.type("#q", "rott");
    await page.waitForSelector("#suggestions [role=option]");
    assert.match(await text(page, "#suggestions"), /Rotterdam/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.$eval("#q", (e) => e.getAttribute("aria-activedescendant")), "suggestion-0");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(await text(page, ".total"), /\d+ article/);
    await go(page, "/?q=strike");
    assert.equal(await text(page, ".hit mark"), "strike");
  },
  async "facet on and off"() {
    const page = await open();
    await go(page, "/?q=strike");
    const before = await text(page, ".total strong");
    await click(page, ".facet a[href*='country=SE']");
    assert.equal(await text(page, ".total strong"), "4 articles");
    await click(page, ".picked a");
    assert.equal(await text(page, ".total strong"), before);
    await click(page, ".months a");
    assert.match(page.url(), /month=/);
  },
  async "values kept out, any of two, days by the form and by the pointer"() {
    const page = await open();
    await go(page, "/?q=strike");
    await click(page, ".facet a.out[href*='countries%3ANL']");
    assert.match(await text(page, ".picked"), /not Netherlands/);
    await go(page, "/?q=strike&country=GH&country=CN");
    assert.match(await text(page, ".total"), /Nothing found/);
    await go(page, "/?q=strike&country=SE&country=CN");
    const all = parseInt(await text(page, ".total strong"));
    await click(page, ".loosen a");
    assert.match(page.url(), /any=countries/);
    assert.ok(parseInt(await text(page, ".total strong")) > all, "one of the two is enough");
    await click(page, ".picked .clear a");
    assert.equal(page.url(), base + "/?q=strike");
    await page.$eval("#from", (e) => { e.value = "2026-03-01"; });
    await page.$eval("#to", (e) => { e.value = "2026-03-31"; });
    await click(page, ".days button");
    assert.match(await text(page, ".picked"), /1 March 2026 to 31 March 2026/);
    await go(page, "/");
    const before = parseInt(await text(page, ".total strong"));
    const box = await page.$eval(".months svg", (e) => { const b = e.getBoundingClientRect(); return { x: b.x, y: b.y, width: b.width, height: b.height }; });
    await page.mouse.move(box.x + 5, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2, { steps: 5 });
    await Promise.all([page.waitForNavigation({ waitUntil: "networkidle0" }), page.mouse.up()]);
    assert.match(page.url(), /from=2026-\d\d-01&to=2026/);
    assert.ok(parseInt(await text(page, ".total strong")) < before);
  },
  async "a country on the map"() {
    const page = await open();
    await go(page, "/?q=strike");
    assert.ok(await page.$eval(".world image", (e) => e.getBoundingClientRect().width > 250));
    assert.equal(await page.evaluate(async () => (await fetch(document.querySelector(".world image").href.baseVal)).headers.get("content-type")), "image/svg+xml");
    const shade = (of) => page.$eval(of, (e) => getComputedStyle(e).fill);
    assert.notEqual(await shade(".world a[href*='country=CN'] path"), await shade(".world a[href*='country=BR'] path"), "more articles, another shade");
    await click(page, ".world a[href*='country=CN'] path");
    assert.match(page.url(), /country=CN/);
    assert.equal(await text(page, ".total strong"), "3 articles");
    assert.match(await text(page, ".picked"), /China/);
    assert.equal(await page.$eval(".world .on title", (e) => e.textContent), "China: 3 articles");
    await click(page, ".large a");
    await click(page, ".world a[href*='country=SG'] circle:not(.reach)"); // a dot
    assert.match(await text(page, ".picked"), /Singapore/);
    await go(page, "/?q=strike");
    const stops = await page.$$eval("a", (all) => all.filter((e) => e.closest(".world") && e.tabIndex >= 0).length);
    assert.equal(stops, 0, "the list has the same links");
  },
  async "article, names, entity"() {
    const page = await open();
    await go(page, "/?q=port+strike");
    await click(page, ".hit h2 a");
    const kinds = await page.$$eval(".story .e", (all) => [...new Set(all.map((e) => e.className))]);
    assert.ok(kinds.includes("e e-person") && kinds.includes("e e-place") && kinds.includes("e e-org"), kinds.join());
    assert.ok(await page.$eval(".story .e-place .k", (e) => e.offsetWidth > 0));
    await page.click("#show-place");
    assert.equal(await page.$eval(".story .e-place .k", (e) => e.offsetWidth), 0, "the labels of places are gone");
    await page.hover(".story .e-person");
    await page.waitForSelector(".tip:not([hidden])");
    const name = await page.$eval(".story .e-person", (e) => e.dataset.tip.split(" · ")[0]);
    await click(page, ".story .e-person");
    assert.equal(await text(page, "h1"), name);
    assert.match(await text(page, ".side"), /Appears with/);
  },
  async "paste"() {
    const page = await open();
    await go(page, "/analyze");
    await page.type("#page", "Ferry to Oslo late again\n\nThe ferry to Oslo was late on Monday. “We are sorry,” said Ada Lund of the Harbour Board.");
    await click(page, "form.paste button");
    assert.match(await text(page, ".notice"), /not kept/);
    assert.match(await text(page, ".story"), /Oslo\s*place/);
    await click(page, ".again button");
    assert.match(await page.$eval("#page", (e) => e.value), /^Ferry to Oslo late again/);
    await page.$eval("#page", (e) => { e.value = ""; });
    await click(page, "form.paste button");
    assert.match(await text(page, "[role=alert]"), /nothing to analyse/);
    trouble.length = 0; // the answer is no 200, which the console tells
  },
  async "a story, and on a phone what is beside it"() {
    const page = await open("light", 390);
    await go(page, "/article?id=mna-20260309-port-strike");
    const top = (of) => page.$eval(of, (e) => e.getBoundingClientRect().top);
    assert.ok(await top(".summary") < await top(".about-it") && await top(".about-it") < await top(".story"), "before the story");
    assert.equal(await page.$eval(".about-it", (e) => e.open), false);
    await page.click(".about-it > summary");
    await click(page, ".timeline .more a");
    assert.ok((await page.$$(".told mark")).length > 1);
    await go(page, "/trends");
    assert.ok(await page.$eval(".trends .spark", (e) => e.getBoundingClientRect().width > 20), "the days are drawn on a phone too");
  },
  async "alert made, seen, cleared, removed"() {
    const page = await open();
    await go(page, "/alerts");
    assert.equal(await page.$("form[action='/alerts']"), null, "nothing to fill in before the token");
    await go(page, "/login");
    await page.type("#token", token);
    await click(page, "form.make button");
    await page.type("#alert-q", "strike country:NL");
    await page.type("#alert-id", "Dutch strikes");
    await click(page, "form.make button");
    assert.match(await text(page, ".alerts"), /Dutch strikes[\s\S]*\d articles/);
    assert.doesNotMatch(await text(page, ".alerts"), /\d new/, "new is what comes after the making");
    await click(page, "form[action='/alerts/delete'] button");
    assert.match(await text(page, "main"), /no alerts yet/);
    await click(page, "form[action='/logout'] button");
    assert.equal(await page.$("form[action='/alerts']"), null);
  },
  async "fifty articles come in while ten readers search, and an alert fires"() {
    const told = [];
    const hook = createServer((request, answer) => {
      let body = "";
      request.on("data", (b) => { body += b; });
      request.on("end", () => { told.push(JSON.parse(body)); answer.end(); });
    });
    await new Promise((done) => hook.listen(0, "127.0.0.1", done));
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const api = async (path, o) => {
      const answer = await fetch(base + path, o);
      assert.ok(answer.ok, `${path}: ${answer.status}`);
      return answer.status === 204 ? null : answer.headers.get("content-type").includes("json") ? answer.json() : answer.text();
    };
    await api("/api/alerts", { method: "POST", headers, body: JSON.stringify({ id: "zeppelins", query: "zeppelin", webhook: `http://127.0.0.1:${hook.address().port}/` }) });
    let reading = true;
    const readers = Array.from({ length: 10 }, async () => {
      for (; reading;) {
        await api("/?q=strike");
        await api("/api/search?q=zeppelin&facets=true");
      }
    });
    for (let i = 0; i < 50; i++) {
      const text = `A zeppelin of number ${i} came to Oslo on Monday, said Ada Lund of the harbour. It will stay until spring.`;
      await api("/api/articles", { method: "POST", headers, body: JSON.stringify({ id: `zeppelin-${i}`, title: `Zeppelin ${i} comes to Oslo`, text }) });
    }
    reading = false;
    await Promise.all(readers);
    assert.equal((await api("/api/search?q=zeppelin")).total, 50);
    for (let i = 0; i < 200 && told.length < 50; i++) await new Promise((done) => setTimeout(done, 50));
    assert.equal(new Set(told.map((t) => t.article.id)).size, 50, "each is told once");
    assert.match(await api("/alerts/feed?id=zeppelins"), /Zeppelin 49 comes to Oslo/);
    const page = await open();
    await go(page, "/alerts");
    assert.match(await text(page, ".alerts"), /50 new/);
    for (let i = 0; i < 50; i++) await api(`/api/articles?id=zeppelin-${i}`, { method: "DELETE", headers });
    await api("/api/alerts?id=zeppelins", { method: "DELETE", headers });
    hook.close();
  },
  async "a place put right, everywhere, and taken back"() {
    const page = await open();
    await signIn(page);
    const article = "/article?id=mna-20260309-port-strike";
    const name = await putRight(page, article);
    assert.match(await text(page, ".names-place"), /Plymouth/);
    assert.match(await page.$$eval(".story .e-place", (all) => all.map((e) => e.dataset.tip).join("|")), /Plymouth · United Kingdom/);
    await click(page, ".names-place a[href*='geonames']");
    for (let i = 0; i < 100 && !/[2-9] articles/.test(await text(page, ".total")); i++) await go(page, page.url().slice(base.length));
    assert.match(await text(page, ".total"), /[2-9] articles/, "the others follow");
    await go(page, "/corrections");
    assert.match(await text(page, ".alerts"), new RegExp(`${name}[\\s\\S]*in all articles[\\s\\S]*Vera Quist`));
    await click(page, "form[action='/corrections/revoke'] button");
    assert.match(await text(page, ".alerts"), /taken back/);
    await page.waitForFunction(async (to, name) => { const t = await (await fetch(to)).text(); return !t.includes("Plymouth") && t.includes(name); }, {}, article, name);
  },
  async "a correction outlives the process and the archive, and is undone"() {
    const dir = mkdtempSync(path.join(tmpdir(), "newsdesk-"));
    const archive = path.join(dir, "archive");
    const index = () => assert.equal(spawnSync(program, ["index", "--index", archive, "testdata/articles"], { cwd: root }).status, 0);
    const article = "/article?id=mna-20260309-port-strike", entity = "/entity?id=geonames:2640194";
    const places = (page) => page.$$eval(".facet", (all) => all.filter((e) => /^Places/.test(e.innerText)).map((e) => e.textContent).join());
    // seen holds that the article, the entity's page and the facets have Plymouth, or that none has.
    const seen = async (page, at, has, when) => {
      await go(page, article, at);
      assert.equal(/Plymouth · United Kingdom/.test(await page.$$eval(".story .e-place", (all) => all.map((e) => e.dataset.tip).join("|"))), has, `the article, ${when}`);
      const answer = await fetch(at + entity);
      const known = await answer.text();
      assert.equal(answer.ok && /<h1[^>]*>\s*Plymouth/.test(known) && known.includes("mna-20260309-port-strike"), has, `the page of the place, ${when}`);
      await go(page, "/?q=port+strike", at);
      assert.equal(/Plymouth/.test(await places(page)), has, `the facets, ${when}`);
    };
    index();
    let own = await start("--index", archive);
    try {
      let page = await open();
      await seen(page, own.at, false, "at first");
      await signIn(page, own.at);
      await putRight(page, article, own.at);
      await seen(page, own.at, true, "corrected");
      await own.stop();
      own = await start("--index", archive);
      await seen(page, own.at, true, "after a restart");
      await own.stop();
      rmSync(archive, { recursive: true });
      index();
      own = await start("--index", archive);
      await seen(page, own.at, true, "in an archive made anew");
      page = await open();
      await signIn(page, own.at);
      await go(page, "/corrections", own.at);
      await click(page, "form[action='/corrections/revoke'] button");
      for (let i = 0; i < 100 && (await (await fetch(own.at + "/api/corrections")).json()).corrections.some((c) => c.pending); i++) await new Promise((done) => setTimeout(done, 50));
      await seen(page, own.at, false, "taken back");
      await own.stop();
      own = await start("--index", archive);
      await seen(page, own.at, false, "after another restart");
    } finally {
      await own.stop();
      rmSync(dir, { recursive: true });
    }
  },
  async "what is for those who signed in, in both themes"() {
    for (const theme of ["light", "dark"]) {
      const page = await open(theme);
      await signIn(page);
      for (const [name, to] of Object.entries({
        "correct-name": "/correct?id=mna-20260309-port-strike&entity=person:hendrik-baanders", "correct-quote": "/correct?id=mna-20260309-port-strike&quote=0",
        "article-signed": "/article?id=mna-20260309-port-strike", "alerts-signed": "/alerts", "corrections-signed": "/corrections",
      })) {
        await go(page, to);
        await audit(page, name, theme);
      }
    }
  },
  async "a walk by keyboard"() {
    const page = await open();
    await go(page, "/");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip", "the first stop leads to the content");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.type("strike");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    const tabTo = async (selector) => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((s) => document.activeElement.matches(s), selector)) {
          const seen = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none");
          assert.ok(seen, `${selector} shows its focus`);
          return;
        }
      }
      assert.fail(`no way to ${selector} by keyboard`);
    };
    await tabTo(".hit h2 a");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await tabTo("#show-person");
    await page.keyboard.press("Space");
    assert.equal(await page.$eval("#show-person", (e) => e.checked), false);
    await tabTo(".story .e-place");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(page.url(), /entity/);
  },
  async "the language of the browser, and the switch kept"() {
    const menus = { de: /Archiv[\s\S]*Karte[\s\S]*Suchaufträge/, es: /Archivo[\s\S]*Mapa[\s\S]*Alertas/, fr: /Archives[\s\S]*Carte[\s\S]*Alertes/ };
    for (const [language, menu] of Object.entries(menus)) {
      const page = await open("light", 390);
      await page.setExtraHTTPHeaders({ "Accept-Language": language });
      await go(page, "/?q=strike");
      assert.equal(await page.$eval("html", (e) => e.lang), language);
      assert.match(await text(page, ".mast nav"), menu);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} is wider than a phone`);
      assert.deepEqual((await violations(page)).filter((v) => /^(serious|critical)/.test(v)), []);
      await click(page, ".languages a[lang=en]");
      assert.match(await text(page, ".total"), /articles/);
      await click(page, ".mast nav a[href='/trends']");
      assert.equal(await page.$eval("html", (e) => e.lang), "en", "it is kept");
    }
  },
  async "theme kept"() {
    const page = await open("light");
    await go(page, "/");
    await page.click(".theme");
    await go(page, "/trends");
    assert.equal(await page.$eval("html", (e) => e.dataset.theme), "dark");
  },
  async "without a script"() {
    const page = await open();
    await page.setJavaScriptEnabled(false);
    await go(page, "/?q=strike");
    await click(page, ".world a[href*='country=CN'] path");
    assert.equal(await text(page, ".total strong"), "3 articles");
    await click(page, ".hit h2 a");
    assert.match(await text(page, "main"), /Who said what/);
  },
};
const pages = {
  front: "/", search: "/?q=strike", nothing: "/?q=xylophonist", article: "/article?id=mna-20260309-port-strike", entity: "/entity?id=person:hendrik-baanders",
  trends: "/trends?days=30", story: "/story?id=mna-20260309-port-strike", map: "/map?q=strike&country=SE", alerts: "/alerts", corrections: "/corrections", analyze: "/analyze", about: "/about", login: "/login", missing: "/entity?id=none",
};
for (const theme of ["light", "dark"]) {
  for (const [name, to] of Object.entries(pages)) {
    steps[`axe-core and widths: ${name}, ${theme}`] = async () => {
      const page = await open(theme);
      const known = trouble.length;
      await go(page, to);
      if (name === "missing") trouble.length = known; // a 404 is an error of the console
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
      assert.equal(light, theme === "light", "the theme is the system's");
      await audit(page, name, theme);
    };
  }
}

let failed = 0;
try {
  for (const [name, step] of Object.entries(steps)) {
    if (process.env.ONLY && !name.includes(process.env.ONLY)) continue;
    try {
      await step();
      console.log(`ok   ${name}`);
    } catch (e) {
      failed++;
      console.log(`FAIL ${name}\n     ${e.message}`);
    }
    for (const context of contexts.splice(0)) await context.close();
  }
} finally {
  await browser.close();
  await desk.stop();
}
for (const t of trouble) console.log(`FAIL console: ${t}`);
process.exit(failed + trouble.length > 0 ? 1 : 0);
