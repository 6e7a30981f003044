// Strings from the host page, a link or a file are shown as text. They never become a script, a style, an address or an
// element.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { addLink, addressOf, comparing, nameField } from "./steps/compare.js";
import { IN_ORDER, WORDS, organization } from "./steps/content.js";
import { draftAt, keep, kept, keptText } from "./steps/drafts.js";
import { LEANS, answer, button, choose, heading, notice, painted } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { openReport } from "./steps/printing.js";
import { VIEWS, showView, unfold } from "./steps/result.js";
import { drop, linkOf, saved, take } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/** Each string tries to set the title of the page. */
const TAKEN = "document.title='taken'";

/** One-line strings that fit into a field of the plan. */
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

/** A draft in which every string that a visitor can enter is one of these. */
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
 * The draft of a quick check at its result.
 *
 * @param {Parameters<typeof fullDraft>[0]} who
 */
const quickDraft = (who) =>
  JSON.stringify({ ...JSON.parse(fullDraft(who, { screen: "result" })), course: "quick" });

/**
 * Checks that no string has become an element, a handler, an address or a script.
 *
 * @param {Page} page
 * @param {string} [what]
 */
async function expectNoInjection(page, what) {
  await painted(page);
  expect.soft(await page.title(), what).not.toBe("taken");
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
  expect.soft(made, what).toEqual([]);
}

/**
 * Requests to the address in the strings.
 *
 * @param {Page} page
 * @returns {string[]} Grows as long as the page is open.
 */
function evilRequests(page) {
  /** @type {string[]} */
  const found = [];
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) found.push(request.url());
  });
  return found;
}

