// A ladder rated: by keys, by the page's text alone, by touch; the quarter closed, the record taken along, a second one
// dropped in.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, state, until, usableByAll } from "./lib/town.mjs";

const LADDER = "Engineering Levels E1 to E6";

const COMMENT = "Said on Tuesday that Friday would slip.";

let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser?.close();
  server?.close();
});

const city = (page) => page.locator("#city");
const button = (page, name) => city(page).getByRole("button", { name, exact: true });
const played = (page) => city(page).getByRole("region", { name: "What is played" });

/** Presses a button of the text without a pointer. */
async function press(page, name) {
  await button(page, name).first().focus();
  await page.keyboard.press("Enter");
}

/** The page of an assessment of that name. */
async function turnTo(page, name) {
  await press(page, name);
  await played(page).getByRole("heading", { level: 2, name }).waitFor({ state: "attached" });
  return (await played(page).textContent()).replace(/[\u2068\u2069]/g, "");
}

/** The numbers of the ratings on the open floor, in its order; `null` where none was given. */
const ratings = (page) =>
  city(page).locator("fieldset").evaluateAll((fields) =>
    fields
      .filter((field) => field.querySelector("legend")?.textContent === "Rating")
      .map((field) => field.querySelector("[aria-pressed=true]")?.textContent.match(/\d/)[0] ?? null),
  );

const areRated = (page, expected) =>
  until(page, `rated ${expected}`, ratings, (now) => JSON.stringify(now) === JSON.stringify(expected));

async function opens(page, floor) {
  await page.evaluate((floor) => window.laddertown.intent(`OpenFloor("${floor}")`), floor);
  await until(page, floor, state, (now) => now?.open === floor);
}

/** Waits for a notice with this in it. */
const told = (page, text) => until(page, text, state, (now) => now?.notices.some((notice) => notice.includes(text)));

/** As a person would let go of a file over the page. */
function drop(page, name, text) {
  return page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: "application/json" }));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

/** A finger that moves up by so many pixels. */
async function swipeUp(page, [x, y], by) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", { x, y });
  for (let step = 1; step <= 8; step++) {
    await send("touchMove", { x, y: y - (by * step) / 8 });
    await page.waitForTimeout(60);
  }
  await send("touchEnd");
  await page.waitForTimeout(600);
}

/** What a lead would send who saw every criterion otherwise: two steps lower. */
function asSeenByTheLead(record) {
  const by = { role: "lead", name: "Kim" };
  const rated = record.entries.filter((entry) => entry.rated > 0);
  const entries = rated.map((entry, number) => ({ ...entry, ...by, author: "77", number, rated: entry.rated - 2 }));
  return JSON.stringify({ ...record, rater: by, entries });
}

