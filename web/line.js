// The line between a city and the pages of its speaker: every page of this site in this browser hears what is said on it.
//
// A city says `{ city, began, html, isCovered }`: which one it is, when it was loaded, what its speaker sees (nothing
// where nothing is shown), and whether its window is covered. When it goes it says `{ city, isGone: true }`.
// It tells its speaker's page to go with `{ close: city }`.
// A speaker's page says `{ hello: city }`, or `{ hello: null }` to any, `{ to: city, intent }`, and at last `{ bye: city }`.

/** An end of the line. */
export function openLine() {
  return new BroadcastChannel("laddertown-speaker");
}
