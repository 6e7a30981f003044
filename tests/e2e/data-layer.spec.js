// Events for tag managers: a global array that receives what listeners receive.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { LEANING, draftAt } from "./steps/drafts.js";
import { eventDetails, listen } from "./steps/events.js";
import { breakApplication } from "./steps/failing.js";
import { LEANS, QUESTIONS, answer, answerAll, heading } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/**
 * A global of the page.
 *
 * @param {Page} page
 * @param {string} [name]
 * @returns {Promise<any>}
 */
function layer(page, name = "dataLayer") {
  return page.evaluate((name) => /** @type {any} */ (window)[name], name);
}

/**
 * Opens a host page with an element.
 *
 * @param {Page} page
 * @param {string} [attributes]
 */
async function openWith(page, attributes = "data-layer") {
  await openHost(page, `<support-fit ${attributes}></support-fit>${SCRIPT}`);
  await ready(page);
}

test("The data layer receives every event of a quick check, in order", async ({ page }) => {
  await page.route("https://marlow.example/**", (route) => route.fulfill({ body: "Contact" }));
  await listen(page);
  await openWith(page, 'data-layer cta-url="https://marlow.example/"');

  await test.step("it is created if it does not exist", async () => {
    expect(await layer(page)).toEqual([{ event: "support_fit_ready", support_fit: {} }]);
  });

  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await expect.poll(async () => (await eventDetails(page)).at(-1)?.[0]).toBe("result");
  const entries = (await eventDetails(page)).map(([name, detail]) => ({
    event: `support_fit_${name.replace("-", "_")}`,
    support_fit: detail,
  }));
  expect.soft(entries).toHaveLength(1 + 1 + 7 + 7 + 6 + 1);
  expect.soft(await layer(page)).toEqual(entries);

  await test.step("it receives the call to action", async () => {
    await page.evaluate(() =>
      document.addEventListener("support-fit-cta", (event) => event.preventDefault()),
    );
    await page.getByRole("link", { name: WORDS.ui.result.cta.label }).click();
    expect((await layer(page)).at(-1)).toEqual({
      event: "support_fit_cta",
      support_fit: { url: "https://marlow.example/", verdict: "lean", leader: "co-managed" },
    });
  });
});

test("The data layer can have another name, and may be missing, in use or broken @threat-events", async ({
  page,
  context,
}) => {
  const events = async (/** @type {Page} */ page, /** @type {string} */ name = "dataLayer") =>
    (await layer(page, name)).map((/** @type {any} */ entry) => entry.event);

  await test.step("it may have another name", async () => {
    await openWith(page, 'data-layer="_mtm"');
    expect.soft(await events(page, "_mtm")).toEqual(["support_fit_ready"]);
    expect.soft(await layer(page)).toBe(undefined);
  });

  await test.step("an invalid name is ignored, and the console says so", async () => {
    const found = complaints(page);
    await openWith(page, 'data-layer="my layer" storage="none"');
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    expect.soft(found).toHaveLength(1);
    expect.soft(found[0]).toContain("unknown-value at attribute data-layer");
  });

  await test.step("it receives the error when the application crashes", async () => {
    await openWith(page);
    await breakApplication(page);
    await page.getByLabel(LEANS[0], { exact: true }).click();
    await expect(element(page)).toHaveJSProperty("status", "failed");
    expect.soft((await layer(page)).at(-1)).toMatchObject({
      event: "support_fit_error",
      support_fit: { code: "crashed" },
    });
  });

  await test.step("it keeps the entries of a tag manager, and is unchanged without the setting", async () => {
    const used = await context.newPage();
    await used.addInitScript(() => Object.assign(window, { dataLayer: [{ event: "gtm.js" }] }));
    await openWith(used);
    expect.soft(await events(used)).toEqual(["gtm.js", "support_fit_ready"]);
    await openWith(used, 'storage="none"');
    await answer(used, LEANS[0]);
    await heading(used, QUESTIONS[1]).waitFor();
    expect.soft(await events(used)).toEqual(["gtm.js"]);
  });

  for (const [title, broken] of Object.entries({
    "assessment and events continue if it is not an array": () =>
      Object.assign(window, { dataLayer: "taken" }),
    "assessment and events continue if it throws": () => {
      const push = () => {
        throw new Error("thrown by a tag");
      };
      Object.assign(window, { dataLayer: Object.assign([], { push }) });
    },
    "assessment and events continue if reading it throws": () =>
      Object.defineProperty(window, "dataLayer", {
        get() {
          throw new Error("thrown by a tag");
        },
      }),
  })) {
    await test.step(title, async () => {
      const other = await context.newPage();
      await other.addInitScript(broken);
      await listen(other);
      await openWith(other, 'data-layer storage="none"');
      await answer(other, LEANS[0]);
      await heading(other, QUESTIONS[1]).waitFor();
      await element(other).evaluate(
        (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
        draftAt("skills", LEANING),
      );
      await answer(other, LEANS[6]);
      await expect.soft(heading(other, "Leaning toward co-managed IT")).toBeVisible();
      const names = (await eventDetails(other)).map(([name]) => name);
      expect.soft(names).toEqual(expect.arrayContaining(["ready", "start", "answer", "progress"]));
      expect.soft(names).not.toContain("error");
    });
  }
});
