// Two to six people who answered separately, compared in one browser. What the comparison says is tested in
// `tests/comparison`, which links and texts are read in `tests/link`.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import {
  LINKS,
  SAYS,
  addLink,
  addressOf,
  agenda,
  comparing,
  differing,
  file,
  fileField,
  fileOf,
  linkField,
  nameField,
  openComparing,
  verdictOf,
  verdicts,
} from "./steps/compare.js";
import { WORDS, filled, labelOf, organization, textOf } from "./steps/content.js";
import { KEY, keptText, storedKeys } from "./steps/drafts.js";
import { QUESTIONS, button, heading, painted, press } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { copiedText, element } from "./steps/host.js";
import { layOutAll, misfits, targets } from "./steps/measure.js";
import { openFold, openView, tryAnswer } from "./steps/result.js";

const MINE = organization("P2");

/** The name of a person who has none, counted from 1. */
const person = (/** @type {number} */ n) => filled(SAYS.person, { n });

test.beforeEach(async ({ page }) => {
  await openAt(page, "result", MINE);
  await openComparing(page);
});

test("A colleague's link is compared with the visitor's answers @wcag-1.3.5", async ({ page }) => {
  await test.step("nothing is compared before a person is added", async () => {
    await expect.soft(nameField(page, 1)).toHaveValue(SAYS.you);
    await expect.soft(nameField(page, 2)).toHaveCount(0);
    await expect.soft(verdicts(page)).toHaveCount(0);
    await expect.soft(comparing(page)).toContainText(SAYS.with.private);
  });

  await test.step("adding a link focuses the name of the new person", async () => {
    await addLink(page, addressOf("P6"));
    await expect.soft(nameField(page, 2)).toBeFocused();
    await expect.soft(linkField(page)).toHaveValue("");
  });

  await test.step("the browser fills in the visitor's name and no other", async () => {
    await expect.soft(nameField(page, 1)).toHaveAttribute("autocomplete", "name");
    await expect.soft(nameField(page, 2)).toHaveAttribute("autocomplete", "off");
  });

  await test.step("both verdicts are listed", async () => {
    await expect
      .soft(verdicts(page))
      .toHaveText([verdictOf(SAYS.you, "P2"), verdictOf(person(2), "P6")]);
    await expect.soft(comparing(page)).toContainText(SAYS.agreement.opposite);
  });

  await test.step("the answers that differ are listed, the largest effect first", async () => {
    await expect.soft(differing(page).first()).toContainText(/moves the lead by about/);
    const effects = await differing(page).evaluateAll((rows) =>
      rows
        .map((row) => row.textContent ?? "")
        .filter((text) => !text.includes("rule a model in or out"))
        .map((text) => Number(/by about (\d+) point/.exec(text)?.[1] ?? 0)),
    );
    expect.soft(effects.length).toBeGreaterThan(2);
    expect.soft(effects).toEqual([...effects].sort((a, b) => b - a));
    const row = comparing(page)
      .locator("li")
      .filter({ hasText: textOf("decide") })
      .first();
    await expect.soft(row).toContainText(`You: ${labelOf("decide", "key")}`);
    await expect.soft(row).toContainText(`Person 2: ${labelOf("decide", "all")}`);
  });

  await test.step("conflicting expectations are listed with an article", async () => {
    const panel = comparing(page).locator(".panel").filter({ hasText: SAYS.collision.answer.text });
    await expect.soft(panel).toContainText(`You: ${labelOf("answer", "split")}`);
    await expect.soft(panel).toContainText(`Person 2: ${labelOf("answer", "own")}`);
    await panel.getByText(WORDS.ui.result.sources).click();
    await expect.soft(panel.locator("cite").first()).toBeVisible();
  });

  await test.step("the agenda begins with the conflicts", async () => {
    await expect.soft(agenda(page).first()).toHaveText(SAYS.collision.answer.ask);
    const points = await agenda(page).count();
    expect.soft(points).toBeGreaterThan(1);
    expect.soft(points).toBeLessThanOrEqual(7);
  });

  await test.step("each dimension shows which model both people lean toward", async () => {
    const rows = comparing(page).getByRole("row");
    const cells = rows.filter({ hasText: SAYS.dimension.apart }).first().getByRole("cell");
    await expect
      .soft(cells)
      .toHaveText([/ IT \(Normal\)$/, / IT \(Normal\)$/, SAYS.dimension.apart]);
    const [mine, theirs] = await cells.allInnerTexts();
    expect.soft(mine).not.toBe(theirs);
  });

  await test.step("names are used everywhere, as text", async () => {
    await nameField(page, 2).fill("Ann <b>");
    await nameField(page, 2).press("Enter");
    await expect.soft(verdicts(page).last()).toHaveText(/^Ann <b>: /);
    await nameField(page, 1).fill("Bo");
    await nameField(page, 1).press("Enter");
    await expect.soft(verdicts(page).first()).toHaveText(/^Bo: /);
    await expect.soft(nameField(page, 1)).toBeFocused();
  });
});

