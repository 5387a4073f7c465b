// Changes the scene: from the page that loads, to the city with its list beside it.

import { sendIntent } from "./link.js";

const root = document.documentElement;
const back = document.getElementById("back");
const canvas = document.getElementById("laddertown");
const city = document.getElementById("city");
const panel = document.getElementById("panel");

/** As long as the fade in style.css. */
const FADE_MS = 300;

/** Waits for the game's first interactive frame, and for what it says about the list. `arrived` is called once the city stands. */
export function awaitCity(arrived) {
  window.addEventListener("laddertown:ready", () => arrive(arrived), { once: true });
  window.addEventListener("laddertown:list", (event) => showList(event.detail));
  back.addEventListener("click", (event) => {
    event.preventDefault();
    backToCanvas();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.dataset.stage === "city") backToCanvas();
  });
}

/** Opens or closes the list of our own accord. The game remembers such things, so it is told. */
export function setList(isOpen) {
  if (isOpen === isListOpen()) return;
  sendIntent(back.dataset.intent);
  showList(isOpen);
}

function isListOpen() {
  return root.dataset.view === "list";
}

function showList(isOpen) {
  const isClosing = isListOpen() && !isOpen;
  if (isOpen) root.dataset.view = "list";
  else delete root.dataset.view;
  // Focus inside would keep it on screen.
  if (isClosing && panel.contains(document.activeElement)) canvas.focus({ preventScroll: true });
}

function backToCanvas() {
  setList(false);
  canvas.focus({ preventScroll: true });
}

function arrive(arrived) {
  root.dataset.stage = "arriving";
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  setTimeout(() => settle(arrived), isCalm ? 0 : FADE_MS);
}

function settle(arrived) {
  const place = placeOfReading();
  root.dataset.stage = "city";
  arrived();
  if (place) {
    // Someone is reading: the text moves aside instead of away.
    setList(true);
    document.getElementById(place.id)?.scrollIntoView();
  }
  if (document.activeElement === document.body) canvas.focus({ preventScroll: true });
}

/** What is at the top of the window, once the reader has scrolled down to the text; all of it if nothing has a name. */
function placeOfReading() {
  if (city.getBoundingClientRect().top > 0) return null;
  return [...city.querySelectorAll("[id]")].find((element) => element.getBoundingClientRect().top >= 0) ?? city;
}
