// Two to six people who answered alone, side by side, in one browser and nowhere else.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
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
  verdicts,
} from "./steps/compare.js";
import { WORDS, filled, labelOf, organization, textOf } from "./steps/content.js";
import { KEY, keptText, storedKeys } from "./steps/drafts.js";
import { button, painted, press } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import { DESKTOP, PHONE, layOutAll, misfits, targets } from "./steps/measure.js";
import { tryAnswer } from "./steps/result.js";

const MINE = organization("P2");

test.beforeEach(({ page }) => openAt(page, "result", MINE));

test.describe("before anybody is added", () => {
  test("nothing is compared, and the visitor is the only one", async ({ page }) => {
    await expect(nameField(page, 1)).toHaveValue(SAYS.you);
    await expect(nameField(page, 2)).toHaveCount(0);
    await expect(verdicts(page)).toHaveCount(0);
  });

  test("the browser may fill in the visitor's name, and no other", async ({ page }) => {
    await expect(nameField(page, 1)).toHaveAttribute("autocomplete", "name");
    await addLink(page, addressOf("P6"));
    await expect(nameField(page, 2)).toHaveAttribute("autocomplete", "off");
  });

  test("it says that nothing is sent or saved", async ({ page }) => {
    await expect(comparing(page)).toContainText(SAYS.with.private);
  });
});

test.describe("a colleague's link", () => {
  test.beforeEach(({ page }) => addLink(page, addressOf("P6")));

  test("shows both verdicts side by side", async ({ page }) => {
    await expect(verdicts(page)).toHaveText([
      /^You: a clear fit for co-managed IT, which comes first in .+ of 100 ways\.$/,
      /^Person 2: a clear fit for in-house IT, which comes first in .+ of 100 ways\.$/,
    ]);
    await expect(comparing(page)).toContainText(SAYS.agreement.opposite);
  });

  test("shows the answers that differ, the largest effect first", async ({ page }) => {
    await expect(differing(page).first()).toContainText(/moves the lead by about/);
    const effects = await differing(page).evaluateAll((rows) =>
      rows
        .map((row) => row.textContent ?? "")
        .filter((text) => !text.includes("rule a model in or out"))
        .map((text) => Number(/by about (\d+) point/.exec(text)?.[1] ?? 0)),
    );
    expect(effects.length).toBeGreaterThan(2);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
  });

  test("shows what each of them said", async ({ page }) => {
    const row = comparing(page)
      .locator("li")
      .filter({ hasText: textOf("decide") })
      .first();
    await expect(row).toContainText(`You: ${labelOf("decide", "key")}`);
    await expect(row).toContainText(`Person 2: ${labelOf("decide", "all")}`);
  });

  test("shows an expectation that collides, with the article behind it", async ({ page }) => {
    const panel = comparing(page).locator(".panel").filter({ hasText: SAYS.collision.answer.text });
    await expect(panel).toContainText(`You: ${labelOf("answer", "split")}`);
    await expect(panel).toContainText(`Person 2: ${labelOf("answer", "own")}`);
    await panel.getByText(WORDS.ui.result.sources).click();
    await expect(panel.locator("cite").first()).toBeVisible();
  });

  test("shows what to talk about, with what collides first", async ({ page }) => {
    await expect(agenda(page).first()).toHaveText(SAYS.collision.answer.ask);
    const points = await agenda(page).count();
    expect(points).toBeGreaterThan(1);
    expect(points).toBeLessThanOrEqual(7);
  });

  test("shows each dimension with what both point to", async ({ page }) => {
    const control = comparing(page)
      .getByRole("row")
      .filter({
        has: page.getByRole("rowheader", { name: WORDS.dimension.control.name, exact: true }),
      });
    await expect(control.getByRole("cell")).toHaveCount(3);
    await expect(control.getByRole("cell").nth(1)).toContainText("In-house IT (Normal)");
    await expect(control.getByRole("cell").last()).toHaveText(SAYS.dimension.apart);
  });

  test("leads to the new person's name", async ({ page }) => {
    await expect(nameField(page, 2)).toBeFocused();
    await expect(linkField(page)).toHaveValue("");
  });

  test("can be given a name, which is used everywhere", async ({ page }) => {
    await nameField(page, 2).fill("Ann <b>");
    await nameField(page, 2).press("Enter");
    await expect(verdicts(page).last()).toHaveText(/^Ann <b>: /);
    await nameField(page, 1).fill("Bo");
    await nameField(page, 1).press("Enter");
    await expect(verdicts(page).first()).toHaveText(/^Bo: /);
    await expect(nameField(page, 1)).toBeFocused();
  });

  test("can be removed, and then nothing is compared", async ({ page }) => {
    await page.getByRole("button", { name: "Remove person 2" }).click();
    await expect(verdicts(page)).toHaveCount(0);
    await expect(linkField(page)).toBeFocused();
  });

  test("stays when an own answer changes, and is compared anew", async ({ page }) => {
    await nameField(page, 2).fill("Ann");
    await tryAnswer(page, "decide", "all");
    await press(page, "Keep this");
    await resultIsWhole(page);
    await expect(nameField(page, 2)).toHaveValue("Ann");
    await expect(verdicts(page)).toHaveCount(2);
    await expect(differing(page).filter({ hasText: textOf("decide") })).toHaveCount(0);
  });

  test("is gone after a reload", async ({ page }) => {
    await page.reload();
    await resultIsWhole(page);
    await expect(nameField(page, 1)).toBeVisible();
    await expect(nameField(page, 2)).toHaveCount(0);
  });

  test("is gone after everything was erased", async ({ page }) => {
    await press(page, WORDS.ui.footer.erase);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: WORDS.ui.confirm.erase.yes })
      .click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await openAt(page, "result", MINE);
    await expect(nameField(page, 2)).toHaveCount(0);
  });

  test("saves all of it as Markdown, with names as they are", async ({ page }) => {
    await nameField(page, 2).fill("*Ann*");
    await nameField(page, 2).press("Enter");
    const download = page.waitForEvent("download");
    await press(page, SAYS.with.save);
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("support-fit-comparison.md");
    const text = await readFile(await saved.path(), "utf8");
    expect(text).toMatch(new RegExp(`^# ${SAYS.title}\n`));
    expect(text).toContain(`## ${SAYS.agenda.title}`);
    expect(text).toContain(String.raw`\*Ann\*: a clear fit for in-house IT`);
  });
});