test("A link that cannot be opened is explained at the field", async ({ page }) => {
  await test.step("an empty field asks for a link", async () => {
    await press(page, SAYS.with.add);
    await expect.soft(comparing(page).getByText(SAYS.with.problem.no_link)).toBeVisible();
    await expect.soft(linkField(page)).toBeFocused();
  });

  const before = await keptText(page);
  for (const [kind, [text, problem]] of Object.entries({
    "another address": ["https://example.com/#top", WORDS.ui.link.problem.not_ours],
    "a link that was cut": [addressOf("P6").slice(0, -5), WORDS.ui.link.problem.damaged],
    "a link of a later version": [
      `#support-fit-${LINKS.newer}`,
      WORDS.ui.link.problem.newer_format,
    ],
    "a link that is too long": [`s1.${"A".repeat(5000)}`, WORDS.ui.link.problem.too_long],
  })) {
    await test.step(kind, async () => {
      await addLink(page, text);
      await expect.soft(linkField(page)).toHaveAccessibleDescription(problem);
      await expect.soft(linkField(page)).toHaveAttribute("aria-invalid", "true");
      await expect.soft(linkField(page)).toHaveValue(text);
      await expect.soft(linkField(page)).toBeFocused();
      await expect.soft(verdicts(page)).toHaveCount(0);
      expect.soft(await keptText(page)).toBe(before);
    });
  }

  await test.step("the mail with the right link can be pasted instead", async () => {
    await addLink(page, `Hi, about ticket #12:\n<${addressOf("P6")}>\nBest, Ann`);
    await expect.soft(verdicts(page)).toHaveCount(2);
    await expect.soft(linkField(page)).not.toHaveAttribute("aria-invalid");
  });
});

