// Files that come and go: what is dropped on the page or chosen, and what the game hands out.

import { largestFile, sendFile, setDragging } from "./link.js";

/** Listens for files, from wherever they come, and for those that the game hands out. */
export function passFiles() {
  const chooser = document.getElementById("file");
  window.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  });
  // Between two elements of the page nothing has left it.
  window.addEventListener("dragleave", (event) => event.relatedTarget === null && setDragging(false));
  window.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    setDragging(false);
    for (const file of event.dataTransfer.files) take(file);
  });
  chooser.addEventListener("change", () => {
    for (const file of chooser.files) take(file);
    // The same file may be chosen again after it was mended.
    chooser.value = "";
  });
  window.addEventListener("laddertown:pick", () => chooser.click());
  window.addEventListener("laddertown:file", (event) => handOut(...event.detail));
  window.addEventListener("laddertown:photo", (event) => handOutPhoto(...event.detail));
}

/** The game says what is wrong with a file; only one that is too large is not even read. */
async function take(file) {
  const text = file.size > largestFile() ? null : await file.text().catch(() => null);
  sendFile(file.name, text ?? undefined, file.size);
}

async function handOut(name, text) {
  download(name, name.endsWith(".png") ? await picture(text) : new Blob([text], { type: "text/plain" }));
}

/** A photograph comes as its pixels. */
async function handOutPhoto(name, pixels, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
  download(name, await new Promise((done) => canvas.toBlob(done, "image/png")));
}

function download(name, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// So many pixels a point, and no more along an edge than every browser's canvas can have.
const SHARP = 2;
const MOST = 16_000;

/** The picture of a drawing. */
async function picture(svg) {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    const scale = Math.min(SHARP, MOST / image.width, MOST / image.height);
    canvas.width = Math.ceil(image.width * scale);
    canvas.height = Math.ceil(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(source);
  }
}
