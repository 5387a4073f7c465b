// The one place that calls into the game: intents, files, what the system asks for, and the view for tests.

import { withinQuotes } from "./intents.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const DARK = matchMedia("(prefers-color-scheme: dark)");
const CONTRAST = matchMedia("(prefers-contrast: more)");

let game = null;

/** The game runs: its exports may be called from now on. */
export function attach(exports) {
  game = exports;
  for (const query of [CALM, DARK, CONTRAST]) query.addEventListener("change", tellPreferences);
  tellPreferences();
}

/** The game is dead: calling it would only fail again. */
export function detach() {
  game = null;
}

/** Sends an intent; false where there is no game to take it. */
export function sendIntent(text) {
  if (!game) return false;
  const refusal = game.send_intent(text);
  if (refusal) console.error(refusal);
  return true;
}

/** Sends whoever plays to where a link leads. */
export function follow(link) {
  sendIntent(`Follow("${withinQuotes(link)}")`);
}

/** How large a file may be, in bytes, to be read at all. */
export function largestFile() {
  return game?.largest_file() ?? 0;
}

/** Sends a file: its text, or none where it could not be read. */
export function sendFile(name, text, bytes) {
  game?.take_file(name, text, bytes);
}

let isDragging = false;

/** Says whether a file is held over the page. */
export function setDragging(is) {
  // It is said in every moment of a drag, and the game needs to hear of it once.
  if (isDragging === is) return;
  isDragging = is;
  game?.set_dragging(is);
}

/** What the tests hold on to; a page without `?test` has none of it. */
export function offerTestHook() {
  if (!new URLSearchParams(location.search).has("test")) return;
  window.laddertown = {
    // Before its first frame the game has no state to tell.
    state: () => JSON.parse(game?.view_state() || "null"),
    intent: sendIntent,
  };
}

function tellPreferences() {
  game?.set_preferences(CALM.matches, DARK.matches, CONTRAST.matches);
}
