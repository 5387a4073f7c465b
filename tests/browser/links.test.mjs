// The address says what is seen: links lead there, the browser's buttons back and forward, and mistakes are told.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, state, until } from "./lib/town.mjs";

let browser, server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(fragment = "") {
  const page = await open(browser, `${server.url}?test${fragment}`);
  await cityStands(page);
  await page.locator("canvas").focus();
  return page;
}

const is = (page, what, holds) => until(page, what, state, (now) => now && holds(now));
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash));
/** Goes to a fragment as whoever clicks a link to it, or types it. */
const follow = (page, link) => page.evaluate((link) => void (location.hash = link), link);

test("a link leads to its place, at the start and later", { timeout: 300_000 }, async () => {
  const page = await visit("#level=l3&floor=auth/l1");
  await is(page, "the level and the floor of the address", ({ level, open }) => level === 3 && open === "auth/l1");
  await follow(page, "#level=l2&district=the-craft");
  await is(page, "another place", ({ level, open }) => level === 2 && open === "the-craft");
  await follow(page, "#pack=elixir-otp-ladder");
  await page.waitForFunction(() => document.querySelector("#city h1")?.textContent === "Elixir/OTP Ladder");
  await follow(page, "#pack=beyond-vibe-coding&floor=auth/l0");
  await is(page, "and back to a floor of the first city", ({ open }) => open === "auth/l0");
  await leave(page);
});

test("the address follows, and the browser's buttons lead back and forward", { timeout: 300_000 }, async () => {
  const page = await visit();
  await page.keyboard.press("3");
  await until(page, "the level is in the address", fragment, (link) => link.includes("level=l3"));
  // Whoever goes on at once has only passed by.
  await page.waitForTimeout(1500);
  await page.evaluate(() => window.laddertown.intent('OpenFloor("auth/l1")'));
  await until(page, "the floor is in the address", fragment, (link) => link.includes("floor=auth/l1"));
  await page.waitForTimeout(1500);
  await page.evaluate(() => window.laddertown.intent('OpenFloor("frontend/l0")'));
  await until(page, "the other floor, too", fragment, (link) => link.includes("floor=frontend/l0"));
  await page.goBack();
  await is(page, "back", ({ open }) => open === "auth/l1");
  await page.goForward();
  await is(page, "forward", ({ open }) => open === "frontend/l0");
  await leave(page);
});

test("what a link says and nobody knows is told, and the rest is followed", { timeout: 300_000 }, async () => {
  const page = await visit("#level=l99&floor=auth/l1&colour=blue");
  const now = await is(page, "the floor is there all the same", ({ open }) => open === "auth/l1");
  const notice = now.notices.find((notice) => notice.includes("level=l99") && notice.includes("colour=blue"));
  assert.ok(notice, now.notices.join(" | "));
  await leave(page);
});

test("a link wins over the rest of the address, and over the city that is kept", { timeout: 300_000 }, async () => {
  const page = await visit("&pack=engineering-levels#pack=beyond-vibe-coding&level=l2");
  await is(page, "the link's city", ({ level }) => level === 2);
  assert.equal(await page.locator("#city h1").textContent(), "Beyond Vibe Coding");
  await follow(page, "#pack=nowhere&level=l4");
  await is(page, "there is no such city", ({ notices }) => notices.some((notice) => notice.includes("nowhere")));
  await until(page, "the address is put right", fragment, (link) => link.startsWith("#pack=beyond-vibe-coding&level=l2"));
  await leave(page);
});

test("a link is copied, and its code is there for everyone", { timeout: 300_000 }, async () => {
  const page = await visit("#pack=beyond-vibe-coding&level=l1&floor=auth/l0");
  await is(page, "the floor", ({ open }) => open === "auth/l0");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("y");
  const share = page.locator("#city").getByRole("region", { name: "Share this view" });
  const address = `${server.url}#pack=beyond-vibe-coding&level=l1&floor=auth/l0`;
  assert.equal(await share.getByRole("textbox", { name: "Link" }).inputValue(), address);
  assert.equal(await share.getByRole("img").count(), 1);
  await share.getByRole("button", { name: "Copy link" }).evaluate((button) => button.click());
  await share.getByText("The link is copied.").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
  await leave(page);
});