test("A draft full of hostile strings is shown, exported and printed as text @threat-html", async ({
  page,
  browser,
  baseURL,
}) => {
  const requests = evilRequests(page);
  const found = complaints(page);
  const files = WORDS.ui.take.files;
  await keep(page, HOSTILE);
  await page.goto("/widget/");
  await resultIsWhole(page);

  /**
   * The text of the file that a button saves, wherever the button is.
   *
   * @param {string} name
   */
  async function savedBy(name) {
    const download = page.waitForEvent("download");
    await button(page, name).click();
    return readFile(await (await download).path(), "utf8");
  }

  await test.step("the views show the strings and run none of them", async () => {
    let shown = "";
    for (const view of Object.keys(VIEWS)) {
      await showView(page, view);
      await unfold(page);
      await expectNoInjection(page, view);
      const values = await page
        .locator("support-fit")
        .evaluate((host) =>
          [...(host.shadowRoot?.querySelectorAll("input, textarea") ?? [])].map(
            (field) => /** @type {HTMLInputElement} */ (field).value,
          ),
        );
      shown += values.join("\n") + (await page.locator("support-fit .root").innerText());
    }
    for (const text of [TEXTS.html, TEXTS.markdown, short(TEXTS.attribute)]) {
      expect.soft(shown).toContain(text);
    }
    expect.soft(requests).toEqual([]);
    expect.soft(found).toEqual([]);
  });

  for (const [view, name] of /** @type {[string, string][]} */ ([
    ["who", WORDS.ui.duties.csv],
    ["save", files.answers],
    ["save", files.figures],
  ])) {
    await test.step(`no cell of the spreadsheet "${name}" is a formula`, async () => {
      await showView(page, view);
      await unfold(page);
      const text = await savedBy(name);
      expect.soft(text.length).toBeGreaterThan(100);
      for (const cell of text.split(/\r?\n|,(?=")|(?<="),/)) {
        expect.soft(cell.replace(/^"/, "")).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
      }
    });
  }

  await test.step("the Markdown file escapes tags, links and images", async () => {
    const { text } = await saved(page, files.markdown);
    expect.soft(text).toContain("x");
    expect.soft(text).not.toMatch(/(?<!\\)<\/?(img|script|style)/);
    expect.soft(text).not.toMatch(/(?<!\\)\]\((javascript|https)/);
    expect.soft(text).not.toMatch(/(?<!\\)\[y/);
  });

  await test.step("the calendar has one event per step and no attachment", async () => {
    await showView(page, "plan");
    await unfold(page);
    const text = await savedBy(WORDS.ui.result.roadmap.save);
    const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
    expect.soft(lines.filter((line) => /^ATTACH|^URL/i.test(line))).toEqual([]);
    expect
      .soft(lines.filter((line) => line === "BEGIN:VEVENT").length)
      .toBe(lines.filter((line) => line === "END:VEVENT").length);
    expect.soft(lines.join("\n")).toContain("x\\\\nEND:VEVENT");
  });

  await test.step("the mail has no recipient, only a subject and a body", async () => {
    await showView(page, "save");
    await unfold(page);
    const href = await take(page).locator('a[href^="mailto:"]').first().getAttribute("href");
    const { pathname, searchParams } = new URL(String(href));
    expect.soft(pathname).toBe("");
    expect.soft([...searchParams.keys()].sort()).toEqual(["body", "subject"]);
  });

  await test.step("the link opens in another browser without running anything", async () => {
    const context = await browser.newContext({ baseURL });
    const other = await context.newPage();
    await other.goto(await linkOf(page));
    await resultIsWhole(other);
    await expectNoInjection(other);
    await context.close();
  });

  await test.step("a colleague's name is shown as text", async () => {
    const name = short(`<img src=colleague onerror="${TAKEN}">`);
    await addLink(page, addressOf("P6"));
    await nameField(page, 2).fill(name);
    await nameField(page, 2).blur();
    await expect.soft(comparing(page).getByText(name).first()).toBeVisible();
    await expectNoInjection(page);
  });

  await test.step("the printed report shows the strings as text", async () => {
    const report = await openReport(page);
    await expect.soft(report.locator(".paper")).toContainText(short(TEXTS.formula));
    // The test adds its own style sheet, and the name of the page.
    await report.locator("style").evaluateAll((all) => all.forEach((one) => one.remove()));
    await expectNoInjection(report);
  });
});

test("Hostile strings in the host's settings are shown as text or ignored @threat-html @threat-settings", async ({
  page,
}) => {
  const requests = evilRequests(page);
  const answers = Object.fromEntries(IN_ORDER.slice(0, 7).map((id) => [id, WHO.answers[id] ?? ""]));
  await keep(page, quickDraft({ answers, priorities: {} }));
  const config = { providerName: short(TEXTS.html), ctaLabel: short(TEXTS.html) };
  const json = JSON.stringify({ ...config, ctaUrl: "https://marlow.example/" });
  await openHost(
    page,
    `<script type="application/json" id="theirs">${json.replaceAll("<", "\\u003c")}</script>
    <support-fit config="#theirs" loading="eager"></support-fit>${SCRIPT}`,
  );
  await ready(page);

  await test.step("a configuration on the page", async () => {
    const link = page.getByRole("link", { name: config.ctaLabel, exact: true });
    await expect.soft(link).toBeVisible();
    await expectNoInjection(page);
  });

  for (const [kind, text] of Object.entries(TEXTS)) {
    await test.step(`a provider's name and a label that try ${kind}`, async () => {
      await element(page).evaluate((/** @type {SupportFit} */ host, name) => {
        host.config = { providerName: name, ctaLabel: name, ctaUrl: "https://marlow.example/" };
      }, short(text));
      const link = page.getByRole("link", { name: short(text), exact: true });
      await expect.soft(link).toBeVisible();
      await expectNoInjection(page, kind);
    });
  }

  // All kinds of refused texts and addresses: `tests/config/texts.rs` and `addresses.rs`.
  await test.step("a provider's name that changes the direction of text", async () => {
    await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.config = { providerName: "Marlow\u202Egnp.exe" };
      await host.load();
    });
    await resultIsWhole(page);
    const text = await page.locator("support-fit .root").innerText();
    expect.soft(text).toContain(WORDS.ui.result.offer.somebody);
    // eslint-disable-next-line no-control-regex
    expect.soft(text).not.toMatch(/[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
  });

  await openHost(page, `<support-fit loading="eager"></support-fit>${SCRIPT}`);
  await ready(page);

  await test.step("a call to action with an allowed address is shown there", async () => {
    await element(page).evaluate((host) => host.setAttribute("cta-url", "https://fine.example/"));
    await expect(page.locator('support-fit a[href="https://fine.example/"]')).toBeVisible();
  });

  for (const address of [
    `javascript:${TAKEN}`,
    `\u0001javascript:${TAKEN}`,
    `java\tscript:${TAKEN}`,
    `data:text/html,<script>${TAKEN}</script>`,
    `//evil.example/`,
    `https://marlow.example@evil.example/`,
  ]) {
    await test.step(`a call to action that leads to ${JSON.stringify(address)}`, async () => {
      await element(page).evaluate(async (/** @type {SupportFit} */ host, address) => {
        host.setAttribute("cta-url", address);
        await host.load();
      }, address);
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
      expect.soft(hrefs).toEqual([]);
      await expectNoInjection(page, address);
    });
  }

  for (const value of [
    "url(https://evil.example/x)",
    "red; } * { display: none } x {",
    "image-set(url(https://evil.example/y) 1x)",
    "expression(document.title='taken')",
    "</style><script>document.title='taken'</script>",
    "var(--x, url(https://evil.example/z))",
  ]) {
    await test.step(`custom properties set to ${value}`, async () => {
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
      await expect.soft(heading(page, /./).first()).toBeVisible();
      await expectNoInjection(page, value);
    });
  }
  expect(requests).toEqual([]);
});

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

test("Keys such as __proto__ in a draft, a file, a report or a link are plain keys @threat-proto", async ({
  page,
}) => {
  const draft = `{ ${draftAt("load").slice(1, -1)}, ${POLLUTING} }`.replace(
    '"cap":"lead"',
    `"cap":"lead","__proto__":"none","constructor":["a"],"toString":"x"`,
  );

  /** @param {string} [path] */
  async function openEmpty(path = "/widget/") {
    await page.goto("/demo.css");
    await page.evaluate(() => localStorage.clear());
    await page.goto(path);
    await ready(page);
  }

  await test.step("a saved draft with such keys loads and keeps them", async () => {
    await keep(page, draft);
    await page.goto("/widget/");
    await ready(page);
    await choose(page, LEANS[1]);
    expect.soft(await isPolluted(page)).toBe(false);
    const text = String(await keptText(page));
    for (const name of ["__proto__", "constructor", "toString"]) {
      expect.soft(text).toContain(`"${name}"`);
    }
    expect.soft((await kept(page)).answers).toMatchObject({ cap: "lead", load: "stretched" });
  });

  for (const [how, open] of /** @type {[string, () => Promise<unknown>][]} */ ([
    [
      "by a script",
      () =>
        element(page).evaluate(
          (/** @type {SupportFit} */ host, text) => host.importDraft(text),
          draft,
        ),
    ],
    ["by dropping it", () => drop(page, "answers.json", draft)],
  ])) {
    await test.step(`a file opened ${how}`, async () => {
      await openEmpty();
      await open();
      const message = notice(page, /different version|you opened/i).first();
      await expect.soft(message).toBeVisible();
      expect.soft(await isPolluted(page)).toBe(false);
      await answer(page, LEANS[1]);
      expect.soft((await kept(page)).answers).toMatchObject({ cap: "lead", load: "stretched" });
    });
  }

  for (const link of [
    "#__proto__=s1.AAAA",
    "#support-fit=__proto__",
    "#constructor",
    "#support-fit=s1.__proto__",
    "#support-fit-s2-__proto__",
  ]) {
    await test.step(`the link ${link} opens the first question`, async () => {
      await openEmpty(`/widget/${link}`);
      await expect.soft(heading(page, /handles IT/)).toBeVisible();
      expect.soft(await isPolluted(page)).toBe(false);
    });
  }

  await test.step("a colleague's report with such keys pollutes nothing", async () => {
    await openAt(page, "result", WHO, "save");
    await unfold(page);
    const { text } = await saved(page, WORDS.ui.take.files.json);
    await drop(page, "report.json", `${text.trimEnd().slice(0, -1)}, ${POLLUTING} }`);
    await painted(page);
    expect.soft(await isPolluted(page)).toBe(false);
    await expect.soft(element(page)).toHaveJSProperty("status", "ready");
  });
});

test("Names such as __proto__ in a configuration, a language or a data layer do no harm @threat-proto", async ({
  page,
}) => {
  await test.step("keys of a configuration are reported as unknown settings", async () => {
    const found = complaints(page);
    await openHost(
      page,
      `<script type="application/json" id="theirs">{ "providerName": "Marlow", ${POLLUTING} }</script>
      <support-fit config="#theirs" loading="eager"></support-fit>${SCRIPT}`,
    );
    await ready(page);
    expect.soft(await isPolluted(page)).toBe(false);
    expect.soft(found.join()).toContain("__proto__");
    expect.soft(found.join()).toContain("constructor");
  });

  await test.step("languages fall back to English", async () => {
    const questions = await page.evaluate(
      async (languages) => {
        /** @type {Record<string, string | undefined>} */
        const found = {};
        for (const language of languages) {
          document.documentElement.lang = language;
          const host = /** @type {SupportFit} */ (document.createElement("support-fit"));
          document.body.append(host);
          await host.load();
          found[`language ${language}`] = host.shadowRoot?.querySelector("h3")?.textContent ?? "";
          host.remove();
        }
        return found;
      },
      ["valueOf", "toString", "__proto__", "hasOwnProperty"],
    );
    expect.soft(Object.keys(questions)).toHaveLength(4);
    for (const [language, question] of Object.entries(questions)) {
      expect.soft(question, language).toContain("handles IT");
    }
  });

  await test.step("a data layer overwrites nothing of the page", async () => {
    for (const name of ["__proto__", "constructor", "location", "Object"]) {
      await openHost(
        page,
        `<support-fit loading="eager" data-layer="${name}"></support-fit>${SCRIPT}`,
      );
      await ready(page);
      await choose(page, LEANS[0]);
      expect.soft(await isPolluted(page), name).toBe(false);
      await page.evaluate(() => localStorage.clear());
    }
  });
});
