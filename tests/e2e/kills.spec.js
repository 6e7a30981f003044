// A tab that is killed at any moment: nothing is lost that the browser had kept, and the next start is a good one.

import { expect, test } from "@playwright/test";

import { loggedErrors } from "./steps/failing.js";
import { element } from "./steps/host.js";
import { KILLS, doAnything, noteWhatIsKept, random } from "./steps/kills.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const { SUPPORT_FIT_FULL, SUPPORT_FIT_SEED = "20261122" } = process.env;

// Its pages go in the middle of everything, and so would the trace.
test.use({ trace: "off" });

/** Visits, each ended by a kill. The long run has ten times as many. */
const VISITS = SUPPORT_FIT_FULL ? 200 : 20;

/** Tests among which they are shared, so that they run beside each other. */
const GROUPS = 2;

/** The longest that a visit lasts, in milliseconds, from the moment at which its page is asked for. */
const LONGEST = 2_500;

/**
 * Whether one change makes one history of the other: a result comes, and may take the place of one, or one goes.
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
 * Holds what is there to what was kept before the tab was killed.
 *
 * @param {Page} page
 * @param {import("./steps/kills.js").Noted} noted
 * @returns The draft, if there is one.
 */
async function expectNothingLost(page, noted) {
  await page.goto("/demo.css");
  const found = await page.evaluate(
    () => /** @type {Record<string, string>} */ ({ ...localStorage }),
  );
  for (const [key, { text, at }] of noted.texts) {
    // The change that was under way may have been kept and not been told any more: it is later then.
    const isLater = key.endsWith(":history")
      ? isOneChangeAway(found[key], text)
      : found[key] === undefined
        ? (found[`erased ${key}`] ?? "") >= at
        : JSON.parse(found[key]).saved > (JSON.parse(text ?? "{}").saved ?? at);
    if (!isLater) expect(found[key] ?? null, key).toBe(text);
  }
  return found["support-fit"];
}

/**
 * Opens the page, and holds what it shows to the draft.
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
  await expect(page.getByText(/cannot read|another version|newer version/)).toHaveCount(0);
  const draft = await host.evaluate((/** @type {SupportFit} */ host) => host.exportDraft());
  const kept = JSON.parse(text ?? '{ "answers": {} }');
  expect(draft).toMatchObject({ ...kept, saved: expect.any(String) });
  expect(errors).toEqual([]);
}

for (let group = 0; group < GROUPS; group++) {
  test(`killed at any moment of random visits, it loses no kept change and starts again (${group + 1} of ${GROUPS})`, async ({
    context,
  }) => {
    const visits = VISITS / GROUPS;
    test.setTimeout(30_000 + visits * 15_000);
    const next = random(Number(SUPPORT_FIT_SEED) + group);
    const noted = await noteWhatIsKept(context);
    /** @type {Record<string, number>} */
    const tally = {};
    for (let n = 0; n < visits; n++) {
      const [how = "", kill = async () => {}] =
        Object.entries(KILLS)[Math.floor(next() * Object.keys(KILLS).length)] ?? [];
      const seed = Math.floor(next() * 2 ** 32);
      const lasts = Math.floor(next() * LONGEST);
      const isEarly = next() < 0.2;
      const name = `visit ${n + 1}, seed ${seed}, ${how} after ${lasts} ms${isEarly ? " of its start" : ""}`;
      await test.step(name, async () => {
        const page = await context.newPage();
        // After the kill of the visit before.
        const draft = await expectNothingLost(page, noted);
        const before = noted.changes;
        if (isEarly) page.goto("/widget/", { waitUntil: "commit" }).catch(() => {});
        else {
          await expectGoodStart(page, draft);
          doAnything(page, seed);
        }
        // A moment of time is what is tried here; nothing is waited for.
        await new Promise((done) => setTimeout(done, lasts));
        await kill(page);
        const kind = `${how}${isEarly ? ", starting" : before === noted.changes ? ", idle" : ", in the middle"}`;
        tally[kind] = (tally[kind] ?? 0) + 1;
      });
    }
    const last = await context.newPage();
    await expectGoodStart(last, await expectNothingLost(last, noted));
    const changes = noted.changes;
    console.log(`${visits} kills, seed ${SUPPORT_FIT_SEED}, ${changes} changes kept:`, tally);
  });
}
