// The canvas among the page's other things: its keys, its gestures, and the loss of its picture.

import { showLostPicture } from "./faults.js";

/** Keys the game uses and the browser would scroll, search, go back or open help with. Tab is not among them. */
const GAME_KEYS = new Set([
  " ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "/", "'", "Backspace", "F1",
]);

/** Keeps the browser's own doings off the canvas. */
export function guardCanvas() {
  const canvas = document.getElementById("laddertown");
  canvas.addEventListener("keydown", (event) => {
    // Back and forward are the browser's: the address knows every place.
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return event.stopImmediatePropagation();
    const isBrowsers = event.ctrlKey || event.altKey || event.metaKey;
    // Ctrl+K is the game's search; browsers put the cursor into their own.
    const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (isSearch || (GAME_KEYS.has(event.key) && !isBrowsers)) event.preventDefault();
  });
  // The second button turns the view.
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  // Pinching a trackpad arrives as a wheel with Ctrl, and would zoom the page as well as the city.
  canvas.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  ringOnlyForTab();
  keepShowFromReload();
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    showLostPicture();
  });
}

/** The city takes focus by itself when it stands, and a ring would then frame every player's window. */
function ringOnlyForTab() {
  const marks = document.documentElement.dataset;
  window.addEventListener("keydown", (event) => event.key === "Tab" && (marks.tabbing = ""), { capture: true });
  window.addEventListener("pointerdown", () => delete marks.tabbing, { capture: true });
}

/** A clicker sends F5 to begin, and a reload would end what it has begun. */
function keepShowFromReload() {
  let isShowing = false;
  window.addEventListener("laddertown:show", (event) => (isShowing = event.detail));
  window.addEventListener("keydown", (event) => isShowing && event.key === "F5" && event.preventDefault());
}
