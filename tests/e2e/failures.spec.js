// What people see where the application cannot be loaded, what the owner of the page is told, and how it goes on.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { listen, told } from "./steps/events.js";
import { LEANS, QUESTIONS, button, choose, heading, painted } from "./steps/flow.js";
import { SAID, answerWrongly, loggedErrors } from "./steps/failing.js";
import {
  FILES,
  RULES,
  SCRIPT,
  asked,
  complaints,
  element,
  hold,
  openHost,
  ready,
} from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const LOADER = `${process.env.SUPPORT_FIT_URL}/widget/support-fit.js`;

const FALLBACK = "The questions on paper";

const BODY = `${SCRIPT}<support-fit><p>${FALLBACK}</p></support-fit>`;

/**
 * A fault of the server or the network.
 *
 * @typedef {{ pattern: string, answer: (route: Route) => Promise<unknown>, code: string, remedy: string }} Fault
 */

/** @param {Route} route */
const missing = (route) => route.fulfill({ status: 404, body: "Not found" });

/** @param {Route} route */
const page200 = (route) =>
  route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: { "X-Content-Type-Options": "nosniff" },
    body: "<!doctype html><title>Welcome</title>",
  });

const WHOLE = "Deploy a whole build.";

/** @type {Record<string, Fault>} */
const FAULTS = {
  ...Object.fromEntries(
    Object.entries(FILES).map(([what, pattern]) => [
      `the ${what} cannot be found`,
      { pattern, answer: missing, code: "not-found", remedy: WHOLE },
    ]),
  ),
  "the network fails": {
    pattern: FILES.WebAssembly,
    answer: (route) => route.abort(),
    code: "unreachable",
    remedy: "connect-src",
  },
  "the network fails at the glue": {
    pattern: FILES.glue,
    answer: (route) => route.abort(),
    code: "unreachable",
    remedy: "Access-Control-Allow-Origin",
  },
  "there is no network": {
    pattern: FILES.WebAssembly,
    answer: async (route) => {
      await route.request().frame().page().context().setOffline(true);
      await route.abort("internetdisconnected");
    },
    code: "offline",
    remedy: "There is no network.",
  },
  "the glue is answered by a page": {
    pattern: FILES.glue,
    answer: page200,
    code: "wrong-type",
    remedy: "text/javascript",
  },
  "the WebAssembly is answered by a page": {
    pattern: FILES.WebAssembly,
    answer: page200,
    code: "wrong-type",
    remedy: "application/wasm",
  },
  "the WebAssembly is of another build": {
    pattern: FILES.WebAssembly,
    // A module that asks for something that nobody gives.
    answer: (route) =>
      route.fulfill({
        contentType: "application/wasm",
        body: Buffer.from("0061736d01000000010401600000020701016101620000", "hex"),
      }),
    code: "broken-build",
    remedy: WHOLE,
  },
  "the words are of another build": {
    pattern: FILES.words,
    answer: (route) => route.fulfill({ contentType: "text/plain", body: "other words" }),
    code: "broken-build",
    remedy: WHOLE,
  },
};

/**
 * What the page and its browser do not let happen.
 *
 * @type {Record<string, { policy?: (policy: string) => string, script?: () => void, code: string, remedy: string }>}
 */
const OBSTACLES = {
  "the page's policy forbids WebAssembly": {
    policy: (policy) => policy.replace(" 'wasm-unsafe-eval'", ""),
    code: "blocked-by-policy",
    remedy: "'wasm-unsafe-eval'",
  },
  "the page's policy forbids to ask for files": {
    policy: (policy) => policy.replace("connect-src 'self'; ", ""),
    code: "unreachable",
    remedy: "connect-src",
  },
  "the page's policy allows no script but the loader": {
    policy: (policy) => policy.replace("script-src 'self'", `script-src ${LOADER}`),
    code: "blocked-by-policy",
    remedy: "script-src",
  },
  "the browser has no WebAssembly": {
    script: () => Reflect.deleteProperty(globalThis, "WebAssembly"),
    code: "unsupported",
    remedy: "This browser is too old.",
  },
};

/**
 * Opens a host page, and waits until its element has failed.
 *
 * @param {Page} page
 * @param {keyof typeof FAULTS | keyof typeof OBSTACLES} name
 * @param {string} [body]
 */
async function openFailing(page, name, body = BODY) {
  const fault = FAULTS[name];
  const { policy, script } = OBSTACLES[name] ?? {};
  if (fault) await answerWrongly(page, fault.pattern, fault.answer);
  if (script) await page.addInitScript(script);
  await openHost(page, body, { css: RULES, policy });
  await expect(element(page).first()).toHaveJSProperty("status", "failed");
}

for (const [name, { code, remedy }] of Object.entries({ ...FAULTS, ...OBSTACLES })) {
  test.describe(`where ${name}`, () => {
    test("the visitor reads it, and the fallback content", async ({ page }) => {
      await openFailing(page, name);
      await expect(page.getByRole("alert")).toContainText(SAID.failed);
      await expect(button(page, SAID.retry)).toBeVisible();
      await expect(page.getByText(FALLBACK)).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(0);
    });

    test("the console has one line with the code and the remedy", async ({ page }) => {
      const logged = loggedErrors(page);
      await openFailing(page, name);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain(` ${code}: http`);
      expect(logged[0]).toContain(remedy);
      expect(logged[0]).not.toContain("undefined");
    });

    test("the page hears the code", async ({ page }) => {
      await listen(page);
      await openFailing(page, name);
      const message = expect.stringContaining(remedy);
      expect(await told(page)).toEqual([["error", { code, message }]]);
    });
  });
}

