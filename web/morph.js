// Brings HTML of the game up to date, without moving anyone's place in it.

import morphdom from "./vendor/morphdom.js";

/** Makes what is in `root` what `html` says. */
export function morph(root, html) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  // Nearest first: where the focused element is gone, its closest surviving ancestor takes over.
  const heirs = focused ? keysUpwards(root, focused) : [];
  const place = focused?.getBoundingClientRect().top;
  const next = root.cloneNode(false);
  next.innerHTML = html;
  morphdom(root, next, { childrenOnly: true, getNodeKey: keyOf, onBeforeElUpdated: keepReadersState });
  if (!focused) return;
  if (!root.contains(document.activeElement)) refocus(root, heirs);
  // What has come in above must not push the reader's place out of sight.
  root.parentElement.scrollTop += document.activeElement.getBoundingClientRect().top - place;
}

/** What an element is the same by, from one rendering to the next: its id, its landmark's name, or what it does there. */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
  if (node.id) return node.id;
  if (isLandmark(node)) return `landmark ${node.getAttribute("aria-label")}`;
  // A row, and what unfolds in it, belong to the row's first button.
  const row = node.tagName === "DETAILS" ? node.parentElement : node;
  const button = row?.tagName === "LI" ? row.querySelector(":scope > [data-intent]") : null;
  const intent = node.dataset?.intent ?? button?.dataset.intent;
  if (!intent) return undefined;
  const landmark = node.closest("section[aria-label], nav[aria-label]")?.getAttribute("aria-label") ?? "";
  return `${node.tagName} ${landmark} ${intent}`;
}

function isLandmark(node) {
  return (node.tagName === "SECTION" || node.tagName === "NAV") && node.hasAttribute("aria-label");
}

/** What the reader opened or is typing is the reader's; all else is the game's. */
function keepReadersState(from, to) {
  if (from.isEqualNode(to)) return false;
  if (from.tagName === "DETAILS") to.open = from.open;
  if (from === document.activeElement && "value" in from && from.tagName !== "BUTTON") to.value = from.value;
  return true;
}

function keysUpwards(root, element) {
  const keys = [];
  for (let at = element; at !== root; at = at.parentElement) keys.push(keyOf(at));
  return keys.filter(Boolean);
}

function refocus(root, keys) {
  const all = [...root.querySelectorAll("*")];
  const heir = keys.map((key) => all.find((element) => keyOf(element) === key)).find(Boolean) ?? root;
  heir.focus({ preventScroll: true });
  if (document.activeElement === heir) return;
  // Headings and sections take no focus by themselves.
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
