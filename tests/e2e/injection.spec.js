// What a host, a link or a file says is shown as it is written, or not at all: it is never a script, a style, an address or
// a name of something in the page.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { addLink, addressOf, nameField } from "./steps/compare.js";
import { WORDS, organization } from "./steps/content.js";
import { draftAt, keep, kept, keptText } from "./steps/drafts.js";
import { LEANS, answer, button, choose, heading, notice, painted } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { drop, linkOf, saved, take } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/** What each text tries: it takes the title of the page if it is ever more than a text. */
const TAKEN = "document.title='taken'";

/** Texts of one line that a field of the plan can hold. */
const TEXTS = {
  html: `<img src=x onerror="${TAKEN}">`,
  script: `</script><script>${TAKEN}</script>`,
  style: `</style><style>*{display:none}</style>`,
  attribute: `" onmouseover="${TAKEN}" x="`,
  formula: `=HYPERLINK("https://evil.example","x")`,
  command: `@SUM(1+1)*cmd|' /C calc'!A0`,
  markdown: `[x](javascript:${TAKEN}) ![y](https://evil.example/y) | **z**`,
  calendar: `x\\nEND:VEVENT;ATTACH:https://evil.example`,
  mail: `x&bcc=evil@evil.example&body=y%0D%0ATo:%20z`,
};

/** @param {string} text */
const short = (text) => text.slice(0, 40);

const WHO = organization("P2");

/** Somebody's file, in which every text is one of these. */
const HOSTILE = JSON.stringify({
  ...JSON.parse(fullDraft(WHO, { screen: "result" })),
  duties: {
    helpdesk: { note: TEXTS.html },
    own1: { name: short(TEXTS.formula), note: TEXTS.script },
    own2: { name: short(TEXTS.command), note: TEXTS.style },
  },
  steps: {
    start: "2026-12-01",
    steps: { goals: { owner: short(TEXTS.calendar), date: "2027-01-15" } },
    own: {
      1: { text: TEXTS.markdown, from: 2, to: 4 },
      2: { text: TEXTS.calendar, from: 1, to: 2 },
    },
  },
  questions: {
    providers: { 1: { name: short(TEXTS.attribute), answers: { nights: { text: TEXTS.html } } } },
    questions: { nights: { ticked: true, note: TEXTS.mail } },
    own: { 1: { text: TEXTS.script } },
  },
});

/**
 * Holds the page to what it was made of: nothing that a text could have made is in it, asked for or run.
 *
 * @param {Page} page
 */
async function expectNothingTaken(page) {
  await painted(page);
  expect(await page.title()).not.toBe("taken");
  const made = await page.evaluate(() => {
    const root = document.querySelector("support-fit")?.shadowRoot;
    const suspects = "img, script, style, iframe, object, embed, base, meta, link, form[action]";
    const all = [...(root?.querySelectorAll("*") ?? [])];
    return [
      ...(root?.querySelectorAll(suspects) ?? []),
      ...all.filter((node) => node.getAttributeNames().some((name) => name.startsWith("on"))),
      ...all.filter((node) =>
        /^(javascript|data|vbscript):/i.test(node.getAttribute("href") ?? ""),
      ),
    ].map((node) => node.outerHTML.slice(0, 200));
  });
  expect(made).toEqual([]);
}

/**
 * What the page asks of anybody else.
 *
 * @param {Page} page
 */
function askedElsewhere(page) {
  /** @type {string[]} */
  const found = [];
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) found.push(request.url());
  });
  return found;
}

