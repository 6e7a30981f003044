// A real nginx with the sample configuration from `hosting/`, for the hosting tests. One origin has the release folder after
// an update, with the files of the previous version; another has the same with the sample of a build with a receiver of
// messages; a third has the pages that embed the widget, under the content policy from `docs/embedding.md`, and is that
// receiver. Playwright runs this before all tests.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The sample of a build with a receiver. */
const RULES = join(String(process.env.SUPPORT_FIT_RULES_WITH_RECEIVER), "nginx.conf");

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A version that was never released. */
const PREVIOUS = "support-fit-0.0.0.js";

/** The receivers in the configurations next to `frame.html`, each with its name. */
const RECEIVERS = ["form", "post"];

/** What a strict page adds to the recommended policy. */
const STRICTER = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** @returns A function that stops nginx. */
export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), "support-fit-nginx-"));
  const ports = await freePorts();
  const [widget, sending, site] = ports.map((port) => `http://127.0.0.1:${port}`);
  addWidget(join(folder, "widget"));
  for (const receiver of RECEIVERS) {
    const contact = { receiver, url: `${site}/lead`, fields: ["email"] };
    const settings = JSON.stringify({ frame: true, contact });
    writeFileSync(join(folder, "widget", `${receiver}.json`), settings);
  }
  addSite(join(folder, "site"), String(widget));
  const configuration = join(folder, "nginx.conf");
  const log = join(folder, "error.log");
  writeFileSync(configuration, configured(folder, ports, String(widget)));
  const options = ["-p", folder, "-c", configuration, "-e", log];
  const nginx = spawn(String(process.env.NGINX_PROGRAM), options, { stdio: "ignore" });
  for (const port of ports) {
    while (!(await isListening(port))) {
      if (nginx.exitCode !== null) throw new Error(`nginx stopped: ${readFileSync(log, "utf8")}`);
      await pause(20);
    }
  }
  process.env.SUPPORT_FIT_NGINX = widget;
  process.env.SUPPORT_FIT_NGINX_SENDING = sending;
  process.env.SUPPORT_FIT_NGINX_SITE = site;
  return async () => {
    nginx.kill();
    await once(nginx, "exit");
    rmSync(folder, { recursive: true });
  };
}

/** Three free ports; nginx cannot choose one itself. */
async function freePorts() {
  const servers = [createServer(), createServer(), createServer()];
  const ports = [];
  for (const server of servers) {
    await once(server.listen(0, "127.0.0.1"), "listening");
    ports.push(/** @type {import("node:net").AddressInfo} */ (server.address()).port);
  }
  for (const server of servers) await once(server.close(), "close");
  return ports;
}