test.describe("“Try again”", () => {
  for (const [name, { pattern, answer }] of Object.entries(FAULTS)) {
    test(`goes on with the answer chosen before when it is no longer so that ${name}`, async ({
      page,
    }) => {
      let fail = () => {};
      const chosen = new Promise((done) => (fail = () => done(undefined)));
      const repair = await answerWrongly(page, pattern, answer, chosen);
      await openHost(page, BODY);
      await choose(page, LEANS[0]);
      fail();
      await button(page, SAID.retry).waitFor();
      await repair();
      await page.context().setOffline(false);
      // As a keyboard does: a mouse would be over what comes.
      await button(page, SAID.retry).dispatchEvent("click");
      await ready(page);
      await expect(page.getByRole("alert")).toHaveCount(0);
      await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    });
  }

  const NOT_FOUND = "the WebAssembly cannot be found";

  test("says it again where it fails again", async ({ page }) => {
    const logged = loggedErrors(page);
    await openFailing(page, NOT_FOUND);
    await button(page, SAID.retry).dispatchEvent("click");
    await expect.poll(() => logged.length).toBe(2);
    await expect(page.getByRole("alert")).toContainText(SAID.failed);
  });

  test("is the only thing that loads it again", async ({ page }) => {
    await openFailing(page, NOT_FOUND);
    const found = asked(page);
    await button(page, SAID.retry).hover();
    await page.keyboard.press("Tab");
    await page.waitForLoadState("networkidle");
    expect(found).toEqual([]);
  });

  test("keeps the focus of those who come to it by the keyboard", async ({ page }) => {
    await openFailing(page, NOT_FOUND);
    await page.keyboard.press("Tab");
    await expect(button(page, SAID.retry)).toBeFocused();
    await page.waitForLoadState("networkidle");
    await expect(button(page, SAID.retry)).toBeFocused();
  });

  test("leads those who press it to the question", async ({ page }) => {
    const repair = await answerWrongly(page, FILES.WebAssembly, missing);
    await openHost(page, BODY);
    await button(page, SAID.retry).waitFor();
    await repair();
    await button(page, SAID.retry).focus();
    await page.keyboard.press("Enter");
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
  });
});

test.describe("the message", () => {
  test("can be said in other words by the page", async ({ page }) => {
    const body = `${SCRIPT}<support-fit>
      <p>${FALLBACK}</p><p slot="failed">Call us: 555 0100.</p></support-fit>`;
    await openFailing(page, "the network fails", body);
    await expect(page.getByText("Call us: 555 0100.")).toBeVisible();
    await expect(page.getByText(SAID.failed)).toBeHidden();
    await expect(button(page, SAID.retry)).toBeVisible();
  });

  test("is not seen before anything has failed", async ({ page }) => {
    await hold(page, FILES.WebAssembly);
    const body = `${SCRIPT}<support-fit><p slot="failed">Call us: 555 0100.</p></support-fit>`;
    await openHost(page, body);
    await heading(page, QUESTIONS[0]).waitFor();
    await expect(page.getByText("Call us: 555 0100.")).toBeHidden();
  });

  test("names its language where the page has another one", async ({ page }) => {
    await answerWrongly(page, FILES.WebAssembly, missing);
    await openHost(page, BODY, { language: "fr" });
    const message = page.getByText(SAID.failed);
    await message.waitFor();
    expect(await message.evaluate((it) => it.closest("[lang]")?.getAttribute("lang"))).toBe("en");
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`is one in which the checker finds nothing (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await answerWrongly(page, FILES.WebAssembly, missing);
      await page.goto("/widget/");
      await button(page, SAID.retry).waitFor();
      expect(await barriers(page)).toEqual([]);
    });
  }
});

test("every method tells whoever calls it why it cannot", async ({ page }) => {
  await openFailing(page, "the WebAssembly cannot be found");
  const codes = await element(page).evaluate(async (/** @type {any} */ host) => {
    const codes = [];
    const calls = { load: [], reset: [], exportDraft: [], importDraft: ["{}"], showResult: [] };
    for (const [name, values] of Object.entries({ ...calls, print: [] })) {
      codes.push(await host[name](...values).catch((/** @type {any} */ error) => error.code));
    }
    return codes;
  });
  expect(codes).toEqual(Array.from({ length: 6 }, () => "not-found"));
});

test("all elements of a page say it, each once", async ({ page }) => {
  const logged = loggedErrors(page);
  const two = '<support-fit storage-key="one"></support-fit><support-fit storage-key="two">';
  await openFailing(page, "the WebAssembly cannot be found", `${SCRIPT}${two}</support-fit>`);
  await expect(page.getByRole("alert")).toHaveCount(2);
  expect(logged).toHaveLength(2);
});

test("an element that has failed may go", async ({ page }) => {
  await openFailing(page, "the WebAssembly cannot be found");
  const found = complaints(page);
  await element(page).evaluate((host) => host.remove());
  await painted(page);
  expect(found).toEqual([]);
});

test("WebAssembly that the server sends under another type is taken", async ({ page }) => {
  await page.route(FILES.WebAssembly, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "application/octet-stream" };
    await route.fulfill({ response, headers });
  });
  await openHost(page, BODY);
  await ready(page);
  // What comes later may still be on its way.
  await page.unrouteAll({ behavior: "wait" });
});
