// The whole of a visit, as three people make it: with a pointer, with a keyboard, and with the page's text alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, drawsNoMore, launch, leave, open, state, until, usableByAll } from "./lib/town.mjs";

let browser, server;

before(async () => {
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser.close();
  server.close();
});

const ALL_BUILDINGS = 28;

async function visit(options = {}) {
  const page = await open(browser, `${server.url}?test`, options);
  await cityStands(page);
  await settled(page);
  return page;
}

/** Waits until the state is as `holds` wants it. */
const stateIs = (page, what, holds) => until(page, what, state, (now) => now && holds(now));

const settled = (page) => stateIs(page, "the city comes to rest", (now) => !now.moving);

/** Where a building stands on the screen: a little below its name. */
function onBuilding(now, name) {
  const [, x, y] = now.labels.find(([label]) => label === name);
  return [x, y + 26];
}

test("a visit with a pointer: hover, open, turn, move, come closer, go home", async () => {
  const page = await visit({ viewport: { width: 960, height: 540 } });
  let now = await settled(page);
  const [x, y] = onBuilding(now, "Server Runtime");
  await page.mouse.move(x, y);
  await stateIs(page, "hovering tells what a thing is", ({ hovered }) => hovered === "server-runtime");
  await page.mouse.click(x, y);
  now = await stateIs(page, "a click opens it", ({ open }) => open.includes("server-runtime/l0"));
  assert.equal(now.panel, "building");
  now = await settled(page);

  const drag = async (button) => {
    await page.mouse.move(120, 250);
    await page.mouse.down({ button });
    for (let step = 1; step <= 6; step++) await page.mouse.move(120 + 15 * step, 250, { steps: 2 });
    await page.mouse.up({ button });
    return settled(page);
  };
  const turned = await drag("left");
  assert.notEqual(turned.camera[3].toFixed(2), now.camera[3].toFixed(2), "a drag turns the view");
  const moved = await drag("right");
  assert.notDeepEqual(moved.camera.slice(0, 3), turned.camera.slice(0, 3), "a drag with the other button moves it");
  await page.mouse.wheel(0, -300);
  const closer = await stateIs(page, "the wheel comes closer", ({ camera }) => camera[5] < moved.camera[5] - 0.5);
  assert.ok(closer.camera[4] > 0.1, "the camera stays above ground");
  await leave(page);
});

test("a visit with a keyboard: levels, marking, floors, signs, identities, keys, settings, home", async () => {
  const page = await visit();
  const press = async (key, what, holds) => {
    await page.keyboard.press(key);
    return stateIs(page, `${key}: ${what}`, holds);
  };
  await press("]", "one level further", ({ level }) => level === 1);
  await press("PageDown", "one more", ({ level }) => level === 2);
  await press("[", "one back", ({ level }) => level === 1);
  await press("5", "straight to a level", ({ level }) => level === 5);
  await stateIs(page, "every building stands", ({ buildings, moving }) => buildings === ALL_BUILDINGS && !moving);
  await press("ArrowRight", "the first building is marked", ({ focus }) => focus === "frontend");
  await press("ArrowLeft", "around to the last", ({ focus }) => focus === "post-mortems");
  await press("ArrowRight", "and back", ({ focus }) => focus === "frontend");
  await press("Enter", "the marked building opens", ({ open }) => open.includes("frontend/l0"));
  await press("ArrowUp", "the floor above", ({ open }) => open.includes("frontend/l1"));
  await press("ArrowDown", "the floor below", ({ open }) => open.includes("frontend/l0"));
  await press("x", "larger text", ({ text_percent }) => text_percent === 125);
  await press("z", "smaller text", ({ text_percent }) => text_percent === 100);
  await press("n", "the sign of its district", ({ panel }) => panel === "district");
  await press("i", "who the level is", ({ panel }) => panel === "level");
  await press("?", "the list of keys", ({ help }) => help);
  await press("Escape", "first the list closes", ({ help, panel }) => !help && panel === "level");
  await press("Escape", "then what was read", ({ panel }) => panel === "none");
  await press("F1", "the list of keys again", ({ help }) => help);
  await press("F1", "and away", ({ help }) => !help);
  await press(",", "the settings", ({ settings }) => settings);
  await press("Escape", "and away", ({ settings }) => !settings);
  const before = await settled(page);
  await page.keyboard.down("e");
  await stateIs(page, "E turns the view", ({ camera }) => Math.abs(camera[3] - before.camera[3]) > 0.15);
  await page.keyboard.up("e");
  await page.keyboard.press("+");
  await page.keyboard.press("Home");
  await settled(page);
  await press("0", "back to the beginning", ({ level }) => level === 0);
  await stateIs(page, "the city is small again", ({ buildings, moving }) => buildings === 7 && !moving);
  await leave(page);
});

