// Serves the built folder with the tool that players use, so that its headers and types are tested as well.

import { spawn } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const ROOT = resolve(import.meta.dirname, "../../..");
const DIST = resolve(ROOT, process.env.LADDERTOWN_DIST ?? "dist");

/** Serves the folder on any free port. LADDERTOWN_WEB names the tool's program; without it, cargo runs it. */
export async function serve(folder = DIST) {
  const [program, ...before] = process.env.LADDERTOWN_WEB ? [process.env.LADDERTOWN_WEB] : ["cargo", "web"];
  const words = [...before, "serve", "--no-build", "--port", "0", "--out", folder];
  const tool = spawn(program, words, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  // A test that fails before it closes the server must not keep the run from ending, nor leave the server behind.
  process.once("exit", () => tool.kill());
  const url = await addressFrom(tool);
  tool.unref();
  tool.stdout.unref();
  return { url, close: () => tool.kill() };
}

/** Serves the folder under /town/, as a host of many pages would. */
export async function serveBelow() {
  const site = await mkdtemp(join(tmpdir(), "laddertown-site-"));
  await symlink(DIST, join(site, "town"));
  await writeFile(join(site, "index.html"), "<!doctype html><title>Another page</title>");
  const server = await serve(site);
  const close = async () => {
    server.close();
    await rm(site, { recursive: true });
  };
  return { url: `${server.url}town/`, close };
}

async function addressFrom(tool) {
  for await (const line of createInterface(tool.stdout)) {
    const url = line.match(/http:\S+/)?.[0];
    if (url) return url;
  }
  throw new Error("the server ended without telling its address; is the folder built?");
}

/** The text of axe, to be run in a page. */
export const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
