// What a script of the host page can call on the element and read from it, before and after the application has loaded.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANING, kept, storedKeys } from "./steps/drafts.js";
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
import { VIEWS } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const BODY = `${SCRIPT}<support-fit><p>The questions on paper</p></support-fit>`;

/** A draft with enough answers for a result. */
const DRAFT = { schema: 2, place: { question: "skills" }, answers: LEANING };

/** Every method, with arguments. */
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
 * @param {string} name
 * @param {...unknown} values
 * @returns {Promise<any>} What it returns.
 */
function call(page, name, ...values) {
  return element(page).evaluate(
    (/** @type {any} */ host, [name, values]) => host[name](...values),
    /** @type {const} */ ([name, values]),
  );
}

/**
 * The property `result`.
 *
 * @param {Page} page
 * @returns {Promise<any>}
 */
function result(page) {
  return element(page).evaluate((/** @type {any} */ host) => host.result);
}

/**
 * Opens a host page and waits until the application is in its element.
 *
 * @param {Page} page
 */
async function openReady(page) {
  await openHost(page, BODY);
  await ready(page);
}

test("Each method loads the application first if it has not been loaded", async ({ page }) => {
  const found = asked(page);
  await page.addInitScript(() => Object.assign(window, { print: () => {} }));
  const elements = Object.keys(METHODS).map((name) => `<support-fit id="${name}"></support-fit>`);
  await openHost(page, `<div hidden>${elements.join("")}</div>${SCRIPT}`);
  await page.evaluate(() => customElements.whenDefined("support-fit").then(() => true));
  await painted(page);
  expect(found).toEqual(["support-fit.js"]);
  for (const [name, values] of Object.entries(METHODS)) {
    await test.step(`${name}()`, async () => {
      const host = element(page, `#${name}`);
      await expect.soft(host).toHaveJSProperty("status", "idle");
      await host.evaluate(async (/** @type {any} */ host, [name, values]) => {
        await host[name](...values);
      }, /** @type {const} */ ([name, values]));
      await expect.soft(host).toHaveJSProperty("status", "ready", { timeout: 1 });
    });
  }
});

test("Calls made while the application loads run in their order", async ({ page }) => {
  const release = await hold(page, FILES.WebAssembly);
  await openHost(page, BODY);
  await heading(page, QUESTIONS[0]).waitFor();
  expect(await result(page)).toBe(null);
  const done = await element(page).evaluateHandle((/** @type {any} */ host, draft) => {
    const calls = [host.importDraft(draft), host.showResult(), host.exportDraft()];
    return { all: Promise.all(calls) };
  }, DRAFT);
  release();
  const [, isEnough, draft] = await done.evaluate(({ all }) => all);
  expect(isEnough).toBe(true);
  expect(draft).toMatchObject({ place: { screen: "result" }, answers: LEANING });
});

