// Opens the page in the installed Chromium, and keeps a list of everything that goes wrong in it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

import { AXE } from "./server.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
];

/** Software rendering pays for every pixel. */
const SMALL = { width: 640, height: 360 };

/** Software rendering takes its time before the first frame, too. */
export const FIRST_FRAME_MS = 120_000;

export function launch() {
  const installed = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]);
  return chromium.launch({ executablePath: installed.toString().trim(), args: FLAGS });
}

/** A page at `url`, with its faults. `before` runs in the page ahead of its scripts. */
export async function open(browser, url, { before, ...options } = {}) {
  const context = await browser.newContext({ viewport: SMALL, ...options });
  const page = watch(await context.newPage(), url);
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`)),
    );
  }
  if (before) await page.addInitScript(before);
  await page.goto(url);
  return page;
}

/**
 * Has `page.faults` gather console errors, exceptions, policy violations, failed requests and requests to other origins
 * than that of `url`.
 */
export function watch(page, url) {
  page.faults = [];
  page.on("console", (message) => message.type() === "error" && page.faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.faults.push(`exception: ${error.message}`));
  page.on("response", (response) => response.status() >= 400 && page.faults.push(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith("http") && to.origin !== new URL(url).origin) page.faults.push(`abroad: ${to}`);
  });
  return page;
}

/** Waits until the city has faded in and can be played. */
export async function cityStands(page) {
  const timeout = FIRST_FRAME_MS;
  await page.waitForFunction(() => performance.getEntriesByName("city-interactive").length > 0, null, { timeout });
  await page.locator("html[data-stage=city]").waitFor({ timeout, state: "attached" });
}

/** Waits until no frame is drawn any more: the first ones are timed, which a slow machine takes a while for. */
export async function drawsNoMore(page) {
  const frames = () => page.evaluate(() => window.laddertown.state().frames);
  for (let before = -1, tries = 0; tries < 30; tries++) {
    const now = await frames();
    if (now === before) return;
    before = now;
    await page.waitForTimeout(1000);
  }
}

/** What the game says of itself to a test. */
export const state = (page) => page.evaluate(() => window.laddertown.state());

/** Waits until `look` finds something that `holds`, and hands it over; fails with what it found instead. */
export async function until(page, what, look, holds) {
  const end = Date.now() + 45_000;
  let now;
  while (Date.now() < end) {
    now = await look(page);
    if (holds(now)) return now;
    await page.waitForTimeout(40);
  }
  assert.fail(`${what}: ${JSON.stringify(now)}`);
}

/** Closes the page, and fails if anything went wrong in it. */
export async function leave(page) {
  const faults = page.faults;
  await page.context().close();
  assert.deepEqual(faults, []);
}

/** Sends one of the game's messages to the page, as the game does. */
export function tell(page, name, detail = null) {
  return page.evaluate(([name, detail]) => void window.dispatchEvent(new CustomEvent(`laddertown:${name}`, { detail })), [name, detail]);
}

/** Everyone can use the page as it is now, as far as axe can tell. */
export async function usableByAll(page) {
  // An image of half a fade has half its contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await source());
  const found = await page.evaluate(() => window.axe.run());
  const grave = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`), []);
}

async function source() {
  const { readFile } = await import("node:fs/promises");
  // Run by the debugger, not as a script of the page: the page's policy stays as strict as it is.
  return readFile(AXE, "utf8");
}
