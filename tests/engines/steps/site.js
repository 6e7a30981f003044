// A server of a test's own: the release folder with the headers of a real deployment, and pages around it from another
// origin. A new port is a new origin, so no test finds what another one kept.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../dist/", import.meta.url));

const WIDGET = "/widget/";

/**
 * The headers that the build writes down for each path: a pattern, and what holds for it.
 *
 * @type {{ pattern: RegExp, headers: [string, string][] }[]}
 */
const RULES = [];
for (const line of readFileSync(join(FOLDER, "_headers"), "utf8").split("\n")) {
  const [, name, value] = /^ +([\w-]+): (.*)/.exec(line) ?? [];
  if (name && value) RULES.at(-1)?.headers.push([name, value]);
  else if (line.startsWith("/")) {
    const pattern = line.replace(/[.+?]/g, "\\$&").replaceAll("*", ".*");
    RULES.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
  }
}

/** Runs before anything else in a page, and tells the server of every complaint. */
function watch() {
  const tell = (/** @type {unknown[]} */ ...said) =>
    void fetch("/complaint", { method: "POST", keepalive: true, body: said.map(String).join(" ") });
  for (const kind of /** @type {const} */ (["error", "warn"])) {
    const log = console[kind];
    console[kind] = (...said) => {
      tell(kind, ...said);
      log(...said);
    };
  }
  addEventListener("unhandledrejection", ({ reason }) => tell("unhandled", reason));
  addEventListener("securitypolicyviolation", (event) =>
    tell("policy", event.effectiveDirective, event.blockedURI, event.sourceFile),
  );
  // Also what cannot be loaded, which does not bubble.
  addEventListener(
    "error",
    ({ message, target }) =>
      tell("error", message ?? /** @type {Element} */ (target).outerHTML?.slice(0, 200)),
    { capture: true },
  );
}

export class Site {
  /** What pages complained of. @type {string[]} */
  complaints = [];

  /** The address of the release folder. */
  widget = "";

  /** Host pages, by their path. @type {Map<string, string>} */
  #pages = new Map();

  /** The files that are cut off once. @type {RegExp | undefined} */
  #dropped;

  #server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/complaint") {
      const said = [];
      for await (const part of request) said.push(part);
      this.complaints.push(Buffer.concat(said).toString());
      return response.end();
    }
    if (pathname === "/watch.js") {
      response.setHeader("Content-Type", "text/javascript");
      return response.end(`(${watch})();`);
    }
    const own = this.#pages.get(pathname);
    if (own !== undefined) {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return response.end(watched(own));
    }
    const path = pathname.startsWith(WIDGET) ? pathname.slice(WIDGET.length - 1) : "/missing";
    const file = join(FOLDER, path === "/" ? "index.html" : path);
    if (!file.startsWith(FOLDER) || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    for (const { pattern, headers } of RULES) {
      if (pattern.test(path)) for (const header of headers) response.setHeader(...header);
    }
    const bytes = readFileSync(file);
    if (this.#dropped?.test(path)) {
      this.#dropped = undefined;
      response.setHeader("Content-Length", bytes.length);
      // Browsers repeat a request by themselves if nothing has arrived.
      return response.write(bytes.subarray(0, 100), () => response.destroy());
    }
    // A page that is shown is watched; one that a service worker keeps stays as the build made it.
    const isShown = ["document", "iframe"].includes(String(request.headers["sec-fetch-dest"]));
    return response.end(isShown ? watched(bytes.toString()) : bytes);
  });

  /** Starts serving; once only. */
  async start() {
    await new Promise((listening) =>
      this.#server.listen(0, "127.0.0.1", () => listening(undefined)),
    );
    const { port } = /** @type {import("node:net").AddressInfo} */ (this.#server.address());
    this.widget = `http://127.0.0.1:${port}${WIDGET}`;
    this.#host = `http://localhost:${port}`;
  }

  #host = "";

  /**
   * Cuts off the next file that is requested and matches.
   *
   * @param {RegExp} path In the release folder.
   */
  drop(path) {
    this.#dropped = path;
  }

  /** From now on nothing answers. */
  async stop() {
    if (!this.#server.listening) return;
    const closed = new Promise((closed) => this.#server.close(closed));
    this.#server.closeAllConnections();
    await closed;
  }

  /**
   * Puts a page on the site around the widget, which is another origin.
   *
   * @param {string} body
   * @param {{ attributes?: string, head?: string }} [options] `attributes` are those of the root element.
   * @returns {string} Its address.
   */
  page(body, { attributes = "", head = "" } = {}) {
    const path = `/host-${this.#pages.size}.html`;
    this.#pages.set(
      path,
      `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," /><title>A host page</title>${head}</head><body>${body}</body></html>`,
    );
    return this.#host + path;
  }
}

/** @param {string} page */
function watched(page) {
  return page.replace(/<head>/, '<head><script src="/watch.js"></script>');
}
