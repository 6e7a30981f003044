// The events that the element dispatches: names, details and order, and what listeners of the page may do.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANING, LEANING_RESULT, draftAt, keep, kept, savedFile } from "./steps/drafts.js";
import { eventDetails, listen, names, recordedEvents } from "./steps/events.js";
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
import { nextQuestions, openView } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/** The result of the answers in `LEANS`. */
const RESULT = { verdict: "lean", leader: "co-managed", isFull: false };

const URL_OF_CTA = "https://marlow.example/contact";

/**
 * Opens a host page with an element. To note its events, call `listen` before.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @param {object} [config]
 */
async function openWith(page, attributes = "", config = {}) {
  const body = `<script type="application/json" id="theirs">${JSON.stringify(config)}</script>
    <support-fit id="it" ${attributes}></support-fit>${SCRIPT}`;
  await openHost(page, body);
  await ready(page);
}

/**
 * Answers the quick check, and waits for the event of its result.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await expect.poll(() => names(page)).toContain("result");
}

/**
 * Clears the recorded events.
 *
 * @param {Page} page
 */
async function clearEvents(page) {
  await page.evaluate(() => {
    const { recorded } = /** @type {any} */ (window);
    recorded.length = 0;
  });
}

/**
 * Continues with a draft.
 *
 * @param {Page} page
 * @param {string} draft
 */
