// The speaker's page beside the city: what it shows, what it sends, and what becomes of it when a city comes or goes. The
// city's part is spoken by the test, so that each message is as it wants it; stage.test.mjs plays a whole tour.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, tell, usableByAll, watch } from "./lib/town.mjs";

/** A stop as the game would hand it over, `began` seconds since 1970. */
const stop = (number, { began = 0, dark = false } = {}) => `
  <h1>Stop ${number} of 9</h1>
  <p><span data-began="${began}"></span> <span id="left" data-began="${began}" data-takes="60"></span></p>
  <button type="button" data-intent="Present(Blank)" aria-pressed="${dark}">Dark</button>
  <button type="button" data-intent="Present(Next)">Next</button>`;

describe("the speaker's page", { timeout: 900_000 }, () => {
  let browser, server, page;
  before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
  after(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await open(browser, server.url);
    await cityStands(page);
  });
  afterEach(() => leave(page));

  /** Another page in the same browser. */
  async function beside(path) {
    const other = watch(await page.context().newPage(), server.url);
    await other.goto(server.url + path);
    return other;
  }

  const shows = (speaker, words) => speaker.getByRole("heading", { name: words }).waitFor();
  /** Everything that the speaker's pages want from now on. */
  const listen = (page) =>
    page.evaluate(() => {
      window.wanted = [];
      new BroadcastChannel("laddertown-speaker").onmessage = ({ data }) => data.intent && window.wanted.push(data.intent);
    });
  const wanted = async (page, count) => {
    await page.waitForFunction((count) => window.wanted.length >= count, count);
    return page.evaluate(() => window.wanted.splice(0));
  };

  test("follows the city through a tour, its end, its reload and its going", async () => {
    const speaker = await beside("speaker.html");
    await shows(speaker, "The city is here");
    await tell(page, "speaker", stop(1));
    await shows(speaker, "Stop 1 of 9");
    await usableByAll(speaker);
    await tell(page, "speaker", stop(2));
    await shows(speaker, "Stop 2 of 9");
    await tell(page, "speaker", null);
    await shows(speaker, "The city is here");
    await page.reload();
    await cityStands(page);
    await tell(page, "speaker", stop(3));
    await shows(speaker, "Stop 3 of 9");
    await page.goto("about:blank");
    await shows(speaker, "Waiting for the city");
    await usableByAll(speaker);
    assert.deepEqual(speaker.faults, []);
  });

  test("keys and buttons want what they want in the city", async () => {
    const speaker = await beside("speaker.html");
    await tell(page, "speaker", stop(1));
    await shows(speaker, "Stop 1 of 9");
    await listen(page);
    const keys = [
      ["PageDown", "Next"], ["ArrowRight", "Next"], ["Space", "Next"], ["PageUp", "Previous"], ["ArrowLeft", "Previous"],
      ["Home", "First"], ["End", "Last"], ["b", "Blank"], ["B", "Blank"], [".", "Blank"], ["F5", "Restart"],
      ["Escape", "End"],
    ];
    for (const [key, wish] of keys) {
      await speaker.keyboard.press(key);
      assert.deepEqual(await wanted(page, 1), [`Present(${wish})`], key);
    }
    for (const key of ["1", "2"]) await speaker.keyboard.press(key);
    assert.equal(await speaker.locator("#jump").innerText(), "Enter goes to stop 12");
    await speaker.keyboard.press("Enter");
    assert.deepEqual(await wanted(page, 1), ["Present(Jump(12))"]);
    await speaker.keyboard.press("3");
    await speaker.keyboard.press("PageDown");
    assert.deepEqual(await wanted(page, 1), ["Present(Next)"], "another key forgets the number");
    await speaker.getByRole("button", { name: "Next" }).click();
    assert.deepEqual(await wanted(page, 1), ["Present(Next)"]);
    await speaker.keyboard.press("Space");
    assert.deepEqual(await wanted(page, 1), ["Present(Next)"], "Space presses the button that has the focus, once");
    await tell(page, "speaker", stop(1, { dark: true }));
    await speaker.locator("[aria-pressed=true]").waitFor();
    await speaker.keyboard.press("PageDown");
    assert.deepEqual(await wanted(page, 1), ["Present(Blank)"], "in the dark every key brings the picture back");
    await speaker.keyboard.press("Escape");
    assert.deepEqual(await wanted(page, 1), ["Present(End)"]);
    // This build of the city may know nothing to do with what was wanted of it.
    assert.deepEqual(speaker.faults, []);
  });

  test("clocks count up, and down to nought and beyond", async () => {
    const speaker = await beside("speaker.html");
    const now = Math.floor(Date.now() / 1000);
    await tell(page, "speaker", stop(1, { began: now - 50 }));
    await shows(speaker, "Stop 1 of 9");
    const clocks = () => speaker.locator("[data-began]").allInnerTexts();
    const [up, down] = await clocks();
    assert.match(up, /^0:5\d$/);
    assert.match(down, /^0:(10|0\d)$/);
    await tell(page, "speaker", stop(2, { began: now - 130 }));
    await shows(speaker, "Stop 2 of 9");
    const [later, over] = await clocks();
    assert.match(later, /^2:1\d$/);
    assert.match(over, /^−1:1\d$/);
    assert.ok(await speaker.locator("#left.over").isVisible());
    await usableByAll(speaker);
  });

  test("one that was opened from a city follows that city, any other the newest", async () => {
    const opened = page.context().waitForEvent("page");
    await tell(page, "toggle-speaker");
    const own = await opened;
    await tell(page, "speaker", stop(1));
    await shows(own, "Stop 1 of 9");
    const any = await beside("speaker.html");
    await shows(any, "Stop 1 of 9");

    const newer = await beside("");
    await cityStands(newer);
    await tell(newer, "speaker", stop(2));
    await shows(any, "Stop 2 of 9");
    await tell(page, "speaker", stop(3));
    await shows(own, "Stop 3 of 9");
    await shows(any, "Stop 2 of 9");
    await newer.close();
    await shows(any, "Stop 3 of 9");

    await tell(page, "toggle-speaker");
    if (!own.isClosed()) await own.waitForEvent("close");
    await tell(page, "speaker", stop(4));
    await shows(any, "Stop 4 of 9");
  });

  test("a window that the browser does not open is offered as a link", async () => {
    await page.evaluate(() => (window.open = () => null));
    await tell(page, "toggle-speaker");
    await usableByAll(page);
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Open it here" }).click();
    const own = await opened;
    await tell(page, "speaker", stop(1));
    await shows(own, "Stop 1 of 9");
    assert.match(own.url(), /\?of=\w+$/);
  });

  test("a city that nobody can see says so", async () => {
    const speaker = await beside("speaker.html");
    await tell(page, "speaker", stop(1));
    await shows(speaker, "Stop 1 of 9");
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await speaker.getByText("The city's window is covered").waitFor();
  });

  test("F5 reloads the city, but not in a showing", async () => {
    const isTaken = () =>
      page.evaluate(() => {
        const key = new KeyboardEvent("keydown", { key: "F5", bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(key);
        return key.defaultPrevented;
      });
    assert.equal(await isTaken(), false);
    await tell(page, "show", true);
    assert.equal(await isTaken(), true);
    await tell(page, "show", false);
    assert.equal(await isTaken(), false);
  });

  for (const [what, viewport] of [["phone", { width: 360, height: 640 }], ["laptop", { width: 1280, height: 720 }]]) {
    test(`fits a ${what}`, async () => {
      const speaker = await beside("speaker.html");
      await speaker.setViewportSize(viewport);
      await tell(page, "speaker", stop(1));
      await shows(speaker, "Stop 1 of 9");
      assert.equal(await speaker.evaluate(() => document.scrollingElement.scrollWidth), viewport.width);
    });
  }
});