test.describe("a file in which every text means harm", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, HOSTILE);
    await page.goto("/widget/");
    await resultIsWhole(page);
  });

  test("shows its texts, and makes nothing of them", async ({ page }) => {
    const elsewhere = askedElsewhere(page);
    const found = complaints(page);
    await page.locator("support-fit").evaluate((host) => {
      for (const fold of host.shadowRoot?.querySelectorAll("summary") ?? []) fold.click();
    });
    await expectNothingTaken(page);
    const values = await page
      .locator("support-fit")
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll("input, textarea") ?? [])].map(
          (field) => /** @type {HTMLInputElement} */ (field).value,
        ),
      );
    const shown = values.join("\n") + (await page.locator("support-fit .root").innerText());
    for (const text of [TEXTS.html, TEXTS.markdown, short(TEXTS.attribute)]) {
      expect(shown).toContain(text);
    }
    expect(elsewhere).toEqual([]);
    expect(found).toEqual([]);
  });

  test("is printed as texts", async ({ page }) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator("support-fit .paper")).toContainText(short(TEXTS.formula));
    await expectNothingTaken(page);
  });

  const FILES = WORDS.ui.take.files;

  /**
   * The file that a press saves, wherever its button is.
   *
   * @param {Page} page
   * @param {string} name
   */
  async function savedBy(page, name) {
    const coming = page.waitForEvent("download");
    await button(page, name).click();
    return readFile(await (await coming).path(), "utf8");
  }

  for (const [what, name] of Object.entries({
    "of who does what": WORDS.ui.duties.csv,
    "of answers": FILES.answers,
    "of figures": FILES.figures,
  })) {
    test(`is a table ${what} in which no cell is a formula`, async ({ page }) => {
      const text = await savedBy(page, name);
      expect(text.length).toBeGreaterThan(100);
      for (const cell of text.split(/\r?\n|,(?=")|(?<="),/)) {
        expect(cell.replace(/^"/, "")).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
      }
    });
  }

  test("is Markdown in which every text is a text", async ({ page }) => {
    const { text } = await saved(page, FILES.markdown);
    expect(text).toContain("x");
    // What would begin a tag, a link or a picture has a mark in front that takes that from it.
    expect(text).not.toMatch(/(?<!\\)<\/?(img|script|style)/);
    expect(text).not.toMatch(/(?<!\\)\]\((javascript|https)/);
    expect(text).not.toMatch(/(?<!\\)\[y/);
  });

  test("is a calendar with one event for each step and nothing attached", async ({ page }) => {
    const text = await savedBy(page, WORDS.ui.result.roadmap.save);
    const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
    expect(lines.filter((line) => /^ATTACH|^URL/i.test(line))).toEqual([]);
    expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(
      lines.filter((line) => line === "END:VEVENT").length,
    );
    expect(lines.join("\n")).toContain("x\\\\nEND:VEVENT");
  });

  test("is a mail to nobody but whom the visitor chooses", async ({ page }) => {
    const href = await take(page).locator('a[href^="mailto:"]').first().getAttribute("href");
    const { pathname, searchParams } = new URL(String(href));
    expect(pathname).toBe("");
    expect([...searchParams.keys()].sort()).toEqual(["body", "subject"]);
  });

  test("says the same in another browser, opened by its link", async ({
    page,
    browser,
    baseURL,
  }) => {
    const link = await linkOf(page);
    const context = await browser.newContext({ baseURL });
    const other = await context.newPage();
    await other.goto(link);
    await resultIsWhole(other);
    await expectNothingTaken(other);
    await context.close();
  });
});

test.describe("a colleague's name", () => {
  test("is a text in every place", async ({ page }) => {
    await keep(page, fullDraft(WHO, { screen: "result" }));
    await page.goto("/widget/");
    await resultIsWhole(page);
    await addLink(page, addressOf("P6"));
    await nameField(page, 2).fill(short(TEXTS.html));
    await nameField(page, 2).blur();
    await expect(page.getByText(short(TEXTS.html)).first()).toBeVisible();
    await expectNothingTaken(page);
  });
});

test.describe("what a host sets", () => {
  /**
   * @param {Page} page
   * @param {string} attributes
   * @param {object} [config]
   * @param {string} [css]
   */
  async function openWith(page, attributes, config = {}, css = "") {
    await keep(
      page,
      JSON.stringify({ ...JSON.parse(fullDraft(WHO, { screen: "result" })), course: "quick" }),
    );
    const body = `<script type="application/json" id="theirs">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
      <support-fit config="#theirs" loading="eager" ${attributes}></support-fit>${SCRIPT}`;
    await openHost(page, body, { css });
    await ready(page);
  }

  for (const [kind, text] of Object.entries(TEXTS)) {
    test(`is shown as text where it tries ${kind}`, async ({ page }) => {
      await openWith(page, "", {
        providerName: short(text),
        ctaLabel: short(text),
        ctaUrl: "https://marlow.example/",
      });
      await expect(page.getByRole("link", { name: short(text), exact: true })).toBeVisible();
      await expectNothingTaken(page);
    });
  }

  test("leads to no address but https, mailto and tel, however it is written", async ({ page }) => {
    test.slow();
    await openWith(page, "");
    const addresses = [
      `javascript:${TAKEN}`,
      `JaVaScRiPt:${TAKEN}`,
      `java\tscript:${TAKEN}`,
      `\u0001javascript:${TAKEN}`,
      `javascript\u200b:${TAKEN}`,
      `ｊavascript:${TAKEN}`,
      `data:text/html,<script>${TAKEN}</script>`,
      `vbscript:msgbox`,
      `blob:https://marlow.example/1`,
      `file:///etc/passwd`,
      `http://marlow.example/`,
      `//evil.example/`,
      `https:evil.example`,
      `https://marlow.example@evil.example/`,
      `https://marlow.example\\@evil.example/`,
      `https://marlow.example/\u202Emoc.live`,
    ];
    for (const address of addresses) {
      await element(page).evaluate(async (host, address) => {
        host.setAttribute("cta-url", address);
        await new Promise((done) =>
          host.addEventListener("support-fit-ready", done, { once: true }),
        );
      }, address);
      await heading(page, /./).first().waitFor();
      await resultIsWhole(page);
      const hrefs = await page
        .locator("support-fit a")
        .evaluateAll((links) =>
          links
            .map((link) => /** @type {HTMLAnchorElement} */ (link).href)
            .filter(
              (href) =>
                !/^(https:\/\/(?!.*(evil|marlow))|mailto:\?)/.test(href) &&
                !href.startsWith(location.origin),
            ),
        );
      expect(hrefs, JSON.stringify(address)).toEqual([]);
    }
    await expectNothingTaken(page);
  });

  for (const [what, name] of Object.entries({
    "turns the direction": "Marlow\u202Egnp.exe",
    "isolates and turns": "\u2067Marlow\u2069",
    "marks the direction": "Marlow\u200f",
    "has no width": "Mar\u200blow",
    "is a joiner alone": "\u200d\u200c",
    "breaks the line": "Marlow\nYour bank",
    "is a control": "Marlow\u0007",
    "has a mark of order": "\ufeffMar\ufefflow",
  })) {
    test(`is no name where it ${what}`, async ({ page }) => {
      await openWith(page, "", { providerName: name });
      await resultIsWhole(page);
      const text = await page.locator("support-fit .root").innerText();
      expect(text).toContain(WORDS.ui.result.offer.somebody);
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
    });
  }

  test("as a color is a color or nothing", async ({ page }) => {
    const elsewhere = askedElsewhere(page);
    const values = [
      "url(https://evil.example/x)",
      "red; } * { display: none } x {",
      "image-set(url(https://evil.example/y) 1x)",
      "expression(document.title='taken')",
      "</style><script>document.title='taken'</script>",
      "var(--x, url(https://evil.example/z))",
    ];
    await openWith(page, "");
    for (const value of values) {
      await element(page).evaluate((host, value) => {
        for (const name of [
          "accent",
          "background",
          "color",
          "font-family",
          "font-size",
          "radius",
        ]) {
          /** @type {HTMLElement} */ (host).style.setProperty(`--support-fit-${name}`, value);
        }
      }, value);
      await painted(page);
      await expect(heading(page, /./).first()).toBeVisible();
    }
    await expectNothingTaken(page);
    expect(elsewhere).toEqual([]);
  });
});

test.describe("names that every object has", () => {
  const POLLUTING = `"__proto__": { "polluted": true, "answers": { "cap": "none" } },
    "constructor": { "prototype": { "polluted": true } }, "toString": 5, "hasOwnProperty": null`;

  /** @param {Page} page */
  const isPolluted = (page) =>
    page.evaluate(
      () =>
        "polluted" in {} ||
        "polluted" in Object ||
        typeof {}.toString !== "function" ||
        typeof {}.hasOwnProperty !== "function",
    );

  const DRAFT = `{ ${draftAt("load").slice(1, -1)}, ${POLLUTING} }`.replace(
    '"cap":"lead"',
    `"cap":"lead","__proto__":"none","constructor":["a"],"toString":"x"`,
  );

  test("are names like any other in a kept draft, and are kept with it", async ({ page }) => {
    await keep(page, DRAFT);
    await page.goto("/widget/");
    await ready(page);
    await choose(page, LEANS[1]);
    expect(await isPolluted(page)).toBe(false);
    const text = String(await keptText(page));
    for (const name of ["__proto__", "constructor", "toString"])
      expect(text).toContain(`"${name}"`);
    expect((await kept(page)).answers).toMatchObject({ cap: "lead", load: "stretched" });
  });

  for (const [how, give] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
    [
      "that is given by a script",
      (page) =>
        element(page).evaluate(
          (/** @type {SupportFit} */ host, text) => host.importDraft(text),
          DRAFT,
        ),
    ],
    ["that is dropped", (page) => drop(page, "answers.json", DRAFT)],
  ])) {
    test(`are names like any other in a file ${how}`, async ({ page }) => {
      await page.goto("/widget/");
      await ready(page);
      await give(page);
      await expect(
        notice(page, /other version|belong to another|you opened/i).first(),
      ).toBeVisible();
      expect(await isPolluted(page)).toBe(false);
      await answer(page, LEANS[1]);
      expect((await kept(page)).answers).toMatchObject({ cap: "lead", load: "stretched" });
    });
  }

  test("are unknown settings in a configuration", async ({ page }) => {
    const found = complaints(page);
    await openHost(
      page,
      `<script type="application/json" id="theirs">{ "providerName": "Marlow", ${POLLUTING} }</script>
      <support-fit config="#theirs" loading="eager"></support-fit>${SCRIPT}`,
    );
    await ready(page);
    expect(await isPolluted(page)).toBe(false);
    expect(found.join()).toContain("__proto__");
    expect(found.join()).toContain("constructor");
  });

  for (const link of [
    "#__proto__=s1.AAAA",
    "#support-fit=__proto__",
    "#constructor",
    "#support-fit=s1.__proto__",
  ]) {
    test(`are no link (${link})`, async ({ page }) => {
      await page.goto(`/widget/${link}`);
      await ready(page);
      await expect(heading(page, /looks after IT/)).toBeVisible();
      expect(await isPolluted(page)).toBe(false);
    });
  }

  test("are no colleague's report", async ({ page }) => {
    await keep(page, fullDraft(WHO, { screen: "result" }));
    await page.goto("/widget/");
    await resultIsWhole(page);
    const { text } = await saved(page, WORDS.ui.take.files.json);
    const report = `${text.trimEnd().slice(0, -1)}, ${POLLUTING} }`;
    await drop(page, "report.json", report);
    await painted(page);
    expect(await isPolluted(page)).toBe(false);
    await expect(element(page)).toHaveJSProperty("status", "ready");
  });

  for (const language of ["valueOf", "toString", "__proto__", "hasOwnProperty"]) {
    test(`are no language (${language})`, async ({ page }) => {
      await openHost(page, `<support-fit loading="eager"></support-fit>${SCRIPT}`, { language });
      await ready(page);
      await expect(heading(page, /looks after IT/)).toBeVisible();
    });
  }

  test("are no data layer that anything is written over", async ({ page }) => {
    for (const name of ["__proto__", "constructor", "location", "Object"]) {
      await openHost(
        page,
        `<support-fit loading="eager" data-layer="${name}"></support-fit>${SCRIPT}`,
      );
      await ready(page);
      await choose(page, LEANS[0]);
      expect(await isPolluted(page)).toBe(false);
      await page.evaluate(() => localStorage.clear());
    }
  });
});