function importDraft(page, draft) {
  return element(page).evaluate(
    (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
    draft,
  );
}

/**
 * Adds a listener that runs code at the next event of a name.
 *
 * @param {Page} page
 * @param {string} name
 * @param {(host: SupportFit, event: CustomEvent) => unknown} then
 */
async function onNext(page, name, then) {
  const action = await page.evaluateHandle(`({ run: ${then} })`);
  await page.evaluate(([name, action]) => {
    const { run } = /** @type {any} */ (action);
    const listener = (/** @type {Event} */ event) => run(event.target, event);
    document.addEventListener(`support-fit-${name}`, listener, { once: true });
  }, /** @type {const} */ ([name, action]));
}

test("A quick check dispatches its events in order, without any answer @threat-events", async ({
  page,
}) => {
  await listen(page);
  await openWith(page);
  await toResult(page);
  // These are all fields of each detail: none of them depends on an answer.
  const steps = [2, 3, 4, 5, 6, 7].flatMap((step) => [
    ["answer", { step: step - 1 }],
    ["progress", { step, screen: "question", view: null }],
    ["question-shown", { step }],
  ]);
  expect(await eventDetails(page)).toEqual([
    ["ready", {}],
    ["start", {}],
    ...steps,
    ["answer", { step: 7 }],
    ["progress", { step: 7, screen: "result", view: "answer" }],
    ["result", RESULT],
  ]);
  for (const event of await recordedEvents(page)) {
    expect.soft(event).toMatchObject({ bubbles: true, composed: true, cancelable: false });
  }
});

test("An answer given before the application has loaded is reported afterwards", async ({
  page,
}) => {
  const release = await hold(page, FILES.WebAssembly);
  await listen(page);
  await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
  await choose(page, LEANS[0]);
  await press(page, "Next");
  release();
  await heading(page, QUESTIONS[1]).waitFor();
  const expected = ["ready", "start", "answer", "progress", "question-shown"];
  await expect.poll(() => names(page)).toEqual(expected);
});

test("Changed answers, moves, files and resets are reported", async ({ page }) => {
  await listen(page);
  await openWith(page);

  await test.step("an answer is reported once at each step, however often it is changed", async () => {
    await choose(page, LEANS[0]);
    await choose(page, "No one in particular");
    expect.soft(await eventDetails(page)).toEqual([
      ["ready", {}],
      ["start", {}],
      ["answer", { step: 1 }],
    ]);
  });

  await test.step("going back is progress", async () => {
    await answer(page, LEANS[0]);
    await press(page, "Back");
    expect.soft((await eventDetails(page)).slice(-2)).toEqual([
      ["progress", { step: 3, screen: "question", view: null }],
      ["question-shown", { step: 3 }],
    ]);
  });

  for (const [action, yes] of [
    ["Start over", "Start over"],
    ["Delete my answers", "Delete them"],
  ]) {
    await test.step(`“${action}” is a reset`, async () => {
      await answer(page, LEANS[0]);
      await press(page, action ?? "");
      await press(page.getByRole("dialog"), yes ?? "");
      await heading(page, QUESTIONS[0]).waitFor();
      expect.soft((await eventDetails(page)).at(-1)).toEqual(["reset", {}]);
    });
  }

  await test.step("the first answer after a reset is a start", async () => {
    await clearEvents(page);
    await choose(page, LEANS[0]);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await choose(page, LEANS[0]);
    expect.soft(await names(page)).toEqual(["start", "answer", "reset", "start", "answer"]);
  });

  await test.step("a saved file is an export", async () => {
    await openWith(page, 'storage="none"');
    await choose(page, LEANS[0]);
    await savedFile(page);
    expect.soft((await eventDetails(page)).at(-1)).toEqual(["export", { format: "draft" }]);
  });

  await test.step("events cross the shadow root of a component that contains the element", async () => {
    await page.goto("/demo.css");
    await page.evaluate(() => localStorage.clear());
    await openHost(page, `<div id="component"></div>${SCRIPT}`);
    await page.evaluate(() => {
      const root = document.querySelector("#component")?.attachShadow({ mode: "open" });
      root?.append(document.createElement("support-fit"));
    });
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    const targets = async () =>
      (await recordedEvents(page)).map(({ name, target }) => [name, target]);
    await expect
      .poll(targets)
      .toEqual(
        ["ready", "start", "answer", "progress", "question-shown"].map((name) => [
          name,
          "component",
        ]),
      );
  });
});

test("A changed result is reported again, and a restored one is not", async ({ page }) => {
  await listen(page);
  const FULL = organization("P4");

  await test.step("each screen of the full assessment", async () => {
    await keep(page, fullDraft(FULL, { screen: "overview" }));
    await openWith(page);
    await press(page, TITLES.priorities);
    await press(page, "Next: review your answers");
    await press(page, "See your result");
    const screens = async () =>
      (await eventDetails(page)).map(([, { screen }]) => screen).filter(Boolean);
    await expect.poll(screens).toEqual(["priorities", "check", "result"]);
  });

  await test.step("no result when a visitor returns to it", async () => {
    await resultIsWhole(page);
    await openWith(page);
    await resultIsWhole(page);
    await painted(page);
    expect.soft(await names(page)).toEqual(["ready"]);
  });

  await test.step("a view of the result is progress, and no result again", async () => {
    await openView(page, WORDS.ui.result.view.cost);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.showResult("plan"));
    const details = (await eventDetails(page)).slice(1);
    expect
      .soft(details.map(([name, { screen, view }]) => [name, screen, view]))
      .toEqual(["cost", "plan"].map((view) => ["progress", "result", view]));
  });

  await test.step("no start and no answer when a script imports a draft", async () => {
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await clearEvents(page);
    await importDraft(page, draftAt("fund"));
    expect.soft(await names(page)).not.toContain("start");
    expect.soft(await names(page)).not.toContain("answer");
  });

  await test.step("no start when a visitor continues", async () => {
    await openWith(page);
    await answer(page, LEANS[2]);
    await heading(page, QUESTIONS[3]).waitFor();
    expect.soft(await names(page)).toEqual(["ready", "answer", "progress", "question-shown"]);
  });

  await test.step("the result, when an answer has changed it", async () => {
    await keep(page, draftAt("skills", LEANING));
    await openWith(page);
    await answer(page, LEANS[6]);
    await resultIsWhole(page);
    await openView(page, WORDS.ui.result.view.what_if);
    await nextQuestions(page).first().click();
    await answer(page, "Not sure");
    await resultIsWhole(page);
    const results = async () => (await names(page)).filter((name) => name === "result").length;
    await expect.poll(results).toBe(2);
  });
});

test("Detailed events contain the answers", async ({ page }) => {
  const DETAILED = { events: "detailed" };
  const answers = async () =>
    (await eventDetails(page))
      .filter(([name]) => name === "answer")
      .map(([, { answer }]) => answer);
  await listen(page);

  await test.step("a single choice", async () => {
    await openWith(page, 'config="#theirs"', DETAILED);
    await choose(page, LEANS[0]);
    await choose(page, "Not sure");
    expect.soft(await answers()).toEqual(["lead", "dk"]);
    const detail = { step: 1, question: "cap", position: 1, total: 7, answer: "dk" };
    expect.soft((await eventDetails(page)).at(-1)).toEqual(["answer", detail]);
  });

  await test.step("a multiple choice", async () => {
    await keep(page, fullDraft(organization("P11"), { question: "signs" }));
    await openWith(page, 'config="#theirs"', DETAILED);
    await choose(page, "None of these");
    await choose(page, "Security updates (patching) come late or skip some machines");
    expect.soft(await answers()).toEqual([[], [expect.any(String)]]);
  });
});

