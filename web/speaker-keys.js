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
    const isOthers = event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select");
    // Enter and Space press the button that has the focus, as everywhere.
    const isPressing = event.target.closest("button, summary, a") && (event.key === "Enter" || event.key === " ");
    if (root.childElementCount === 0 || isOthers || (isPressing && !number)) return;
    const isDigit = /^\d$/.test(event.key) && !event.altKey && !event.shiftKey;
    const intent = isDigit ? "" : (ofHands(event) ?? meaning(event, root));
    remember(isDigit ? number + event.key : "");
    if (intent === undefined) return;
    event.preventDefault();
    // A key that is held wants once.
    if (intent && !event.repeat) send(intent);
  });
}

/** While hands are raised: one more with Shift and the digit of an answer, one fewer with Alt as well. */
function ofHands({ code, shiftKey, altKey }) {
  const answer = shiftKey && code.match(/^Digit(\d)$/)?.[1];
  return answer ? document.getElementById(`${altKey ? "fewer" : "more"}-${answer}`)?.dataset.intent : undefined;
}

/** What a key wants that is no digit; undefined where it is not ours. */
function meaning({ key, shiftKey, altKey }, root) {
  if (key === "Escape" && number) return "";
  const jump = key === "Enter" && number ? `Jump(${Number(number)})` : null;
  const wish = jump ?? (key === "F5" && shiftKey ? "Resume" : KEYS[key.length === 1 ? key.toLowerCase() : key]);
  return wish && !altKey ? `Present(${lit(root, wish)})` : undefined;
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
