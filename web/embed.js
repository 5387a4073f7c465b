// The city in a frame of another page (`?embed=1`): it leaves wheel, keys and focus to its host until somebody wants to
// explore, and speaks with the host in a few messages. README.md lists them.

import { withinQuotes } from "./intents.js";
import { sendIntent } from "./link.js";

/** A link that is longer leads nowhere. */
const LONGEST = 2000;

const root = document.documentElement;
const stage = document.getElementById("stage");
const explore = document.getElementById("explore");
const isFramed = window.parent !== window;

/** Where the city is, as the game told last. */
let place = null;

/** Does all this where the address asks for it. To be called before the game takes the focus. */
export function sleepInFrame() {
  if (new URLSearchParams(location.search).get("embed") !== "1") return;
  explore.hidden = false;
  sleep();
  explore.addEventListener("click", wake);
  // Somebody has gone on to something else on the host's page.
  window.addEventListener("blur", sleep);
  stage.addEventListener("keydown", leaveOnEscape, { capture: true });
  window.addEventListener("laddertown:place", (event) => moved(JSON.parse(event.detail)));
  // Nobody else is listened to, be it a frame inside, a window that was opened, or this page itself.
  window.addEventListener("message", (event) => {
    if (isFramed && event.source === window.parent && event.data?.laddertown === 1) obey(event.data);
  });
}

function wake() {
  root.dataset.embed = "awake";
  stage.inert = false;
  explore.tabIndex = -1;
  document.getElementById("laddertown").focus({ preventScroll: true });
}

function sleep() {
  root.dataset.embed = "asleep";
  stage.inert = true;
  explore.tabIndex = 0;
}

/** Esc closes what is open; with nothing open it is the way out. */
function leaveOnEscape(event) {
  if (event.key !== "Escape" || !place?.atRest) return;
  sleep();
  explore.focus({ preventScroll: true });
}

function moved(now) {
  const is = place === null ? "ready" : "state";
  place = now;
  answer(is);
}

function answer(is) {
  const { atRest, ...state } = place;
  // Whose page the host is, it alone knows; nothing of what it is told is anyone's secret.
  if (isFramed) window.parent.postMessage({ laddertown: 1, is, ...state }, "*");
}

function obey(data) {
  if (place === null) return;
  if (data.do === "goTo" && typeof data.link === "string" && data.link.length <= LONGEST) {
    sendIntent(`Follow("${withinQuotes(data.link)}")`);
  } else if (data.do === "next") {
    sendIntent("show" in root.dataset ? "Present(Next)" : "NextLevel");
  } else if (data.do === "state") {
    answer("state");
  }
}
