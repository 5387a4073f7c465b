// Puts texts where the player can paste them from.

import { sendIntent } from "./link.js";

/** Copies what the game asks for, and says whether the browser let it. */
export function copyForGame() {
  window.addEventListener("laddertown:copy", async (event) => {
    const isCopied = await copy(event.detail);
    sendIntent(`Share(Copied(${isCopied}))`);
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or not there on a page without https.
    return copyAsOfOld(text);
  }
}

/** From a field that is selected, as browsers did before they had a clipboard for pages. */
function copyAsOfOld(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "hidden";
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return isCopied;
}
