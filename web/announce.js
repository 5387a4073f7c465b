// Says things: to screen readers politely, and on screen as small notices.

/** Listens for both kinds. */
export function announceAndNotify() {
  window.addEventListener("laddertown:announce", (event) => announce(event.detail));
  window.addEventListener("laddertown:notice", (event) => notify(event.detail));
}

let waiting = [];

function announce(text) {
  const announcer = document.getElementById("announcer");
  waiting.push(text);
  if (waiting.length > 1) return;
  // Cleared first: the same words twice are only spoken twice if the region was empty between.
  announcer.textContent = "";
  requestAnimationFrame(() => {
    announcer.textContent = waiting.join(" ");
    waiting = [];
  });
}

function notify(text) {
  notifyWith("notice", (notice) => (notice.querySelector("p").textContent = text));
}

/** Shows the notice of this template, filled, unless it is there already. */
export function notifyWith(template, fill) {
  const notices = document.getElementById("notices");
  const notice = document.getElementById(template).content.firstElementChild.cloneNode(true);
  fill(notice);
  if ([...notices.children].some((shown) => shown.isEqualNode(notice))) return;
  notice.querySelector("button").onclick = () => notice.remove();
  notices.append(notice);
}
