// Shows how far the loading is: in words, on a bar, and as floors of the model that rise.

const status = document.getElementById("status");
const bar = document.getElementById("progress");
const megabytes = document.getElementById("megabytes");
const floors = [...document.querySelectorAll("#model [data-rise]")];
const floorCount = 1 + Math.max(...floors.map((floor) => Number(floor.dataset.rise)));

/** From the start, also when it is not the first. */
export function begin() {
  document.documentElement.dataset.stage = "loading";
  for (const trouble of document.querySelectorAll(".trouble")) trouble.hidden = true;
  status.hidden = false;
  document.getElementById("total").textContent = inMegabytes(bar.max);
  received(0);
  enter("fetching");
}

/** The step that is under way: "fetching", "compiling" or "raising". */
export function enter(step) {
  status.dataset.step = step;
  for (const words of status.querySelectorAll("[data-step-words]")) words.hidden = words.dataset.stepWords !== step;
}

/** So many bytes have arrived. */
export function received(bytes) {
  bar.value = bytes;
  megabytes.textContent = inMegabytes(bytes);
  const standing = (bytes / bar.max) * floorCount;
  for (const floor of floors) floor.classList.toggle("stands", Number(floor.dataset.rise) < standing);
}

function inMegabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

/** Resolves once the page has been painted: what follows may hold the thread for a while. */
export function painted() {
  // A hidden tab paints nothing, and need not wait for it.
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
