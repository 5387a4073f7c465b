// Keeps the readable city in step with the game, without moving anyone's place in it.

import { morph } from "./morph.js";

const city = document.getElementById("city");

/** The newest rendering that has come before the city stood. */
let held = null;

/** Takes each new rendering of the view. */
export function keepMirror() {
  window.addEventListener("laddertown:mirror", (event) => {
    // Until the city stands the whole text is on the page, and someone may be reading it.
    if (document.documentElement.dataset.stage === "city") morph(city, event.detail);
    else held = event.detail;
  });
}

/** The city stands: from now on the text follows it. */
export function showHeldMirror() {
  if (held !== null) morph(city, held);
  held = null;
}
