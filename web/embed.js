// The city in a frame of another page (`?embed=1`): it leaves wheel, keys and focus to its host until somebody wants to
// explore, and speaks with the host in a few messages. README.md lists them.

import { follow, sendIntent } from "./link.js";

const root = document.documentElement;
const stage = document.getElementById("stage");
const explore = document.getElementById("explore");
const isFramed = window.parent !== window;

/** Where the city is, as the game told last; and whether it stands, so that it can go elsewhere. */
let place = null;
let isReady = false;

/** Does all this where the address asks for it. To be called before the game takes the focus. */
export function sleepInFrame() {
  if (new URLSearchParams(location.search).get("embed") !== "1") return;
  explore.hidden = false;
  sleep();
  explore.addEventListener("click", wake);
  // Somebody has gone on to something else on the host's page.
  window.addEventListener("blur", sleep);
  stage.addEventListener("keydown", leaveOnEscape, { capture: true });
  window.addEventListener("laddertown:ready", () => (isReady = true) && tell("ready"), { once: true });
  window.addEventListener("laddertown:whereabouts", (event) => {
    place = JSON.parse(event.detail);
    tell("state");
  });
  // Nobody else is listened to, be it a frame inside, a window that was opened, or this page itself.
  window.addEventListener("message", (event) => {
    if (isFramed && event.source === window.parent && event.data?.laddertown === 1) obey(event.data);
  });
}

function wake() {
  root.dataset.embed = "awake";
  stage.inert = false;
  document.getElementById("laddertown").focus({ preventScroll: true });
}

function sleep() {
  root.dataset.embed = "asleep";
  stage.inert = true;
}

/** Esc closes what is open; with nothing open it is the way out. */
function leaveOnEscape(event) {
  if (event.key !== "Escape" || !place?.atRest) return;
  sleep();
  explore.focus({ preventScroll: true });
}

function tell(is) {
  if (!isFramed || !isReady || !place) return;
  const { atRest, ...state } = place;
  // Whose page the host is, it alone knows; nothing of what it is told is anyone's secret.
  window.parent.postMessage({ laddertown: 1, is, ...state }, "*");
}

function obey(data) {
  if (!isReady) return;
  if (data.do === "goTo" && typeof data.link === "string") {
    follow(data.link);
  } else if (data.do === "next") {
    sendIntent(place.tour ? "Present(Next)" : "NextLevel");
  } else if (data.do === "state") {
    tell("state");
  }
}
