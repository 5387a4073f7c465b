// The speaker's page, as the city's page knows it: opens it, tells it what its speaker sees, passes on what is wanted there.

import { notifyWith } from "./announce.js";
import { openLine } from "./line.js";
import { sendIntent } from "./link.js";

const KEPT = "laddertown-speaker-of";
const began = Date.now();
const line = openLine();

let city = kept() ?? draw();
let html = null;
let speaker = null;
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
  if (said.hello === city || said.hello === null) tell();
  else if (said.to === city) sendIntent(said.intent);
  // A tab that was made as a copy of another has taken over its name; the elder keeps it.
  else if (said.city === city && said.began < began) city = draw();
}

function toggle() {
  if (speaker && !speaker.closed) return speaker.close();
  const address = `speaker.html?of=${city}`;
  speaker = window.open(address, `laddertown-speaker-${city}`, "popup,width=720,height=900");
  if (!speaker) notifyWith("speaker-blocked", (notice) => (notice.querySelector("a").href = address));
}

/** The name outlives a reload, so that a speaker's page finds its city again. Some frames have no storage. */
function kept() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function draw() {
  const name = Math.random().toString(36).slice(2, 10);
  try {
    sessionStorage.setItem(KEPT, name);
  } catch {
    // After a reload the speaker's page is then to be opened anew.
  }
  return name;
}