test("the agenda is copied as a text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await addLink(page, addressOf("P6"));
  await press(page, SAYS.with.copy);
  await expect(comparing(page).getByText(SAYS.with.copied)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(new RegExp(`^${SAYS.agenda.title}\n\n`));
  expect(text).toContain(
    `1. ${SAYS.collision.answer.text} You said “${labelOf("answer", "split")}”.`,
  );
});

test("where copying is not allowed, the file is offered instead", async ({ page }) => {
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await addLink(page, addressOf("P6"));
  await press(page, SAYS.with.copy);
  await expect(comparing(page).getByText(SAYS.with.not_copied)).toBeVisible();
});

test("a mail with a link in it can be pasted as it is", async ({ page }) => {
  await addLink(page, `Hi, about ticket #12:\n<${addressOf("P6")}>\nBest, Ann`);
  await expect(verdicts(page)).toHaveCount(2);
});

test("the same answers are said to be the same, and all agree", async ({ page }) => {
  await addLink(page, addressOf("P2"));
  const said = filled(SAYS.with.same, { name: "Person 2", other: SAYS.you });
  await expect(comparing(page).getByText(said)).toBeVisible();
  await expect(comparing(page)).toContainText("All of you get the same result: co-managed IT.");
  await expect(comparing(page)).toContainText(SAYS.difference.none);
  await expect(comparing(page)).toContainText(SAYS.with.no_collisions);
});

