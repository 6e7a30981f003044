// Storage that fails from the start, and saved texts that are not drafts. What is saved and what is never overwritten is tested
// natively, with every call that can fail: tests/session/faults.rs, tests/session/keeping.rs.

import { expect, test } from "@playwright/test";

import { VERSION, WORDS } from "./steps/content.js";
import {
  ASIDE,
  breakStorage,
  draftAt,
  keep,
  kept,
  keptText,
  savedFile,
  stored,
} from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  open,
} from "./steps/flow.js";

const { notice: SAYS } = WORDS.ui;

for (const { fault, message } of /** @type {const} */ ([
  { fault: "getter", message: SAYS.blocked },
  { fault: "SecurityError", message: SAYS.blocked },
  { fault: "QuotaExceededError", message: SAYS.full },
])) {
  test(`Without storage (${fault}) the check works and offers the answers as a file`, async ({
    page,
    browser,
    baseURL,
  }) => {
    await breakStorage(page, fault);
    await open(page);
    await choose(page, LEANS[0]);

    await test.step("a message and the footer say that nothing is saved", async () => {
      await expect.soft(notice(page, message)).toBeVisible();
      await expect.soft(page.getByRole("status")).toContainText(message);
      await expect.soft(page.getByText("Not saved on this device")).toBeVisible();
    });

    await answerAll(page, LEANS.slice(0, 3));
    const file = await savedFile(page);
    await test.step("the file has the answers and the place", async () => {
      expect.soft(file.name).toBe("support-fit-answers.json");
      expect.soft(JSON.parse(file.text)).toMatchObject({
        schema: 3,
        content: VERSION,
        place: { question: "answer" },
        answers: { cap: "lead", load: "stretched", fund: "one" },
      });
    });

    // The file is the same for every fault.
    if (fault === "getter")
      await test.step("another visit can continue from it", async () => {
        const context = await browser.newContext({ baseURL });
        const later = await context.newPage();
        await keep(later, file.text);
        await later.goto("/widget/");
        await expect(heading(later, QUESTIONS[3])).toBeVisible();
        await choose(later, LEANS[3]);
        expect.soft((await kept(later)).answers).toMatchObject(JSON.parse(file.text).answers);
        await context.close();
      });

    await test.step("the visitor gets to the result", async () => {
      await answerAll(page, LEANS.slice(3));
      await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    });
  });
}

for (const { kind, text, message } of [
  {
    kind: "that is not a draft",
    text: '{"answers": \r\n  “naïve ☃ 漢字”',
    message: SAYS.unreadable,
  },
  {
    kind: "of a newer version",
    text: '{ "schema": 99,\n  "content": "9", "answers": { "cap": "lead" }, "new": "☃" }',
    message: SAYS.newer,
  },
]) {
  test(`A saved text ${kind} is reported, backed up and offered as a file @threat-readers`, async ({
    page,
  }) => {
    await keep(page, text);
    await page.goto("/widget/");
    await heading(page, QUESTIONS[0]).waitFor();

    await test.step("a message says so", async () => {
      await expect.soft(notice(page, message)).toBeVisible();
      await expect.soft(page.getByRole("status")).toContainText(message);
    });

    await test.step("it is not changed before something is answered", async () => {
      expect.soft(await keptText(page)).toBe(text);
    });

    await test.step("the file has the same bytes", async () => {
      await answer(page, LEANS[0]);
      const file = await savedFile(page);
      expect.soft(file.name).toBe("support-fit-earlier-answers.json");
      expect.soft(file.text).toBe(text);
    });

    await test.step("the new answers and the backup are both saved", async () => {
      await answer(page, LEANS[1]);
      await heading(page, QUESTIONS[2]).waitFor();
      expect.soft(await keptText(page, ASIDE)).toBe(text);
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead", load: "stretched" });
    });
  });
}

test("Saved texts that only the browser's own parser can judge are backed up", async ({ page }) => {
  const draft = draftAt("pace", { cap: "lead" });
  for (const [what, text, message] of [
    ["half of a draft", draft.slice(0, 60), SAYS.unreadable],
    ["ten thousand nested lists", "[".repeat(10_000) + "]".repeat(10_000), SAYS.unreadable],
    ["a draft longer than any", draft + " ".repeat(400_000), SAYS.unreadable],
    ["a schema beyond all numbers", '{ "schema": 1e999, "answers": {} }', SAYS.unreadable],
  ]) {
    await test.step(what, async () => {
      await page.goto("/demo.css");
      await page.evaluate(() => localStorage.clear());
      await keep(page, text);
      await page.goto("/widget/");
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
      await expect.soft(notice(page, message)).toBeVisible();
      await choose(page, LEANS[0]);
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
      expect.soft(await keptText(page, ASIDE)).toBe(text);
    });
  }
});

test("An unreadable text stays where it is if there is no room for a backup", async ({ page }) => {
  // A browser allows a site about five million characters: this fits once, but not twice.
  const length = 3_000_000;
  await keep(page, "x".repeat(length));
  await page.goto("/widget/");
  await expect(notice(page, SAYS.full)).toBeVisible();
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  const lengths = Object.values(await stored(page)).map((text) => text.length);
  expect(lengths).toContain(length);
});
