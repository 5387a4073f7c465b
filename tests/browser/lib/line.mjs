// A line between browser and server that can be cut, or held, in the middle of the game's wasm.

import { createServer, request } from "node:http";

/**
 * `ways` says what happens to each download of the wasm in turn: "cut" breaks it halfway, "hold" stops it halfway until
 * `release` is called, anything else lets it pass. Later downloads pass.
 */
export async function line(target, ways) {
  const left = [...ways];
  let release;
  const released = new Promise((resolve) => (release = resolve));

  const proxy = createServer((incoming, outgoing) => {
    const onward = request(new URL(incoming.url, target), { headers: incoming.headers }, async (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      const way = incoming.url.endsWith(".wasm") ? left.shift() : "pass";
      if (way !== "cut" && way !== "hold") return answer.pipe(outgoing);

      const bytes = Buffer.concat(await answer.toArray());
      const half = bytes.length >> 1;
      outgoing.write(bytes.subarray(0, half));
      if (way === "hold") {
        await released;
        outgoing.end(bytes.subarray(half));
      } else {
        // Time for the first half to arrive; the cut itself must not overtake it.
        setTimeout(() => outgoing.destroy(), 300);
      }
    });
    onward.end();
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // A test that fails before it closes the line must not keep the run from ending.
  proxy.unref();
  const close = () => {
    release();
    proxy.closeAllConnections();
    proxy.close();
  };
  return { url: `http://127.0.0.1:${proxy.address().port}/`, release, close };
}
