// Brings the game up: checks the browser, fetches, compiles, starts, and connects the page with it.

import { keepAddress } from "./address.js";
import { announceAndNotify } from "./announce.js";
import { guardCanvas } from "./canvas.js";
import { copyForGame } from "./clipboard.js";
import { DownloadFault, downloadGame } from "./download.js";
import { sleepInFrame } from "./embed.js";
import { showPanic, showTrouble, watchForPanics } from "./faults.js";
import { passFiles } from "./files.js";
import { forwardIntents } from "./intents.js";
import { attach, offerTestHook, sendIntent } from "./link.js";
import { forgetReaders, keepMirror, showHeldMirror } from "./mirror.js";
import { capPixels } from "./pixels.js";
import * as progress from "./progress.js";
import { linkSpeaker } from "./speaker-link.js";
import { awaitCity } from "./stage.js";
import { whatIsMissing } from "./support.js";

// What winit throws, by design, when it hands its loop to the browser.
const FAREWELL = "Using exceptions for control flow, don't mind me. This isn't actually an error!";

const names = document.documentElement.dataset;

function connectPage() {
  announceAndNotify();
  sleepInFrame();
  awaitCity(showHeldMirror);
  copyForGame();
  forwardIntents(document.getElementById("city"), sendIntent);
  passFiles();
  guardCanvas();
  forgetReaders();
  keepMirror();
  linkSpeaker();
  keepAddress();
  watchForPanics();
}

async function bringUp(attempt) {
  progress.begin();
  try {
    await startGame(await compileGame(attempt));
  } catch (fault) {
    if (fault instanceof DownloadFault) {
      showTrouble("no-download", fault.message, () => bringUp(attempt + 1));
    } else {
      showTrouble("no-start", String(fault));
      // The words are for players; whoever mends this needs the stack.
      console.error(fault);
    }
  }
}

async function compileGame(attempt) {
  const game = await downloadGame(names.game, names.wasm, Number(names.wasmBytes), attempt, progress.received);
  progress.enter("compiling");
  return { glue: game.glue, module: await game.compiling };
}

async function startGame({ glue, module }) {
  progress.enter("raising");
  capPixels();
  await progress.painted();
  try {
    await glue.default({ module_or_path: module });
  } catch (fault) {
    if (fault?.message !== FAREWELL) {
      if (fault instanceof WebAssembly.RuntimeError) return showPanic(fault.message);
      throw fault;
    }
  }
  attach(glue);
  offerTestHook();
}

connectPage();
const missing = whatIsMissing();
if (missing) showTrouble(missing);
else bringUp(0);
