// The report page in Chromium, as a manager opens it: node run.mjs BINARY FOLDER. Pages and screenshots are left in
// FOLDER. Checked in both widths, light and dark, with 5 and 5,000 subscriptions, with scripts and without.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { hostileNames, hostilePortfolio, portfolio } from "./portfolios.mjs";

const [binary, folder] = process.argv.slice(2).map((argument) => path.resolve(argument));
// Packages are in the folder, not in the tree.
const require = createRequire(path.join(folder, "package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((candidate) => candidate && existsSync(candidate));
assert(executablePath, "no Chromium; set CHROMIUM to its path");

const sizes = { narrow: { width: 400, height: 860 }, wide: { width: 1400, height: 900 } };
const problems = [];
let checks = 0;

function check(condition, what) {
  checks += 1;
  if (!condition) problems.push(what);
}

function makePage(name, csv, ...flags) {
  const input = path.join(folder, `${name}.csv`);
  const output = path.join(folder, `${name}.html`);
  writeFileSync(input, csv);
  execFileSync(binary, ["plan", input, "--as-of", "2024-01-16", "-q", "-o", output, ...flags], {
    env: { PATH: process.env.PATH, LC_ALL: "C" },
  });
  return pathToFileURL(output).href;
}

/** A page that reports what must not happen: errors, and requests for anything but the file itself. */
async function open(browser, url, { size, scheme, javaScriptEnabled = true }) {
  const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme, javaScriptEnabled, offline: true });
  const page = await context.newPage();
  const seen = { errors: [], requests: [], hits: 0 };
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) seen.errors.push(message.text()); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => { if (request.url() !== url) seen.requests.push(request.url()); });
  await page.exposeFunction("hit", () => { seen.hits += 1; });
  await page.goto(url);
  return { context, page, seen };
}

async function checkAccessibility(page, where) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const serious = found.violations.filter((violation) => ["serious", "critical"].includes(violation.impact));
  for (const violation of serious) {
    problems.push(`${where}: axe: ${violation.id} (${violation.impact}): ${violation.nodes.length} × ${violation.nodes[0].html.slice(0, 160)} ${violation.nodes[0].failureSummary}`);
  }
  checks += 1;
  for (const violation of found.violations.filter((one) => !serious.includes(one))) {
    console.log(`${where}: axe notes ${violation.id} (${violation.impact})`);
  }
}

/** Nothing sticks out to the right, so nobody has to scroll sideways. */
async function checkWidth(page, where) {
  const overflow = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const out = Array.from(document.querySelectorAll("body *")).filter((element) =>
      element.getBoundingClientRect().right > wide + 1 && !element.closest("pre, .unseen, .skip, thead"));
    return { scrolls: document.documentElement.scrollWidth > wide, first: out[0]?.outerHTML.slice(0, 120) };
  });
  check(!overflow.scrolls && !overflow.first, `${where}: wider than the window: ${overflow.first}`);
}

async function visibleRows(page) {
  return page.locator("details.customer tbody tr:not([hidden])").count();
}

/** Types into the filter and compares with what the rows themselves say. */
async function checkFilter(page, rows, where) {
  check(await page.locator(".tools").isVisible(), `${where}: no filter box`);
  const status = page.locator("#filter-status");
  const words = ["Power BI", "urgent", "gmbh visio", "ÜD"];
  for (const word of words) {
    await page.fill("#filter", word);
    await page.waitForFunction(() => document.querySelector("#filter-status").textContent !== "");
    await page.waitForTimeout(150);
    const expected = await page.evaluate((typed) => {
      const parts = typed.toLowerCase().split(" ");
      return Array.from(document.querySelectorAll("details.customer")).flatMap((section) =>
        Array.from(section.querySelectorAll("tbody tr"), (row) =>
          `${section.querySelector(".name").textContent} ${Array.from(row.cells, (cell) => cell.textContent).join(" ")}`.toLowerCase()))
        .filter((text) => parts.every((part) => text.includes(part))).length;
    }, word);
    const shown = await visibleRows(page);
    check(shown === expected, `${where}: filter ${word} shows ${shown} rows, not ${expected}`);
    const text = await status.textContent();
    check(expected === 0 ? text === "Nothing matches." : text === `${expected} of ${rows} subscriptions shown.`, `${where}: status ${text}`);
  }
  await page.fill("#filter", "no such customer");
  await page.waitForFunction(() => document.querySelector("#filter-status").textContent === "Nothing matches.");
  check(await page.locator("details.customer:visible").count() === 0, `${where}: a section without a match is shown`);
  await page.fill("#filter", "");
  await page.waitForFunction(() => document.querySelector("#filter-status").textContent === "");
  check(await visibleRows(page) === rows, `${where}: not all rows are back`);
}

async function checkSections(page, sections, where) {
  await page.click("#expand");
  check(await page.locator("details.customer[open]").count() === sections, `${where}: not all sections open`);
  await page.click("#collapse");
  check(await page.locator("details.customer[open]").count() === 0, `${where}: not all sections close`);
  await page.locator("details.customer summary").first().focus();
  await page.keyboard.press("Enter");
  check(await page.locator("details.customer[open]").count() === 1, `${where}: the keyboard opens no section`);
}

