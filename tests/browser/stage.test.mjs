// Ten minutes in front of a room: the tour that ships, led by a clicker's one key, with the speaker's page beside it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, open, state, until, usableByAll } from "./lib/town.mjs";

const TOUR = resolve(import.meta.dirname, "../../assets/packs/beyond-vibe-coding/tours/ten-minutes.ron");

/** The speaker must not look at the stop before. */
const IN_STEP_MS = 200;

let browser, server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Every beat of the tour in its order: the stop's id, whether the answer is given, and how its notes begin. */
async function beats() {
  const [, ...stops] = (await readFile(TOUR, "utf8")).split(/\bStop\(/);
  return stops.flatMap((stop) => {
    const id = stop.match(/\bid: "([^"]*)"/)[1];
    // Up to where a mark, a quote or a paragraph would look different on the page.
    const notes = stop.match(/\bnotes: "([^"\\*_`]{0,60})/)[1];
    return (/\bquestion:/.test(stop) ? [false, true] : [true]).map((told) => ({ id, told, notes }));
  });
}

async function visit() {
  const page = await open(browser, `${server.url}?test`);
  await cityStands(page);
  await page.locator("canvas").focus();
  return page;
}

const wants = (page, intent) => page.evaluate((intent) => window.laddertown.intent(intent), intent);
const is = (page, what, id, told) => until(page, what, state, ({ show }) => show?.[0] === id && show[1] === told);

/** The speaker's page, as the key for it opens it. */
async function speakerOf(page) {
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("s");
  const speaker = await opened;
  speaker.faults = [];
  speaker.on("console", (message) => message.type() === "error" && speaker.faults.push(message.text()));
  speaker.on("pageerror", (error) => speaker.faults.push(error.message));
  await speaker.locator("html[data-stage=show]").waitFor({ state: "attached" });
  return speaker;
}

/** Notes on the clock that all pages share when the game hands something over for the speaker, and when it is shown. */
async function keepTime(page, speaker) {
  await page.evaluate(() => {
    window.sent = [];
    window.addEventListener("laddertown:speaker", () => window.sent.push(performance.timeOrigin + performance.now()));
  });
  await speaker.evaluate(() => {
    window.shown = [];
    const show = document.getElementById("show");
    const words = () => {
      const copy = show.cloneNode(true);
      // A clock that turns is no news.
      for (const clock of copy.querySelectorAll("[data-began]")) clock.replaceWith();
      return copy.innerHTML;
    };
    let last = words();
    new MutationObserver(() => {
      if (words() === last) return;
      last = words();
      window.shown.push(performance.timeOrigin + performance.now());
    }).observe(show, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Milliseconds from the game's word to the speaker's page, of what has come since the last question. */
async function lag(page, speaker) {
  const times = (page, name) => page.evaluate((name) => window[name].splice(0), name);
  await speaker.waitForFunction(() => window.shown.length > 0);
  return (await times(speaker, "shown"))[0] - (await times(page, "sent"))[0];
}

async function leave(page, ...others) {
  const faults = [page, ...others].flatMap((page) => page.faults);
  await page.context().close();
  assert.deepEqual(faults, []);
}

test("a tour is led by Page Down alone, and the speaker is in step", { timeout: 900_000 }, async (t) => {
  const page = await visit();
  await wants(page, 'Present(Start("ten-minutes"))');
  const [first, ...rest] = await beats();
  await is(page, "the tour begins", first.id, first.told);
  const speaker = await speakerOf(page);
  await keepTime(page, speaker);
  await page.bringToFront();

  const told = (page) => page.evaluate(() => document.documentElement.textContent);
  const lags = [];
  for (const { id, told: answered, notes } of rest) {
    await page.keyboard.press("PageDown");
    await is(page, `to ${id}`, id, answered);
    lags.push(await lag(page, speaker));
    await until(speaker, `notes of ${id}`, told, (text) => text.includes(notes));
    assert.equal((await told(page)).includes(notes), false, `the room reads the notes of ${id}`);
  }
  t.diagnostic(`in step within ${Math.round(Math.max(...lags))} ms`);
  assert.ok(Math.max(...lags) <= IN_STEP_MS, lags.map(Math.round).join(" "));
  await usableByAll(speaker);

  // At the end there is nothing further, until the speaker ends it.
  const last = rest.at(-1);
  await page.keyboard.press("PageDown");
  await page.waitForTimeout(500);
  await is(page, "the end is the end", last.id, last.told);
  await page.keyboard.press("Escape");
  await until(page, "the tour is over", state, ({ show }) => show === null);
  await speaker.getByRole("heading", { name: "The city is here" }).waitFor();
  await leave(page, speaker);
});

test("the speaker's page leads as well, and closing it harms nothing", { timeout: 600_000 }, async () => {
  const page = await visit();
  await wants(page, 'Present(Start("ten-minutes"))');
  const all = await beats();
  await is(page, "the tour begins", all[0].id, all[0].told);
  const speaker = await speakerOf(page);
  await speaker.keyboard.press("PageDown");
  await is(page, "Page Down on the speaker's page", all[1].id, all[1].told);
  await speaker.keyboard.press("End");
  await until(page, "the last stop", state, ({ show }) => show[0] === all.at(-1).id);
  await speaker.keyboard.press("3");
  await speaker.keyboard.press("Enter");
  const third = [...new Set(all.map(({ id }) => id))][2];
  await until(page, "the third stop", state, ({ show }) => show[0] === third);
  await speaker.keyboard.press(".");
  await until(page, "a dark screen", state, ({ show }) => show[2]);
  await speaker.keyboard.press("PageDown");
  await until(page, "the picture again", state, ({ show }) => !show[2]);
  for (const viewport of [{ width: 360, height: 640 }, { width: 1280, height: 720 }]) {
    await speaker.setViewportSize(viewport);
    assert.equal(await speaker.evaluate(() => document.scrollingElement.scrollWidth), viewport.width);
  }

  await speaker.close();
  await page.bringToFront();
  await page.evaluate(() => (window.isTheSame = true));
  await page.keyboard.press("F5");
  await is(page, "from the first stop again", all[0].id, all[0].told);
  assert.equal(await page.evaluate(() => window.isTheSame), true, "the page was not loaded anew");
  await page.keyboard.press("PageDown");
  await is(page, "it goes on without the speaker's page", all[1].id, all[1].told);
  const again = await speakerOf(page);
  await again.keyboard.press("Escape");
  await until(page, "the tour is over", state, ({ show }) => show === null);
  await leave(page, speaker, again);
});