test("Only preventDefault keeps the call to action from being followed", async ({ page }) => {
  await page.route("https://marlow.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>Contact</h1>" }),
  );
  await listen(page);
  await keep(page, LEANING_RESULT);
  const follow = () => page.getByRole("link", { name: "Talk through your result" }).click();
  const openResult = async () => {
    const cta = { "co-managed": { url: URL_OF_CTA } };
    await openWith(page, 'config="#theirs" cta-url="https://marlow.example/"', { cta });
    await resultIsWhole(page);
  };

  await test.step("the event has the result and the address that is shown, and can be canceled", async () => {
    await openResult();
    await onNext(page, "cta", (_, event) => event.preventDefault());
    await follow();
    await painted(page);
    const { verdict, leader } = RESULT;
    expect.soft((await recordedEvents(page)).at(-1)).toMatchObject({
      name: "cta",
      detail: { url: URL_OF_CTA, verdict, leader },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    expect(page.url()).toContain("/host.html");
  });

  await test.step("a listener that throws does not cancel it", async () => {
    await onNext(page, "cta", () => {
      throw new Error("thrown by the page");
    });
    await follow();
    await page.waitForURL(URL_OF_CTA);
  });

  await test.step("the link is followed if no listener cancels the event", async () => {
    await openResult();
    await follow();
    await page.waitForURL(URL_OF_CTA);
  });
});

/** The events that the first answer and the Next button dispatch. */
const EARLY = ["start", "answer", "progress"];

/**
 * Opens an element with its own draft, adds a listener, and triggers the event.
 *
 * @param {Page} page
 * @param {string} name
 * @param {(host: SupportFit, event: CustomEvent) => unknown} then
 */
async function dispatch(page, name, then) {
  await openWith(page, `storage-key="${name}"`);
  await onNext(page, name, then);
  await page.getByLabel(LEANS[0], { exact: true }).click();
  if (name === "progress") await page.locator("support-fit button[type=submit]").click();
}

test("A listener may reset the element or change its settings at any event @threat-host-listeners", async ({
  page,
}) => {
  const found = complaints(page);
  await listen(page);
  for (const name of EARLY) {
    await test.step(`it resets the element at “${name}”`, async () => {
      await dispatch(page, name, (host) => host.reset());
      await expect.poll(() => names(page)).toContain("reset");
      await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await answer(page, LEANS[0]);
      await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
      await importDraft(page, draftAt("skills", LEANING));
      await answer(page, LEANS[6]);
      await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    });
  }
  for (const name of EARLY) {
    await test.step(`it changes a setting at “${name}”`, async () => {
      await page.goto("/demo.css");
      await page.evaluate(() => localStorage.clear());
      await dispatch(page, name, (host) => host.setAttribute("provider-name", "Marlow"));
      const times = async () => (await names(page)).filter((name) => name === "ready").length;
      await expect.poll(times).toBe(2);
      if (name !== "progress") await press(page, "Next");
      await answer(page, LEANS[1]);
      await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
      await importDraft(page, LEANING_RESULT);
      await expect.soft(page.getByText("Marlow offers this tool")).toBeVisible();
    });
  }
  expect(found).toEqual([]);
});

test("A listener may remove the element, and one that throws changes nothing @threat-host-listeners", async ({
  page,
}) => {
  const found = complaints(page);
  for (const name of EARLY) {
    await test.step(`it removes the element at “${name}”`, async () => {
      await dispatch(page, name, (host) => host.remove());
      await expect.soft(element(page)).toHaveCount(0);
      await painted(page);
      expect.soft(found).toEqual([]);
    });
  }

  await test.step("it throws", async () => {
    await openWith(page);
    for (const name of EARLY) {
      await onNext(page, name, () => {
        throw new Error("thrown by the page");
      });
    }
    await answer(page, LEANS[0]);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  await test.step("the page has replaced the functions that dispatch events and move the focus", async () => {
    await page.addInitScript(() => {
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        if (event.type.startsWith("support-fit-")) throw new Error("thrown by the page");
        return dispatchEvent.call(this, event);
      };
      HTMLElement.prototype.focus = () => {
        throw new Error("thrown by the page");
      };
    });
    const release = await hold(page, FILES.WebAssembly);
    await openHost(page, `<support-fit storage-key="replaced"></support-fit>${SCRIPT}`);
    await choose(page, LEANS[0]);
    release();
    await expect(element(page)).toHaveJSProperty("status", "ready");
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });
});
