// Somebody else's page with the city in a frame: the example that ships, on an origin and a site of its own.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { resolve } from "node:path";

const EXAMPLE = resolve(import.meta.dirname, "../../../web");
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

/**
 * Serves the example with `src` in its frame, and with the policy that README.md says a host needs. Its own policy names
 * no other origin, as it must not where it ships.
 */
export async function host(src) {
  const policy = `default-src 'self'; frame-src ${new URL(src).origin}; object-src 'none'; base-uri 'none'`;
  const server = createServer(async (request, response) => {
    const name = request.url === "/" ? "embed-example.html" : request.url.slice(1);
    const text = await readFile(resolve(EXAMPLE, name), "utf8").catch(() => null);
    if (text === null) return response.writeHead(204).end();
    response.writeHead(200, { "Content-Type": TYPES[name.split(".").pop()], "Content-Security-Policy": policy });
    response.end(text.replace('src="./?embed=1"', `src="${src}"`).replace(/content="default-src[^"]*"/, `content="${policy}"`));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  // By its name it is another site than that of the city, which is called by its number.
  return { url: `http://localhost:${server.address().port}/`, close };
}
