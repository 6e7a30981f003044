// A tab that is killed at a random moment: nothing that was saved is lost, and the next start works.

import { expect, test } from "@playwright/test";

import { stored } from "./steps/drafts.js";
import { loggedErrors } from "./steps/failing.js";
import { element } from "./steps/host.js";
import { KILLS, actRandomly, random, recordStorage } from "./steps/kills.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const { SUPPORT_FIT_SEED = "20261122" } = process.env;

// A trace would end when its page is killed.
test.use({ trace: "off" });

/** The longest visit, in milliseconds from the request of its page. */
const LONGEST = 2_500;

/**
 * Whether one change separates two histories: a result is added, replaced or removed.
 *
 * @param {string | null | undefined} one
 * @param {string | null} other
 */
function isOneChangeAway(one, other) {
  const [ours, theirs] = [one, other].map((text) =>
    /** @type {object[]} */ (JSON.parse(text ?? "[]")).map((run) => JSON.stringify(run)),
  );
  const missing = (/** @type {string[]} */ from, /** @type {string[]} */ within) =>
    from.filter((run) => !within.includes(run)).length;
  return missing(ours ?? [], theirs ?? []) <= 1 && missing(theirs ?? [], ours ?? []) <= 1;
}

/**
 * Compares what is in storage with what was saved before the tab was killed.
 *
 * @param {Page} page
 * @param {import("./steps/kills.js").Noted} noted
 * @returns The draft, if there is one.
 */
async function expectNothingLost(page, noted) {
  await page.goto("/demo.css");
  const found = await stored(page);
  for (const [key, { text, at }] of noted.texts) {
    // The last change may have been saved but not reported to the test. Then storage is one change ahead. Erasing removes all
    // earlier results at once.
    const isErased = found[key] === undefined && (found[`erased ${key}`] ?? "") >= at;
    const isLater = key.endsWith(":history")
      ? isOneChangeAway(found[key], text)
      : JSON.parse(found[key] ?? "{}").saved > (JSON.parse(text ?? "{}").saved ?? at);
    if (!isErased && !isLater) expect(found[key] ?? null, key).toBe(text);
  }
  return found["support-fit"];
}

/**
 * Opens the page, and compares what it shows with the draft.
 *
 * @param {Page} page
 * @param {string | undefined} text
 */
async function expectGoodStart(page, text) {
  const errors = loggedErrors(page);
  await page.goto("/widget/");
  const host = element(page);
  await expect(host).toHaveJSProperty("status", "ready");
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.getByText(/can't read|different version|newer version/)).toHaveCount(0);
  const draft = await host.evaluate((/** @type {SupportFit} */ host) => host.exportDraft());
  const kept = JSON.parse(text ?? '{ "answers": {} }');
  expect(draft).toMatchObject({ ...kept, saved: expect.any(String) });
  expect(errors).toEqual([]);
}

/**
 * Makes random visits and kills each of them.
 *
 * @param {import("@playwright/test").BrowserContext} context
 * @param {object} options
 * @param {number} options.visits
 * @param {number} options.seed
 * @param {number} [options.longest]
 */
async function visitAndKill(context, { visits, seed, longest = LONGEST }) {
  const next = random(seed);
  const noted = await recordStorage(context);
  const kinds = Object.entries(KILLS);
  /** @type {Record<string, number>} */
  const tally = {};
  for (let n = 0; n < visits; n++) {
    // Take turns, so that even a few visits cover every kind.
    const [how, kill] = /** @type {typeof kinds[0]} */ (kinds[n % kinds.length]);
    const actions = Math.floor(next() * 2 ** 32);
    const lasts = Math.floor(next() * longest);
    const isEarly = next() < 0.2;
    const name = `visit ${n + 1}, seed ${actions}, ${how} after ${lasts} ms${isEarly ? " of its start" : ""}`;
    await test.step(name, async () => {
      const page = await context.newPage();
      // The state after the previous kill.
      const draft = await expectNothingLost(page, noted);
      const before = noted.changes;
      if (isEarly) page.goto("/widget/", { waitUntil: "commit" }).catch(() => {});
      else {
        await expectGoodStart(page, draft);
        actRandomly(page, actions);
      }
      // This does not wait for anything: it makes the moment of the kill random.
      await new Promise((done) => setTimeout(done, lasts));
      await kill(page);
      const kind = `${how}${isEarly ? ", starting" : before === noted.changes ? ", idle" : ", in the middle"}`;
      tally[kind] = (tally[kind] ?? 0) + 1;
    });
  }
  const last = await context.newPage();
  await expectGoodStart(last, await expectNothingLost(last, noted));
  console.log(`${visits} kills, seed ${seed}, ${noted.changes} changes saved:`, tally);
}

test("A tab that is killed loses no saved change and starts again", async ({ context }) => {
  await visitAndKill(context, { visits: 3, seed: Number(SUPPORT_FIT_SEED), longest: 800 });
});

// Two groups, so that both workers have one.
for (const group of [1, 2]) {
  test(
    `A tab that is killed during 100 random visits loses no saved change (${group} of 2)`,
    { tag: "@full" },
    async ({ context }) => {
      test.setTimeout(1_500_000);
      await visitAndKill(context, { visits: 100, seed: Number(SUPPORT_FIT_SEED) + group });
    },
  );
}
