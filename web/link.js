// The one place that calls into the game: intents, saving, and the view for tests.

let game = null;

/** The game runs: its exports may be called from now on. */
export function attach(exports) {
  game = exports;
}

/** The game is dead: calling it would only fail again. */
export function detach() {
  game = null;
}

/** Saves now. */
export function flush() {
  game?.flush();
}

/** Every element that carries an intent sends it: a click as it is, a changed input with its value. */
export function forwardIntents() {
  const city = document.getElementById("city");
  city.addEventListener("click", (event) => {
    const carrier = event.target.closest("[data-intent]");
    if (!carrier || !game) return;
    // A link's own address is for pages without the game.
    if (carrier.tagName === "A") event.preventDefault();
    game.send_intent(carrier.dataset.intent);
  });
  city.addEventListener("change", (event) => {
    const input = event.target.closest("[data-intent-set]");
    const value = input?.type === "checkbox" ? input.checked : input?.value;
    if (input) game?.send_intent(input.dataset.intentSet.replaceAll("{value}", () => value));
  });
}

/** A phone kills hidden pages without another word, so each hiding may be the last. */
export function flushOnLeave() {
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) flush();
  });
}

/** What the tests hold on to; a page without `?test` has none of it. */
export function offerTestHook() {
  if (!new URLSearchParams(location.search).has("test")) return;
  window.laddertown = {
    state: () => (game ? JSON.parse(game.view_state()) : null),
    intent: (text) => game?.send_intent(text),
  };
}
