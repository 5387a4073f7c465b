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

/** A guest has left: what was typed or unfolded goes with them, and whoever comes next begins at the city. */
export function forgetReaders() {
  window.addEventListener("laddertown:forget", () => {
    const isInside = city.contains(document.activeElement);
    city.replaceChildren();
    document.getElementById("announcer").textContent = "";
    if (isInside) document.getElementById("laddertown").focus({ preventScroll: true });
  });
}

/** The city stands: from now on the text follows it. */
export function showHeldMirror() {
  if (held !== null) morph(city, held);
  held = null;
}
