// The speaker's page, as the city's page knows it: opens it, tells it what its speaker sees, passes on what is wanted there.

import { notifyWith } from "./announce.js";
import { openLine } from "./line.js";
import { sendIntent } from "./link.js";

const KEPT = "laddertown-speaker-of";
/** A page that is there has said so within this time. */
const HEARD_MS = 4000;
const began = Date.now();
const line = openLine();

let city = kept() ?? drawn();
let html = null;
/** When a page that was opened from here was heard last. */
let heard = -Infinity;
/** Before the city stands, and after its end, nobody is to wait for its answers. */
let isHere = false;

/** Listens to the game and to the speaker's page. */
export function linkSpeaker() {
  line.onmessage = ({ data }) => hear(data);
  window.addEventListener("laddertown:ready", () => (isHere = true) && tell());
  window.addEventListener("laddertown:speaker", (event) => show(event.detail));
  window.addEventListener("laddertown:toggle-speaker", toggle);
  window.addEventListener("laddertown:panic", leave);
  window.addEventListener("pagehide", leave);
  // Whoever goes back may find the page as it was left.
  window.addEventListener("pageshow", (event) => event.persisted && (isHere = true) && tell());
  document.addEventListener("visibilitychange", tell);
}

function show(now) {
  html = now;
  tell();
}

function tell() {
  if (isHere) line.postMessage({ city, began, html, isCovered: document.hidden });
}

function leave() {
  line.postMessage({ city, isGone: true });
  isHere = false;
}

function hear(said) {
  if (said.hello === city) heard = performance.now();
  if (said.bye === city) heard = -Infinity;
  if (said.hello === city || said.hello === null) tell();
  else if (said.to === city) sendIntent(said.intent);
  // A tab that was made as a copy of another has taken over its name; the elder keeps it.
  else if (said.city === city && said.began < began) {
    city = drawn();
    keep();
  }
}

function toggle() {
  const isOpen = performance.now() - heard < HEARD_MS;
  heard = -Infinity;
  if (isOpen) return line.postMessage({ close: city });
  keep();
  const address = `speaker.html?of=${city}`;
  // On its own, it need not wait for the city's frames; but then nobody says whether it was opened.
  window.open(address, "_blank", "popup,noopener,width=720,height=900");
  setTimeout(() => offer(address), HEARD_MS);
}

/** A link, where the browser did not open the page. */
function offer(address) {
  if (heard === -Infinity) notifyWith("speaker-blocked", (notice) => (notice.querySelector("a").href = address));
}

function drawn() {
  return Math.random().toString(36).slice(2, 10);
}

/** Once there is a speaker's page the name outlives a reload, so that it finds its city again. */
function keep() {
  try {
    sessionStorage.setItem(KEPT, city);
  } catch {
    // Some frames have no storage. After a reload the speaker's page is then to be opened anew.
  }
}

function kept() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
