// Keys of the speaker's page: what clickers send, and the number of a stop with Enter.

/** What a key wants: the same as in the city, where src/input/showing.rs says it. */
const KEYS = {
  PageDown: "Next", ArrowRight: "Next", " ": "Next", Enter: "Next", n: "Next",
  PageUp: "Previous", ArrowLeft: "Previous", p: "Previous",
  Home: "First", End: "Last", F5: "Restart", Escape: "End",
  b: "Blank", ".": "Blank", a: "Autoplay", c: "Code", f: "Projector", r: "Resume", s: "Speaker",
};

/** A number that nobody has ended is forgotten after a while. */
const FORGOTTEN_MS = 4000;

const told = document.getElementById("jump");
let number = "";
let forgetting = 0;

/** Sends what keys want, wherever the focus is. */
export function wantByKeys(root, send) {
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isWriting = event.target.closest("input, textarea, select");
    // Enter and Space press the button that has the focus, as everywhere.
    const isPressing = event.target.closest("button, summary, a") && (event.key === "Enter" || event.key === " ");
    const isIdle = root.childElementCount === 0;
    if (isWriting || isIdle || (isPressing && !number)) return;
    const isDigit = /^\d$/.test(event.key);
    const wish = isDigit ? "" : meaning(event.key);
    remember(isDigit ? number + event.key : "");
    if (wish === undefined) return;
    event.preventDefault();
    // A key that is held wants once.
    if (wish && !event.repeat) send(`Present(${lit(root, wish)})`);
  });
}

/** What a key wants that is no digit; undefined where it is not ours. */
function meaning(key) {
  if (key === "Enter" && number) return `Jump(${Number(number)})`;
  if (key === "Escape" && number) return "";
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}

/** Whoever finds the screen dark wants the picture back, whichever key that takes. */
function lit(root, wish) {
  const isDark = root.querySelector('[data-intent="Present(Blank)"][aria-pressed=true]');
  return isDark && wish !== "End" ? "Blank" : wish;
}

function remember(digits) {
  number = digits.slice(0, 3);
  told.hidden = !number;
  told.querySelector("strong").textContent = number;
  clearTimeout(forgetting);
  if (number) forgetting = setTimeout(() => remember(""), FORGOTTEN_MS);
}
