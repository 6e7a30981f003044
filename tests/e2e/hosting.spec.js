// The release folder on a real nginx, with the sample of `hosting/`: embedded from another origin, and after an update.

import { createHash } from "node:crypto";

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { LEANS, answerAll, choose, heading } from "./steps/flow.js";
import { complaints } from "./steps/host.js";
import { contactState, sendEmail } from "./steps/receiver.js";

/** @typedef {import("@playwright/test").Page} Page */

// The origins that `steps/nginx.js` serves; it also writes the pages of the site.
const {
  SUPPORT_FIT_NGINX: WIDGET = "",
  SUPPORT_FIT_NGINX_SENDING: SENDING = "",
  SUPPORT_FIT_NGINX_SITE: SITE = "",
} = process.env;

const SHORT = "public, max-age=300, stale-while-revalidate=3600";
const FOREVER = "public, max-age=31536000, immutable";

/** Content type, caching and compression of every file, by its path. */
const KINDS = [
  { path: /^\/((frame|studio)\.html)?$/, type: "text/html; charset=utf-8", kept: SHORT },
  { path: /^\/support-fit(-frame)?\.js$/, type: "text/javascript; charset=utf-8", kept: SHORT },
  { path: /^\/support-fit-\d[^/]*\.js$/, type: "text/javascript; charset=utf-8", kept: FOREVER },
  { path: /^\/assets\/.*\.js$/, type: "text/javascript; charset=utf-8", kept: FOREVER },
  { path: /^\/assets\/.*\.wasm$/, type: "application/wasm", kept: FOREVER },
  { path: /^\/assets\/.*\.css$/, type: "text/css; charset=utf-8", kept: FOREVER },
  { path: /^\/assets\/words-.*\.txt$/, type: "text/plain; charset=utf-8", kept: FOREVER },
  { path: /^\/assets\/.*\.png$/, type: "image/png", kept: FOREVER, isCompressed: false },
  { path: /^\/sw\.js$/, type: "text/javascript; charset=utf-8", kept: SHORT },
  { path: /^\/support-fit\.schema\..*json$/, type: "application/json", kept: SHORT },
  { path: /^\/manifest\.webmanifest$/, type: "application/manifest+json", kept: SHORT },
  { path: /^\/page-.*\.css$/, type: "text/css; charset=utf-8", kept: FOREVER },
  { path: /^\/icon-.*\.svg$/, type: "image/svg+xml", kept: FOREVER },
];

/** Headers that only pages have. */
const OF_PAGES = [
  "content-security-policy",
  "referrer-policy",
  "cross-origin-opener-policy",
  "origin-agent-cluster",
  "permissions-policy",
];

/** The files that a page requests last: the later module, and its words. */
const LAST = [/^\/assets\/support-fit-later-.*\.wasm$/, /^\/assets\/words-later-.*\.txt$/];

test.beforeAll(() => {
  const remedy = "run `cargo xtask e2e hosting.spec.js`, which starts nginx";
  expect(WIDGET && SITE, `SUPPORT_FIT_NGINX is not set: ${remedy}`).not.toBe("");
});

/**
 * Opens a page, waits until the application and the later module are loaded, and returns the paths requested from the
 * widget's server.
 *
 * @param {Page} page
 * @param {string} address
 */
async function requestedPaths(page, address) {
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

test("A whole quick check works on a page of another origin @threat-host-page @threat-policy", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);

  await test.step("under a policy that names this origin and no other", async () => {
    const response = await page.goto(`${SITE}/`);
    const policy = response?.headers()["content-security-policy"];
    expect.soft(policy).toContain(`script-src 'self' ${WIDGET} 'wasm-unsafe-eval'`);
    expect.soft(policy).toContain("require-trusted-types-for 'script'");
    await answerAll(page, LEANS);
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    expect.soft(found).toEqual([]);
  });

  await test.step("a missing file is a 404 for scripts of another origin", async () => {
    const status = await page.evaluate(
      async (address) => (await fetch(address)).status,
      `${WIDGET}/assets/support-fit-0123456789abcdef.wasm`,
    );
    expect.soft(status).toBe(404);
  });

  await test.step("the documented policy blocks requests to other servers", async () => {
    /** @param {string | undefined} address */
    const canReach = (address) =>
      page.evaluate(
        (address) =>
          fetch(address, { mode: "no-cors" }).then(
            () => true,
            () => false,
          ),
        `${address}/`,
      );
    expect.soft(await canReach(WIDGET)).toBe(true);
    expect.soft(await canReach(baseURL)).toBe(false);
  });
});