test.describe("files", () => {
  const FILES = [
    fileOf("ann.json", organization("P6")),
    fileOf("bo.json", organization("P1")),
    fileOf("cy.json", organization("P7")),
  ];

  test("of three colleagues are all compared, in their order", async ({ page }) => {
    await fileField(page).setInputFiles(FILES);
    await expect(verdicts(page)).toHaveText([
      /^You: a clear fit for co-managed/,
      /^Person 2: a clear fit for in-house/,
      /^Person 3: a clear fit for fully outsourced/,
      /^Person 4: leans toward co-managed/,
    ]);
    await expect(comparing(page)).toContainText("From bo.json");
  });

  test("keep their names when one before them is removed", async ({ page }) => {
    await fileField(page).setInputFiles(FILES);
    await nameField(page, 3).fill("Bo");
    await nameField(page, 3).press("Enter");
    await page.getByRole("button", { name: "Remove person 2" }).click();
    await expect(nameField(page, 2)).toHaveValue("Bo");
    await expect(nameField(page, 2)).toBeFocused();
    await expect(verdicts(page)).toHaveCount(3);
  });

  test("are at most five beside the visitor", async ({ page }) => {
    await fileField(page).setInputFiles([...FILES, ...FILES]);
    await expect(verdicts(page)).toHaveCount(6);
    await expect(comparing(page).getByText(SAYS.with.full)).toBeVisible();
    await expect(linkField(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Remove person 6" }).click();
    await expect(linkField(page)).toBeVisible();
  });

  test("that are none are explained at the field, and the others are added", async ({ page }) => {
    await fileField(page).setInputFiles([
      file("notes.json", "not json"),
      FILES[0],
      file("later.json", '{"schema":9,"answers":{"cap":"lead"}}'),
      file("empty.json", '{"schema":3,"answers":{}}'),
    ]);
    await expect(verdicts(page)).toHaveCount(2);
    await expect(fileField(page)).toHaveAttribute("aria-invalid", "true");
    const problem = comparing(page).locator("#compare-problem");
    await expect(problem).toContainText(
      filled(SAYS.with.problem.no_answers, { name: "notes.json" }),
    );
    await expect(problem).toContainText(filled(SAYS.with.problem.newer, { name: "later.json" }));
    await expect(problem).toContainText(
      filled(SAYS.with.problem.empty_file, { name: "empty.json" }),
    );
  });

  test("with answers of another version say so", async ({ page }) => {
    const answers = { ...organization("P6").answers, retired: "yes" };
    await fileField(page).setInputFiles(fileOf("old.json", { answers, priorities: {} }));
    await expect(comparing(page).getByText(SAYS.with.partly)).toBeVisible();
  });
});

test.describe("a link that cannot be opened is explained at the field", () => {
  const WRONG = {
    "that is none": ["https://example.com/#top", WORDS.ui.link.problem.not_ours],
    "that was cut": [addressOf("P6").slice(0, -5), WORDS.ui.link.problem.damaged],
    "of a later version": [`#support-fit=${LINKS.newer}`, WORDS.ui.link.problem.newer_format],
    "that is too long": [`s1.${"A".repeat(5000)}`, WORDS.ui.link.problem.too_long],
  };
  for (const [kind, [text, problem]] of Object.entries(WRONG)) {
    test(`one ${kind}`, async ({ page }) => {
      const before = await keptText(page);
      await addLink(page, text);
      await expect(linkField(page)).toHaveAttribute("aria-invalid", "true");
      await expect(linkField(page)).toHaveAccessibleDescription(problem);
      await expect(linkField(page)).toHaveValue(text);
      await expect(linkField(page)).toBeFocused();
      await expect(verdicts(page)).toHaveCount(0);
      expect(await keptText(page)).toBe(before);
    });
  }

  test("and can be mended", async ({ page }) => {
    await addLink(page, "hello");
    await addLink(page, addressOf("P6"));
    await expect(verdicts(page)).toHaveCount(2);
    await expect(linkField(page)).not.toHaveAttribute("aria-invalid");
  });

  test("and an empty field asks for one", async ({ page }) => {
    await press(page, SAYS.with.add);
    await expect(comparing(page).getByText(SAYS.with.problem.no_link)).toBeVisible();
    await expect(linkField(page)).toBeFocused();
  });
});

test("nothing is sent, and the own draft stays as it is", async ({ page }) => {
  const [before, keys] = [await keptText(page, KEY), await storedKeys(page)];
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await addLink(page, addressOf("P6"));
  await fileField(page).setInputFiles(fileOf("bo.json", organization("P1")));
  await expect(verdicts(page)).toHaveCount(3);
  await nameField(page, 2).fill("Ann");
  await nameField(page, 2).press("Enter");
  await page.getByRole("button", { name: "Remove person 3" }).click();
  await expect(verdicts(page)).toHaveCount(2);
  await painted(page);
  expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  expect(await keptText(page, KEY)).toBe(before);
  expect(await storedKeys(page)).toEqual(keys);
});

test("all of it works with the keyboard", async ({ page }) => {
  await linkField(page).focus();
  await page.keyboard.insertText(addressOf("P6"));
  await page.keyboard.press("Tab");
  await expect(button(page, SAYS.with.add)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(nameField(page, 2)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toHaveCount(0);
  await expect(linkField(page)).toBeFocused();
});

for (const [size, viewport] of Object.entries({
  "the narrowest page": { width: 320, height: 640 },
  "a phone": PHONE,
  "a desk": DESKTOP,
})) {
  test.describe(`on ${size}`, () => {
    test.use({ viewport });

    test("six people fit", async ({ page }) => {
      await addLink(page, "hello");
      await addLink(page, addressOf("P6"));
      const long = `${"of-a-very-long-name-".repeat(8)}.json`;
      await fileField(page).setInputFiles(
        ["P1", "P3", "P7", "P11"].map((id) => fileOf(long, organization(id))),
      );
      await expect(verdicts(page)).toHaveCount(6);
      await nameField(page, 3).fill("A".repeat(40));
      await nameField(page, 3).press("Enter");
      await layOutAll(page);
      // What is typed into a field may be longer than the field.
      const found = (await misfits(page)).filter((misfit) => !misfit.startsWith("<input>"));
      expect(found).toEqual([]);
      const all = await targets(page);
      expect(all.filter((t) => t.height < 24 || t.width < 24)).toEqual([]);
    });

    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      test(`the checker finds nothing (${colorScheme})`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await fileField(page).setInputFiles([
          file("notes.json", "not json"),
          fileOf("ann.json", organization("P6")),
          fileOf("bo.json", organization("P11")),
        ]);
        await addLink(page, "hello");
        await expect(verdicts(page)).toHaveCount(3);
        for (const fold of await comparing(page).locator("summary").all()) await fold.click();
        await comparing(page).locator("#compare").scrollIntoViewIfNeeded();
        expect(await barriers(page, "section:has(> #compare)")).toEqual([]);
      });
    }
  });
}
