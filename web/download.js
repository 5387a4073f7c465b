// Fetches the game's two files, counting the bytes that really arrive.

/** No byte for this long: better to ask the reader than to wait for ever. */
const STALLED_MS = 30_000;

/** The game did not arrive, and trying again may help. */
export class DownloadFault extends Error {}

/**
 * Both files. Compiling begins with the first bytes; `compiling` settles once all have arrived.
 * `received` is called with the number of bytes so far, uncompressed as `total` is.
 */
export async function downloadGame(glueUrl, wasmUrl, total, attempt, received) {
  const gluing = importGlue(glueUrl, attempt);
  // Whoever awaits it below hears of a fault; until then it is no one's.
  gluing.catch(() => {});
  const compiling = await downloadAndCompile(wasmUrl, total, attempt, received);
  return { glue: await gluing, compiling };
}

async function importGlue(url, attempt) {
  const address = new URL(url, document.baseURI);
  // A module that failed once may stay failed under its address.
  if (attempt > 0) address.searchParams.set("attempt", attempt);
  return import(address).catch((fault) => {
    throw new DownloadFault(String(fault));
  });
}

async function downloadAndCompile(url, total, attempt, received) {
  const stall = new AbortController();
  const response = await fetch(url, { signal: stall.signal, cache: attempt > 0 ? "reload" : "default" }).catch((fault) => {
    throw new DownloadFault(String(fault));
  });
  if (!response.ok) throw new DownloadFault(`${response.status} ${response.statusText}`);

  // The copy is counted; the original goes to the compiler, which then may cache its work for the next visit.
  const counted = response.clone().body;
  const compiling = WebAssembly.compileStreaming(asWasm(response));
  compiling.catch(() => {});
  const arrived = await count(counted, stall, received);
  if (arrived < total) throw new DownloadFault(`${arrived} of ${total} bytes`);
  return compiling;
}

async function count(body, stall, received) {
  const reader = body.getReader();
  let arrived = 0;
  try {
    for (;;) {
      const timer = setTimeout(() => stall.abort(), STALLED_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return arrived;
      arrived += value.length;
      received(arrived);
    }
  } catch (fault) {
    throw new DownloadFault(String(fault));
  }
}

/** Some hosts do not know what a wasm is, and the compiler insists on its type. */
function asWasm(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.split(";")[0].trim() === "application/wasm") return response;
  return new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
}
