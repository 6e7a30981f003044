// The release folder on a real nginx, with the sample of `hosting/`: embedded from another origin, after an update.

import { createHash } from "node:crypto";

import { expect, test } from "@playwright/test";

import { LEANS, answerAll, choose, heading } from "./steps/flow.js";
import { complaints } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */

// `xtask/src/test/nginx.rs` says where; the pages are in `xtask/src/test/deployment.rs`.
const WIDGET = process.env.SUPPORT_FIT_NGINX ?? "";
const SITE = process.env.SUPPORT_FIT_NGINX_SITE ?? "";

const BRIEFLY = "public, max-age=300, stale-while-revalidate=3600";
const FOR_GOOD = "public, max-age=31536000, immutable";

/** What every page of the folder loads and is, by its path: type and how long it is kept. */
const KINDS = [
  { path: /^\/(frame\.html)?$/, type: "text/html; charset=utf-8", kept: BRIEFLY },
  { path: /^\/support-fit(-frame)?\.js$/, type: "text/javascript; charset=utf-8", kept: BRIEFLY },
  { path: /^\/support-fit-\d[^/]*\.js$/, type: "text/javascript; charset=utf-8", kept: FOR_GOOD },
  { path: /^\/assets\/.*\.js$/, type: "text/javascript; charset=utf-8", kept: FOR_GOOD },
  { path: /^\/assets\/.*\.wasm$/, type: "application/wasm", kept: FOR_GOOD },
  { path: /^\/assets\/.*\.css$/, type: "text/css; charset=utf-8", kept: FOR_GOOD },
  { path: /^\/assets\/words-.*\.txt$/, type: "text/plain; charset=utf-8", kept: FOR_GOOD },
  { path: /^\/assets\/.*\.png$/, type: "image/png", kept: FOR_GOOD, isPicture: true },
  { path: /^\/sw\.js$/, type: "text/javascript; charset=utf-8", kept: BRIEFLY },
  { path: /^\/manifest\.webmanifest$/, type: "application/manifest+json", kept: BRIEFLY },
  { path: /^\/page-.*\.css$/, type: "text/css; charset=utf-8", kept: FOR_GOOD },
  { path: /^\/icon-.*\.svg$/, type: "image/svg+xml", kept: FOR_GOOD },
];

/** What comes last: the parts of the application that later screens need, and their words. */
const LAST = [/^\/assets\/support-fit-aside-.*\.wasm$/, /^\/assets\/words-plan-.*\.txt$/];

/**
 * Opens a page until the application is there, and what comes after it.
 *
 * @param {Page} page
 * @param {string} address
 * @returns The paths that it asks of the widget's server.
 */
async function loaded(page, address) {
  /** @type {Set<string>} */
  const paths = new Set();
  /** @param {import("@playwright/test").Request} request */
  const note = (request) => {
    const { origin, pathname } = new URL(request.url());
    expect([WIDGET, SITE]).toContain(origin);
    if (origin === WIDGET) paths.add(pathname);
  };
  page.on("request", note);
  await page.goto(address);
  const element = page.locator("support-fit");
  await expect(element).toHaveJSProperty("status", "ready");
  await expect
    .poll(() => LAST.filter((last) => ![...paths].some((path) => last.test(path))))
    .toEqual([]);
  page.off("request", note);
  return [...paths];
}

/** @param {string[]} paths */
const assets = (paths) => paths.filter((path) => path.startsWith("/assets/")).sort();

test("a whole quick check works on a page of another origin, under a policy that names this one", async ({
  page,
}) => {
  const found = complaints(page);
  const response = await page.goto(`${SITE}/`);
  const policy = response?.headers()["content-security-policy"];
  expect(policy).toContain(`script-src 'self' ${WIDGET} 'wasm-unsafe-eval'`);
  expect(policy).toContain("require-trusted-types-for 'script'");
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
  expect(found).toEqual([]);
});