/** @param {number} port */
async function isListening(port) {
  const connection = connect(port, "127.0.0.1");
  try {
    await once(connection, "connect");
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}

/**
 * Writes the release folder, and the files of the previous version: the same files with other digests in their names.
 *
 * @param {string} folder
 */
function addWidget(folder) {
  cpSync(join(ROOT, "dist"), folder, { recursive: true });
  cpSync(RULES, join(folder, "nginx.conf"));
  const assets = join(folder, "assets");
  const names = readdirSync(assets).filter((name) => /-[0-9a-f]{8}\.[a-z0-9]+$/.test(name));
  // The loader names the word files of all languages at once.
  const english = names.filter((name) => name.startsWith("words-en-"));
  const named = [...names, ...english.map((name) => name.replace("-en-", "-*-"))];
  const renamed = (/** @type {string} */ text) =>
    named.reduce((text, name) => text.replaceAll(name, withOtherDigest(name)), text);
  const copy = (/** @type {string} */ from, /** @type {string} */ to) =>
    // Latin-1 keeps every byte.
    writeFileSync(join(folder, to), renamed(readFileSync(join(folder, from), "latin1")), "latin1");
  for (const name of names) copy(`assets/${name}`, `assets/${withOtherDigest(name)}`);
  copy("support-fit.js", PREVIOUS);
}

/** @param {string} name */
function withOtherDigest(name) {
  return name.replace(/[0-9a-f]{8}(?=\.)/, (digest) => [...digest].reverse().join(""));
}

/**
 * Writes pages that load the loader by its stable name, pinned to this version, from the previous version, and with a wrong
 * integrity value; and a page with two frames, the second with a page that must not be framed.
 *
 * @param {string} folder
 * @param {string} origin The origin of the widget.
 */
function addSite(folder, origin) {
  mkdirSync(folder);
  const versioned = String(
    readdirSync(join(ROOT, "dist")).find((name) => /^support-fit-\d.*\.js$/.test(name)),
  );
  const digest = createHash("sha384").update(readFileSync(join(ROOT, "dist", versioned)));
  const pinned = `integrity="sha384-${digest.digest("base64")}" crossorigin="anonymous"`;
  const element = "<support-fit><p>The same questions, on paper.</p></support-fit>";
  const frames = ["frame.html", "index.html"].map(
    (page) =>
      `<iframe data-support-fit allow="clipboard-write" title="${page}" src="${origin}/${page}"></iframe>`,
  );
  const pages = {
    "index.html": ["support-fit.js", "", element],
    "pinned.html": [versioned, pinned, element],
    "previous.html": [PREVIOUS, "", element],
    "wrong-integrity.html": [PREVIOUS, pinned, element],
    "framed.html": ["support-fit-frame.js", "", frames.join("")],
  };
  for (const [name, [script, attributes, content]] of Object.entries(pages)) {
    writeFileSync(
      join(folder, name),
      `<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>A page of another origin</title>
          <link rel="icon" href="/icon.svg" />
          <script type="module" src="${origin}/${script}" ${attributes}></script>
        </head>
        <body><h1>A page of another origin</h1>${content}</body>
      </html>`,
    );
  }
  cpSync(join(ROOT, "demo/icon.svg"), join(folder, "icon.svg"));
}

/**
 * A sample configuration with only the lines marked "yours" replaced.
 *
 * @param {string} file
 * @param {string} folder
 * @param {number | undefined} port
 */
function own(file, folder, port) {
  const sample = readFileSync(file, "utf8")
    .replace(/listen .*# yours/, `listen 127.0.0.1:${port};`)
    .replace(/server_name .*# yours/, "server_name 127.0.0.1;")
    .replace(/root .*# yours/, `root "${folder}/widget";`);
  if (sample.includes("# yours"))
    throw new Error(`${file} has a line that this test does not replace`);
  return sample;
}

/**
 * Both samples and the site. One process, so that stopping it stops everything.
 *
 * @param {string} folder
 * @param {number[]} ports
 * @param {string} widget
 */
function configured(folder, [widgetPort, sendingPort, sitePort], widget) {
  const sample = own(join(ROOT, "hosting/nginx.conf"), folder, widgetPort);
  // The receiver is the site, and variables belong to all servers.
  const sampleWithReceiver = own(RULES, folder, sendingPort)
    .replaceAll("https://receiver.example", `http://127.0.0.1:${sitePort}`)
    .replaceAll("$support_fit_", "$support_fit_with_receiver_");
  const policy = readFileSync(join(ROOT, "docs/snippets/csp.txt"), "utf8")
    .trim()
    .replaceAll("https://widget.example", widget);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path "${folder}/${name}";`)
    .join(" ");
  return `
    daemon off;
    master_process off;
    pid "${folder}/nginx.pid";
    events {}
    http {
      access_log off;
      ${temporary}
      ${sample}
      ${sampleWithReceiver}
      server {
        listen 127.0.0.1:${sitePort};
        root "${folder}/site";
        types {
          text/html html;
          image/svg+xml svg;
        }
        location = /lead {
          default_type application/json;
          add_header Access-Control-Allow-Origin "*";
          return 200 '{ "ok": true }';
        }
        add_header Content-Security-Policy "${STRICTER}; frame-src ${widget}; ${policy}";
        # From the query, as in ?embedder=require-corp.
        add_header Cross-Origin-Embedder-Policy $arg_embedder;
      }
    }`;
}
