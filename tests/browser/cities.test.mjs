// Other cities: chosen by keyboard, by address, and brought by the player as a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { serve } from "./lib/server.mjs";
import { cityStands, launch, leave, open, usableByAll } from "./lib/town.mjs";

const FIRST = "Beyond Vibe Coding";
const LADDER = "Elixir/OTP Ladder";

/** A document as somebody would write it. */
const BAKERS = `# Bakers

How one grows among ovens.

## L1 - Learning

**Dough**

- Kneads until somebody says stop.

## L2 - Leading

**Dough**

- Says when to stop.
- Bakes the first loaf of the day.
`;

let browser, server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(query = "") {
  const page = await open(browser, `${server.url}?test${query}`);
  await cityStands(page);
  await named(page, query.includes("elixir") ? LADDER : FIRST);
  return page;
}

const city = (page) => page.locator("#city");
const button = (page, name) => city(page).getByRole("button", { name, exact: true });

/** Waits until the city of this name is the open one. */
function named(page, title) {
  return page.waitForFunction((title) => document.querySelector("#city h1")?.textContent === title, title);
}

/** As the system's window would hand over a file that was chosen. */
function bring(page, name, text) {
  return page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

/** Presses a button of the text without a pointer. */
async function press(page, name) {
  await button(page, name).focus();
  await page.keyboard.press("Enter");
}

const kept = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("laddertown-pack-")));

/** Waits until the browser keeps so many packs. */
function keeps(page, count) {
  const are = (count) => Object.keys(localStorage).filter((key) => key.startsWith("laddertown-pack-")).length === count;
  return page.waitForFunction(are, count);
}

test("another city is chosen with the keyboard alone, and the first one is found again", async () => {
  const page = await visit();
  await page.locator("#laddertown").focus();
  await page.keyboard.press("o");
  await button(page, `Enter: ${LADDER}`).waitFor({ state: "attached" });
  await page.keyboard.press("Tab");
  await usableByAll(page);
  await press(page, `Enter: ${LADDER}`);
  await named(page, LADDER);
  await button(page, "Cities").focus();
  await page.keyboard.press("Enter");
  await press(page, `Enter: ${FIRST}`);
  await named(page, FIRST);
  await leave(page);
});

test("an address opens the city that it names", async () => {
  const page = await visit("&pack=elixir-otp-ladder");
  assert.equal(await city(page).locator("h1").textContent(), LADDER);
  await leave(page);
});

test("a document becomes a city, with its report, and stays until it is taken away", async () => {
  const page = await visit();
  await bring(page, "bakers.md", BAKERS);
  await named(page, "Bakers");
  const report = city(page).getByRole("region", { name: "What became of your document" });
  await report.getByRole("heading", { name: "Your document has become a city" }).waitFor({ state: "attached" });
  assert.match(await report.textContent(), /Bakers was read as a ladder\..*2 levels, one building, 2 floors.*Line 5/s);
  await page.keyboard.press("Tab");
  await usableByAll(page);
  await press(page, "Look around");
  await report.waitFor({ state: "detached" });
  await keeps(page, 1);

  await page.reload();
  await cityStands(page);
  await named(page, "Bakers");
  await button(page, "Cities").focus();
  await page.keyboard.press("Enter");
  await press(page, "Report: Bakers");
  await report.waitFor({ state: "attached" });
  await press(page, "All cities");
  await press(page, "Remove: Bakers");
  await press(page, "Yes, remove it: Bakers");
  await named(page, FIRST);
  await keeps(page, 0);
  await leave(page);
});

test("a city is renamed, taken away as a file, and brought again from that file, however it is chosen", async () => {
  const page = await visit();
  await bring(page, "bakers.md", BAKERS);
  await named(page, "Bakers");
  await button(page, "Cities").focus();
  await page.keyboard.press("Enter");
  const name = city(page).getByRole("textbox", { name: "Its name" });
  await name.fill("Our bakers");
  await name.press("Enter");
  await named(page, "Our bakers");
  const download = page.waitForEvent("download");
  await press(page, "Export: Our bakers");
  const text = await readFile(await (await download).path(), "utf8");
  assert.match(text, /title: "Our bakers"/);
  await press(page, "Remove: Our bakers");
  await press(page, "Yes, remove it: Our bakers");
  await named(page, FIRST);

  const chooser = page.waitForEvent("filechooser");
  await press(page, "Choose a file");
  await (await chooser).setFiles({ name: "bakers.ron", mimeType: "text/plain", buffer: Buffer.from(text) });
  await named(page, "Our bakers");
  assert.deepEqual(await kept(page), ["laddertown-pack-imported.bakers"]);

  const broken = text.replace(/floors: \[/, "floors: 7 [");
  assert.notEqual(broken, text);
  await bring(page, "broken.ron", broken);
  const notice = city(page).getByRole("alert").filter({ hasText: "broken.ron" });
  await notice.waitFor({ state: "attached" });
  assert.match(await notice.textContent(), /\.ron:\d+:\d+: error/, "it says where");
  await bring(page, "rain.md", "# On rain\n\nIt falls.\n");
  await city(page).getByRole("heading", { name: "Nothing was made of rain.md" }).waitFor({ state: "attached" });
  assert.match(await city(page).locator("pre").first().textContent(), /^## L1 - Learning$/m, "it says what would do");
  await named(page, "Our bakers");
  assert.deepEqual(await kept(page), ["laddertown-pack-imported.bakers"]);
  await leave(page);
});