test.describe("with the service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("The stand-alone page works under the policy that the server sends", async ({ page }) => {
    const found = complaints(page);
    await requestedPaths(page, `${WIDGET}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    expect(found).toEqual([]);
  });
});

test("Each file has the right type, caching and origin headers and is compressed", async ({
  page,
}) => {
  const paths = new Set([
    ...(await requestedPaths(page, `${SITE}/`)),
    ...(await requestedPaths(page, `${SITE}/pinned.html`)),
    ...(await requestedPaths(page, `${WIDGET}/`)),
  ]);
  // A headless browser does not request icons, and this test blocks service workers.
  for (const link of await page.locator("link:is([rel$=icon], [rel=manifest])").all()) {
    paths.add(new URL(String(await link.getAttribute("href")), `${WIDGET}/`).pathname);
  }
  for (const path of [
    "/frame.html",
    "/studio.html",
    "/support-fit-frame.js",
    "/support-fit.schema.json",
    "/support-fit.schema.draft-07.json",
    "/sw.js",
  ])
    paths.add(path);
  const seen = new Set();
  for (const path of paths) {
    const kind = KINDS.find((kind) => kind.path.test(path));
    expect(kind, `${path} is in no entry of KINDS`).toBeDefined();
    if (!kind) continue;
    seen.add(kind);
    const isCompressed = kind.isCompressed ?? true;
    const [compressed, plain] = await Promise.all(
      ["gzip, deflate, br", "identity"].map((encoding) =>
        page.request.get(`${WIDGET}${path}`, { headers: { "accept-encoding": encoding } }),
      ),
    );
    const { "content-encoding": encoding, ...headers } = compressed?.headers() ?? {};
    expect.soft({ path, status: compressed?.status(), encoding, ...headers }).toMatchObject({
      path,
      status: 200,
      encoding: isCompressed ? "gzip" : undefined,
      "content-type": kind.type,
      "cache-control": kind.kept,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=31536000",
      ...(isCompressed ? { vary: "Accept-Encoding" } : {}),
    });
    expect.soft(plain?.headers()["content-encoding"], path).toBeUndefined();
    expect.soft(plain?.headers().vary, path).toBe(isCompressed ? "Accept-Encoding" : undefined);
    expect.soft(await plain?.body(), path).toEqual(await compressed?.body());
    const isPage = kind.type.startsWith("text/html");
    for (const name of OF_PAGES) expect.soft(name in headers, `${name} ${path}`).toBe(isPage);
    const embedder = path === "/frame.html" ? "require-corp" : undefined;
    expect.soft(headers["cross-origin-embedder-policy"], path).toBe(embedder);
  }
  expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
});

test("Versioned files, repeated requests, missing files and checksums are answered correctly", async ({
  request,
}) => {
  await test.step("files of other versions are cached like those of this one", async () => {
    for (const [path, kept] of Object.entries({
      "/support-fit-0.0.0.js": FOREVER,
      "/404.html": SHORT,
    })) {
      const response = await request.get(`${WIDGET}${path}`);
      expect.soft(response.headers()["cache-control"], path).toBe(kept);
    }
  });

  await test.step("a file that the browser has cached is not sent again", async () => {
    const { etag } = (await request.get(`${WIDGET}/support-fit.js`)).headers();
    const again = await request.get(`${WIDGET}/support-fit.js`, {
      headers: { "if-none-match": String(etag) },
    });
    expect.soft(again.status()).toBe(304);
    expect.soft(again.headers()["cache-control"]).toBe(SHORT);
  });

  await test.step("a missing file is a 404 that is not cached, without a fallback page", async () => {
    for (const path of [
      "/missing.html",
      "/missing/",
      "/assets/support-fit-0123456789abcdef.wasm",
      "/assets/",
      "/assets",
      "/_headers",
      "/nginx.conf",
    ]) {
      const response = await request.get(`${WIDGET}${path}`);
      const headers = response.headers();
      expect.soft(response.status(), path).toBe(404);
      expect.soft(await response.text(), path).not.toContain("support-fit");
      expect.soft(headers["cache-control"], path).toBeUndefined();
    }
  });

  await test.step("every file matches its checksum in SHA256SUMS", async () => {
    const list = await (await request.get(`${WIDGET}/SHA256SUMS`)).text();
    // `_headers` is for other servers.
    const lines = list
      .trimEnd()
      .split("\n")
      .filter((line) => !line.endsWith(" _headers"));
    expect.soft(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
      const response = await request.get(`${WIDGET}/${name}`, {
        headers: { "accept-encoding": "identity" },
      });
      const arrived = createHash("sha256").update(await response.body());
      expect.soft({ name, digest: arrived.digest("hex") }).toEqual({ name, digest });
    }
  });

  await test.step("the licenses and the bill of materials are public and complete", async () => {
    const notices = await request.get(`${WIDGET}/THIRD-PARTY.txt`);
    expect.soft(notices.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    const text = await notices.text();
    /** @type {{ specVersion: string, components: { name: string, version: string, purl: string }[] }} */
    const bill = await (await request.get(`${WIDGET}/sbom.cdx.json`)).json();
    expect.soft(bill.specVersion).toBe("1.6");
    const others = bill.components.filter(
      ({ purl }) => !purl.startsWith("pkg:generic/support-fit"),
    );
    expect.soft(others.length).toBeGreaterThan(50);
    const withoutNotice = others.filter(
      ({ name, version }) => !/^(:| \()/.test(text.split(`\n${name} ${version}`)[1] ?? ""),
    );
    expect.soft(withoutNotice).toEqual([]);
  });
});

test("With the sample of a build with a receiver, the frame may send messages there, and nothing else changes @threat-policy", async ({
  page,
  context,
  request,
}) => {
  const found = complaints(page);

  await test.step("only the policies of pages name it, for requests and for forms", async () => {
    /** @param {string} address */
    const headersOf = async (address) => {
      const { date: _, ...headers } = (await request.get(address)).headers();
      return headers;
    };
    const name = "content-security-policy";
    for (const path of ["/", "/frame.html", "/404.html", "/support-fit.js", "/sw.js"]) {
      const { [name]: usual, ...others } = await headersOf(`${WIDGET}${path}`);
      const { [name]: policy, ...same } = await headersOf(`${SENDING}${path}`);
      expect.soft(same, path).toEqual(others);
      const allowing = usual
        ?.replace("; connect-src 'self'; ", `; connect-src 'self' ${SITE}; `)
        .replace("; form-action 'none'; ", `; form-action ${SITE}; `);
      expect.soft(policy, path).toBe(allowing);
      expect.soft(policy?.split(SITE).length, path).toBe(path.endsWith(".js") ? undefined : 3);
    }
  });

  await test.step("a request", async () => {
    await page.goto(`${SENDING}/frame.html?config=form.json`);
    await answerAll(page, LEANS);
    await sendEmail(page);
    await expect(contactState(page)).toHaveText(WORDS.contact.accepted.title);
  });

  await test.step("a form, in a new tab", async () => {
    await page.goto(`${SENDING}/frame.html?config=post.json`);
    const opens = context.waitForEvent("page");
    await sendEmail(page);
    await (await opens).waitForURL(`${SITE}/lead`);
    await expect(contactState(page)).toHaveText(WORDS.contact.unconfirmed.title);
  });

  expect(found).toEqual([]);
});

test("A loader starts only if it matches its integrity value @threat-integrity", async ({
  page,
}) => {
  await test.step("the pinned loader starts", async () => {
    const found = complaints(page);
    const paths = await requestedPaths(page, `${SITE}/pinned.html`);
    await expect(page.locator("script[integrity^='sha384-'][crossorigin]")).toHaveCount(1);
    expect.soft(paths).not.toContain("/support-fit.js");
    expect.soft(found).toEqual([]);
  });

  await test.step("a loader that does not match the integrity value does not start, and the page keeps its own text", async () => {
    const refused = page.waitForEvent("console", (message) => message.text().includes("integrity"));
    await page.goto(`${SITE}/wrong-integrity.html`);
    await refused;
    await expect(page.getByText("The same questions, on paper.")).toBeVisible();
    expect(await page.evaluate(() => customElements.get("support-fit") === undefined)).toBe(true);
  });
});

test("Other sites can frame frame.html, but not index.html, and cannot reach a window with it @threat-framing", async ({
  page,
}) => {
  const refused = page.waitForEvent("console", (message) =>
    message.text().includes(`"frame-ancestors 'self'"`),
  );
  await page.goto(`${SITE}/framed.html`);
  const framed = page.frameLocator("iframe[title='frame.html']").locator("support-fit");
  await choose(framed, LEANS[0]);
  await refused;
  const other = page.frameLocator("iframe[title='index.html']");
  await expect(other.locator("support-fit")).toHaveCount(0);

  await test.step("another site cannot reach a window that it opens with a page", async () => {
    await page.evaluate(
      (address) => void Object.assign(window, { opened: open(address) }),
      `${WIDGET}/`,
    );
    const isClosed = () => page.evaluate(() => /** @type {any} */ (window).opened.closed);
    await expect.poll(isClosed).toBe(true);
  });

  await test.step("a frame may write to the clipboard if its page allows it, and use nothing else", async () => {
    const allowed = await framed.evaluate(() => {
      const { featurePolicy } = /** @type {any} */ (document);
      return ["clipboard-write", "clipboard-read", "camera"].filter((name) =>
        featurePolicy.allowsFeature(name),
      );
    });
    expect(allowed).toEqual(["clipboard-write"]);
  });

  for (const policy of ["require-corp", "credentialless"]) {
    await test.step(`element and frame work in a page with the embedder policy ${policy}`, async () => {
      for (const [path, shown] of /** @type {const} */ ([
        ["", page],
        ["framed.html", page.frameLocator("iframe[title='frame.html']")],
      ])) {
        const response = await page.goto(`${SITE}/${path}?embedder=${policy}`);
        expect(response?.headers()["cross-origin-embedder-policy"]).toBe(policy);
        await expect(shown.locator("support-fit")).toHaveJSProperty("status", "ready");
      }
    });
  }
});

test("A page that still loads the previous version's loader uses only files of that version @threat-mixed-builds", async ({
  page,
}) => {
  const found = complaints(page);
  const before = await requestedPaths(page, `${SITE}/previous.html`);
  expect(before).toContain("/support-fit-0.0.0.js");
  await answerAll(page, LEANS);
  await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  expect(found).toEqual([]);

  const now = await requestedPaths(page, `${SITE}/`);
  expect(assets(before)).toHaveLength(assets(now).length);
  expect(assets(before).filter((path) => now.includes(path))).toEqual([]);
});
