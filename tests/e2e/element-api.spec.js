// What a script of the host page can ask of the element, before and after the application is there.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { kept, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answerAll,
  choose,
  heading,
  notice,
  painted,
  press,
} from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { FILES, SCRIPT, asked, complaints, element, hold, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const BODY = `${SCRIPT}<support-fit><p>The questions on paper</p></support-fit>`;

/** Answers that lean to co-managed, as a draft has them. */
const LEANING = {
  ...{ cap: "lead", load: "stretched", fund: "one", answer: "split" },
  ...{ decide: "key", pace: "growing", skills: "specialist" },
};

/** Enough of them for a result. */
const DRAFT = { schema: 2, place: { question: "skills" }, answers: LEANING };

/** Everything that can be called, with something to call it with. */
const METHODS = {
  load: [],
  reset: [],
  exportDraft: [],
  importDraft: [DRAFT],
  showResult: [],
  print: [],
};

/**
 * Calls a method of the element.
 *
 * @param {Page} page
 * @param {keyof typeof METHODS} name
 * @param {...unknown} values
 * @returns {Promise<any>} What it gives.
 */
function call(page, name, ...values) {
  return element(page).evaluate(
    (/** @type {any} */ host, [name, values]) => host[name](...values),
    /** @type {const} */ ([name, values]),
  );
}

/**
 * A property of the element.
 *
 * @param {Page} page
 * @param {"config" | "status" | "result"} name
 * @returns {Promise<any>}
 */
function read(page, name) {
  return element(page).evaluate((/** @type {any} */ host, name) => host[name], name);
}

/**
 * Opens a host page with an element that has its application.
 *
 * @param {Page} page
 * @param {string} [body]
 */
async function openReady(page, body = BODY) {
  await openHost(page, body);
  await ready(page);
}

/**
 * Answers the quick check up to its result.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await answerAll(page, LEANS);
  await resultIsWhole(page);
}

test.describe("before the application is there", () => {
  for (const [name, values] of Object.entries(METHODS)) {
    test(`${name}() loads it and is done then`, async ({ page }) => {
      const found = asked(page);
      await page.addInitScript(() => Object.assign(window, { print: () => {} }));
      await openHost(page, `<div hidden>${BODY}</div>`);
      await page.waitForLoadState("networkidle");
      expect(found).toEqual(["support-fit.js"]);
      await call(page, /** @type {keyof typeof METHODS} */ (name), ...values);
      expect(await read(page, "status")).toBe("ready");
    });
  }

  test("there is no result", async ({ page }) => {
    await hold(page, FILES.WebAssembly);
    await openHost(page, BODY);
    await heading(page, QUESTIONS[0]).waitFor();
    expect(await read(page, "result")).toBe(null);
  });

  test("what is called first is done first", async ({ page }) => {
    const letGo = await hold(page, FILES.WebAssembly);
    await openHost(page, BODY);
    await heading(page, QUESTIONS[0]).waitFor();
    const done = await element(page).evaluateHandle((/** @type {any} */ host, draft) => {
      const calls = [host.importDraft(draft), host.showResult(), host.exportDraft()];
      return { all: Promise.all(calls) };
    }, DRAFT);
    letGo();
    const [, isEnough, draft] = await done.evaluate(({ all }) => all);
    expect(isEnough).toBe(true);
    expect(draft).toMatchObject({ place: { screen: "result" }, answers: LEANING });
  });
});

test.describe("the property `result`", () => {
  test("is null as long as there is none", async ({ page }) => {
    await openReady(page);
    await answerAll(page, LEANS.slice(0, 3));
    expect(await read(page, "result")).toBe(null);
  });

  test("says what follows from the answers, and none of them", async ({ page }) => {
    await openReady(page);
    await toResult(page);
    const result = await read(page, "result");
    expect(result).toEqual({
      verdict: "lean",
      leader: "co-managed",
      shares: {
        "in-house": expect.any(Number),
        "co-managed": expect.any(Number),
        outsourced: expect.any(Number),
      },
      ruledOut: [],
      isFull: false,
    });
    expect(Object.values(result.shares).reduce((a, b) => a + b)).toBe(100);
  });

  test("names what is ruled out", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", fullDraft(organization("P3"), { screen: "result" }));
    const result = await read(page, "result");
    expect(result).toMatchObject({ verdict: "only", isFull: true });
    expect(result.ruledOut).toHaveLength(2);
    expect(result.ruledOut).not.toContain(result.leader);
  });

  test("has no leader where there is not enough", async ({ page }) => {
    await openReady(page);
    expect(await call(page, "showResult")).toBe(false);
    expect(await read(page, "result")).toMatchObject({ verdict: "insufficient", leader: null });
  });

  test("is there after a reload at the result", async ({ page }) => {
    await openReady(page);
    await toResult(page);
    const before = await read(page, "result");
    await page.reload();
    await ready(page);
    expect(await read(page, "result")).toEqual(before);
  });

  test("is null again after a reset", async ({ page }) => {
    await openReady(page);
    await toResult(page);
    await call(page, "reset");
    expect(await read(page, "result")).toBe(null);
  });
});

