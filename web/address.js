// The address says what is seen, and the browser's own buttons lead back and forward.

import { follow } from "./link.js";

// A frame's steps would be in the way of whoever goes back from its host's page.
const isFramed = window.parent !== window;

/** Has the address follow the game, and the game the address. */
export function keepAddress() {
  window.addEventListener("laddertown:address", (event) => {
    const [fragment, isStep] = event.detail;
    history[isStep && !isFramed ? "pushState" : "replaceState"](null, "", `#${fragment}`);
  });
  // Other fragments are the page's own, such as that of "Skip to the city as text".
  window.addEventListener("hashchange", () => location.hash.includes("=") && follow(location.hash));
}
