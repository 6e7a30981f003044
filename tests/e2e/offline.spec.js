// Our own pages without a network, and how a newer build takes the place of an older one.

import { expect, test as base } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS } from "./steps/content.js";
import { Deployment } from "./steps/deployment.js";
import { LEANS, QUESTIONS, answer, answerAll, heading } from "./steps/flow.js";

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
 * Waits until the build is kept: the next visit needs no network.
 *
 * @param {Page} page
 */
async function isKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/**
 * Opens the page for the first time, until it is kept.
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
 * Has the browser look for a newer build, and waits until it has seen what there is.
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

for (const path of ["", "index.html", "frame.html"]) {
  test(`the page "${path}" opens without a network`, async ({ page, server }) => {
    await visit(page, server, path);
    await server.stop();
    await page.reload();
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
  });
}

test("a reload without a network keeps the place and the answers", async ({ page, server }) => {
  await visit(page, server);
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  await server.stop();
  await page.reload();
  await expect(heading(page, QUESTIONS[1])).toBeVisible();
});

test("after a reload without a network the check goes on to its result", async ({
  page,
  server,
}) => {
  await visit(page, server);
  await server.stop();
  await page.reload();
  await answerAll(page, LEANS);
  await expect(page.getByRole("article")).toBeVisible();
});

test("it opens without a network after the worker was stopped", async ({ page, server }) => {
  await visit(page, server);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await server.stop();
  await page.reload();
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
});

test("a page that is visited again asks the server for the worker alone", async ({
  page,
  server,
}) => {
  await visit(page, server);
  server.asked.length = 0;
  await page.reload();
  await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
  expect(server.asked.filter((request) => request !== "GET sw.js")).toEqual([]);
});

test("it keeps the files of the build and nothing else", async ({ page, server }) => {
  await visit(page, server);
  await page.reload();
  await page.evaluate(async () => {
    await fetch("./settings.json").catch(() => {});
    await fetch("./", { method: "POST", body: "said" }).catch(() => {});
  });
  expect(server.asked).toContain("POST index.html");
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names[0] ?? "");
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/");
  expect(kept).not.toContain("/settings.json");
  expect(new Set(kept).size).toBe(kept.length);
});

test.describe("a newer build", () => {
  test.beforeEach(async ({ page, server }) => {
    await visit(page, server);
    // The page is the worker's from its second opening on.
    await page.reload();
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    server.deploy("Newer");
  });

  test("is offered, and changes nothing before it is wanted", async ({ page, server }) => {
    await look(page);
    await expect(page.getByText(NEWER)).toBeVisible();
    await answer(page, LEANS[1]);
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await server.stop();
    await page.reload();
    await expect(page).not.toHaveTitle("Newer");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });

  test("is there at a press, with the place and the answers", async ({ page }) => {
    await look(page);
    await page.getByRole("button", { name: USE }).click();
    await expect(page).toHaveTitle("Newer");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`is offered on a narrow page, and the checker finds nothing (${colorScheme})`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await look(page);
      await expect(page.getByRole("button", { name: USE })).toBeInViewport();
      await expect(page.getByRole("button", { name: LATER })).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await barriers(page)).toEqual([]);
    });
  }

  test("can be taken with the keyboard", async ({ page }) => {
    await look(page);
    await page.getByRole("button", { name: USE }).waitFor();
    await heading(page, QUESTIONS[1]).focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect(async () => {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(USE);
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle("Newer");
  });

  test("can wait, and the notice goes", async ({ page }) => {
    await look(page);
    await page.getByRole("button", { name: LATER }).click();
    await expect(page.getByText(NEWER)).toHaveCount(0);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });

  test("is there for the next visit once the page was closed", async ({
    page,
    context,
    server,
  }) => {
    await look(page);
    await page.close();
    const next = await context.newPage();
    await expect(async () => {
      await next.goto(server.address);
      await expect(next).toHaveTitle("Newer", { timeout: 500 });
    }).toPass();
    await expect(heading(next, QUESTIONS[1])).toBeVisible();
  });

  test("leaves nothing of the builds before the last one", async ({ page, server }) => {
    for (const title of ["Newer", "Newest", "Last"]) {
      server.deploy(title);
      await look(page);
      await page.getByRole("button", { name: USE }).click();
      await expect(page).toHaveTitle(title);
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      await isKept(page);
    }
    await expect.poll(async () => (await builds(page)).length).toBe(2);
  });

  for (const [what, fault] of /** @type {const} */ ([
    ["is missing", 404],
    ["fails", 503],
    ["is of another build", { content: "<title>Half</title>" }],
    ["is cut off", "cut off"],
  ])) {
    test(`of which a file ${what} is not used, and is once it is whole`, async ({
      page,
      server,
    }) => {
      server.break("frame.html", fault);
      await look(page);
      await expect(page.getByText(NEWER)).toHaveCount(0);
      expect(await builds(page)).toHaveLength(1);
      await page.reload();
      await expect(page).not.toHaveTitle("Newer");
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      server.heal();
      await look(page);
      await page.getByRole("button", { name: USE }).click();
      await expect(page).toHaveTitle("Newer");
    });
  }
});

test("what the browser throws away while the page is open comes from the network again", async ({
  page,
  server,
}) => {
  await visit(page, server);
  await page.reload();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await answerAll(page, LEANS);
  await expect(page.getByRole("article")).toBeVisible();
});

test("where there is no room the page works as before", async ({ page, server }) => {
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

test("the page can be installed", async ({ page, server }) => {
  await visit(page, server);
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The test's own window is a private one, and that is all that stands against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});
