// What is kept on the device, what the visitor is told of it, and how they are rid of it.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { ASIDE, KEY, breakStorage, keep, kept, keptText, savedFile } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  button,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
  step,
} from "./steps/flow.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Every key of the storage.
 *
 * @param {Page} page
 */
function keys(page) {
  return page.evaluate(() => Object.keys(localStorage));
}

test.describe("a reload", () => {
  test("comes back to the same question with every answer", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 4));
    await choose(page, LEANS[4]);
    await page.reload();
    for (const n of [4, 3, 2, 1, 0]) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
      if (n > 0) await press(page, "Back");
    }
  });

  test("comes back to the same result", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    const before = await page.getByRole("article").textContent();
    await page.reload();
    await expect(page.getByRole("article")).toHaveText(before ?? "");
  });

  test("says that the answers are still here", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await page.reload();
    await expect(notice(page, "Welcome back. Your answers are still here.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Welcome back. Your answers are still here.");
  });

  test("says nothing where nothing was answered", async ({ page }) => {
    await open(page);
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect(notice(page, "Welcome back")).toHaveCount(0);
  });

  test("shows when the answers were saved", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    const saved = await page.getByText(/^Saved on this device at /).textContent();
    await page.reload();
    await expect(page.getByText(saved ?? "", { exact: true })).toBeVisible();
  });

  test("does not bring a message back that was closed in the same visit", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await page.reload();
    await press(page, "Close this message");
    await expect(notice(page, "Welcome back")).toHaveCount(0);
    await answer(page, LEANS[1]);
    await expect(notice(page, "Welcome back")).toHaveCount(0);
  });
});

test.describe("a draft", () => {
  test("is one entry with version, time, place and keyed answers", async ({ page }) => {
    const before = Date.now();
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await choose(page, "Not sure");
    expect(await keys(page)).toEqual([KEY]);
    const { saved, ...draft } = await kept(page);
    expect(draft).toEqual({
      schema: 2,
      content: "1.1",
      place: { question: "fund" },
      answers: { cap: "lead", load: "stretched", fund: "dk" },
      priorities: {},
    });
    expect(new Date(saved).toISOString()).toBe(saved);
    expect(Date.parse(saved)).toBeGreaterThanOrEqual(before);
  });

  test("is saved after every change", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
    await choose(page, "Nobody in particular");
    expect((await kept(page)).answers).toEqual({ cap: "none" });
    await press(page, "Next");
    expect((await kept(page)).place).toEqual({ question: "fund" });
  });

  test("names the result as its place", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("article").waitFor();
    expect((await kept(page)).place).toEqual({ screen: "result" });
  });
});

test.describe("a draft of the first schema", () => {
  test.beforeEach(async ({ page }) => {
    const fixture = new URL("../fixtures/draft-schema-1.json", import.meta.url);
    await keep(page, await readFile(fixture, "utf8"));
    await page.goto("/widget/");
  });

  test("goes on at its question with its answers", async ({ page }) => {
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
    await expect(step(page, 4, 7)).toBeVisible();
    for (const label of ["Not sure", LEANS[1], LEANS[0]]) {
      await press(page, "Back");
      await expect(page.getByLabel(label, { exact: true })).toBeChecked();
    }
  });

  test("tells that a part of it is not known here", async ({ page }) => {
    await expect(notice(page, "Some saved answers belong to another version.")).toBeVisible();
    await expect(page.getByRole("status")).toContainText("belong to another version");
  });

  test("keeps what is not known through later saves", async ({ page }) => {
    await answerAll(page, LEANS.slice(3, 5));
    const draft = await kept(page);
    expect(draft.schema).toBe(2);
    expect(draft.answers).toEqual({
      cap: "lead",
      load: "stretched",
      fund: "dk",
      answer: "split",
      decide: "key",
      retired_question: "yes",
    });
    expect(draft.priorities).toEqual({ control: 3 });
  });
});

