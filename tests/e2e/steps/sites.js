// Pages of another origin that use the widget as the recipes say, from the address in the recipes.

import { readFileSync } from "node:fs";

import { build } from "esbuild";

/** @typedef {import("@playwright/test").Page} Page */

/** The origin of the widget in the recipes. */
const WIDGET = "https://widget.example";

const SITE = "https://site.example";

/**
 * A snippet of the recipes.
 *
 * @param {string} name
 */
export const snippet = (name) =>
  readFileSync(new URL(`../../../docs/snippets/${name}`, import.meta.url), "utf8");

/**
 * Opens a page of the site.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {object} site
 * @param {string} [site.head]
 * @param {string} site.body
 * @param {string} [site.policy]
 * @param {string} [site.script] Served as /site.js.
 * @param {string} [site.css] Served as /site.css.
 */
export async function openSite(page, baseURL, { head = "", body, policy, script = "", css = "" }) {
  await page.route(`${WIDGET}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({
      response: await route.fetch({ url: `${baseURL}/widget${pathname}${search}` }),
    });
  });
  await page.route(`${SITE}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/site.js") {
      return route.fulfill({ contentType: "text/javascript", body: script });
    }
    if (pathname === "/site.css") return route.fulfill({ contentType: "text/css", body: css });
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: policy ? { "content-security-policy": policy.trim() } : {},
      body: `<!doctype html><html lang="en"><head><title>A site</title>
        <link rel="icon" href="data:," />${head}</head><body>${body}</body></html>`,
    });
  });
  await page.goto(`${SITE}/`);
}

/**
 * Bundles a script for the browser, or for the server.
 *
 * @param {string} source It may import the snippets as `./NAME`.
 * @param {"browser" | "node"} [platform]
 */
export async function bundle(source, platform = "browser") {
  const resolveDir = new URL("../../../docs/snippets", import.meta.url).pathname;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir, loader: "jsx" },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    platform,
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    banner:
      platform === "node"
        ? { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' }
        : {},
    logLevel: "silent",
  });
  return String(outputFiles?.[0]?.text);
}

/**
 * Runs a bundle in Node and returns its default export.
 *
 * @param {string} source
 * @returns {Promise<string>}
 */
export async function rendered(source) {
  const code = await bundle(source, "node");
  const address = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  return (await import(address)).default;
}
