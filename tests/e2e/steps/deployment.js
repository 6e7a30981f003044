// A server that a test controls. It serves the release folder, and can deploy another build, break files and go down.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../dist/", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/**
 * A status code, different content, or a connection that is cut off.
 *
 * @typedef {number | { content: string } | "cut off"} Fault
 */

/** @param {string} text */
const integrityOf = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

/** A server with the release folder. */
export class Deployment {
  /** The files whose content differs from the folder, by path. @type {Map<string, string>} */
  #changed = new Map();

  /** The files that are served with a fault, by path. @type {Map<string, Fault>} */
  #faults = new Map();

  /** The requests, in order. @type {string[]} */
  asked = [];

  /** Headers that every answer has, such as a policy. @type {Record<string, string>} */
  headers = {};

  #server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? "/", "http://localhost").pathname).slice(1);
    const name = path === "" ? "index.html" : path;
    this.asked.push(`${request.method} ${name}`);
    const fault = this.#faults.get(name);
    const status = typeof fault === "number" ? fault : 200;
    response.writeHead(status, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      ...this.headers,
    });
    if (fault === "cut off") return response.write("<!doctype", () => response.destroy());
    if (status !== 200) return response.end();
    const text = typeof fault === "object" ? fault.content : this.#changed.get(name);
    if (text !== undefined) return response.end(text);
    return createReadStream(join(FOLDER, name))
      .on("error", () => response.end())
      .pipe(response);
  });

  /** The address of the folder. */
  address = "";

  /** Starts the server. */
  async start() {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (this.#server.address());
    this.address = `http://127.0.0.1:${port}/`;
  }

  /** Whether the server is running. */
  get isUp() {
    return this.#server.listening;
  }

  /** Stops the server and closes every connection. */
  async stop() {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  /**
   * Serves a file with a fault.
   *
   * @param {string} path
   * @param {Fault} fault
   */
  break(path, fault) {
    this.#faults.set(path, fault);
  }

  /** Removes every fault. */
  heal() {
    this.#faults.clear();
  }

  /**
   * Deploys a build whose page has a different title.
   *
   * @param {string} title
   */
  deploy(title) {
    const page = readFileSync(join(FOLDER, "index.html"), "utf8");
    const worker = readFileSync(join(FOLDER, "sw.js"), "utf8");
    const other = page.replace(/<title>.*<\/title>/, `<title>${title}</title>`);
    this.#changed.set("index.html", other);
    const version = createHash("sha256").update(title).digest("hex").slice(0, 16);
    this.#changed.set(
      "sw.js",
      worker
        .replace(integrityOf(page), integrityOf(other))
        .replace(/version:\s*"\w+"/, `version:"${version}"`),
    );
  }
}