test.describe("starting over", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Start over");
  });

  test("asks first", async ({ page }) => {
    await expect(page.getByRole("dialog", { name: "Start over?" })).toBeVisible();
    await expect(page.getByRole("dialog")).toContainText("You can undo it right after.");
    expect((await kept(page)).answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("keeps the focus in the question", async ({ page }) => {
    await expect(button(page, "Keep my answers")).toBeFocused();
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press("Tab");
      const outside = await page
        .locator("support-fit form :focus, support-fit footer :focus")
        .count();
      expect(outside).toBe(0);
    }
  });

  test("keeps the answers on Escape and gives the focus back", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(button(page, "Start over")).toBeFocused();
    expect((await kept(page)).answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("keeps the answers when the visitor says so and gives the focus back", async ({ page }) => {
    await press(page, "Keep my answers");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(button(page, "Start over")).toBeFocused();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });

  test("can be asked again after Escape", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await press(page, "Start over");
    await expect(page.getByRole("dialog", { name: "Start over?" })).toBeVisible();
  });

  test("clears every answer and says so", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(notice(page, "Your answers are cleared.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Your answers are cleared.");
    expect((await kept(page)).answers).toEqual({});
  });

  test("can be undone, which brings everything back", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await press(page, "Undo last change");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await expect(notice(page, "Your answers are cleared.")).toHaveCount(0);
    const { place, answers } = await kept(page);
    expect(place).toEqual({ question: "fund" });
    expect(answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("no longer offers to undo it once it could not", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await choose(page, "Nobody in particular");
    await painted(page);
    const undo = button(page, "Undo last change");
    if ((await undo.count()) > 0) await undo.click();
    // Either the offer is gone, or it still does what the message says.
    const { answers } = await kept(page);
    expect([{ cap: "none" }, { cap: "lead", load: "stretched" }]).toContainEqual(answers);
  });
});

test.describe("erasing", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, "not a draft");
    await page.goto("/widget/");
    await answerAll(page, LEANS.slice(0, 2));
    expect((await keys(page)).sort()).toEqual([KEY, ASIDE]);
    await press(page, "Erase my answers");
  });

  test("asks first and says that it cannot be undone", async ({ page }) => {
    const dialog = page.getByRole("dialog", { name: "Erase your answers?" });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText("It cannot be undone.");
  });

  test("keeps everything on Escape and gives the focus back", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await expect(button(page, "Erase my answers")).toBeFocused();
    expect((await keys(page)).sort()).toEqual([KEY, ASIDE]);
  });

  test("removes every key from the device", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await expect(notice(page, "Your answers are gone from this device.")).toBeVisible();
    expect(await keys(page)).toEqual([]);
  });

  test("shows the first question without an answer", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("Your answers are gone from this device.");
  });

  test("cannot be undone", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await notice(page, "Your answers are gone").waitFor();
    await expect(button(page, "Undo last change")).toHaveCount(0);
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect(notice(page, "Welcome back")).toHaveCount(0);
    expect(await keys(page)).toEqual([]);
  });
});

for (const { fault, told } of /** @type {const} */ ([
  { fault: "getter", told: "This browser does not let us save here." },
  { fault: "SecurityError", told: "This browser does not let us save here." },
  { fault: "QuotaExceededError", told: "There is no room left to save on this device." },
])) {
  test.describe(`where storage fails (${fault})`, () => {
    test.beforeEach(async ({ page }) => {
      await breakStorage(page, fault);
      await open(page);
      await choose(page, LEANS[0]);
    });

    test("the visitor is told", async ({ page }) => {
      await expect(notice(page, told)).toBeVisible();
      await expect(page.getByRole("status")).toContainText(told);
      await expect(page.getByText("Not saved on this device")).toBeVisible();
    });

    test("the visitor goes on to the result", async ({ page }) => {
      await answerAll(page, LEANS);
      await expect(heading(page, "lean one way")).toBeVisible();
    });

    test("the answers are offered as a file that another visit can go on from", async ({
      page,
      browser,
      baseURL,
    }) => {
      await answerAll(page, LEANS.slice(0, 3));
      const file = await savedFile(page);
      expect(file.name).toBe("support-fit-answers.json");
      expect(JSON.parse(file.text)).toMatchObject({
        schema: 2,
        content: "1.1",
        place: { question: "answer" },
        answers: { cap: "lead", load: "stretched", fund: "one" },
      });
      const context = await browser.newContext({ baseURL });
      const later = await context.newPage();
      await keep(later, file.text);
      await later.goto("/widget/");
      await expect(heading(later, QUESTIONS[3])).toBeVisible();
      await choose(later, LEANS[3]);
      expect((await kept(later)).answers).toMatchObject({ ...JSON.parse(file.text).answers });
      await context.close();
    });

    test("a message that was closed does not come back with every answer", async ({ page }) => {
      await press(page, "Close this message");
      await answerAll(page, LEANS.slice(0, 2));
      await painted(page);
      await expect(notice(page, told)).toHaveCount(0);
    });
  });
}

