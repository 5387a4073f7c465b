// Keeps the readable city in step with the game, without moving anyone's place in it.

import morphdom from "./vendor/morphdom.js";

/** Takes each new rendering of the view. */
export function keepMirror() {
  const city = document.getElementById("city");
  window.addEventListener("laddertown:mirror", (event) => morph(city, event.detail));
}

function morph(city, html) {
  const focused = city.contains(document.activeElement) ? document.activeElement : null;
  // Nearest first: where the focused element is gone, its closest surviving ancestor takes over.
  const fallbacks = focused ? idsUpwards(focused, city) : [];
  const next = city.cloneNode(false);
  next.innerHTML = html;
  morphdom(city, next, { childrenOnly: true, onBeforeElUpdated: keepReadersState });
  if (focused && !city.contains(document.activeElement)) refocus(city, fallbacks);
}

/** What the reader opened or is typing is the reader's; all else is the game's. */
function keepReadersState(from, to) {
  if (from.isEqualNode(to)) return false;
  if (from.tagName === "DETAILS") to.open = from.open;
  if (from === document.activeElement && "value" in from && from.tagName !== "BUTTON") to.value = from.value;
  return true;
}

function idsUpwards(element, city) {
  const ids = [];
  for (let at = element; at !== city; at = at.parentElement) if (at.id) ids.push(at.id);
  return ids;
}

function refocus(city, ids) {
  const heir = ids.map((id) => document.getElementById(id)).find((element) => element && city.contains(element)) ?? city;
  heir.focus({ preventScroll: true });
  if (document.activeElement === heir) return;
  // Headings and sections take no focus by themselves.
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
