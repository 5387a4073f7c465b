// The speaker's page: notes, clocks and controls of what a city in another window shows. It has no game of its own.

import { forwardIntents } from "./intents.js";
import { openLine } from "./line.js";
import { morph } from "./morph.js";
import { wantByKeys } from "./speaker-keys.js";

/** A city that has not answered for so long is gone. */
const PATIENCE_MS = 5000;
const HELLO_MS = 1500;
const TICK_MS = 250;

const root = document.documentElement;
const shown = document.getElementById("show");
const covered = document.getElementById("covered");
const line = openLine();

/** The city that opened this page; without one, the newest that speaks. */
const opener = new URLSearchParams(location.search).get("of");
/** The city that is followed: its name, when it began, and when it was heard last. */
let city = null;

line.onmessage = ({ data }) => hear(data);
forwardIntents(shown, want);
wantByKeys(shown, want);
window.addEventListener("pagehide", () => line.postMessage({ bye: opener }));
setInterval(greet, HELLO_MS);
setInterval(turnClocks, TICK_MS);
greet();

function greet() {
  if (city && performance.now() - city.heard > PATIENCE_MS) lose();
  line.postMessage({ hello: opener });
}

function hear(said) {
  if (said.close && said.close === opener) return window.close();
  if (!said.city || (opener && said.city !== opener)) return;
  const isFollowed = said.city === city?.name;
  if (said.isGone) {
    if (isFollowed) lose();
  } else if (isFollowed || !city || said.began > city.began) {
    city = { name: said.city, began: said.began, heard: performance.now() };
    show(said);
  }
}

function show({ html, isCovered }) {
  root.dataset.stage = html === null ? "idle" : "show";
  covered.hidden = !isCovered;
  morph(shown, html ?? "");
  turnClocks();
}

function lose() {
  city = null;
  root.dataset.stage = "waiting";
  covered.hidden = true;
  morph(shown, "");
}

/** Sends what is wanted; false where nobody is there to want it of. */
function want(intent) {
  if (city) line.postMessage({ to: city.name, intent });
  return city !== null;
}

/** A clock counts from when something began; one that may take so long says what is left of it. */
function turnClocks() {
  for (const clock of shown.querySelectorAll("[data-began]")) {
    const passed = Math.max(0, Math.floor(Date.now() / 1000 - Number(clock.dataset.began)));
    const left = "takes" in clock.dataset ? Number(clock.dataset.takes) - passed : passed;
    const text = `${left < 0 ? "−" : ""}${minutes(Math.abs(left))}`;
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("over", left < 0);
  }
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
