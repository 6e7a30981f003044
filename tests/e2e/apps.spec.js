// Fresh apps of frameworks that install the npm package, build with it and serve the result. `cargo xtask test --full` runs
// this. Each folder of tests/npm is an app without the package; its lock file has the versions of everything else.

import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { expect, test } from "@playwright/test";

import { wordsOf } from "./steps/content.js";
import { LEANS, QUESTIONS, answerAll, button, heading } from "./steps/flow.js";
import { complaints, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */

const PACKAGE = String(process.env.SUPPORT_FIT_PACKAGE);

const run = promisify(execFile);

const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

/**
 * Installs and builds an app.
 *
 * @param {string} folder In tests/npm.
 * @param {string[]} options Of its build.
 */
async function built(folder, options) {
  const app = await mkdtemp(join(tmpdir(), `support-fit-${folder}-`));
  await cp(new URL(`../npm/${folder}`, import.meta.url), app, { recursive: true });
  const npm = (/** @type {string[]} */ ...words) =>
    run("npm", words, { cwd: app, env: ENVIRONMENT }).catch((error) => {
      throw new Error(`npm ${words.join(" ")}: ${error.stdout}${error.stderr}`);
    });
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
  try {
    await npm("ci", ...quiet);
    await npm("install", "--no-save", "--no-package-lock", ...quiet, PACKAGE);
  } catch (cause) {
    const remedy = "Remedy: npm has to reach its registry (`npm ping`); then run the test again";
    throw new Error(`the packages of the app cannot be installed. ${remedy}`, { cause });
  }
  await npm("run", "build", "--", ...options);
  return app;
}

/**
 * Serves a built app.
 *
 * @param {string} app
 * @param {string[]} command
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
async function served(app, [program = "", ...words]) {
  const server = spawn(join(app, "node_modules/.bin", program), words, {
    cwd: app,
    env: ENVIRONMENT,
  });
  const stop = () => void server.kill();
  let printed = "";
  for await (const text of server.stdout) {
    printed += String(text).replace(/\x1b\[\d+m/g, "");
    const [url] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(printed) ?? [];
    if (url) {
      server.stdout.resume();
      // The address is printed before the server answers.
      await expect
        .poll(() =>
          fetch(url).then(
            ({ ok }) => ok,
            () => false,
          ),
        )
        .toBe(true);
      return { url, stop };
    }
  }
  throw new Error(`${program} has stopped: ${printed}`);
}

const VITE = {
  folder: "vite",
  options: /** @type {string[]} */ ([]),
  serve: ["vite", "preview", "--port", "0", "--host", "127.0.0.1"],
  german: "/?lang=de",
  isRendered: false,
};

const NEXT = {
  folder: "next",
  options: /** @type {string[]} */ ([]),
  serve: ["next", "start", "--port", "0", "--hostname", "127.0.0.1"],
  german: "/de",
  isRendered: true,
};

for (const [name, { folder, options, serve, german, isRendered }] of Object.entries({
  Vite: VITE,
  "Next.js": NEXT,
  "Next.js with webpack": { ...NEXT, options: ["--webpack"] },
})) {
  test(`A fresh app of ${name} shows the package from the first question to the result`, async ({
    page,
  }) => {
    // Most of it for the build.
    test.setTimeout(600_000);
    page.setDefaultTimeout(30_000);
    const found = complaints(page);
    const app = await test.step("it installs and builds", () => built(folder, options));
    const { url, stop } = await served(app, serve);
    try {
      await test.step("in English", async () => {
        await page.goto(url);
        await ready(page);
        await answerAll(page, LEANS);
        await heading(page, "Leaning toward co-managed IT").waitFor();
        await expect.poll(() => verdict(page)).toBe("lean");
      });
      await test.step("in German, with the same answers and the words of every module", async () => {
        const { contact, ui } = wordsOf("de");
        await page.goto(url + german);
        await ready(page);
        await expect(button(page, ui.result.view.why).first()).toBeVisible();
        await page.getByLabel(contact.field.email).waitFor();
      });
      if (isRendered)
        await test.step("the HTML from the server has the element with its fallback", async () => {
          const html = await (await page.request.get(url)).text();
          expect(html).toMatch(/<support-fit[^>]*><p>The assessment needs JavaScript/);
          expect(html).not.toContain(QUESTIONS[0]);
        });
      expect(found).toEqual([]);
    } finally {
      stop();
      await rm(app, { recursive: true });
    }
  });
}

/** @param {Page} page */
const verdict = (page) => page.evaluate(() => document.documentElement.dataset.verdict);
