// Storage that throws at one call or from one call on, whichever that is; that is cleared, corrupt, of another version, or
// gone with the window.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { ASIDE, KEY, draftAt, keep, kept, keptText, storedKeys } from "./steps/drafts.js";
import { callsSoFar, countCalls, everythingKept, setFault } from "./steps/faults.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  press,
} from "./steps/flow.js";
import { element, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/faults.js").Call} Call */

const { notice: SAYS } = WORDS.ui;

/** Kept by an earlier visit: all answers of the quick check but the last two. */
const EARLIER = { cap: "lead", load: "stretched", fund: "one", answer: "split", decide: "key" };

/** @typedef {import("./steps/drafts.js").Draft} Draft */

/** Time for one visit after the other, in milliseconds. */
const LONG = 300_000;

/**
 * A visit that comes back, goes on to the result and erases everything.
 *
 * @param {Page} page
 * @returns What was kept at the result and after erasing, and how often the storage was asked up to each.
 */
async function visit(page) {
  await page.goto("/widget/");
  await ready(page);
  const goesOn = await heading(page, QUESTIONS[5]).isVisible();
  await answerAll(page, goesOn ? LEANS.slice(5) : LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
  const atResult = { kept: await everythingKept(page), calls: await callsSoFar(page) };
  await press(page, WORDS.ui.footer.erase);
  await press(page.getByRole("dialog"), "Erase");
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
  return {
    goesOn,
    atResult,
    atEnd: { kept: await everythingKept(page), calls: await callsSoFar(page) },
  };
}

/** @param {string | undefined} text */
const answersIn = (text) => /** @type {Draft | null} */ (JSON.parse(text ?? "null"))?.answers;

for (const call of /** @type {Call[]} */ (["localStorage", "getItem", "setItem", "removeItem"])) {
  test(`whichever ${call} throws, once, nothing that was kept is lost, and nothing stops`, async ({
    page,
  }) => {
    test.setTimeout(LONG);
    await countCalls(page);
    await keep(page, draftAt("pace", EARLIER));
    const usual = await visit(page);
    const calls = usual.atEnd.calls[call];
    expect(calls).toBeGreaterThan(0);
    for (let n = 1; n <= calls; n++) {
      await test.step(`call ${n} of ${calls}`, async () => {
        await setFault(page, null);
        await keep(page, draftAt("pace", EARLIER));
        await setFault(page, { call, from: n, to: n });
        const { goesOn, atResult, atEnd } = await visit(page);
        // What an earlier visit left, as it was or with what was said since: in its place, or beside it.
        const drafts = Object.values(atResult.kept).map(answersIn);
        expect(drafts).toContainEqual(expect.objectContaining(EARLIER));
        // What was said now, but for the last change where that was the one that could not be kept.
        const said = Object.keys(answersIn(atResult.kept[KEY]) ?? {}).length;
        expect(said).toBeGreaterThanOrEqual(6);
        if (goesOn) expect(answersIn(atResult.kept[KEY])).toMatchObject(EARLIER);
        // It says that everything is gone only where it is.
        if (Object.keys(atEnd.kept).length > 0) {
          await expect(notice(page, SAYS.not_erased)).toBeVisible();
        }
      });
    }
  });

  test(`from whichever ${call} on it throws, the visitor comes to the result`, async ({ page }) => {
    test.setTimeout(LONG);
    await countCalls(page);
    await keep(page, draftAt("pace", EARLIER));
    const usual = await visit(page);
    const calls = call === "removeItem" ? 1 : usual.atResult.calls[call];
    for (let from = 1; from <= calls; from++) {
      await test.step(`from call ${from} of ${calls} on`, async () => {
        await setFault(page, null);
        await keep(page, draftAt("pace", EARLIER));
        await setFault(page, { call, from, to: Number.MAX_SAFE_INTEGER });
        const { atResult } = await visit(page);
        const drafts = Object.values(atResult.kept).map(answersIn);
        expect(drafts).toContainEqual(expect.objectContaining(EARLIER));
      });
    }
  });
}

test("a browser that cannot erase is not said to have done it", async ({ page }) => {
  await countCalls(page);
  await keep(page, draftAt("pace", EARLIER));
  await setFault(page, { call: "removeItem", from: 1, to: Number.MAX_SAFE_INTEGER });
  await visit(page);
  await expect(notice(page, SAYS.not_erased)).toBeVisible();
  await expect(notice(page, SAYS.erased)).toHaveCount(0);
  expect(Object.keys(await everythingKept(page))).toEqual([KEY]);
});

test.describe("storage that is cleared while the page is open", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, draftAt("pace", EARLIER));
    await page.goto("/widget/");
    await heading(page, QUESTIONS[5]).waitFor();
  });

  test("by the page itself has everything again after the next answer", async ({ page }) => {
    await page.evaluate(() => localStorage.clear());
    await choose(page, LEANS[5]);
    expect((await kept(page)).answers).toMatchObject({ ...EARLIER, pace: "growing" });
  });

  test("by another page says so, and the answers here can be kept", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("/demo.css");
    await other.evaluate(() => localStorage.clear());
    await expect(notice(page, SAYS.erased_elsewhere)).toBeVisible();
    await press(page, SAYS.keep_mine);
    expect((await kept(page)).answers).toEqual(EARLIER);
  });
});

