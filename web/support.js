// Says whether this browser can show the city.

/** The id of the words for what is missing, or null. */
export function whatIsMissing() {
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) return "no-wasm";
  return hasWebGl2() ? null : "no-webgl2";
}

function hasWebGl2() {
  const context = document.createElement("canvas").getContext("webgl2");
  // Browsers allow few contexts at a time, and the game needs one.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}