test("a quarter is rated, closed and explained, taken along, found again, and held against a lead's", async () => {
  const page = await open(browser, `${server.url}?test`);
  await cityStands(page);
  await page.locator("#laddertown").focus();
  await page.keyboard.press("o");
  await press(page, `Enter: ${LADDER}`);
  await page.waitForFunction((title) => document.querySelector("#city h1")?.textContent === title, LADDER);

  // By keys: the mark goes on by itself.
  await page.locator("#laddertown").focus();
  for (const key of ["ArrowRight", "Enter"]) await page.keyboard.press(key);
  await until(page, "the first building opens", state, (now) => now?.open.includes("technical"));
  await areRated(page, [null, null, null]);
  for (const [at, key] of ["4", "0", "5"].entries()) {
    await page.keyboard.press(key);
    await until(page, key, ratings, (now) => now[at] === key);
  }

  // By the page's text alone.
  await press(page, "Execution");
  await areRated(page, [null, null, null]);
  await press(page, "4 Can do independently");
  await areRated(page, ["4", null, null]);
  const comment = city(page).getByRole("textbox", { name: "Evidence in your words" }).first();
  await comment.fill(COMMENT);
  await comment.press("Enter");
  const link = city(page).getByRole("textbox", { name: "A link to evidence" }).first();
  await link.fill("https://example.com/plan/7");
  await link.press("Enter");
  await city(page).getByRole("link", { name: "https://example.com/plan/7" }).waitFor({ state: "attached" });

  const level = await turnTo(page, "My level");
  assert.match(level, /there is no level yet.*satisfied from 4, Can do independently.*E1 takes \d+ of its \d+ criteria; 3 are satisfied/s);
  assert.doesNotMatch(level, /score|rank|percent|%/i, "nothing adds up");
  await usableByAll(page);
  await turnTo(page, "Quarters");
  await press(page, "Close this quarter for good");
  await city(page).getByText(/Q\d \d{4}, closed/).first().waitFor({ state: "attached" });

  await turnTo(page, "Who rates, what counts, files");
  const download = page.waitForEvent("download");
  await press(page, "Complete record (JSON)");
  const file = await download;
  assert.match(file.suggestedFilename(), /^engineering-levels-\d{4}-\d\d\.json$/);
  const record = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.deepEqual(record.entries.map((entry) => entry.rated).filter((rated) => rated !== undefined), [4, 0, 5, 4]);
  assert.ok(record.entries.some((entry) => entry.comment === COMMENT), "with what was written");

  await page.reload();
  await cityStands(page);
  await opens(page, "execution/e1");
  await areRated(page, ["4", null, null]);
  await city(page).getByRole("link", { name: "https://example.com/plan/7" }).waitFor({ state: "attached" });

  await city(page).getByText(COMMENT).waitFor({ state: "attached" });

  await drop(page, "kim.json", asSeenByTheLead(record));
  await told(page, "new entries were taken in");
  const beside = await turnTo(page, "Two people side by side");
  assert.match(beside, /Kim \(Lead\)/);
  assert.equal(beside.match(/Read the definition together/g)?.length, 3);
  assert.match(beside, /4, Can do independently.*2, Beginning to learn/s);
  await usableByAll(page);
  // The same file once more changes nothing.
  await drop(page, "kim.json", asSeenByTheLead(record));
  await told(page, "Nothing in this file is new");
  assert.match(await turnTo(page, "My level"), /3 are satisfied/, "one's own ratings are one's own");
  await leave(page);
});

test("a file that is no assessment of this ladder is refused in words and changes nothing", async () => {
  const page = await open(browser, `${server.url}?test&pack=engineering-levels`);
  await cityStands(page);
  const stranger = { format: "laddertown-assessment", version: 1, ladder: "elixir-otp-ladder", rater: { role: "lead", name: "" } };
  await drop(page, "kim.json", JSON.stringify({ ...stranger, satisfied_from: null, year_starts: 1, calibrates: false, entries: [] }));
  await told(page, "elixir-otp-ladder");
  await leave(page);
});

test("on a phone a criterion is rated with a finger, and every plot has its table", async () => {
  const page = await open(browser, `${server.url}?test&pack=engineering-levels`, {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await cityStands(page);
  const now = await until(page, "the city comes to rest", state, (now) => now && !now.moving);
  const [, x, y] = now.labels.find(([label]) => label === "Technical");
  await page.touchscreen.tap(x, y);
  await until(page, "a tap opens", state, ({ panel }) => panel === "building");
  await swipeUp(page, [200, 610], 190);
  // Down the panel until a finger meets a step of the scale.
  for (let y = 350; y < 620 && !(await ratings(page)).some(Boolean); y += 14) {
    await page.touchscreen.tap(134, y);
    await page.waitForTimeout(400);
  }
  assert.ok((await ratings(page)).some(Boolean), "a finger rates");

  await turnTo(page, "Plots");
  for (const plot of ["Level by area", "Every criterion", "Over the quarters", "Radar"]) {
    await press(page, plot);
    const table = played(page).getByRole("table");
    await table.getByRole("row").nth(1).waitFor({ state: "attached" });
    assert.ok((await table.locator("caption").textContent()).length > 0);
  }
  await usableByAll(page);
  await leave(page);
});
