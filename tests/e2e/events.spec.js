// What the element tells its page: names, details and order, and what a page may do when it hears it.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { draftAt, keep, kept, savedFile } from "./steps/drafts.js";
import { heard, listen, names, told } from "./steps/events.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  painted,
  press,
} from "./steps/flow.js";
import { TITLES, fullDraft, resultIsWhole } from "./steps/full.js";
import { FILES, SCRIPT, complaints, element, hold, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/** The questions of the quick check, by the ids that are told. */
const IDS = ["cap", "load", "fund", "answer", "decide", "pace", "skills"];

/** What the answers in `LEANS` lead to. */
const RESULT = { verdict: "lean", leader: "co-managed", isFull: false };

const URL_OF_CTA = "https://marlow.example/contact";

/**
 * Opens a host page that listens.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @param {object} [config]
 */
async function openListening(page, attributes = "", config = {}) {
  await listen(page);
  const body = `<script type="application/json" id="theirs">${JSON.stringify(config)}</script>
    <support-fit id="it" ${attributes}></support-fit>${SCRIPT}`;
  await openHost(page, body);
  await ready(page);
}

/**
 * Answers the quick check, and waits until its result is told.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await expect.poll(() => names(page)).toContain("result");
}

/**
 * Has a listener of the page do something when it first hears an event.
 *
 * @param {Page} page
 * @param {string} name
 * @param {(host: SupportFit, event: CustomEvent) => unknown} then
 */
async function whenHeard(page, name, then) {
  const deed = await page.evaluateHandle(`({ run: ${then} })`);
  await page.evaluate(([name, deed]) => {
    const { run } = /** @type {any} */ (deed);
    const listener = (/** @type {Event} */ event) => run(event.target, event);
    document.addEventListener(`support-fit-${name}`, listener, { once: true });
  }, /** @type {const} */ ([name, deed]));
}

test.describe("a whole quick check", () => {
  test("is told in this order", async ({ page }) => {
    await openListening(page);
    await toResult(page);
    const steps = IDS.flatMap((question, n) => [
      ["answer", { question, position: n + 1, total: 7 }],
      ["progress", { answered: n + 1, total: 7, screen: n < 6 ? "question" : "result" }],
    ]);
    expect(await told(page)).toEqual([["ready", {}], ["start", {}], ...steps, ["result", RESULT]]);
  });

  test("is told in the same order if it began before the application was there", async ({
    page,
  }) => {
    const letGo = await hold(page, FILES.WebAssembly);
    await listen(page);
    await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
    await choose(page, LEANS[0]);
    await press(page, "Next");
    letGo();
    await heading(page, QUESTIONS[1]).waitFor();
    expect(await names(page)).toEqual(["ready", "start", "answer", "progress"]);
  });

  test("is told by events that bubble, cross shadow roots and cannot be called off", async ({
    page,
  }) => {
    await openListening(page);
    await toResult(page);
    for (const event of await heard(page)) {
      expect(event).toMatchObject({ bubbles: true, composed: true, cancelable: false });
    }
  });

  test("is heard outside of a component that the element is a part of", async ({ page }) => {
    await listen(page);
    await openHost(page, `<div id="component"></div>${SCRIPT}`);
    await page.evaluate(() => {
      const root = document.querySelector("#component")?.attachShadow({ mode: "open" });
      root?.append(document.createElement("support-fit"));
    });
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    expect((await heard(page)).map(({ name, target }) => [name, target])).toEqual(
      ["ready", "start", "answer", "progress"].map((name) => [name, "component"]),
    );
  });
});

test.describe("it is told", () => {
  test("that an answer was changed, as an answer and no start", async ({ page }) => {
    await openListening(page);
    await choose(page, LEANS[0]);
    await choose(page, "Nobody in particular");
    expect((await told(page)).slice(1)).toEqual([
      ["start", {}],
      ["answer", { question: "cap", position: 1, total: 7 }],
      ["answer", { question: "cap", position: 1, total: 6 }],
    ]);
  });

  test("that the visitor went back", async ({ page }) => {
    await openListening(page);
    await answer(page, LEANS[0]);
    await press(page, "Back");
    expect((await told(page)).at(-1)).toEqual([
      "progress",
      { answered: 1, total: 7, screen: "question" },
    ]);
  });

  test("on which screen the visitor is", async ({ page }) => {
    await keep(page, fullDraft(organization("P4"), { screen: "overview" }));
    await openListening(page);
    await press(page, TITLES.priorities);
    await press(page, "Next: check your answers");
    await press(page, "See your result");
    const screens = async () => (await told(page)).map(([, { screen }]) => screen).filter(Boolean);
    await expect.poll(screens).toEqual(["priorities", "check", "result"]);
  });

  test("that the result has changed", async ({ page }) => {
    await openListening(page);
    await toResult(page);
    await press(page, "How big should your own IT team be in two years?");
    await answer(page, "Not sure");
    await resultIsWhole(page);
    const results = async () => (await names(page)).filter((name) => name === "result").length;
    await expect.poll(results).toBe(2);
  });

  test("that the answers were saved as a file", async ({ page }) => {
    await openListening(page, 'storage="none"');
    await choose(page, LEANS[0]);
    await savedFile(page);
    expect((await told(page)).at(-1)).toEqual(["export", { format: "draft" }]);
  });

  for (const [deed, yes] of [
    ["Start over", "Start over"],
    ["Erase my answers", "Erase"],
  ]) {
    test(`that everything was cleared by “${deed}”`, async ({ page }) => {
      await openListening(page);
      await answer(page, LEANS[0]);
      await press(page, deed);
      await press(page.getByRole("dialog"), yes);
      await heading(page, QUESTIONS[0]).waitFor();
      expect((await told(page)).at(-1)).toEqual(["reset", {}]);
    });
  }

  test("that somebody starts again after everything was cleared", async ({ page }) => {
    await openListening(page);
    await choose(page, LEANS[0]);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await choose(page, LEANS[0]);
    expect(await names(page)).toEqual(["ready", "start", "answer", "reset", "start", "answer"]);
  });
});

test.describe("it is not told", () => {
  test("that somebody starts who goes on", async ({ page }) => {
    await keep(page, draftAt("fund"));
    await openListening(page);
    await answer(page, LEANS[2]);
    await heading(page, QUESTIONS[3]).waitFor();
    expect(await names(page)).toEqual(["ready", "answer", "progress"]);
  });

  test("that there is a result where somebody comes back to it", async ({ page }) => {
    await keep(page, fullDraft(organization("P4"), { screen: "result" }));
    await openListening(page);
    await resultIsWhole(page);
    await painted(page);
    expect(await names(page)).toEqual(["ready"]);
  });

  test("that a visitor answered what a script brought in", async ({ page }) => {
    await openListening(page);
    await element(page).evaluate(
      (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
      draftAt("fund"),
    );
    expect(await names(page)).not.toContain("start");
    expect(await names(page)).not.toContain("answer");
  });

  test("what was answered", async ({ page }) => {
    await openListening(page);
    await toResult(page);
    const answers = (await told(page)).filter(([name]) => name === "answer");
    for (const [, detail] of answers) {
      expect(Object.keys(detail)).toEqual(["question", "position", "total"]);
    }
  });
});

test.describe("with detailed events it is told", () => {
  const DETAILED = { events: "detailed" };

  test("what was answered", async ({ page }) => {
    await openListening(page, 'config="#theirs"', DETAILED);
    await choose(page, LEANS[0]);
    await choose(page, "Not sure");
    const answers = (await told(page)).filter(([name]) => name === "answer");
    expect(answers.map(([, { answer }]) => answer)).toEqual(["lead", "dk"]);
  });

  test("which of several were ticked", async ({ page }) => {
    await keep(page, fullDraft(organization("P11"), { question: "signs" }));
    await openListening(page, 'config="#theirs"', DETAILED);
    await choose(page, "None of these");
    await choose(page, "Updates come late or skip some machines");
    const answers = (await told(page)).filter(([name]) => name === "answer");
    expect(answers.map(([, { answer }]) => answer)).toEqual([[], [expect.any(String)]]);
  });
});

test.describe("the call to action", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("https://marlow.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>Contact</h1>" }),
    );
    await openListening(page, `cta-url="${URL_OF_CTA}"`);
    await toResult(page);
  });

  test("is told with the result, and can be called off", async ({ page }) => {
    await whenHeard(page, "cta", (_, event) => event.preventDefault());
    await page.getByRole("link", { name: "Talk about your result" }).click();
    await painted(page);
    const { verdict, leader } = RESULT;
    expect((await heard(page)).at(-1)).toMatchObject({
      name: "cta",
      detail: { url: URL_OF_CTA, verdict, leader },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    expect(page.url()).toContain("/host.html");
  });

  test("leads where it says if nobody calls it off", async ({ page }) => {
    await page.getByRole("link", { name: "Talk about your result" }).click();
    await page.waitForURL(URL_OF_CTA);
  });
});

