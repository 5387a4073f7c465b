// How a page speaks with a city in its frame: a few messages there, and two kinds of them back. To be copied.

const frame = document.getElementById("city");
const log = document.getElementById("log");
/** Where the city is served: messages go there and come from there, and nobody else reads or sends them. */
const CITY = new URL(frame.src).origin;

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== CITY || data?.laddertown !== 1) return;
  const line = document.createElement("li");
  line.textContent = JSON.stringify(data);
  log.prepend(line);
});

for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => {
    const { do: wish, link } = button.dataset;
    frame.contentWindow.postMessage({ laddertown: 1, do: wish, link }, CITY);
  });
}