test("The property result is null or has the verdict, without any answer", async ({ page }) => {
  await openReady(page);

  await test.step("null before there is a result", async () => {
    await answerAll(page, LEANS.slice(0, 3));
    expect.soft(await result(page)).toBe(null);
  });

  await test.step("the verdict at the result, and again after a reload", async () => {
    await answerAll(page, LEANS.slice(3));
    await resultIsWhole(page);
    const found = await result(page);
    expect.soft(found).toEqual({
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
    const shares = /** @type {number[]} */ (Object.values(found.shares));
    expect.soft(shares.reduce((a, b) => a + b)).toBe(100);
    await page.reload();
    await ready(page);
    expect.soft(await result(page)).toEqual(found);
  });

  await test.step("null after a reset", async () => {
    await call(page, "reset");
    expect.soft(await result(page)).toBe(null);
  });

  await test.step("no leader without enough answers", async () => {
    expect.soft(await call(page, "showResult")).toBe(false);
    expect.soft(await result(page)).toMatchObject({ verdict: "insufficient", leader: null });
  });

  await test.step("the models that are ruled out", async () => {
    await call(page, "importDraft", fullDraft(organization("P3"), { screen: "result" }));
    const found = await result(page);
    expect.soft(found).toMatchObject({ verdict: "only", isFull: true });
    expect.soft(found.ruledOut).toHaveLength(2);
    expect.soft(found.ruledOut).not.toContain(found.leader);
  });
});

test("A draft can be exported and imported again, as an object or as JSON", async ({ page }) => {
  await openReady(page);

  await test.step("exportDraft returns what is saved on the device", async () => {
    await answerAll(page, LEANS.slice(0, 2));
    const { saved, ...draft } = await call(page, "exportDraft");
    expect.soft(await kept(page)).toEqual({ ...draft, saved: expect.any(String) });
    expect.soft(new Date(saved).toISOString()).toBe(saved);
  });

  await test.step("an imported draft is saved, and opens at its place", async () => {
    await call(page, "importDraft", DRAFT);
    expect.soft((await kept(page)).answers).toEqual(LEANING);
    await expect.soft(heading(page, QUESTIONS[6])).toBeVisible();
  });

  for (const [kind, pack] of Object.entries({
    "as an object": (/** @type {unknown} */ draft) => draft,
    "as JSON": JSON.stringify,
  })) {
    await test.step(`${kind}, it brings answers, place and result back`, async () => {
      await call(page, "showResult");
      await resultIsWhole(page);
      const { saved, ...draft } = await call(page, "exportDraft");
      const before = await result(page);
      await call(page, "reset");
      await call(page, "importDraft", pack({ ...draft, saved }));
      expect.soft(await call(page, "exportDraft")).toMatchObject(draft);
      expect.soft(await result(page)).toEqual(before);
      await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    });
  }

  await test.step("unknown answers are reported to the visitor", async () => {
    await call(page, "importDraft", { ...DRAFT, answers: { ...LEANING, retired: "yes" } });
    await expect.soft(notice(page, "are from a different version")).toBeVisible();
  });
});

test("An invalid draft is refused with a reason and changes nothing @threat-readers", async ({
  page,
}) => {
  await openReady(page);
  await answerAll(page, LEANS.slice(0, 2));
  const { saved: _, ...before } = await call(page, "exportDraft");
  const host = await element(page).elementHandle();
  for (const [title, garbage] of /** @type {[string, string][]} */ ([
    ["an empty string", '""'],
    ["a string that is not JSON", '"not a draft"'],
    ["a number", "5"],
    ["null", "null"],
    ["undefined", "undefined"],
    ["a list", "[1, 2]"],
    ["another object", '({ name: "Ruth" })'],
    ["an empty object", "({})"],
    ["a draft of a newer version", "({ schema: 99, answers: {} })"],
    ["a draft whose answers are a string", '({ schema: 2, answers: "cap" })'],
    ["a string that is too long", '" ".repeat(300_000) + "{}"'],
    ["a circular object", "(() => { const o = {}; return Object.assign(o, { o }); })()"],
    ["a string with too many levels", '"[".repeat(5000)'],
    [
      "a draft with too many levels",
      '`{"schema":2,"answers":${"[".repeat(5000)}${"]".repeat(5000)}}`',
    ],
  ])) {
    await test.step(title, async () => {
      const draft = await page.evaluateHandle(garbage);
      const reason = await page.evaluate(
        ([host, draft]) =>
          /** @type {any} */ (host).importDraft(draft).then(
            () => "it was accepted",
            (/** @type {unknown} */ error) => error instanceof Error && error.message,
          ),
        /** @type {const} */ ([host, draft]),
      );
      expect.soft(reason, title).toMatch(/draft|\$|JSON/);
      expect.soft(await call(page, "exportDraft"), title).toMatchObject(before);
      await expect.soft(heading(page, QUESTIONS[2]), title).toBeVisible();
    });
  }
});

test("reset() clears everything, and showResult() opens the result", async ({ page }) => {
  const found = complaints(page);
  await openReady(page);

  await test.step("showResult() returns false without enough answers", async () => {
    await choose(page, LEANS[0]);
    expect.soft(await call(page, "showResult")).toBe(false);
    await expect.soft(heading(page, WORDS.verdict.insufficient.title)).toBeVisible();
  });

  await test.step("showResult() returns true with enough, and the answers can be changed", async () => {
    await call(page, "importDraft", DRAFT);
    expect.soft(await call(page, "showResult")).toBe(true);
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    await press(page, "Change my answers");
    await expect.soft(heading(page, WORDS.ui.check.title)).toBeVisible();
    await call(page, "showResult");
    await resultIsWhole(page);
  });

  await test.step("showResult() opens a view by its name, and names them all for one that is unknown", async () => {
    expect.soft(await call(page, "showResult", "cost")).toBe(true);
    await expect.soft(heading(page, WORDS.ui.cost.title)).toBeVisible();
    expect
      .soft((await call(page, "exportDraft")).place)
      .toEqual({ screen: "result", view: "cost" });
    const reason = await element(page).evaluate((/** @type {any} */ host) =>
      host.showResult("costs").then(
        () => "it was accepted",
        (/** @type {Error} */ error) => error.message,
      ),
    );
    for (const name of ["costs", ...Object.keys(VIEWS)]) expect.soft(reason).toContain(name);
    await expect.soft(heading(page, WORDS.ui.cost.title)).toBeVisible();
    await call(page, "showResult");
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });

  await test.step("reset() clears everything, here and on the device", async () => {
    await call(page, "reset");
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect.soft(await storedKeys(page)).toEqual([]);
  });

  await test.step("reset() may be called when nothing is answered", async () => {
    await call(page, "reset");
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
  });

  await test.step("the visitor can start again", async () => {
    await answerAll(page, LEANS);
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });
  expect(found).toEqual([]);
});

test("Calls on a detached element wait until it is attached again", async ({ page }) => {
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