/** Texts under the key that are no draft of ours. */
const CORRUPT = {
  "half of a draft": draftAt("pace", EARLIER).slice(0, 60),
  "an empty text": "",
  "a number": "5",
  null: "null",
  "a list": '["cap", "lead"]',
  "a text": '"cap"',
  "zeros, as after a crash of the device": "\0".repeat(300),
  "a page of HTML": "<!doctype html><script>document.title = 'taken'</script>",
  "a schema that is no number": '{ "schema": "3", "answers": { "cap": "lead" } }',
  "a schema of the future": '{ "schema": 4, "answers": { "cap": "lead" } }',
  "a schema beyond all numbers": '{ "schema": 1e999, "answers": {} }',
  "ten thousand lists in each other": "[".repeat(10_000) + "]".repeat(10_000),
  "a draft longer than any": `${draftAt("pace", EARLIER)}${" ".repeat(400_000)}`,
};

for (const [what, text] of Object.entries(CORRUPT)) {
  test(`${what} under the key is put aside as it is, and the visit goes on`, async ({ page }) => {
    await keep(page, text);
    await page.goto("/widget/");
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(notice(page, /cannot read|newer version/)).toBeVisible();
    await answer(page, LEANS[0]);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
    expect(await keptText(page, ASIDE)).toBe(text);
  });
}

for (const [what, part] of Object.entries({
  "answers that are a list": { answers: ["lead"] },
  "an answer that is a number": { answers: { cap: 5, load: "stretched" } },
  "a place that is nowhere": { place: { question: "nowhere" } },
  "a place that is a text": { place: "pace" },
  "priorities that are none": { priorities: { control: 99, nothing: 1 } },
  "entries of the plan that are none": { duties: 5, figures: [1], steps: "x", scorecard: null },
  "a time that is none": { saved: "yesterday" },
})) {
  test(`a draft with ${what} does not stop the start, and none of it is lost`, async ({ page }) => {
    const draft = { ...JSON.parse(draftAt("pace", EARLIER)), ...part };
    await keep(page, JSON.stringify(draft));
    await page.goto("/widget/");
    await ready(page);
    await expect(page.getByRole("heading", { level: 3 })).toBeVisible();
    await page.getByRole("radio").first().check();
    const texts = Object.values(await page.evaluate(() => ({ ...localStorage })));
    for (const [name, value] of Object.entries(part)) {
      // What is no answer and no rating at all has no name under which it could be kept.
      if (["saved", "place", "priorities"].includes(name) || Array.isArray(value)) continue;
      for (const written of typeof value === "object" && value ? Object.values(value) : [value]) {
        expect(texts.join()).toContain(JSON.stringify(written));
      }
    }
  });
}

/**
 * What each older draft says, and where it goes on.
 *
 * @type {Record<string, { at?: string, answers: Draft["answers"] }>}
 */
const OLDER = {
  "draft-schema-1.json": {
    at: QUESTIONS[3],
    answers: { cap: "lead", load: "stretched", fund: "dk" },
  },
  "draft-schema-2-first.json": {
    answers: { cap: "lead", skills: "specialist", decide: "key", fund: "dk" },
  },
  "draft-schema-2-full.json": {
    at: QUESTIONS[2],
    answers: { provider: "most", signs: ["docs", "access"] },
  },
  "draft-schema-3.json": { answers: { cap: "lead", load: "stretched" } },
};

for (const [file, { at, answers }] of Object.entries(OLDER)) {
  test(`${file} goes on with every answer, and is written as the schema of today`, async ({
    page,
  }) => {
    const text = await readFile(new URL(`../fixtures/${file}`, import.meta.url), "utf8");
    await keep(page, text);
    await page.goto("/widget/");
    await ready(page);
    if (at) await expect(heading(page, at)).toBeVisible();
    const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
    expect(draft).toMatchObject({ schema: 3, answers });
    // Everything that the old one said is said by the new one.
    const { duties, figures, steps, scorecard, questions, ...rest } = JSON.parse(text);
    expect(draft.answers).toMatchObject(rest.answers);
    expect(JSON.parse(JSON.stringify({ ...draft }))).toMatchObject(
      JSON.parse(JSON.stringify({ duties, figures, steps, scorecard, questions })),
    );
  });
}

test.describe("a private window", () => {
  test("leaves nothing when it is closed", async ({ browser, baseURL }) => {
    const open = async () => {
      const context = await browser.newContext({ baseURL });
      const page = await context.newPage();
      await page.goto("/widget/");
      await ready(page);
      return page;
    };
    const first = await open();
    await answer(first, LEANS[0]);
    await heading(first, QUESTIONS[1]).waitFor();
    await first.context().close();
    const second = await open();
    await expect(heading(second, QUESTIONS[0])).toBeVisible();
    expect(await storedKeys(second)).toEqual([]);
    await second.context().close();
  });

  test("keeps the answers through a reload while it is open", async ({ page }) => {
    await page.goto("/widget/");
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    await page.reload();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });
});