test.describe("a listener", () => {
  test("that throws changes nothing", async ({ page }) => {
    await openListening(page);
    for (const name of ["start", "answer", "progress"]) {
      await whenHeard(page, name, () => {
        throw new Error("thrown by the page");
      });
    }
    await answer(page, LEANS[0]);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("that throws does not let the call to action be called off", async ({ page }) => {
    await page.route("https://marlow.example/**", (route) => route.fulfill({ body: "Contact" }));
    await openListening(page, `cta-url="${URL_OF_CTA}"`);
    await toResult(page);
    await whenHeard(page, "cta", () => {
      throw new Error("thrown by the page");
    });
    await page.getByRole("link", { name: "Talk about your result" }).click();
    await page.waitForURL(URL_OF_CTA);
  });

  for (const name of ["start", "answer", "progress"]) {
    test(`that resets at “${name}” leaves an element that works`, async ({ page }) => {
      const found = complaints(page);
      await openListening(page);
      await whenHeard(page, name, (host) => host.reset());
      await page.getByLabel(LEANS[0], { exact: true }).click();
      if (name === "progress") await page.locator("support-fit button[type=submit]").click();
      await expect.poll(() => names(page)).toContain("reset");
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await answerAll(page, LEANS);
      await expect(heading(page, "lean one way")).toBeVisible();
      expect(found).toEqual([]);
    });

    test(`that takes the element away at “${name}” harms nothing`, async ({ page }) => {
      const found = complaints(page);
      await openListening(page);
      await whenHeard(page, name, (host) => host.remove());
      await page.getByLabel(LEANS[0], { exact: true }).click();
      if (name === "progress") await page.locator("support-fit button[type=submit]").click();
      await expect(element(page)).toHaveCount(0);
      await painted(page);
      expect(found).toEqual([]);
    });

    test(`that sets something else at “${name}” leaves an element that works`, async ({ page }) => {
      const found = complaints(page);
      await openListening(page);
      await whenHeard(page, name, (host) => host.setAttribute("provider-name", "Marlow"));
      await page.getByLabel(LEANS[0], { exact: true }).click();
      if (name === "progress") await page.locator("support-fit button[type=submit]").click();
      await expect
        .poll(async () => (await names(page)).filter((told) => told === "ready").length)
        .toBe(2);
      if (name !== "progress") await press(page, "Next");
      await answerAll(page, LEANS.slice(1));
      await expect(page.getByText("Marlow shows you this page")).toBeVisible();
      expect(found).toEqual([]);
    });
  }
});
