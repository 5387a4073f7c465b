// Tells what went wrong and what can be done about it. The words stand in index.html.

import { detach } from "./link.js";
import { setList } from "./stage.js";

/** Trouble before the city stood: told above the text, which stays readable. */
export function showTrouble(id, message = "", retry = null) {
  document.documentElement.dataset.stage = "stopped";
  document.getElementById("status").hidden = true;
  const trouble = document.getElementById(id);
  fillMessage(trouble, message);
  trouble.hidden = false;
  const again = trouble.querySelector("[data-act=retry]");
  if (again && retry) {
    again.onclick = retry;
    again.focus({ preventScroll: true });
  }
}

/** The program has ended itself; nothing of it can be called any more. */
export function showPanic(message) {
  detach();
  showOverlay("panicked", message);
}

/** The picture is gone, the program is not. It saves whatever changes at once, so a reload loses nothing. */
export function showLostPicture() {
  showOverlay("picture-lost");
}

/** A panic is told by the program itself; a trap that it could not tell of shows up as an error. */
export function watchForPanics() {
  window.addEventListener("laddertown:panic", (event) => showPanic(event.detail));
  window.addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) showPanic(event.error.message);
  });
  window.addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) showPanic(event.reason.message);
  });
}

function showOverlay(id, message = "") {
  // The first fault is the cause; what follows is its wake.
  if (document.querySelector("dialog[open]")) return;
  const overlay = document.getElementById(id);
  fillMessage(overlay, message);
  overlay.querySelector("[data-act=read]").onclick = () => {
    overlay.close();
    setList(true);
    document.getElementById("city").focus();
  };
  overlay.showModal();
}

function fillMessage(place, message) {
  const said = place.querySelector(".said");
  if (!said) return;
  said.hidden = !message;
  said.querySelector("pre").textContent = message;
}

for (const button of document.querySelectorAll("[data-act=reload]")) button.onclick = () => location.reload();
