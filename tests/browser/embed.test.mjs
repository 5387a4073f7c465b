// The city in a frame of another page: what it leaves to that page, and how the two speak.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { host } from "./lib/host.mjs";
import { serve } from "./lib/server.mjs";
import { FIRST_FRAME_MS, cityStands, launch, open, until, usableByAll } from "./lib/town.mjs";

/** In the frame, and beside the panels in it, with the page scrolled to its top. */
const IN_FRAME = [440, 400];

describe("the city in a frame", { timeout: 900_000 }, () => {
  let browser, server;
  before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** A host's page, the city's frame in it, and a way to leave both. */
  async function visit(query = "?embed=1&test", options = {}) {
    const site = await host(server.url + query);
    const page = await open(browser, site.url, { viewport: { width: 640, height: 640 }, ...options });
    const look = () => page.frames().find((frame) => frame !== page.mainFrame());
    // It loads when it has come into sight.
    const frame = await until(page, "the frame", look, (frame) => frame && !["", "about:blank"].includes(frame.url()));
    const leave = async () => {
      const faults = page.faults.filter((fault) => !fault.startsWith(`abroad: ${server.url}`));
      await page.context().close();
      site.close();
      assert.deepEqual(faults, []);
    };
    return { page, frame, leave };
  }

  const state = (frame) => frame.evaluate(() => window.laddertown.state());
  const settled = (frame) => until(frame, "the city comes to rest", state, (now) => now && !now.moving);
  const sleeps = (frame, is) => frame.locator(`html[data-embed=${is ? "asleep" : "awake"}]`).waitFor({ state: "attached" });
  const scrolled = (page) => page.evaluate(() => window.scrollY);
  const log = (page) => page.locator("#log li").allInnerTexts().then((lines) => lines.map((line) => JSON.parse(line)));
  /** Waits until the city has said something that `holds`. */
  const says = (page, what, holds) => until(page, what, log, (lines) => lines.length > 0 && holds(lines[0]));

  async function stands(frame) {
    await cityStands(frame);
    return settled(frame);
  }

  test("it takes neither wheel nor keys nor focus until it is clicked, and gives them back", async () => {
    const { page, frame, leave } = await visit();
    const before = await stands(frame);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "it has not taken the focus");
    await page.mouse.move(...IN_FRAME);
    await page.mouse.wheel(0, 60);
    await until(page, "the wheel scrolls the page", scrolled, (y) => y > 0);
    await page.keyboard.press("5");
    await page.keyboard.press("Home");
    await page.waitForTimeout(500);
    let now = await settled(frame);
    assert.deepEqual([now.level, now.camera], [before.level, before.camera]);
    await page.evaluate(() => window.scrollTo(0, 0));
    await usableByAll(page);

    const explore = frame.getByRole("button", { name: "Click to explore" });
    await explore.click();
    await sleeps(frame, false);
    await page.keyboard.press("5");
    await until(frame, "a key is the city's", state, ({ level }) => level === 5);
    now = await settled(frame);
    await page.mouse.move(...IN_FRAME);
    const y = await scrolled(page);
    await page.mouse.wheel(0, -200);
    await until(frame, "the wheel is the city's", state, ({ camera }) => camera[5] < now.camera[5] - 0.5);
    assert.equal(await scrolled(page), y);

    await page.keyboard.press("?");
    await until(frame, "the list of keys", state, ({ help }) => help);
    await page.keyboard.press("Escape");
    await until(frame, "Esc closes what is open", state, ({ help }) => !help);
    await sleeps(frame, false);
    await page.keyboard.press("Escape");
    await sleeps(frame, true);

    await page.keyboard.press("Enter");
    await sleeps(frame, false);
    await page.locator("h1").click();
    await sleeps(frame, true);
    await leave();
  });

  test("a host goes to places, goes on, and asks where the city is", async () => {
    const { page, frame, leave } = await visit();
    await stands(frame);
    const first = await says(page, "it says that it is ready", (said) => said.is === "ready");
    assert.deepEqual(first, [{ laddertown: 1, is: "ready", pack: "beyond-vibe-coding", level: "l0" }]);
    await page.getByRole("button", { name: "Next" }).click();
    await says(page, "next", (said) => said.is === "state" && said.level === "l1");
    await page.getByRole("button", { name: "To level 3" }).click();
    await says(page, "a level", (said) => said.level === "l3");
    await page.getByRole("button", { name: "To a floor" }).click();
    await says(page, "a floor", (said) => said.floor === "auth/l1" && said.building === "auth");
    const count = (await log(page)).length;
    await page.getByRole("button", { name: "Where is it?" }).click();
    const lines = await until(page, "an answer", log, (lines) => lines.length > count);
    assert.deepEqual(lines[0], { ...lines[1], is: "state" });
    await page.getByRole("button", { name: "To another city" }).click();
    await says(page, "another city", (said) => said.pack === "elixir-otp-ladder");
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.embed), "asleep", "nobody has woken it");
    await leave();
  });

  test("nobody but the host is listened to, and the host in its own words only", async () => {
    const { page, frame, leave } = await visit();
    await stands(frame);
    await says(page, "it says that it is ready", (said) => said.is === "ready");
    // From within, and from another frame of the same host.
    await frame.evaluate(() => window.postMessage({ laddertown: 1, do: "next" }, "*"));
    await page.evaluate(() => document.body.append(document.createElement("iframe")));
    const other = page.frames().find((frame) => frame.url() === "about:blank");
    await other.evaluate(() => window.parent.frames[0].postMessage({ laddertown: 1, do: "next" }, "*"));
    await page.evaluate(() => {
      const wrong = [
        null, "next", { do: "next" }, { laddertown: 2, do: "next" }, { laddertown: 1 }, { laddertown: 1, do: "goTo" },
        { laddertown: 1, do: "goTo", link: 7 },
      ];
      for (const words of wrong) document.getElementById("city").contentWindow.postMessage(words, "*");
    });
    await page.waitForTimeout(1500);
    assert.equal((await state(frame)).level, 0);
    assert.equal((await log(page)).length, 1);
    await leave();
  });

  test("it works without storage, keeps nothing, and says nothing about it", async () => {
    const before = () => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
      }
    };
    const { frame, leave } = await visit("?embed=1&test", { before });
    await stands(frame);
    await frame.getByRole("button", { name: "Click to explore" }).click();
    await frame.evaluate(() => window.laddertown.intent("NextLevel"));
    const now = await until(frame, "it goes on", state, ({ level }) => level === 1);
    assert.deepEqual(now.notices, []);
    await leave();

    // On the city's own site there is storage; the frame leaves it alone.
    const page = await open(browser, `${server.url}embed-example.html`);
    await page.locator("#log li").first().waitFor({ timeout: FIRST_FRAME_MS });
    await page.getByRole("button", { name: "Next" }).click();
    await says(page, "it goes on", (said) => said.level === "l1");
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await page.context().close();
  });

  test("the city that keeps something cannot be framed", async () => {
    const { page, frame } = await visit("");
    assert.equal(frame.url(), "chrome-error://chromewebdata/");
    assert.ok(page.faults.some((fault) => /frame-ancestors/.test(fault)), page.faults.join());
    await page.context().close();
  });

  test("the example works where it ships", async () => {
    const page = await open(browser, `${server.url}embed-example.html`, { viewport: { width: 640, height: 640 } });
    await page.locator("#log li").first().waitFor({ timeout: FIRST_FRAME_MS });
    assert.equal((await log(page))[0].is, "ready");
    const faults = page.faults;
    await page.context().close();
    assert.deepEqual(faults, []);
  });
});
