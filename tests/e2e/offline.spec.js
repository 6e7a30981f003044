// The stand-alone pages without a network, and updates to a newer build.

import { readFileSync } from "node:fs";

import { expect } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { Deployment } from "./steps/deployment.js";
import { LEANS, QUESTIONS, answer, answerAll, heading } from "./steps/flow.js";
import { test as base, contactState, sendEmail } from "./steps/receiver.js";

/** @typedef {import("@playwright/test").Page} Page */

const { newer: NEWER, use: USE, later: LATER } = WORDS.ui.page;

/** @type {import("@playwright/test").Fixtures<{ server: Deployment }, {}, {}, {}>} */
const FIXTURES = {
  server: async ({}, use) => {
    const server = new Deployment();
    await server.start();
    await use(server);
    if (server.isUp) await server.stop();
  },
};

const test = base.extend(FIXTURES);

test.use({ serviceWorkers: "allow" });

/**
 * Waits until the build is cached: the next visit needs no network.
 *
 * @param {Page} page
 */
async function isKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/**
 * Opens the page for the first time, and waits until it is cached.
 *
 * @param {Page} page
 * @param {Deployment} server
 * @param {string} [path]
 */
async function visit(page, server, path = "") {
  await page.goto(server.address + path);
  await heading(page, QUESTIONS[0]).waitFor();
  await isKept(page);
}

/**
 * Makes the browser check for a newer build, and waits for the outcome.
 *
 * @param {Page} page
 */
function look(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const { installing } = registration ?? {};
    if (!installing) return;
    await new Promise((settled) =>
      installing.addEventListener("statechange", () => {
        if (installing.state !== "installing") settled(undefined);
      }),
    );
  });
}

/** @param {Page} page */
const builds = (page) => page.evaluate(() => caches.keys());

test("Every page opens without a network", async ({ page }) => {
  for (const path of ["", "index.html", "frame.html"]) {
    await test.step(path || "the folder", async () => {
      // A server for each, so that each page has to register the worker.
      const server = new Deployment();
      await server.start();
      try {
        await visit(page, server, path);
      } finally {
        await server.stop();
      }
      await page.reload();
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
      await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    });
  }
});

