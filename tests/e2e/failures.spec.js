// An application that cannot be loaded: the message, the console, the event, and the next attempt.

import { expect, test } from "@playwright/test";

import { wordsOf } from "./steps/content.js";
import { eventDetails, listen } from "./steps/events.js";
import { LEANS, QUESTIONS, button, choose, heading, painted } from "./steps/flow.js";
import { FAILURE, failRequests, loggedErrors } from "./steps/failing.js";
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

/** Answers all requests but the first. */
function failOnce() {
  let isFirst = true;
  return (/** @type {Route} */ route) => {
    const fails = isFirst;
    isFirst = false;
    return fails ? route.abort() : route.fallback();
  };
}

const WHOLE = "Deploy the whole build.";

/** Servers answer so for files of types that they do not know. */
const TYPE = "Add .wasm to the server's types.";

/** @type {Record<string, Record<string, Fault>>} */
const FAULTS = {
  "A missing file": Object.fromEntries(
    Object.entries(FILES).map(([what, pattern]) => [
      `the ${what} cannot be found`,
      {
        pattern,
        answer: missing,
        code: "not-found",
        remedy: what === "WebAssembly" ? TYPE : WHOLE,
      },
    ]),
  ),
  "A network failure": {
    "the network fails": {
      pattern: FILES.WebAssembly,
      answer: (route) => route.abort(),
      code: "unreachable",
      remedy: "Access-Control-Allow-Origin",
    },
    "the network fails at the glue": {
      pattern: FILES.glue,
      answer: (route) => route.abort(),
      code: "unreachable",
      remedy: "Access-Control-Allow-Origin",
    },
    "only the first request for the glue fails": {
      pattern: FILES.glue,
      answer: failOnce(),
      code: "unreachable",
      remedy: "Access-Control-Allow-Origin",
    },
    "there is no network": {
      pattern: FILES.WebAssembly,
      answer: async (route) => {
        const page = route.request().frame().page();
        await page.context().setOffline(true);
        // The page is notified by another process, so the request must not fail before that.
        await page.waitForFunction(() => !navigator.onLine);
        await route.abort("internetdisconnected");
      },
      code: "offline",
      remedy: "offline",
    },
  },
  "A wrong file": {
    "the glue is answered by a page": {
      pattern: FILES.glue,
      answer: page200,
      code: "not-found",
      remedy: WHOLE,
    },
    "the WebAssembly is answered by a page": {
      pattern: FILES.WebAssembly,
      answer: page200,
      code: "not-found",
      remedy: WHOLE,
    },
    "the glue is sent as text": {
      pattern: FILES.glue,
      answer: (route) => route.fulfill({ contentType: "text/plain", body: "export {}" }),
      code: "wrong-type",
      remedy: "Send it as text/javascript.",
    },
    "the WebAssembly is of another build": {
      pattern: FILES.WebAssembly,
      // A module with an import that does not exist here.
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
  },
};

/**
 * Page policies and browser settings that prevent loading.
 *
 * @type {Record<string, { policy?: (policy: string) => string, loader?: string, script?: () => void, code: string, remedy: string }>}
 */
const OBSTACLES = {
  "the page's policy forbids WebAssembly": {
    policy: (policy) => policy.replace(" 'wasm-unsafe-eval'", ""),
    code: "blocked-by-policy",
    remedy: "'wasm-unsafe-eval'",
  },
  "the page's policy forbids requests": {
    policy: (policy) => policy.replace("connect-src 'self'; ", ""),
    code: "blocked-by-policy",
    remedy: "connect-src",
  },
  "the page's policy allows no script but the loader": {
    policy: (policy) => policy.replace("script-src 'self'", `script-src ${LOADER}`),
    code: "blocked-by-policy",
    remedy: "script-src",
  },
  "a tool has copied the loader elsewhere": {
    loader: "/cache/min/1.js",
    code: "not-found",
    remedy: "Do not copy its loader elsewhere.",
  },
  // Last, since a script that changes the browser runs on every later page.
  "the browser has no WebAssembly": {
    script: () => Reflect.deleteProperty(globalThis, "WebAssembly"),
    code: "unsupported",
    remedy: "has no WebAssembly.",
  },
};

/**
 * Checks what the visitor, the console and the page get after a failure.
 *
 * @param {Page} page
 * @param {{ code: string, remedy: string }} expected
 * @param {string[]} logged By this failure only.
 */
async function expectFailure(page, { code, remedy }, logged) {
  await expect(element(page)).toHaveJSProperty("status", "failed");
  await expect.soft(page.getByRole("alert")).toContainText(FAILURE.failed);
  await expect.soft(button(page, FAILURE.retry)).toBeVisible();
  await expect.soft(page.getByText(FALLBACK)).toBeVisible();
  await expect.soft(page.getByRole("radio")).toHaveCount(0);
  const message = expect.stringContaining(remedy);
  expect.soft(await eventDetails(page)).toEqual([["error", { code, message }]]);
  await expect.poll(() => logged.length).toBeGreaterThan(0);
  expect.soft(logged).toHaveLength(1);
  expect.soft(logged[0]).toContain(` ${code}: http`);
  expect.soft(logged[0]).toContain(remedy);
  expect.soft(logged[0]).not.toContain("undefined");
}

for (const [kind, faults] of Object.entries(FAULTS)) {
  test(`${kind} is reported, and “Try again” continues with the chosen answer @threat-mixed-builds`, async ({
    page,
  }) => {
    await listen(page);
    const logged = loggedErrors(page);
    for (const [name, fault] of Object.entries(faults)) {
      await test.step(`where ${name}`, async () => {
        logged.length = 0;
        let fail = () => {};
        const chosen = new Promise((done) => (fail = () => done(undefined)));
        const repair = await failRequests(page, fault.pattern, fault.answer, chosen);
        // Its own key, so that no step sees the answers of the previous one.
        const key = name.replace(/\W+/g, "-");
        const body = `<support-fit storage-key="${key}"><p>${FALLBACK}</p></support-fit>`;
        await openHost(page, SCRIPT + body, { css: RULES });
        await choose(page, LEANS[0]);
        fail();
        await expectFailure(page, fault, logged);
        await repair();
        await page.context().setOffline(false);
        // By script, since the mouse would then be over whatever replaces the button.
        await button(page, FAILURE.retry).dispatchEvent("click");
        await ready(page);
        await expect.soft(page.getByRole("alert")).toHaveCount(0);
        await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
      });
    }
  });
}

test("A policy or browser setting that prevents loading is reported", async ({ page }) => {
  await listen(page);
  const logged = loggedErrors(page);
  for (const [name, obstacle] of Object.entries(OBSTACLES)) {
    await test.step(`where ${name}`, async () => {
      logged.length = 0;
      if (obstacle.script) await page.addInitScript(obstacle.script);
      const { loader, policy } = obstacle;
      if (loader)
        await page.route(loader, async (route) =>
          route.fulfill({ response: await route.fetch({ url: LOADER }) }),
        );
      const body = loader ? BODY.replace("/widget/support-fit.js", loader) : BODY;
      await openHost(page, body, { css: RULES, policy });
      await expectFailure(page, obstacle, logged);
    });
  }
});

test("“Try again” is the only thing that loads again, and works with the keyboard", async ({
  page,
}) => {
  const logged = loggedErrors(page);
  const repair = await failRequests(page, FILES.WebAssembly, missing);
  await openHost(page, BODY, { css: RULES });
  const retry = button(page, FAILURE.retry);
  await retry.waitFor();

  await test.step("pointing at it and focusing it load nothing", async () => {
    const found = asked(page);
    await retry.hover();
    await page.keyboard.press("Tab");
    await expect(retry).toBeFocused();
    await page.waitForLoadState("networkidle");
    expect.soft(found).toEqual([]);
    await expect(retry).toBeFocused();
  });

  await test.step("a second failure is reported again", async () => {
    await retry.dispatchEvent("click");
    await expect.poll(() => logged.length).toBe(2);
    await expect(page.getByRole("alert")).toContainText(FAILURE.failed);
  });

  await test.step("pressing Enter moves the focus to the question", async () => {
    await repair();
    await retry.focus();
    await page.keyboard.press("Enter");
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
  });
});

test("The `failed` slot replaces the message, and only after a failure", async ({ page }) => {
  const release = await hold(page, FILES.WebAssembly);
  const own = page.getByText("Call us: 555 0100.");
  await openHost(
    page,
    `${SCRIPT}<support-fit><p>${FALLBACK}</p><p slot="failed">Call us: 555 0100.</p></support-fit>`,
  );
  await heading(page, QUESTIONS[0]).waitFor();
  await expect(own).toBeHidden();
  release();
  await ready(page);
  await failRequests(page, FILES.WebAssembly, (route) => route.abort());
  await page.reload();
  await expect(own).toBeVisible();
  await expect(page.getByText(FAILURE.failed)).toBeHidden();
  await expect(button(page, FAILURE.retry)).toBeVisible();
});

test("The message has its own language, every method rejects with the code, and the element can be removed @wcag-3.1.2", async ({
  page,
}) => {
  await failRequests(page, FILES.WebAssembly, missing);
  await openHost(page, BODY, { language: "fr" });
  const { failed, retry } = wordsOf("fr").ui.failure;
  const message = page.getByText(failed);
  await message.waitFor();

  await test.step("the message is French on a French page", async () => {
    const language = await message.evaluate((it) => it.closest("[lang]")?.getAttribute("lang"));
    expect.soft(language).toBe("fr");
    await expect.soft(button(page, retry)).toBeVisible();
  });

  await test.step("every method rejects with the code", async () => {
    const codes = await element(page).evaluate(async (/** @type {any} */ host) => {
      const codes = [];
      const calls = { load: [], reset: [], exportDraft: [], importDraft: ["{}"], showResult: [] };
      for (const [name, values] of Object.entries({ ...calls, print: [] })) {
        codes.push(await host[name](...values).catch((/** @type {any} */ error) => error.code));
      }
      return codes;
    });
    expect.soft(codes).toEqual(Array.from({ length: 6 }, () => "not-found"));
  });

  await test.step("removing the element logs nothing", async () => {
    await expect(element(page)).toHaveJSProperty("status", "failed");
    const found = complaints(page);
    await element(page).evaluate((host) => host.remove());
    await painted(page);
    expect.soft(found).toEqual([]);
  });
});

test("Every element of a page reports a failure, each once", async ({ page }) => {
  await failRequests(page, FILES.WebAssembly, missing);
  const logged = loggedErrors(page);
  const two = '<support-fit storage-key="one"></support-fit><support-fit storage-key="two">';
  await openHost(page, `${SCRIPT}${two}</support-fit>`, { css: RULES });
  await expect(page.getByRole("alert")).toHaveCount(2);
  await expect.poll(() => logged.length).toBeGreaterThan(1);
  expect(logged).toHaveLength(2);
});

test("WebAssembly with another content type is accepted", async ({ page }) => {
  await page.route(FILES.WebAssembly, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "application/octet-stream" };
    await route.fulfill({ response, headers });
  });
  await openHost(page, BODY);
  await ready(page);
  // Requests for later modules may be pending.
  await page.unrouteAll({ behavior: "wait" });
});
