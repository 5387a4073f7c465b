// What somebody wants who clicks, types or chooses in HTML that the game has made.

/** Every element in `root` that carries an intent has it sent: a click as it is, a changed input with its value. */
export function forwardIntents(root, send) {
  root.addEventListener("click", (event) => {
    const carrier = event.target.closest("[data-intent]");
    const isSent = carrier && send(carrier.dataset.intent);
    // A link's own address is for pages without the game.
    if (isSent && carrier.tagName === "A") event.preventDefault();
  });
  root.addEventListener("change", (event) => {
    const input = event.target.closest("[data-intent-set]");
    const value = input?.type === "checkbox" ? input.checked : input?.value;
    if (input) send(input.dataset.intentSet.replaceAll("{value}", () => withinQuotes(value)));
  });
}

/** A text as it stands within quotes in an intent, where quotes and backslashes have a meaning of their own. */
export function withinQuotes(text) {
  return String(text).replace(/["\\]/g, "\\$&");
}
