// Keeps the readable city in step with the game, without moving anyone's place in it.

import morphdom from "./vendor/morphdom.js";

const city = document.getElementById("city");

/** The newest rendering that has come before the city stood. */
let held = null;

/** Takes each new rendering of the view. */
export function keepMirror() {
  window.addEventListener("laddertown:mirror", (event) => {
    // Until the city stands the whole text is on the page, and someone may be reading it.
    if (document.documentElement.dataset.stage === "city") morph(event.detail);
    else held = event.detail;
  });
}

/** The city stands: from now on the text follows it. */
export function showHeldMirror() {
  if (held !== null) morph(held);
  held = null;
}

function morph(html) {
  const focused = city.contains(document.activeElement) ? document.activeElement : null;
  // Nearest first: where the focused element is gone, its closest surviving ancestor takes over.
  const fallbacks = focused ? idsUpwards(focused) : [];
  const next = city.cloneNode(false);
  next.innerHTML = html;
  morphdom(city, next, { childrenOnly: true, onBeforeElUpdated: keepReadersState });
  if (focused && !city.contains(document.activeElement)) refocus(fallbacks);
}

/** What the reader opened or is typing is the reader's; all else is the game's. */
function keepReadersState(from, to) {
  if (from.isEqualNode(to)) return false;
  if (from.tagName === "DETAILS") to.open = from.open;
  if (from === document.activeElement && "value" in from && from.tagName !== "BUTTON") to.value = from.value;
  return true;
}

function idsUpwards(element) {
  const ids = [];
  for (let at = element; at !== city; at = at.parentElement) if (at.id) ids.push(at.id);
  return ids;
}

function refocus(ids) {
  const heir = ids.map((id) => document.getElementById(id)).find((element) => element && city.contains(element)) ?? city;
  heir.focus({ preventScroll: true });
  if (document.activeElement === heir) return;
  // Headings and sections take no focus by themselves.
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