for (const { kind, text, told } of [
  {
    kind: "that is no draft",
    text: '{"answers": \r\n  “naïve ☃ 漢字”',
    told: "We found saved answers that we cannot read.",
  },
  {
    kind: "of a newer schema",
    text: '{ "schema": 99,\n  "answers": { "cap": "lead" }, "new": "☃" }',
    told: "Your saved answers come from a newer version of this page.",
  },
]) {
  test.describe(`a text ${kind}`, () => {
    test.beforeEach(async ({ page }) => {
      await keep(page, text);
      await page.goto("/widget/");
      await heading(page, QUESTIONS[0]).waitFor();
    });

    test("is reported", async ({ page }) => {
      await expect(notice(page, told)).toBeVisible();
      await expect(page.getByRole("status")).toContainText(told);
    });

    test("is not changed before something is answered", async ({ page }) => {
      expect(await keptText(page)).toBe(text);
    });

    test("is kept beside the new answers", async ({ page }) => {
      await answerAll(page, LEANS);
      await expect(heading(page, "lean one way")).toBeVisible();
      expect(await keptText(page, ASIDE)).toBe(text);
      expect((await kept(page)).place).toEqual({ screen: "result" });
    });

    test("is offered as a file, byte for byte", async ({ page }) => {
      await answer(page, LEANS[0]);
      const file = await savedFile(page);
      expect(file.name).toBe("support-fit-earlier-answers.json");
      expect(file.text).toBe(text);
    });
  });
}

test("a text that cannot be read is not lost where there is no room to put it aside", async ({
  page,
}) => {
  // A browser gives a site about five million characters: this fits once, but not twice.
  const length = 3_000_000;
  await keep(page, "x".repeat(length));
  await page.goto("/widget/");
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  const lengths = await page.evaluate(() => Object.values(localStorage).map((text) => text.length));
  expect(lengths).toContain(length);
});

test.describe("two tabs", () => {
  /** @type {Page} */
  let other;

  const TOLD = "You changed your answers in another tab.";
  const ERASED = "Your answers were erased in another tab. They are still shown here.";

  // Both have the first answer; the other tab has a second one since.
  test.beforeEach(async ({ page, context }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    other = await context.newPage();
    await other.goto("/widget/");
    await answer(other, LEANS[1]);
    await heading(other, QUESTIONS[2]).waitFor();
  });

  test("the tab without the change is told", async ({ page }) => {
    await expect(notice(page, TOLD)).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(TOLD);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  });

  test("the tab with the change is not", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await expect(notice(other, TOLD)).toHaveCount(0);
  });

  test("being told does not move the focus", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await page.getByRole("radio").first().focus();
    await choose(other, LEANS[2]);
    await painted(page);
    await expect(page.getByRole("radio").first()).toBeFocused();
  });

  test("being told while it asks something does not move the focus", async ({ page }) => {
    await press(page, "Start over");
    await expect(button(page, "Keep my answers")).toBeFocused();
    await choose(other, LEANS[2]);
    await painted(page);
    await expect(button(page, "Keep my answers")).toBeFocused();
  });

  test("the answers of the other tab can be taken over", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await expect(notice(page, "You now see the answers from the other tab.")).toBeVisible();
    await press(page, "Back");
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });

  test("taking over can be undone", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await press(page, "Undo last change");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("the answers here can be kept, and the other tab is told", async ({ page }) => {
    await press(page, "Keep the answers here");
    await expect(notice(page, TOLD)).toHaveCount(0);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
    await expect(notice(other, TOLD)).toBeVisible();
  });

  test("the later save wins", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await choose(page, "Under control, with time to plan");
    await expect(notice(page, TOLD)).toHaveCount(0);
    expect((await kept(other)).answers).toEqual({ cap: "lead", load: "ok" });
    await expect(notice(other, TOLD)).toBeVisible();
  });

  test("a step without a new answer is nothing to tell", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await press(other, "Back");
    await painted(page);
    await expect(notice(page, TOLD)).toHaveCount(0);
  });

  test.describe("after erasing in one", () => {
    test.beforeEach(async ({ page }) => {
      await notice(page, TOLD).waitFor();
      await press(other, "Erase my answers");
      await press(other.getByRole("dialog"), "Erase");
    });

    test("the other is told and still shows its answers", async ({ page }) => {
      await expect(notice(page, ERASED)).toBeVisible();
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      expect(await keys(page)).toEqual([]);
    });

    test("the other can erase too", async ({ page }) => {
      await press(page, "Erase them here too");
      await expect(notice(page, "Your answers are gone from this device.")).toBeVisible();
      await expect(heading(page, QUESTIONS[0])).toBeFocused();
      expect(await keys(page)).toEqual([]);
    });

    test("the other can keep its answers", async ({ page }) => {
      await notice(page, ERASED).waitFor();
      await press(page, "Keep the answers here");
      expect((await kept(page)).answers).toEqual({ cap: "lead" });
    });
  });
});