async function checkPage(browser, url, name, rows, size, scheme) {
  const where = `${name} ${size} ${scheme}`;
  const { context, page, seen } = await open(browser, url, { size, scheme });
  await page.screenshot({ path: path.join(folder, `${where.replaceAll(" ", "-")}.png`), fullPage: rows <= 50 });
  check(await page.locator("h1").count() === 1 && await page.locator("svg.timeline rect").count() > 0, `${where}: incomplete`);
  check(await visibleRows(page) === rows, `${where}: rows are missing`);
  await checkWidth(page, where);
  await checkAccessibility(page, where);
  if (scheme === "light") {
    await checkFilter(page, rows, where);
    await checkSections(page, await page.locator("details.customer").count(), where);
  }
  check(seen.errors.length === 0, `${where}: console: ${seen.errors[0]}`);
  check(seen.requests.length === 0, `${where}: requests ${seen.requests[0]}`);
  await context.close();
}

async function checkWithoutScript(browser, url, name, rows) {
  const { context, page, seen } = await open(browser, url, { size: "wide", scheme: "light", javaScriptEnabled: false });
  check(!(await page.locator(".tools").isVisible()), `${name}: a filter box that does nothing`);
  const section = page.locator("details.customer").last();
  if (await section.getAttribute("open") === null) await section.locator("summary").click();
  check(await section.locator("tbody tr").first().isVisible(), `${name}: sections do not open without scripts`);
  check(await visibleRows(page) === rows, `${name}: rows are missing without scripts`);
  check(seen.errors.length === 0, `${name}: console without scripts: ${seen.errors[0]}`);
  await context.close();
}

async function checkHostile(browser, url) {
  for (const javaScriptEnabled of [true, false]) {
    const { context, page, seen } = await open(browser, url, { size: "wide", scheme: "light", javaScriptEnabled });
    const names = await page.locator("details.customer .name").allTextContents();
    // Control characters and overrides of the writing direction are shown as escapes; all else is as it was.
    const visible = (name) => name.replace("\u202e", "\\u202e").replace("\u0007", "\\x07").replace("\u001b", "\\x1b");
    for (const name of hostileNames) check(names.includes(visible(name)), `hostile name is not shown as it is: ${name}`);
    if (javaScriptEnabled) {
      await page.mouse.move(300, 300);
      await page.fill("#filter", "<script>");
      await page.waitForTimeout(300);
      check(await page.evaluate(() => document.scripts.length) === 1, "hostile: another script element");
      check(await page.evaluate(() => document.querySelectorAll("iframe, img, form, base, object").length) === 0, "hostile: an element was made");
      await checkAccessibility(page, "hostile");
    }
    check(seen.hits === 0, "hostile: a name ran as a script");
    check(seen.errors.length === 0, `hostile: console: ${seen.errors[0]}`);
    check(seen.requests.length === 0, `hostile: requests ${seen.requests[0]}`);
    await context.close();
  }
}

/** The policy itself: a script that somebody else puts into the file does not run. */
async function checkPolicy(browser, name) {
  const tampered = path.join(folder, "tampered.html");
  writeFileSync(tampered, readFileSync(path.join(folder, `${name}.html`), "utf8").replace("</main>", "<script>window.hit()</script></main>"));
  const { context, seen } = await open(browser, pathToFileURL(tampered).href, { size: "wide", scheme: "light" });
  check(seen.hits === 0 && seen.errors.some((text) => text.includes("Content Security Policy")), "the policy lets other scripts run");
  await context.close();
}

/** All sections are printed, closed ones too. */
async function checkPrint(browser, url, name, pages) {
  const { context, page } = await open(browser, url, { size: "wide", scheme: "dark" });
  const pdf = await page.pdf({ path: path.join(folder, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
  const count = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  check(count >= pages, `${name}: only ${count} pages are printed`);
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: path.join(folder, `${name}-print.png`) });
  await context.close();
}

async function checkGerman(browser, url) {
  const { context, page } = await open(browser, url, { size: "wide", scheme: "light" });
  check(await page.getAttribute("html", "lang") === "de" && (await page.textContent("h1")).startsWith("Migration zu"), "not German");
  await page.screenshot({ path: path.join(folder, "german.png"), fullPage: true });
  await page.fill("#filter", "power bi");
  await page.waitForFunction(() => document.querySelector("#filter-status").textContent.includes("angezeigt"));
  check(await page.locator("h3.group:visible").count() < await page.locator("h3.group").count(), "an empty month keeps its heading");
  await checkAccessibility(page, "german");
  await context.close();
}

/** Runs the tasks, as many at a time as there are processors: each has a page, and so a process, of its own. */
async function runAll(tasks) {
  const worker = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await task();
  };
  await Promise.all(os.cpus().map(worker));
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const tasks = [];
  for (const rows of [5000, 40, 5]) {  // the long ones first
    const name = `page-${rows}`;
    const url = makePage(name, portfolio(rows));
    for (const size of Object.keys(sizes)) {
      for (const scheme of ["light", "dark"]) tasks.push(() => checkPage(browser, url, name, rows, size, scheme));
    }
    tasks.push(() => checkWithoutScript(browser, url, name, rows));
    tasks.push(() => checkPrint(browser, url, name, rows === 5000 ? 100 : 1));
  }
  const german = makePage("german", portfolio(40), "--lang", "de", "--group-by", "month");
  const hostile = makePage("hostile", hostilePortfolio());
  tasks.push(() => checkPolicy(browser, "page-5"), () => checkGerman(browser, german), () => checkHostile(browser, hostile));
  await runAll(tasks);
  await browser.close();
  for (const problem of problems) console.error(problem);
  console.log(`${checks} checks, ${problems.length} failed. Screenshots are in ${folder}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

await main();
