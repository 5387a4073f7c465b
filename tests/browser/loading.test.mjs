// From the first paint to the city: what a visitor sees on the way, and when the way is bad.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { line } from "./lib/line.mjs";
import { serve, serveBelow } from "./lib/server.mjs";
import { cityStands, launch, leave, open, usableByAll } from "./lib/town.mjs";

describe("loading", { timeout: 600_000 }, () => {
  let browser, server;
  before(async () => ([browser, server] = await Promise.all([launch(), serve()])));
  after(async () => {
    await browser?.close();
    server?.close();
  });

  test("without JavaScript the whole text is there", async () => {
    const page = await open(browser, server.url, { javaScriptEnabled: false });
    assert.ok(await page.getByRole("main").getByRole("heading", { level: 1 }).isVisible());
    assert.ok((await page.getByRole("main").innerText()).length > 50);
    assert.ok(await page.locator("noscript .note").isVisible());
    assert.equal(await page.getByRole("progressbar").isVisible(), false);
    await leave(page);
  });

  test("the text fits a small phone", async () => {
    const page = await open(browser, server.url, { javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 360);
    await leave(page);
  });

  test("the bytes that have arrived are shown, above a text that can be read meanwhile", async () => {
    const slow = await line(server.url, ["hold"]);
    const page = await open(browser, slow.url);
    const bar = page.getByRole("progressbar", { name: "Fetching the city" });
    await page.waitForFunction(() => document.getElementById("progress").value > 0);
    const [value, max] = await bar.evaluate(({ value, max }) => [value, max]);
    assert.ok(value > 0 && value < max, `${value} of ${max}`);
    assert.match(await page.locator(".measure").innerText(), /\d+\.\d of \d+\.\d MB/);
    assert.ok(await page.getByRole("main").getByRole("heading", { level: 1 }).isVisible());
    slow.release();
    await cityStands(page);
    await leave(page);
    slow.close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`the loading page is usable by all, ${colorScheme}`, async () => {
      const slow = await line(server.url, ["hold"]);
      const page = await open(browser, slow.url, { colorScheme });
      await page.waitForFunction(() => document.getElementById("progress").value > 0);
      await usableByAll(page);
      await leave(page);
      slow.close();
    });
  }

  test("a download cut halfway can be tried again", async () => {
    const bad = await line(server.url, ["cut"]);
    const page = await open(browser, bad.url);
    await page.getByRole("heading", { name: "The city did not arrive" }).waitFor();
    assert.ok(await page.getByRole("main").isVisible());
    await usableByAll(page);
    page.faults.length = 0;
    await page.getByRole("button", { name: "Try again" }).click();
    await cityStands(page);
    await leave(page);
    bad.close();
  });

  for (const [what, answer] of [
    ["a host that is gone", (route) => route.abort()],
    ["a file that is not there", (route) => route.fulfill({ status: 404 })],
  ]) {
    test(`${what} is told, and can be tried again`, async () => {
      const page = await open(browser, "about:blank");
      await page.route("**/*.wasm", answer, { times: 1 });
      // The heading below is what is waited for; a load whose file is refused midway may never be called done.
      await page.goto(server.url, { waitUntil: "commit" });
      await page.getByRole("heading", { name: "The city did not arrive" }).waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator("#status").waitFor();
      await cityStands(page);
      await page.context().close();
    });
  }

  test("a missing script of the game can be tried again", async () => {
    const page = await open(browser, "about:blank");
    await page.route(/laddertown-[0-9a-f]{8}\.js$/, (route) => route.abort(), { times: 1 });
    await page.goto(server.url, { waitUntil: "commit" });
    await page.getByRole("heading", { name: "The city did not arrive" }).waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await cityStands(page);
    await page.context().close();
  });

  test("without WebGL 2 there are words, and the text", async () => {
    const before = () => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return kind === "webgl2" ? null : getContext.call(this, kind, ...more);
      };
    };
    const page = await open(browser, server.url, { before });
    assert.ok(await page.getByRole("alert").getByText("WebGL 2 is missing").isVisible());
    assert.ok(await page.getByRole("main").getByRole("heading", { level: 1 }).isVisible());
    await usableByAll(page);
    await leave(page);
  });

  test("without WebAssembly there are words, and the text", async () => {
    const page = await open(browser, server.url, { before: () => delete window.WebAssembly });
    assert.ok(await page.getByRole("alert").getByText("WebAssembly is missing").isVisible());
    assert.ok(await page.getByRole("main").getByRole("heading", { level: 1 }).isVisible());
    await leave(page);
  });

  test("the folder works below another page", async () => {
    const below = await serveBelow();
    const page = await open(browser, below.url);
    await cityStands(page);
    await leave(page);
    await below.close();
  });

  test("the server says what each file is, and what the page may do", async () => {
    const page = await fetch(server.url);
    const names = (await page.text()).match(/laddertown-[0-9a-f]{8}\.\w+/g);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    assert.match(page.headers.get("content-security-policy"), /default-src 'self'.*frame-ancestors 'none'/);
    for (const name of new Set(names)) {
      const file = await fetch(server.url + name, { headers: { "Accept-Encoding": "br, gzip" } });
      assert.match(file.headers.get("cache-control"), /immutable/);
      assert.equal(file.headers.get("content-type"), name.endsWith(".wasm") ? "application/wasm" : "text/javascript");
      assert.equal(file.headers.get("x-content-type-options"), "nosniff");
      assert.ok(file.headers.get("content-encoding"), `${name} travels uncompressed`);
      await file.body.cancel();
    }
  });
});
