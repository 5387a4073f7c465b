// The journey, as somebody plays it who has nothing but a keyboard, and as somebody does who has two tabs open.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, state, until, usableByAll, watch } from "./lib/town.mjs";

let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser.close();
  server.close();
});

/** More keys than a whole level could want. */
const MOST_KEYS = 400;

/** What is played, as the page's text tells it; `null` in front of the city. */
const played = (page) =>
  page.evaluate(() => {
    const stage = document.querySelector('#city section[aria-label="What is played"]');
    if (!stage) return null;
    const wants = [...stage.querySelectorAll("[data-intent]")].map((button) => button.dataset.intent);
    return { text: stage.textContent, title: stage.querySelector("h2").lastChild.textContent.trim(), wants };
  });

/** The key of an answer that was recalled well. */
const GOOD = "3";

/** A key that leads on from what is played: an answer where one is asked for, else Enter. */
function key({ wants }) {
  if (wants.some((intent) => /Grade/.test(intent))) return GOOD;
  return wants.some((intent) => /Choose|Believe/.test(intent)) ? "1" : "Enter";
}

/** Presses a key and waits until something else is played. */
async function press(page, pressed) {
  const before = JSON.stringify(await played(page));
  await page.keyboard.press(pressed);
  return until(page, `${pressed} on ${before}`, played, (now) => JSON.stringify(now) !== before);
}

async function visit(options) {
  const page = await open(browser, `${server.url}?test`, options);
  await cityStands(page);
  await page.locator("canvas").focus();
  return page;
}

const NOTE = "Looks are one moment.";

test("level 0 is played to its wall and through it by keyboard alone", { timeout: 600_000 }, async () => {
  const page = await visit();
  await press(page, "j");
  await press(page, "1");
  await press(page, "Escape");
  const fresh = await until(page, "nothing stands on a fresh journey", state, (now) => now.storeys === 0 && !now.moving);
  assert.equal(fresh.level, 0);

  let now = await press(page, "g");
  const steps = new Set();
  for (let keys = 0; keys < MOST_KEYS && !now.title.startsWith("It stands"); keys++) {
    steps.add(now.title);
    if (now.title === "In your own words") await page.keyboard.type(NOTE);
    now = await press(page, key(now));
  }
  assert.deepEqual([...steps], ["At the door", "Read", "What breaks it", "Without the text", "In your own words"]);
  await usableByAll(page);
  await until(page, "the first floor rises", state, ({ storeys }) => storeys === 1);

  for (let keys = 0; keys < MOST_KEYS && !now.text.startsWith("The wall of"); keys++) now = await press(page, key(now));
  assert.ok(now.text.startsWith("The wall of"), now.text);
  const walled = await until(page, "the level stands", state, ({ moving }) => !moving);
  assert.equal(walled.storeys, walled.buildings, "each of the first buildings has its first floor");

  for (let keys = 0; keys < MOST_KEYS && !now.text.startsWith("A new day"); keys++) now = await press(page, key(now));
  assert.ok(now.text.startsWith("A new day"), now.text);
  await until(page, "the next level dawns", state, ({ level }) => level === 1);
  await press(page, "Enter");

  await page.reload();
  await cityStands(page);
  const found = await until(page, "after a reload all of it stands", state, ({ moving }) => !moving);
  assert.deepEqual([found.level, found.storeys], [1, walled.storeys]);
  await page.locator("canvas").focus();
  await page.keyboard.press("/");
  await page.waitForTimeout(300);
  await page.keyboard.type("one moment");
  await page.locator("#city").getByText(NOTE).first().waitFor({ state: "attached" });
  await leave(page);
});

test("of two tabs neither loses what was done in the other", { timeout: 300_000 }, async () => {
  const one = await visit();
  const two = watch(await one.context().newPage(), server.url);
  await two.goto(`${server.url}?test`);
  await cityStands(two);

  const FLOORS = { one: ["auth/l0", "frontend/l0"], two: ["database/l0", "server-runtime/l0"] };
  const wants = (page, intent) => page.evaluate((intent) => window.laddertown.intent(intent), intent);
  const raise = async (page, floor, storeys) => {
    await page.bringToFront();
    await wants(page, "Play(SetMode(j))");
    await wants(page, `Play(RaiseAsRead("${floor}"))`);
    await until(page, `${floor} rises`, state, (now) => now.storeys === storeys && !now.moving);
  };
  // Whoever saves second takes in what the first one saved, so the second tab sees every floor of both.
  await raise(one, FLOORS.one[0], 1);
  await raise(two, FLOORS.two[0], 2);
  await raise(one, FLOORS.one[1], 3);
  await raise(two, FLOORS.two[1], 4);
  for (const page of [one, two]) {
    await page.bringToFront();
    await page.reload();
    await cityStands(page);
    await until(page, "both tabs' floors stand", state, ({ storeys, moving }) => storeys === 4 && !moving);
  }
  assert.deepEqual(two.faults, []);
  await leave(one);
});
