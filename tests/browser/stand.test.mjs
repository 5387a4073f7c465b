// A city on a table at a fair, and one that is shown: whoever leaves it leaves nothing in it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, state, until, usableByAll } from "./lib/town.mjs";

let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser.close();
  server.close();
});

/** Drawn by software, a frame may take a second; no step of the test may take as long as a guest's patience. */
const STAND = "?test&stand&idle=10&countdown=6";
const NOTE = "Nobody else is to read this.";

const stateIs = (page, what, holds) => until(page, what, state, (now) => now && holds(now));
const wants = (page, intent) => page.evaluate((intent) => window.laddertown.intent(intent), intent);
const mirror = (page) => page.locator("#city").innerHTML();

/** Waits until the page's text holds `text`. */
const says = (page, text) => until(page, `the page says ${text}`, mirror, (html) => html.includes(text));

/** Everything that the browser keeps for this page. */
const kept = (page) =>
  page.evaluate(async () => ({
    local: Object.entries({ ...localStorage }).sort(),
    session: Object.entries({ ...sessionStorage }),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));

/** A page whose owner has played. */
async function owned() {
  const page = await open(browser, `${server.url}?test`);
  await cityStands(page);
  await wants(page, 'SetLevel("l3")');
  await wants(page, "SetText(150)");
  await until(page, "it is saved", kept, ({ local }) => JSON.stringify(local).includes("text_percent:150"));
  // The camera steps back as the city grows, and is saved where it comes to rest.
  await stateIs(page, "the city comes to rest", (now) => !now.moving);
  return page;
}

test("of a guest who leaves nothing remains, and the owner finds everything as it was", { timeout: 600_000 }, async () => {
  const page = await owned();
  const before = await kept(page);
  await page.goto(`${server.url}${STAND}`);
  await cityStands(page);
  await says(page, "This city is yours");
  const unchanged = async (when) => assert.deepEqual(await kept(page), before, when);

  await page.locator("canvas").press("F9");
  await stateIs(page, "a guest begins", (now) => now.level === 0 && now.notices.length === 1);
  await wants(page, 'Play(RaiseAsRead("frontend/l0"))');
  await wants(page, `Play(Note("frontend/l0","${NOTE}"))`);
  await wants(page, "SetTheme(Dark)");
  await wants(page, "SetText(175)");
  await wants(page, "Play(Open(Notes))");
  await says(page, NOTE);
  await says(page, "Still there?");
  await usableByAll(page);
  await page.locator("#city").getByRole("button", { name: "I am here" }).dispatchEvent("click");
  await until(page, "the guest goes on", mirror, (html) => !html.includes("Still there?") && html.includes(NOTE));
  await unchanged("while a guest plays");

  await says(page, "Still there?");
  await says(page, "This city is yours");
  const html = await page.content();
  assert.ok(!html.includes(NOTE));
  await stateIs(page, "the next one begins anew", (now) => now.text_percent === 100 && now.notices.length === 0);
  await unchanged("after a guest");

  await page.reload();
  await cityStands(page);
  await says(page, "This city is yours");
  await unchanged("after a reload");

  await page.locator("canvas").focus();
  for (const key of ["Control", "Shift"]) await page.keyboard.down(key);
  // Drawn by software, keys that are pressed and let go at once fall into one frame.
  await stateIs(page, "a guest begins", (now) => now.level === 0);
  await page.keyboard.press("Enter", { delay: 2000 });
  for (const key of ["Shift", "Control"]) await page.keyboard.up(key);
  await stateIs(page, "the owner is back", (now) => now.level === 3 && now.text_percent === 150);
  assert.ok(!(await mirror(page)).includes("This city is yours"));
  await leave(page);
});

test("a demonstration begins by itself and leaves nothing", async () => {
  const page = await open(browser, `${server.url}?test&demo`);
  await cityStands(page);
  const now = await state(page);
  assert.deepEqual(now.notices, []);
  await wants(page, 'Play(RaiseAsRead("frontend/l0"))');
  await wants(page, "SetText(150)");
  await stateIs(page, "it is done", ({ text_percent }) => text_percent === 150);
  const { local, session, databases } = await kept(page);
  assert.deepEqual([local, session, databases], [[], [], []]);
  await leave(page);
});
