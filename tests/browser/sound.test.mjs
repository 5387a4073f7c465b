// What the page does with sound: none before the first gesture, and none that nobody asked for afterward.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, drawsNoMore, launch, leave, open } from "./lib/town.mjs";

let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Keeps a list of what the game makes and starts, as `window.heard`. */
function listen() {
  window.heard = { contexts: [], started: [] };
  const Original = window.AudioContext;
  window.AudioContext = class extends Original {
    constructor(...options) {
      super(...options);
      window.heard.contexts.push(this);
    }
  };
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...when) {
    window.heard.started.push({ loop: this.loop, secs: this.buffer.duration });
    return start.apply(this, when);
  };
}

async function visit(query = "?test") {
  const page = await open(browser, `${server.url}${query}`, { before: listen });
  await cityStands(page);
  await page.waitForFunction(() => window.laddertown.state()?.moving === false);
  return page;
}

const states = (page) => page.evaluate(() => window.heard.contexts.map(({ state }) => state));
const until = (page, holds) => page.waitForFunction(holds, null, { timeout: 45_000 });
const runs = (page) => until(page, () => window.heard.contexts[0]?.state === "running");
const stands = (page) => until(page, () => window.heard.contexts[0]?.state === "suspended");

test("before the first gesture there is no sound, with it there is the hour, and what is opened is heard", async () => {
  const page = await visit();
  await page.evaluate(() => window.laddertown.intent("NextLevel"));
  await until(page, () => window.laddertown.state().level === 1 && !window.laddertown.state().moving);
  assert.deepEqual(await states(page), []);

  await page.mouse.click(8, 200);
  await runs(page);
  await until(page, () => window.heard.started.some(({ loop }) => loop));
  assert.equal((await states(page)).length, 1, "one context for all");
  const [hour] = (await page.evaluate(() => window.heard.started)).filter(({ loop }) => loop);
  assert.ok(hour.secs >= 6 && hour.secs <= 12, `${hour.secs}`);

  const before = await page.evaluate(() => window.heard.started.length);
  await page.evaluate(() => window.laddertown.intent('OpenBuilding("frontend")'));
  await page.waitForFunction((before) => window.heard.started.length > before, before);
  await leave(page);
});

test("a key is a gesture, and M silences everything and brings it back", async () => {
  const page = await visit();
  await page.keyboard.press("ArrowRight");
  await runs(page);
  await page.keyboard.press("m");
  await stands(page);
  const before = await page.evaluate(() => window.heard.started.length);
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.heard.started.length), before);
  await page.keyboard.press("m");
  await runs(page);
  await leave(page);
});

test("a page that nobody sees is silent", async () => {
  const page = await visit();
  await page.keyboard.press("ArrowRight");
  await runs(page);
  const hide = (hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  await stands(page);
  await hide(false);
  await runs(page);
  await leave(page);
});

test("the hour sounds on while nothing is drawn", async () => {
  const page = await visit();
  await page.keyboard.press("ArrowRight");
  await runs(page);
  await page.waitForFunction(() => window.laddertown.state()?.moving === false);
  await drawsNoMore(page);
  const look = () => page.evaluate(() => [window.laddertown.state().frames, window.heard.contexts[0].currentTime]);
  const [frames, heard] = await look();
  await page.waitForTimeout(2000);
  const [framesNow, heardNow] = await look();
  assert.equal(framesNow, frames);
  assert.ok(heardNow > heard + 1, `${heard} to ${heardNow}`);
  await leave(page);
});
