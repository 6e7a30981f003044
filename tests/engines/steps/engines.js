// The browsers, each by its own driver, all spoken to in one protocol (WebDriver).
//
// `cargo xtask test --engines` says where the programs are; see xtask/src/test/browser.rs.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */

/** What a visitor's system asks of pages. @typedef {"dark" | "still" | "forced colors"} Wish */

/**
 * A running browser.
 *
 * @typedef {{ driver: WebDriver, quit: () => Promise<void> }} Running
 */

/**
 * @typedef {object} Engine
 * @property {Wish[]} emulates What it can be told to wish.
 * @property {boolean} prints Whether its driver hands the printed page over.
 * @property {(wishes: Wish[], downloads: string) => Promise<Running>} start Saves files in the folder `downloads`.
 */

/**
 * A program of the environment.
 *
 * @param {string} name
 */
function program(name) {
  const path = process.env[name];
  if (!path) throw new Error(`Set ${name}, or run \`cargo xtask test --engines\`, which does.`);
  return path;
}

/** @type {Engine} */
const chromium = {
  emulates: ["dark", "still", "forced colors"],
  prints: true,
  async start(wishes, downloads) {
    const options = new chrome.Options();
    options.setChromeBinaryPath(program("CHROMIUM"));
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.setUserPreferences({ "download.default_directory": downloads });
    const service = new chrome.ServiceBuilder(program("CHROMEDRIVER")).build();
    const driver = chrome.Driver.createSession(options, service);
    const features = [
      { name: "prefers-color-scheme", value: wishes.includes("dark") ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: wishes.includes("still") ? "reduce" : "" },
      { name: "forced-colors", value: wishes.includes("forced colors") ? "active" : "none" },
    ];
    await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
    return { driver, quit: () => driver.quit() };
  },
};

/** @type {Engine} */
const gecko = {
  emulates: ["dark", "still", "forced colors"],
  prints: true,
  async start(wishes, downloads) {
    const options = new firefox.Options();
    options.setBinary(program("FIREFOX"));
    options.addArguments("-headless");
    // 2: the folder in the next preference.
    options.setPreference("browser.download.folderList", 2);
    options.setPreference("browser.download.dir", downloads);
    const dark = wishes.includes("dark") ? 0 : 1;
    options.setPreference("layout.css.prefers-color-scheme.content-override", dark);
    options.setPreference("ui.prefersReducedMotion", wishes.includes("still") ? 1 : 0);
    // 2: the colors of the system always, as with a theme of high contrast.
    if (wishes.includes("forced colors")) {
      options.setPreference("browser.display.document_color_use", 2);
    }
    const service = new firefox.ServiceBuilder(program("GECKODRIVER")).build();
    const driver = firefox.Driver.createSession(options, service);
    return { driver, quit: () => driver.quit() };
  },
};

/** @type {Engine} */
const webkit = {
  emulates: ["dark", "still"],
  prints: false,
  async start(wishes, downloads) {
    const home = mkdtempSync(join(tmpdir(), "support-fit-webkit-"));
    mkdirSync(join(home, "gtk-3.0"));
    const settings = `[Settings]\ngtk-enable-animations=${!wishes.includes("still")}\n`;
    writeFileSync(join(home, "gtk-3.0/settings.ini"), settings);
    writeFileSync(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    // WebKitGTK draws to a screen: it gets one that nobody sees. Xvfb says which it has made.
    // No window manager gives the focus, so the window under the pointer has it. The pointer starts in the middle of the
    // screen, which has to be inside the window.
    const xvfb = spawn(
      "Xvfb",
      ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
      {
        stdio: ["ignore", "ignore", "ignore", "pipe"],
      },
    );
    const [display] = await once(
      /** @type {import("node:stream").Readable} */ (xvfb.stdio[3]),
      "data",
    );
    const port = await freePort();
    const service = spawn(program("WEBKIT_DRIVER"), [`--port=${port}`], {
      stdio: "ignore",
      env: {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        XDG_CONFIG_HOME: home,
        // Its sandbox does not start as root in a container.
        ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" }),
      },
    });
    const end = async () => {
      for (const child of [service, xvfb]) {
        if (child.exitCode === null && child.kill()) await once(child, "exit");
      }
      rmSync(home, { recursive: true, force: true });
    };
    try {
      const server = `http://127.0.0.1:${port}`;
      await answering(`${server}/status`);
      const driver = new Builder()
        .usingServer(server)
        .withCapabilities({
          browserName: "MiniBrowser",
          "webkitgtk:browserOptions": {
            binary: program("WEBKIT_BROWSER"),
            args: ["--automation", ...(wishes.includes("dark") ? ["--dark-mode"] : [])],
          },
        })
        .build();
      await driver.getSession();
      return { driver, quit: () => driver.quit().finally(end) };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

/** @type {Record<string, Engine>} */
const ENGINES = { chromium, firefox: gecko, webkit };

/** The engine that is tried, by its name in the environment. */
export const NAME = program("SUPPORT_FIT_ENGINE");

const found = ENGINES[NAME];
if (!found) throw new Error(`SUPPORT_FIT_ENGINE is one of ${Object.keys(ENGINES).join(", ")}.`);

/** The engine that is tried. */
export const ENGINE = found;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Waits until a server answers.
 *
 * @param {string} address
 */
async function answering(address) {
  for (const end = Date.now() + 20_000; ;) {
    try {
      return void (await fetch(address));
    } catch (error) {
      if (Date.now() > end) throw new Error("WebKitWebDriver does not answer", { cause: error });
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}
