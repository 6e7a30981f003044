// A WordPress of its own for the tests: PHP's built-in server, and MariaDB with a data folder and a socket of its own and no
// port. Everything is in a temporary folder, and no existing database is used. Playwright runs this before all tests.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const { WORDPRESS, PHP, MARIADBD, MARIADB_INSTALL_DB } = process.env;

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Of the administrator and the author. */
export const PASSWORD = "support-fit 2b7e";

/** A theme without blocks, in which the head is printed before the content is rendered. */
const CLASSIC = {
  "style.css": "/* Theme Name: Classic */",
  "index.php": `<!doctype html><html <?php language_attributes(); ?>>
    <head><meta charset="utf-8"><title>Classic</title><?php wp_head(); ?></head>
    <body><?php while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>`,
};

/** @returns A function that stops the site and removes it. */
export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), "support-fit-wordpress-"));
  const database = await startDatabase(folder);
  const site = join(folder, "site");
  copyWordPress(site);
  const address = `http://127.0.0.1:${await freePort()}`;
  writeFileSync(join(site, "wp-config.php"), configuration(folder));
  php(join(HERE, "install.php"), site, address, PASSWORD);
  const server = startServer(folder, site, address);
  await answered(`${address}/wp-login.php`, server, join(folder, "server.log"));
  Object.assign(process.env, { SUPPORT_FIT_SITE: address, SUPPORT_FIT_SITE_FOLDER: site });
  return async () => {
    await stop(server);
    await stop(database);
    rmSync(folder, { recursive: true });
  };
}

/**
 * Runs a PHP program and returns what it prints.
 *
 * @param {string[]} words
 */
export function php(...words) {
  return execFileSync(String(PHP), words, { encoding: "utf8" });
}

/** @param {string} folder */
async function startDatabase(folder) {
  const data = join(folder, "data");
  const { username } = userInfo();
  const own = ["--no-defaults", `--datadir=${data}`, `--user=${username}`];
  const options = ["--auth-root-authentication-method=normal", "--skip-test-db"];
  execFileSync(String(MARIADB_INSTALL_DB), [...own, ...options], { stdio: "ignore" });
  const socket = join(folder, "socket");
  const files = [`--socket=${socket}`, `--pid-file=${join(folder, "pid")}`];
  const log = join(folder, "database.log");
  const started = spawned(String(MARIADBD), [...own, ...files, "--skip-networking"], log);
  while (!existsSync(socket)) {
    if (started.exitCode !== null) throw new Error(`MariaDB stopped: ${readFileSync(log, "utf8")}`);
    await pause(20);
  }
  const sql =
    "(new mysqli('localhost', 'root', '', '', 0, $argv[1]))->query('CREATE DATABASE site');";
  php("-r", sql, socket);
  return started;
}

/** @param {string} site */
function copyWordPress(site) {
  // What a link leads to is copied with it, except where nothing is there: Debian's settings of Apache.
  const filter = (/** @type {string} */ path) => existsSync(path);
  cpSync(String(WORDPRESS), site, { recursive: true, dereference: true, filter });
  for (const [name, text] of Object.entries(CLASSIC)) {
    const folder = join(site, "wp-content/themes/classic");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** @param {string} folder */
function configuration(folder) {
  const constants = {
    DB_NAME: "site",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${join(folder, "socket")}`,
    DB_CHARSET: "utf8mb4",
    DB_COLLATE: "",
    AUTH_KEY: "1",
    SECURE_AUTH_KEY: "2",
    LOGGED_IN_KEY: "3",
    NONCE_KEY: "4",
    FS_METHOD: "direct",
    // No request to other servers, and no work in the background.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: join(folder, "site/debug.log"),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${typeof value === "string" ? `'${value}'` : value} );`,
  );
  return `<?php
${lines.join("\n")}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
`;
}

/**
 * @param {string} folder
 * @param {string} site
 * @param {string} address
 */
function startServer(folder, site, address) {
  // As the limits that the documentation of WordPress suggests for uploads.
  const limits = ["-d", "upload_max_filesize=8M", "-d", "post_max_size=8M"];
  // A changed wp-config.php applies at once.
  const fresh = ["-d", "opcache.revalidate_freq=0"];
  const words = [...limits, ...fresh, "-S", address.replace("http://", ""), "-t", site];
  // WordPress calls itself, and the server answers one request at a time by default.
  return spawned(String(PHP), words, join(folder, "server.log"), { PHP_CLI_SERVER_WORKERS: "4" });
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} log
 * @param {Record<string, string>} [variables]
 */
function spawned(program, words, log, variables = {}) {
  const output = openSync(log, "w");
  const env = { ...process.env, ...variables };
  // A group, since PHP's server starts others.
  const started = spawn(program, words, { stdio: ["ignore", output, output], env, detached: true });
  closeSync(output);
  return started;
}

/** @param {import("node:child_process").ChildProcess} started */
async function stop(started) {
  if (started.exitCode !== null || started.pid === undefined) return;
  process.kill(-started.pid, "SIGTERM");
  await once(started, "exit");
}

/**
 * @param {string} address
 * @param {import("node:child_process").ChildProcess} server
 * @param {string} log
 */
async function answered(address, server, log) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PHP stopped: ${readFileSync(log, "utf8")}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    if (response) throw new Error(`${address} answered ${response.status}`);
    await pause(50);
  }
}

async function freePort() {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await once(server.close(), "close");
  return port;
}