test("a visit without the picture: everything is reached through the page's text", async () => {
  const page = await visit();
  const city = page.locator("#city");
  const button = (name) => city.getByRole("button", { name, exact: true });

  // Tab leads from the canvas into the text, and what has focus can be seen.
  await page.locator("#laddertown").focus();
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("#panel, #city") !== null), "Tab leads to the text");
  await page.waitForFunction(() => document.activeElement.getBoundingClientRect().right > 0);

  await button("Level 1, The Apprentice").click();
  await stateIs(page, "the level bar of the text", ({ level }) => level === 1);
  await page.getByText("The Apprentice. 11 buildings, 18 floors.").first().waitFor({ state: "attached" });
  await button("The Craft").click();
  await city.getByRole("heading", { name: "The Craft" }).waitFor();
  await city.getByRole("heading", { name: "Why now" }).waitFor();
  await button("Version Control").first().click();
  await city.getByRole("heading", { name: /^Version Control/ }).waitFor();
  for (const part of ["You know", "You assume", "You learn", "The story"]) {
    await city.getByRole("heading", { name: part }).waitFor();
  }
  await button("Floor above").click();
  await stateIs(page, "a floor that has not risen can be read", ({ open }) => open.includes("version-control/l2"));
  await city.getByText("Not risen yet").waitFor();
  await usableByAll(page);
  await button("Portrait").click();
  await city.getByRole("heading", { name: /The Apprentice/ }).waitFor();
  await button("Larger text").click();
  await stateIs(page, "larger text", ({ text_percent }) => text_percent === 125);
  await button("Close").click();
  await stateIs(page, "closed", ({ panel }) => panel === "none");
  await button("Settings").click();
  await button("Nothing moves").click();
  await button("Level 5, The Architect").click();
  await stateIs(page, "nothing moves", ({ moving, buildings }) => !moving && buildings === ALL_BUILDINGS);
  await usableByAll(page);
  await leave(page);
});

test("after a reload level, floor, size of text and view are as they were", async () => {
  const page = await visit();
  await page.keyboard.press("3");
  await stateIs(page, "level 3", ({ level }) => level === 3);
  await page.evaluate(() => window.laddertown.intent('OpenFloor("database/l2")'));
  await page.evaluate(() => window.laddertown.intent("SetText(150)"));
  const left = await settled(page);
  await page.reload();
  await cityStands(page);
  const found = await settled(page);
  for (const key of ["level", "open", "text_percent", "storeys", "buildings"]) assert.equal(found[key], left[key], key);
  left.camera.forEach((value, at) => assert.ok(Math.abs(value - found.camera[at]) < 0.01, `camera ${at}`));
  await leave(page);
});

test("where the browser blocks storage the player is told and plays on", async () => {
  const page = await visit({
    before: () => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    },
  });
  await page.keyboard.press("2");
  const told = (notices) => notices.some((notice) => notice.startsWith("Not saved, because"));
  await stateIs(page, "a notice, and play goes on", ({ notices, level }) => told(notices) && level === 2);
  await leave(page);
});

test("a full storage is told in the browser's own words", async () => {
  const page = await visit({
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    },
  });
  await page.keyboard.press("1");
  await stateIs(page, "a notice", ({ notices }) => notices.some((notice) => notice.includes("quota has been exceeded")));
  await leave(page);
});

test("at rest nothing is drawn", async () => {
  const page = await visit();
  await drawsNoMore(page);
  const before = await state(page);
  await page.waitForTimeout(3000);
  const now = await state(page);
  assert.equal(now.frames, before.frames);
  await leave(page);
});

test("who asks the system for less motion gets cuts and floors that are simply there", async () => {
  const page = await visit({ reducedMotion: "reduce" });
  await page.keyboard.press("5");
  const now = await stateIs(page, "level 5", ({ level, buildings }) => level === 5 && buildings === ALL_BUILDINGS);
  assert.equal(now.moving, false);
  await leave(page);
});

test("on a phone a tap opens a building and one finger turns the view", async () => {
  const page = await visit({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  const now = await settled(page);
  await page.touchscreen.tap(...onBuilding(now, "Frontend"));
  await stateIs(page, "a tap opens", ({ panel }) => panel === "building");
  await leave(page);
});

for (const deviceScaleFactor of [2, 3]) {
  test(`a screen of ${deviceScaleFactor} pixels a point gets two, and a tap still meets what it is on`, async () => {
    const page = await visit({ viewport: { width: 360, height: 640 }, deviceScaleFactor, hasTouch: true, isMobile: true });
    const now = await settled(page);
    const canvas = page.locator("canvas");
    assert.equal(await canvas.evaluate(({ width, clientWidth }) => width / clientWidth), 2);
    await page.touchscreen.tap(...onBuilding(now, "Frontend"));
    await stateIs(page, "a tap opens", ({ panel }) => panel === "building");
    await leave(page);
  });
}

test("an intent that is none is answered in words and does nothing", async () => {
  const page = await visit();
  const before = await state(page);
  const answer = await page.evaluate(() => window.laddertown.intent('OpenFloor("nowhere")'));
  await page.evaluate(() => window.laddertown.intent('OpenBuilding("nowhere")'));
  await page.waitForTimeout(300);
  assert.equal((await state(page)).open, before.open);
  assert.ok(answer !== null);
  page.faults = page.faults.filter((fault) => !fault.includes("is no intent"));
  await leave(page);
});