test.describe("with its worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("the stand-alone page works under the policy that the server sends for it", async ({
    page,
  }) => {
    const found = complaints(page);
    await loaded(page, `${WIDGET}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    expect(found).toEqual([]);
  });
});

test("each file says what it is, how long it may be kept and who may use it, and is compressed", async ({
  page,
}) => {
  const paths = new Set([
    ...(await loaded(page, `${SITE}/`)),
    ...(await loaded(page, `${SITE}/pinned.html`)),
    ...(await loaded(page, `${WIDGET}/`)),
  ]);
  // A browser without a window asks for no icon, and this one for no worker.
  for (const link of await page.locator("link:is([rel$=icon], [rel=manifest])").all()) {
    paths.add(new URL(String(await link.getAttribute("href")), `${WIDGET}/`).pathname);
  }
  for (const path of ["/frame.html", "/support-fit-frame.js", "/sw.js"]) paths.add(path);
  const seen = new Set();
  for (const path of paths) {
    const kind = KINDS.find((kind) => kind.path.test(path));
    seen.add(kind);
    const [compressed, plain] = await Promise.all(
      ["gzip, deflate, br", "identity"].map((encoding) =>
        page.request.get(`${WIDGET}${path}`, { headers: { "accept-encoding": encoding } }),
      ),
    );
    const { "content-encoding": encoding, ...headers } = compressed?.headers() ?? {};
    expect.soft({ path, status: compressed?.status(), encoding, ...headers }).toMatchObject({
      path,
      status: 200,
      encoding: kind?.isPicture ? undefined : "gzip",
      "content-type": kind?.type,
      "cache-control": kind?.kept,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      ...(kind?.isPicture ? {} : { vary: "Accept-Encoding" }),
    });
    expect.soft(plain?.headers()["content-encoding"], path).toBeUndefined();
    expect.soft(plain?.headers().vary, path).toBe(kind?.isPicture ? undefined : "Accept-Encoding");
    expect.soft(await plain?.body(), path).toEqual(await compressed?.body());
    const isPage = kind?.type.startsWith("text/html");
    expect.soft("content-security-policy" in headers, path).toBe(isPage);
    expect.soft("referrer-policy" in headers, path).toBe(isPage);
  }
  expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
});

test("other names than those of the present build are told apart too", async ({ request }) => {
  for (const [path, kept] of Object.entries({
    "/support-fit-0.0.0.js": FOR_GOOD,
    "/404.html": BRIEFLY,
  })) {
    const response = await request.get(`${WIDGET}${path}`);
    expect(response.headers()["cache-control"], path).toBe(kept);
  }
});

test("another loader under that integrity value does not start, and the page keeps its own text", async ({
  page,
}) => {
  const refused = page.waitForEvent("console", (message) => message.text().includes("integrity"));
  await page.goto(`${SITE}/exchanged.html`);
  await refused;
  await expect(page.getByText("The same questions, on paper.")).toBeVisible();
  expect(await page.evaluate(() => customElements.get("support-fit") === undefined)).toBe(true);
});

test("the policy that owners are told to send stops requests to anywhere but the widget's server", async ({
  page,
  baseURL,
}) => {
  await page.goto(`${SITE}/`);
  /** @param {string | undefined} address */
  const sent = (address) =>
    page.evaluate(
      (address) =>
        fetch(address, { mode: "no-cors" }).then(
          () => true,
          () => false,
        ),
      `${address}/`,
    );
  expect(await sent(WIDGET)).toBe(true);
  expect(await sent(baseURL)).toBe(false);
});

test("every file of the folder arrives as its checksum says", async ({ request }) => {
  const list = await (await request.get(`${WIDGET}/SHA256SUMS`)).text();
  // `_headers` is for other servers.
  const lines = list
    .trimEnd()
    .split("\n")
    .filter((line) => !line.endsWith(" _headers"));
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    const response = await request.get(`${WIDGET}/${name}`, {
      headers: { "accept-encoding": "identity" },
    });
    const arrived = createHash("sha256").update(await response.body());
    expect.soft({ name, digest: arrived.digest("hex") }).toEqual({ name, digest });
  }
});

test("what of others is in the folder can be read by everybody", async ({ request }) => {
  const notices = await request.get(`${WIDGET}/THIRD-PARTY.txt`);
  expect(notices.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await notices.text();
  /** @type {{ specVersion: string, components: { name: string, version: string, purl?: string }[] }} */
  const bill = await (await request.get(`${WIDGET}/sbom.cdx.json`)).json();
  expect(bill.specVersion).toBe("1.6");
  const others = bill.components.filter(({ purl }) => purl);
  expect(others.length).toBeGreaterThan(50);
  const unnoticed = others.filter(({ name, version }) => !text.includes(`\n${name} ${version}: `));
  expect(unnoticed).toEqual([]);
});

test("other sites can show the page for frames, and no other", async ({ page }) => {
  const refused = page.waitForEvent("console", (message) =>
    message.text().includes(`"frame-ancestors 'self'"`),
  );
  await page.goto(`${SITE}/framed.html`);
  await choose(page.frameLocator("iframe[title='frame.html']").locator("support-fit"), LEANS[0]);
  await refused;
  const other = page.frameLocator("iframe[title='index.html']");
  await expect(other.locator("support-fit")).toHaveCount(0);
});

test("what a browser has kept is not sent again", async ({ request }) => {
  const { etag } = (await request.get(`${WIDGET}/support-fit.js`)).headers();
  const again = await request.get(`${WIDGET}/support-fit.js`, {
    headers: { "if-none-match": String(etag) },
  });
  expect(again.status()).toBe(304);
  expect(again.headers()["cache-control"]).toBe(BRIEFLY);
});

test("what is missing is a 404 that is not kept, and no page in its place", async ({ request }) => {
  for (const path of [
    "/missing.html",
    "/missing/",
    "/assets/support-fit-0123456789abcdef.wasm",
    "/assets/",
    "/assets",
    "/_headers",
  ]) {
    const response = await request.get(`${WIDGET}${path}`);
    const headers = response.headers();
    expect.soft(response.status(), path).toBe(404);
    expect.soft(await response.text(), path).not.toContain("support-fit");
    expect.soft(headers["cache-control"], path).toBeUndefined();
  }
});

test("a page of another origin can tell that a file is missing", async ({ page }) => {
  await page.goto(`${SITE}/`);
  const status = await page.evaluate(
    async (address) => (await fetch(address)).status,
    `${WIDGET}/assets/support-fit-0123456789abcdef.wasm`,
  );
  expect(status).toBe(404);
});

test("the loader of one version, held by its integrity value, starts", async ({ page }) => {
  const found = complaints(page);
  const paths = await loaded(page, `${SITE}/pinned.html`);
  await expect(page.locator("script[integrity^='sha384-'][crossorigin]")).toHaveCount(1);
  expect(paths).not.toContain("/support-fit.js");
  expect(found).toEqual([]);
});

test("a page that still has the loader of the version before goes on with the files of that version", async ({
  page,
}) => {
  const found = complaints(page);
  const before = await loaded(page, `${SITE}/previous.html`);
  expect(before).toContain("/support-fit-0.0.0.js");
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
  expect(found).toEqual([]);

  const now = await loaded(page, `${SITE}/`);
  expect(assets(before)).toHaveLength(assets(now).length);
  expect(assets(before).filter((path) => now.includes(path))).toEqual([]);
});