test("A frame that may store nothing does not keep the build, whatever its address says @threat-storage-none", async ({
  page,
  server,
}) => {
  server.break("quiet.json", { content: '{ "frame": true, "storage": "none" }' });
  server.break("odd.json", { content: '{ "frame": true, "storage": "None" }' });
  const queries = ["storage=None", "storage=local&config=odd.json"];
  for (const query of [...queries, "storage=none", "storage=local&config=quiet.json"]) {
    await test.step(query, async () => {
      await page.goto(`${server.address}frame.html?${query}`);
      await answer(page, LEANS[0]);
      await heading(page, QUESTIONS[1]).waitFor();
      const found = await page.evaluate(async () => ({
        keys: Object.keys(localStorage),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      expect(found).toEqual({ keys: [], caches: [], workers: 0 });
    });
  }
  await visit(page, server, "frame.html");
  expect(await builds(page)).toHaveLength(1);
});

test("Without a network the page keeps its place and answers, and leads to the result", async ({
  page,
  server,
}) => {
  await visit(page, server);
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  await server.stop();

  await test.step("a reload returns to the same question", async () => {
    await page.reload();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
  });

  await test.step("it opens after the browser has stopped the worker", async () => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("ServiceWorker.enable");
    await devtools.send("ServiceWorker.stopAllWorkers");
    await page.reload();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });

  await test.step("the remaining answers lead to the result", async () => {
    await answerAll(page, LEANS.slice(1));
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test("The cache has the files of the build, and a second visit requests only the page's headers and the worker @threat-offline-cache @threat-returning-visitors", async ({
  page,
  server,
}) => {
  await visit(page, server);

  await test.step("the page can be installed", async () => {
    const devtools = await page.context().newCDPSession(page);
    const { data = "{}", errors } = await devtools.send("Page.getAppManifest");
    expect.soft(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // The browser may treat a test window as a private one.
    const ids = installabilityErrors.map(({ errorId }) => errorId);
    expect.soft(ids.filter((id) => id !== "in-incognito")).toEqual([]);
    // Not every Chromium reports those errors, so check what browsers require of a manifest.
    const { name, start_url, display, icons } = JSON.parse(data);
    expect.soft({ name, start_url, display }).toEqual({
      name: "SupportFit",
      start_url: "./",
      display: "standalone",
    });
    const sizes = await page.evaluate(async (icons) => {
      const sizes = [];
      for (const { src, type, purpose } of icons) {
        if (type !== "image/png" || purpose !== "any") continue;
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
        sizes.push(`${width}x${height}`);
      }
      return sizes;
    }, icons);
    expect.soft(sizes).toEqual(["192x192", "512x512"]);
  });

  await test.step("a second visit requests only the page's headers and the worker", async () => {
    server.asked.length = 0;
    await page.reload();
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    expect
      .soft(server.asked.filter((request) => request !== "GET sw.js"))
      .toEqual(["GET index.html"]);
  });

  await test.step("a policy that the owner has added since holds", async () => {
    server.headers = { "content-security-policy": "img-src 'none'" };
    await page.reload();
    const blocked = page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          new Image().src = "picture.png";
        }),
    );
    expect.soft(await blocked).toBe("img-src");
    server.headers = {};
  });

  await test.step("only files of the build are cached", async () => {
    await page.evaluate(async () => {
      await fetch("./settings.json").catch(() => {});
      await fetch("./", { method: "POST", body: "said" }).catch(() => {});
    });
    expect.soft(server.asked).toContain("POST index.html");
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const cache = await caches.open(names[0] ?? "");
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect.soft(kept).toContain("/");
    expect.soft(kept).not.toContain("/settings.json");
    // Only pages with a contact need its files.
    expect.soft(kept.filter((path) => /contact-/.test(path))).toEqual([]);
    expect.soft(new Set(kept).size).toBe(kept.length);
  });

  await test.step("a folder that was taken away is gone, and the worker and its cache with it", async () => {
    server.break("index.html", 404);
    const response = await page.reload();
    expect.soft(response?.status()).toBe(404);
    const left = await page.evaluate(async () => [
      ...(await navigator.serviceWorker.getRegistrations()),
      ...(await caches.keys()),
    ]);
    expect.soft(left).toEqual([]);
    server.heal();
    await visit(page, server);
  });

  await test.step("a file that the browser deletes from the cache is requested again", async () => {
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.reload();
    await answerAll(page, LEANS);
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test("A returning visitor can write to a receiver that the owner has allowed since @threat-returning-visitors", async ({
  page,
  server,
  receiver,
}) => {
  const rules = readFileSync(new URL("../../dist/_headers", import.meta.url), "utf8");
  const [, usual = ""] =
    /^\/frame\.html\n(?: .*\n)*? {2}Content-Security-Policy: (.*)/m.exec(rules) ?? [];
  const contact = { receiver: "form", url: receiver.url, fields: ["email"] };
  server.break("contact.json", { content: JSON.stringify({ frame: true, contact }) });
  const address = `${server.address}frame.html?config=contact.json`;
  server.headers = { "content-security-policy": usual };
  await page.goto(address);
  await answerAll(page, LEANS);
  await isKept(page);

  await test.step("before that, the policy blocks the message", async () => {
    await page.goto(address);
    await sendEmail(page);
    await expect(contactState(page)).toHaveText(WORDS.contact.failed.unsent);
    expect.soft(receiver.received).toEqual([]);
  });

  await test.step("at the next visit, the same build sends it", async () => {
    const { origin } = new URL(receiver.url);
    const allowing = usual.replace("connect-src 'self'", `connect-src 'self' ${origin}`);
    server.headers = { "content-security-policy": allowing };
    server.asked.length = 0;
    await page.goto(address);
    await sendEmail(page);
    await expect(contactState(page)).toHaveText(WORDS.contact.accepted.title);
    expect.soft(receiver.received).toHaveLength(1);
    // The worker has answered everything else.
    expect
      .soft(server.asked.filter((request) => /html|support-fit\.js/.test(request)))
      .toEqual(["GET frame.html"]);
  });
});

test.describe("A newer build", () => {
  test.beforeEach(async ({ page, server }) => {
    await visit(page, server);
    // The worker controls the page from the second visit on.
    await page.reload();
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
  });

  test("is offered, and changes nothing until the visitor accepts it", async ({ page, server }) => {
    server.deploy("Newer");
    await look(page);
    await expect(page.getByText(NEWER)).toBeVisible();

    await test.step("both buttons fit a window 320 px wide", async () => {
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.soft(page.getByRole("button", { name: USE })).toBeInViewport();
      await expect.soft(page.getByRole("button", { name: LATER })).toBeInViewport();
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      if (size) await page.setViewportSize(size);
    });

    await answer(page, LEANS[1]);
    await expect(heading(page, QUESTIONS[2])).toBeVisible();

    await test.step("“Later” closes the notice", async () => {
      await page.getByRole("button", { name: LATER }).click();
      await expect(page.getByText(NEWER)).toHaveCount(0);
      await expect(heading(page, QUESTIONS[2])).toBeVisible();
    });

    await server.stop();
    await page.reload();
    await expect(page).not.toHaveTitle("Newer");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });

  test("is accepted by mouse or keyboard, and only the last two builds stay @threat-offline-cache", async ({
    page,
    server,
  }) => {
    const use = page.getByRole("button", { name: USE });
    for (const title of ["Newer", "Newest", "Last"]) {
      await test.step(title, async () => {
        server.deploy(title);
        await look(page);
        await use.waitFor();
        if (title === "Newest") {
          await heading(page, QUESTIONS[1]).focus();
          const focused = () => page.evaluate(() => document.activeElement?.textContent);
          await expect(async () => {
            await page.keyboard.press("Tab");
            expect(await focused()).toBe(USE);
          }).toPass();
          await page.keyboard.press("Enter");
        } else {
          await use.click();
        }
        await expect(page).toHaveTitle(title);
        await expect(heading(page, QUESTIONS[1])).toBeVisible();
        await isKept(page);
      });
    }
    await expect.poll(async () => (await builds(page)).length).toBe(2);
  });

  test("is used by the next visit after the page was closed", async ({ page, context, server }) => {
    server.deploy("Newer");
    await look(page);
    await page.close();
    const next = await context.newPage();
    await expect(async () => {
      await next.goto(server.address);
      await expect(next).toHaveTitle("Newer", { timeout: 500 });
    }).toPass();
    await expect(heading(next, QUESTIONS[1])).toBeVisible();
  });

  test("with a broken file is not used until it is complete @threat-offline-cache", async ({
    page,
    server,
  }) => {
    const faults = /** @type {const} */ ([
      ["a file is missing", 404],
      ["the server fails", 503],
      ["a file of another build", { content: "<title>Half</title>" }],
      ["a file is cut off", "cut off"],
    ]);
    for (const [what, fault] of faults) {
      await test.step(what, async () => {
        const before = await builds(page);
        server.deploy(what);
        server.break("frame.html", fault);
        await look(page);
        await expect(page.getByText(NEWER)).toHaveCount(0);
        expect.soft(await builds(page)).toEqual(before);
        await page.reload();
        await expect(page).not.toHaveTitle(what);
        await expect(heading(page, QUESTIONS[1])).toBeVisible();
        server.heal();
        await look(page);
        await page.getByRole("button", { name: USE }).click();
        await expect(page).toHaveTitle(what);
        await isKept(page);
      });
    }
  });
});

test("A full disk leaves the page working as before", async ({ page, server }) => {
  await page.goto("about:blank");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", {
    origin: server.address.slice(0, -1),
    quotaSize: 40_000,
  });
  await page.goto(server.address);
  await answerAll(page, LEANS);
  await expect(page.getByRole("article")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("article")).toBeVisible();
});