test.describe("a draft", () => {
  test("comes out as it is kept", async ({ page }) => {
    await openReady(page);
    await answerAll(page, LEANS.slice(0, 2));
    const { saved, ...draft } = await call(page, "exportDraft");
    expect(await kept(page)).toEqual({ ...draft, saved: expect.any(String) });
    expect(new Date(saved).toISOString()).toBe(saved);
  });

  for (const [kind, pack] of Object.entries({
    "as an object": (/** @type {unknown} */ draft) => draft,
    "as JSON": JSON.stringify,
  })) {
    test(`goes out and in again ${kind}`, async ({ page }) => {
      await openReady(page);
      await toResult(page);
      const { saved, ...draft } = await call(page, "exportDraft");
      const result = await read(page, "result");
      await call(page, "reset");
      await call(page, "importDraft", pack({ ...draft, saved }));
      expect(await call(page, "exportDraft")).toMatchObject(draft);
      expect(await read(page, "result")).toEqual(result);
      await expect(heading(page, "lean one way")).toBeVisible();
    });
  }

  test("that came in is kept on the device", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", DRAFT);
    expect((await kept(page)).answers).toEqual(LEANING);
  });

  test("leads to its place", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", DRAFT);
    await expect(heading(page, QUESTIONS[6])).toBeVisible();
  });

  test("may have answers that are not known here, and the visitor is told", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", { ...DRAFT, answers: { ...LEANING, retired: "yes" } });
    await expect(notice(page, "belong to another version")).toBeVisible();
  });

  for (const [what, garbage] of /** @type {[string, string][]} */ ([
    ["an empty text", '""'],
    ["a text that is no JSON", '"not a draft"'],
    ["a number", "5"],
    ["null", "null"],
    ["nothing", "undefined"],
    ["a list", "[1, 2]"],
    ["an object of something else", '({ name: "Ruth" })'],
    ["an empty object", "({})"],
    ["a draft of a newer version", "({ schema: 99, answers: {} })"],
    ["a draft whose answers are none", '({ schema: 2, answers: "cap" })'],
    ["a text that is too long", '" ".repeat(300_000) + "{}"'],
    ["an object that goes around", "(() => { const o = {}; return Object.assign(o, { o }); })()"],
    ["a text with too many levels", '"[".repeat(5000)'],
  ])) {
    test(`that is ${what} is refused with a reason, and changes nothing`, async ({ page }) => {
      await openReady(page);
      await answerAll(page, LEANS.slice(0, 2));
      const { saved: _, ...before } = await call(page, "exportDraft");
      const host = await element(page).elementHandle();
      const draft = await page.evaluateHandle(garbage);
      const reason = await page.evaluate(
        ([host, draft]) =>
          /** @type {any} */ (host).importDraft(draft).then(
            () => "it was taken",
            (/** @type {unknown} */ error) => error instanceof Error && error.message,
          ),
        /** @type {const} */ ([host, draft]),
      );
      expect(reason).toMatch(/draft|\$|JSON/);
      expect(await call(page, "exportDraft")).toMatchObject(before);
      await expect(heading(page, QUESTIONS[2])).toBeVisible();
    });
  }
});

test.describe("reset()", () => {
  test("forgets everything, here and on the device", async ({ page }) => {
    await openReady(page);
    await toResult(page);
    await call(page, "reset");
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect(await storedKeys(page)).toEqual([]);
  });

  test("is right where nothing was answered", async ({ page }) => {
    const found = complaints(page);
    await openReady(page);
    await call(page, "reset");
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    expect(found).toEqual([]);
  });

  test("lets the visitor start anew", async ({ page }) => {
    await openReady(page);
    await answerAll(page, LEANS.slice(0, 3));
    await call(page, "reset");
    await toResult(page);
    await expect(heading(page, "lean one way")).toBeVisible();
  });
});

test.describe("showResult()", () => {
  test("goes to the result and says that there is one", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", DRAFT);
    expect(await call(page, "showResult")).toBe(true);
    await expect(heading(page, "lean one way")).toBeVisible();
  });

  test("says that there is not enough for one", async ({ page }) => {
    await openReady(page);
    await choose(page, LEANS[0]);
    expect(await call(page, "showResult")).toBe(false);
    await expect(heading(page, WORDS.verdict.insufficient.title)).toBeVisible();
  });

  test("leaves the way back to the answers", async ({ page }) => {
    await openReady(page);
    await call(page, "importDraft", DRAFT);
    await call(page, "showResult");
    await press(page, "Change my answers");
    await expect(heading(page, WORDS.ui.check.title)).toBeVisible();
  });
});

test("calls on an element that is away wait until it is back", async ({ page }) => {
  await openReady(page);
  await choose(page, LEANS[0]);
  const host = await element(page).evaluateHandle(async (/** @type {SupportFit} */ host) => {
    host.remove();
    await new Promise(requestAnimationFrame);
    return { host, draft: host.exportDraft() };
  });
  await painted(page);
  await host.evaluate(({ host }) => document.body.append(host));
  expect(await host.evaluate(({ draft }) => draft)).toMatchObject({ answers: { cap: "lead" } });
});