test("People can be added and removed with the keyboard @wcag-2.1.1", async ({ page }) => {
  await linkField(page).focus();
  await page.keyboard.insertText(addressOf("P2"));
  await page.keyboard.press("Tab");
  await expect.soft(button(page, SAYS.with.add)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.soft(nameField(page, 2)).toBeFocused();

  await test.step("identical answers agree on everything", async () => {
    const same = filled(SAYS.with.same, { name: "Person 2", other: SAYS.you });
    await expect.soft(comparing(page).getByText(same)).toBeVisible();
    await expect
      .soft(comparing(page))
      .toContainText("All of you get the same result: co-managed IT.");
    await expect.soft(comparing(page)).toContainText(SAYS.difference.none);
    await expect.soft(comparing(page)).toContainText(SAYS.with.no_collisions);
  });

  await test.step("without the other person nothing is compared", async () => {
    await page.keyboard.press("Tab");
    await expect.soft(button(page, "Remove person 2")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.soft(verdicts(page)).toHaveCount(0);
    await expect.soft(linkField(page)).toBeFocused();
  });
});

test("Files of up to five colleagues are compared @wcag-1.4.10", async ({ page }) => {
  const FILES = [
    fileOf("ann.json", organization("P6")),
    fileOf("bo.json", organization("P1")),
    fileOf("cy.json", organization("P7")),
  ];

  await test.step("in their order", async () => {
    await fileField(page).setInputFiles(FILES);
    await expect
      .soft(verdicts(page))
      .toHaveText([
        verdictOf(SAYS.you, "P2"),
        verdictOf(person(2), "P6"),
        verdictOf(person(3), "P1"),
        verdictOf(person(4), "P7"),
      ]);
    await expect.soft(comparing(page)).toContainText("From bo.json");
  });

  await test.step("removing one keeps the names of the others", async () => {
    await nameField(page, 3).fill("Bo");
    await nameField(page, 3).press("Enter");
    await page.getByRole("button", { name: "Remove person 2" }).click();
    await expect.soft(nameField(page, 2)).toHaveValue("Bo");
    await expect.soft(nameField(page, 2)).toBeFocused();
    await expect.soft(verdicts(page)).toHaveCount(3);
  });

  await test.step("files without answers are explained, and the others are added", async () => {
    await fileField(page).setInputFiles([
      file("notes.json", "not json"),
      FILES[0],
      file("later.json", '{"schema":9,"answers":{"cap":"lead"}}'),
      file("empty.json", '{"schema":3,"answers":{}}'),
      file("no\u202etes\u2066.txt", "not json"),
    ]);
    await expect.soft(verdicts(page)).toHaveCount(4);
    await expect.soft(fileField(page)).toHaveAttribute("aria-invalid", "true");
    const { no_answers, newer, empty_file } = SAYS.with.problem;
    const problem = comparing(page).locator("#compare-problem");
    await expect.soft(problem).toContainText(filled(no_answers, { name: "notes.json" }));
    await expect.soft(problem).toContainText(filled(newer, { name: "later.json" }));
    await expect.soft(problem).toContainText(filled(empty_file, { name: "empty.json" }));
    await expect.soft(problem).toContainText(filled(no_answers, { name: "notes.txt" }));
  });

  await test.step("a file that cannot be read is not called one without answers", async () => {
    await page.evaluate(() => {
      const { text } = File.prototype;
      File.prototype.text = function () {
        File.prototype.text = text;
        return Promise.reject(new DOMException("refused by the test", "NotReadableError"));
      };
    });
    await fileField(page).setInputFiles(fileOf("gone.json", organization("P6")));
    const { unreadable } = SAYS.with.problem;
    const problem = comparing(page).locator("#compare-problem");
    await expect.soft(problem).toHaveText(filled(unreadable, { name: "gone.json" }));
  });

  await test.step("a file with answers of another version says so", async () => {
    const answers = { ...organization("P6").answers, retired: "yes" };
    await fileField(page).setInputFiles(fileOf("old.json", { answers, priorities: {} }));
    await expect.soft(comparing(page).getByText(SAYS.with.partly)).toBeVisible();
    await expect.soft(verdicts(page)).toHaveCount(5);
  });

  await test.step("a sixth colleague is not added", async () => {
    await fileField(page).setInputFiles(FILES);
    await expect.soft(verdicts(page)).toHaveCount(6);
    await expect.soft(comparing(page).getByText(SAYS.with.full)).toBeVisible();
    await expect.soft(linkField(page)).toHaveCount(0);
  });

  await test.step("removing one makes room", async () => {
    await page.getByRole("button", { name: "Remove person 6" }).click();
    await expect.soft(linkField(page)).toBeVisible();
  });

  await test.step("six people with long names fit a page 320 px wide", async () => {
    const long = `${"of-a-very-long-name-".repeat(8)}.json`;
    await fileField(page).setInputFiles(fileOf(long, organization("P3")));
    await expect.soft(verdicts(page)).toHaveCount(6);
    await nameField(page, 3).fill("A".repeat(40));
    await nameField(page, 3).press("Enter");
    await page.setViewportSize({ width: 320, height: 640 });
    await layOutAll(page);
    // A value may be longer than its field.
    const found = (await misfits(page)).filter((misfit) => !misfit.startsWith("<input>"));
    expect.soft(found).toEqual([]);
    const small = (await targets(page)).filter(({ height, width }) => height < 24 || width < 24);
    expect.soft(small).toEqual([]);
  });
});

test("A colleague's answers are never sent or stored @threat-colleagues @threat-sending", async ({
  page,
}) => {
  const [before, keys] = [await keptText(page, KEY), await storedKeys(page)];

  await test.step("nothing is sent or stored while people are added, named and removed", async () => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await addLink(page, addressOf("P6"));
    await fileField(page).setInputFiles(fileOf("bo.json", organization("P1")));
    await expect.soft(verdicts(page)).toHaveCount(3);
    await nameField(page, 2).fill("Ann");
    await nameField(page, 2).press("Enter");
    await page.getByRole("button", { name: "Remove person 3" }).click();
    await expect.soft(verdicts(page)).toHaveCount(2);
    await painted(page);
    expect.soft(asked.filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect.soft(await keptText(page, KEY)).toBe(before);
    expect.soft(await storedKeys(page)).toEqual(keys);
  });

  await test.step("a colleague is gone after a reload", async () => {
    await page.reload();
    await openFold(comparing(page).locator("> summary"));
    await expect.soft(nameField(page, 1)).toBeVisible();
    await expect.soft(nameField(page, 2)).toHaveCount(0);
  });

  await test.step("a colleague is gone after everything is erased", async () => {
    await addLink(page, addressOf("P6"));
    await expect.soft(nameField(page, 2)).toBeVisible();
    await press(page, WORDS.ui.footer.erase);
    await press(page.getByRole("dialog"), WORDS.ui.confirm.erase.yes);
    await heading(page, QUESTIONS[0]).waitFor();
    // Without reloading the page.
    await element(page).evaluate(
      (/** @type {any} */ host, draft) => host.importDraft(draft),
      fullDraft(MINE, { screen: "result" }),
    );
    await resultIsWhole(page);
    await openComparing(page);
    await expect.soft(nameField(page, 1)).toBeVisible();
    await expect.soft(nameField(page, 2)).toHaveCount(0);
  });
});

test("A comparison is saved, copied, and follows the visitor's answers", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await addLink(page, addressOf("P6"));

  await test.step("the agenda is copied as text", async () => {
    await press(page, SAYS.with.copy);
    await expect.soft(comparing(page).getByText(SAYS.with.copied)).toBeVisible();
    const text = await copiedText(page);
    expect.soft(text).toMatch(new RegExp(`^${SAYS.agenda.title}\n\n`));
    expect
      .soft(text)
      .toContain(`1. ${SAYS.collision.answer.text} You said “${labelOf("answer", "split")}.”`);
  });

  await test.step("where copying is not allowed, the file is offered instead", async () => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await press(page, SAYS.with.copy);
    await expect.soft(comparing(page).getByText(SAYS.with.not_copied)).toBeVisible();
  });

  await test.step("the Markdown file escapes names", async () => {
    await nameField(page, 2).fill("*Ann*");
    await nameField(page, 2).press("Enter");
    const download = page.waitForEvent("download");
    await press(page, SAYS.with.save);
    const saved = await download;
    expect.soft(saved.suggestedFilename()).toBe("support-fit-comparison.md");
    const text = await readFile(await saved.path(), "utf8");
    expect.soft(text).toMatch(new RegExp(`^# ${SAYS.title}\n`));
    expect.soft(text).toContain(`## ${SAYS.agenda.title}`);
    expect.soft(text).toContain(`\n- ${verdictOf(String.raw`\*Ann\*`, "P6")}\n`);
  });

  await test.step("a changed answer is compared, and the colleague keeps their name", async () => {
    await openView(page, "What if");
    await tryAnswer(page, "decide", "all");
    await press(page, "Keep this answer");
    await openView(page, "Save or share");
    await expect.soft(nameField(page, 2)).toHaveValue("*Ann*");
    await expect.soft(verdicts(page)).toHaveCount(2);
    await expect.soft(differing(page).filter({ hasText: textOf("decide") })).toHaveCount(0);
  });
});
