// The page around the running city: its text, its messages, its keys, and its faults.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, tell, usableByAll } from "./lib/town.mjs";

describe("the page around the city", { timeout: 900_000 }, () => {
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

  const panel = () => page.locator("#panel");
  const isShown = () => panel().evaluate((panel) => getComputedStyle(panel).opacity === "1");
  const focused = () => page.evaluate(() => document.activeElement.id);

  test("the city has the focus when it stands, and no hook for tests", async () => {
    assert.equal(await focused(), "laddertown");
    assert.equal(await page.evaluate(() => "laddertown" in window && "state" in window.laddertown), false);
  });

  test("the keyboard leads from the canvas to the text and back", async () => {
    assert.equal(await isShown(), false);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "back");
    assert.equal(await isShown(), true);
    await page.keyboard.press("Escape");
    assert.equal(await focused(), "laddertown");
    assert.equal(await isShown(), false);
  });

  test("the first stop of the keyboard skips to the text", async () => {
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "city");
    assert.equal(await isShown(), true);
  });

  test("the list opens and closes at the game's word", async () => {
    await tell(page, "list", true);
    assert.equal(await isShown(), true);
    await tell(page, "list", false);
    assert.equal(await isShown(), false);
  });

  test("the text beside the city is usable by all", async () => {
    await tell(page, "list", true);
    await usableByAll(page);
  });

  test("a new text keeps the focus and what is open", async () => {
    const kept = await page.evaluate(() => {
      const tell = (html) => window.dispatchEvent(new CustomEvent("laddertown:mirror", { detail: html }));
      tell(`<h1>One</h1><details id="d"><summary>More</summary>1</details><section id="s"><button id="b">B</button></section>`);
      document.getElementById("d").open = true;
      document.getElementById("b").focus();
      tell(`<h1>Two</h1><p>New</p><details id="d"><summary>More</summary>2</details><section id="s"><button id="b">B</button></section>`);
      const button = document.activeElement.id;
      tell(`<h1>Three</h1><section id="s"><p>No button now</p></section>`);
      return [document.querySelector("#city h1").textContent, button, document.activeElement.id];
    });
    assert.deepEqual(kept, ["Three", "b", "s"]);
    const open = await page.evaluate(() => {
      const tell = (html) => window.dispatchEvent(new CustomEvent("laddertown:mirror", { detail: html }));
      tell(`<h1>One</h1><details id="d"><summary>More</summary>1</details>`);
      document.getElementById("d").open = true;
      tell(`<h1>Two</h1><details id="d"><summary>More</summary>2</details>`);
      return document.getElementById("d").open;
    });
    assert.equal(open, true);
  });

  test("a text that grows above the focus leaves it where it was", async () => {
    const [before, after] = await page.evaluate(() => {
      const tell = (html) => window.dispatchEvent(new CustomEvent("laddertown:mirror", { detail: html }));
      const rows = (count) => `<p>Row</p>`.repeat(count);
      const top = () => document.activeElement.getBoundingClientRect().top;
      tell(`<div>${rows(20)}</div><button id="b">B</button>${rows(40)}`);
      document.getElementById("b").focus();
      const before = top();
      tell(`<div>${rows(60)}</div><button id="b">B</button>${rows(40)}`);
      return [before, top()];
    });
    assert.ok(Math.abs(after - before) < 2, `moved from ${before} to ${after}`);
  });

  test("an announcement is spoken, the same one twice", async () => {
    const spoken = await page.evaluate(async () => {
      const said = [];
      new MutationObserver(() => said.push(document.getElementById("announcer").textContent)).observe(
        document.getElementById("announcer"), { childList: true });
      for (const _ of [1, 2]) {
        window.dispatchEvent(new CustomEvent("laddertown:announce", { detail: "A floor has risen" }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return said.filter(Boolean);
    });
    assert.deepEqual(spoken, ["A floor has risen", "A floor has risen"]);
  });

  test("a notice stays until it is closed", async () => {
    const words = "Not saved, because the disk is full";
    await tell(page, "notice", words);
    await tell(page, "notice", words);
    await page.getByText(words).waitFor();
    await usableByAll(page);
    await page.locator("#notices").getByRole("button", { name: "Close" }).click();
    assert.equal(await page.getByText(words).count(), 0);
  });

  test("a panic is told, and the text can still be read", async () => {
    await tell(page, "panic", "index out of bounds");
    const overlay = page.getByRole("dialog", { name: "The city has stopped" });
    await overlay.waitFor();
    await usableByAll(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Reload");
    await overlay.getByText("What the program said").click();
    assert.ok(await overlay.getByText("index out of bounds").isVisible());
    await overlay.getByRole("button", { name: "Read the city as text" }).click();
    assert.equal(await isShown(), true);
  });

  test("reloading after a panic brings the city back", async () => {
    await tell(page, "panic", "index out of bounds");
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Reload" }).click();
    await reloaded;
    await cityStands(page);
    assert.equal(await page.getByRole("dialog").count(), 0);
  });

  test("a lost picture is told", async () => {
    await page.evaluate(() => {
      const context = document.getElementById("laddertown").getContext("webgl2");
      context.getExtension("WEBGL_lose_context").loseContext();
    });
    await page.getByRole("dialog", { name: "The picture is gone" }).waitFor();
    await usableByAll(page);
    // Drawing into nothing may well be complained about.
    page.faults.length = 0;
  });
});
