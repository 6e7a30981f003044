// The studio as its users see it: from an empty page to code that works, and back. The preview alone: `studio-preview.spec.js`.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS } from "./steps/content.js";
import { LEANING_RESULT } from "./steps/drafts.js";
import { button, heading, painted as settled } from "./steps/flow.js";
import { complaints, copiedText, element, openHost } from "./steps/host.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, NARROW, ZOOMED, focused, misfits, targets } from "./steps/measure.js";
import { backgroundOf } from "./steps/preview.js";
import { ANSWERS, test } from "./steps/receiver.js";
import { snippet } from "./steps/sites.js";
import {
  CODE,
  FIRM,
  JSON_FILE,
  chooseFile,
  draft,
  group,
  openAll,
  openGroup,
  openStudio,
  part,
  paste,
  pasted,
  reload,
  setting,
  show,
  shown,
  textOf,
} from "./steps/studio.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const NAME = "Marlow & Finch IT";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test.use({ permissions: ["clipboard-read", "clipboard-write", "local-network-access"] });

/**
 * Opens the studio with every part open and something in each.
 *
 * @param {Page} page
 */
async function openFull(page) {
  await openStudio(page);
  const settings = {
    ...FIRM,
    contact: { receiver: "json", url: "https://receiver.example/lead", email: "a@b.example" },
    questions: [{ name: "size", text: "How large?", choices: ["1-10", "11-50"] }],
    flow: "quik",
    thme: "dark",
  };
  await expect(await paste(page, JSON.stringify(settings))).toContainText("Did you mean “theme”?");
  await openAll(page);
  await page.getByRole("button", { name: "Compute" }).click();
  await expect(page.getByRole("table", { name: /^How often/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /^Contrast/ })).toBeVisible();
}

/**
 * What is too small to be pressed.
 *
 * @param {Page} page
 */
const tooSmall = async (page) =>
  (await targets(page, "body")).filter(({ width, height }) => width < 24 || height < 24);

/**
 * Goes to the result of the quick check in an element that was pasted.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await element(page).evaluate(
    (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
    LEANING_RESULT,
  );
  await heading(page, "Leaning toward co-managed IT").waitFor();
}

test("code that works takes at most ten actions, and two without a setting", async ({ page }) => {
  const found = complaints(page);
  let actions = 0;
  const act = async (/** @type {Promise<unknown>} */ action) => {
    actions++;
    await action;
  };
  const copy = async () => {
    await act(page.getByRole("link", { name: "Get the code" }).click());
    await act(part(page, CODE).getByRole("button", { name: "Copy" }).click());
    await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  };

  await test.step("without a setting", async () => {
    await openStudio(page);
    await copy();
    expect.soft(actions).toBe(2);
    await pasted(page, await copiedText(page));
    await toResult(page);
    await expect.soft(page.getByText(WORDS.ui.result.offer.somebody)).toBeVisible();
  });

  await test.step("with a name, an offer and a button, which need a file next to the code", async () => {
    actions = 0;
    await openStudio(page);
    await act(setting(page, "providerName").fill(NAME));
    const sells = setting(page, "providerSells");
    await act(sells.getByRole("checkbox", { name: /^co-managed/ }).check());
    await act(sells.getByRole("checkbox", { name: /^outsourced/ }).check());
    await act(openGroup(page, "After the result"));
    await act(setting(page, "ctaUrl").fill("https://www.marlow.example/call"));
    await act(setting(page, "ctaLabel").fill("Book a call"));
    await copy();
    const download = page.waitForEvent("download");
    const file = part(page, JSON_FILE).first();
    await act(file.getByRole("button", { name: "Save as a file" }).click());
    const saved = await download;
    expect.soft(saved.suggestedFilename()).toBe("support-fit.json");
    expect.soft(actions).toBeLessThanOrEqual(10);
    const html = await copiedText(page);
    const path = await saved.path();
    await page.route("**/support-fit.json", (route) =>
      route.fulfill({ contentType: "application/json", path }),
    );
    await pasted(page, html);
    await toResult(page);
    await expect.soft(page.getByText(`${NAME} offers this tool and sells`)).toBeVisible();
    const link = page.locator("support-fit [part=cta]");
    await expect.soft(link).toHaveText(/^Book a call/);
    await expect.soft(link).toHaveAttribute("href", "https://www.marlow.example/call");
  });
  expect(found).toEqual([]);
});

test("a snippet is read back with its settings, its style and every problem, and nothing is lost", async ({
  page,
}) => {
  await openStudio(page);
  await test.step("that of the README says where the files are", async () => {
    const [, code = ""] = /```html\n(.*?)```/s.exec(README) ?? [];
    await expect(await paste(page, code)).toHaveText("Opened a snippet.");
    const files = setting(page, "files");
    await expect(files).toHaveValue("https://your-site.example/support-fit/");
    await expect(setting(page, "fallback")).toHaveValue(/^This assessment needs JavaScript/);
    await expect(setting(page, "fallbackUrl")).toHaveValue("/contact");
  });

  await test.step("attributes, colors and an unknown one are in it", async () => {
    const said = await paste(
      page,
      `<support-fit provider-name="A &amp; B" them="dark" flow="full" style="--support-fit-accent:#0a7">Hi</support-fit>`,
    );
    await expect(said).toContainText(/^Opened a snippet\.them: .* Did you mean “theme”\?/);
    await expect(setting(page, "providerName")).toHaveValue("A & B");
    await openAll(page);
    await expect(setting(page, "flow")).toHaveValue("full");
    await expect(setting(page, "style.--support-fit-accent")).toHaveValue("#0a7");
  });

  await test.step("a JSON file keeps what is wrong or not known", async () => {
    const given = { providerName: "C", weights: { costs: 2, cost: 1.5 }, flow: "quik" };
    await expect(await paste(page, JSON.stringify(given))).toContainText(
      /weights\.costs: .*“cost”.*flow: .*“quick”/,
    );
    const text = await textOf(page, JSON_FILE);
    expect(JSON.parse(text)).toMatchObject(given);
    await page.getByRole("link", { name: "2 things to correct", exact: true }).click();
    await page.getByRole("link", { name: "flow" }).click();
    await expect(setting(page, "flow")).toBeFocused();
    await expect(setting(page, "flow")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("a snippet whose settings are in a file asks for that file", async () => {
    const said = await paste(page, snippet("inline-config.html"));
    await expect(said).toHaveText("Opened a snippet.");
    await expect(setting(page, "providerName")).toHaveValue(NAME);
    const elsewhere = '<support-fit config="/ours.json" lang="de"></support-fit>';
    await expect(await paste(page, elsewhere)).toContainText("Its settings are in /ours.json.");
    await chooseFile(page, "ours.json", '{"providerName": "From the file", "lang": "fr"}');
    await expect(setting(page, "providerName")).toHaveValue("From the file");
    await expect(setting(page, "lang")).toHaveValue("de");
  });

  await test.step("another text changes nothing and says what can be read", async () => {
    await expect(await paste(page, "hello")).toContainText(/expected a snippet/i);
    await expect(setting(page, "providerName")).toHaveValue("From the file");
  });
});

test("what was done is there after a reload, until nothing may be kept on the device", async ({
  page,
}) => {
  await openStudio(page);
  const name = setting(page, "providerName");
  await name.fill(NAME);
  await reload(page);
  await expect(name).toHaveValue(NAME);
  await expect(page.getByText("You are where you left off")).toBeVisible();

  const isKept = page.getByLabel("Keep what I do on this device");
  await isKept.uncheck();
  await name.fill("Not kept");
  expect(await draft(page)).toBeNull();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await isKept.check();
  await expect.poll(() => draft(page)).toContain("Not kept");
  await isKept.uncheck();
  await reload(page);
  await expect(name).toHaveValue("");
});

test("the link opens the same design in another browser, and a damaged one says so and loses nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  await openStudio(page);
  await paste(page, JSON.stringify({ ...FIRM, weights: { cost: 2 }, texts: { title: "Ours" } }));
  await openAll(page);
  await setting(page, "style.--support-fit-accent").fill("#0a7");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  const link = await copiedText(page);
  const json = await textOf(page, JSON_FILE);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  const name = setting(other, "providerName");
  await openStudio(other);
  await name.fill("Their own");
  await test.step("a damaged link", async () => {
    for (const damaged of [
      link.slice(0, -20),
      `${link.slice(0, 60)}%00`,
      "#design-1-",
      "#design-9-e30",
    ]) {
      const { hash } = new URL(damaged, link);
      await other.goto("about:blank");
      await openStudio(other, hash);
      await expect(other.locator("p.notice[role=status]")).toHaveText(
        /^The link could not be read\./,
      );
      await expect(name).toHaveValue("Their own");
    }
  });
  await test.step("a whole link, also where the studio is open already", async () => {
    await other.goto(link);
    await expect(other.locator("p.notice[role=status]")).toHaveText(/^This is what the link has/);
    await expect(name).toHaveValue(NAME);
    expect(await textOf(other, JSON_FILE)).toBe(json);
    await expect(setting(other, "style.--support-fit-accent")).toHaveValue("#0a7");
  });
  await test.step("it is there after a reload, and after Undo what was there before", async () => {
    await reload(other);
    await expect(name).toHaveValue(NAME);
    await button(other, "Undo").click();
    await expect(name).toHaveValue("Their own");
    expect(new URL(other.url()).hash).toBe("");
    await button(other, "Redo").click();
    await name.fill("Changed");
    await reload(other);
    await expect(name).toHaveValue("Changed");
  });
  await context.close();
});

test("Undo takes back typing at once, starting over and an opened file", async ({ page }) => {
  await openStudio(page);
  const name = setting(page, "providerName");
  const undo = button(page, "Undo");
  const redo = button(page, "Redo");
  await name.pressSequentially("Marlow");
  await name.blur();
  await name.press("End");
  await name.pressSequentially(" IT");
  await name.blur();
  await undo.click();
  await expect(name).toHaveValue("Marlow");
  await undo.click();
  await expect(name).toHaveValue("");
  await redo.click();
  await redo.click();
  await expect(name).toHaveValue("Marlow IT");

  await button(page, "Start over").click();
  await expect(name).toHaveValue("");
  await undo.click();
  await expect(name).toHaveValue("Marlow IT");

  await expect(await chooseFile(page, "a.json", '{"providerName": "File"}')).toHaveText(/^Opened/);
  await expect(name).toHaveValue("File");
  await undo.click();
  await expect(name).toHaveValue("Marlow IT");

  await test.step("a dropped file too, and one that is too long is refused", async () => {
    const drop = (/** @type {string} */ text) =>
      group(page, "Open what you have").evaluate((target, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "a.json"));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
      }, text);
    await drop('{"providerName": "Dropped"}');
    await expect(name).toHaveValue("Dropped");
    await undo.click();
    await expect(name).toHaveValue("Marlow IT");
    await drop(" ".repeat(100_001));
    await expect(page.getByText("The file has 100,001 bytes; the limit is 100,000.")).toBeVisible();
    await expect(name).toHaveValue("Marlow IT");
  });
});

test("a hostile name is the same in the pasted code and in the file, and runs nothing @threat-studio", async ({
  page,
}) => {
  const found = complaints(page);
  for (const name of [
    '</script><!-- <img src=x onerror="alert(1)">',
    `" onx='1' onclick=alert(1) x="`,
    "&amp; &lt;b&gt; &quot; &#39; &copy",
    "[gallery] ]] ]]> [/support_fit]",
    "{{ 7*7 }} {% raw %} ${x} <%= y %> `z` \\u003c",
    "*a* _b_ **c** ~~d~~ 1. # > --- ![e](f)",
  ]) {
    await test.step(name, async () => {
      await openStudio(page);
      await setting(page, "providerName").fill(name);
      const html = await textOf(page, CODE);
      const json = await textOf(page, JSON_FILE);
      const host = await pasted(page, html);
      await expect.soft(host).toHaveAttribute("provider-name", name);
      await toResult(page);
      const sentence = page.getByText(WORDS.ui.result.offer.named.replace("{provider}", name));
      await expect.soft(sentence.first()).toBeVisible();

      expect.soft(JSON.parse(json).providerName).toBe(name);
      await page.route("**/support-fit.json", (route) =>
        route.fulfill({ contentType: "application/json", body: json }),
      );
      await pasted(
        page,
        `${html.split("\n")[0]}<support-fit config="/support-fit.json"></support-fit>`,
      );
      await toResult(page);
      await expect.soft(sentence.first()).toBeVisible();
      expect
        .soft(
          await page.evaluate(
            () => document.querySelectorAll("[onx], [onclick], [onerror]").length,
          ),
        )
        .toBe(0);
    });
  }
  await test.step("line separators are refused at the field", async () => {
    await openStudio(page);
    await setting(page, "providerName").fill("one\u2028two\u2029three");
    await expect(setting(page, "providerName")).toHaveAttribute("aria-invalid", "true");
    expect(await textOf(page, CODE)).not.toMatch(/[\u2028\u2029]/);
  });
  expect(found).toEqual([]);
});

test("nothing is requested but the build's own files, whatever is used @threat-studio", async ({
  page,
  baseURL,
}) => {
  const folder = fileURLToPath(new URL("../../dist/", import.meta.url));
  const files = readdirSync(folder, { recursive: true }).map(String);
  /** @type {string[]} */
  const others = [];
  let count = 0;
  page.context().on("request", (request) => {
    count++;
    const { origin, pathname, search } = new URL(request.url());
    const isOurs = origin === baseURL && files.includes(pathname.replace(/^\/widget\//, ""));
    if (request.method() !== "GET" || search || !isOurs)
      others.push(`${request.method()} ${request.url()}`);
  });
  await openStudio(page);
  const contact = { receiver: "json", url: "https://receiver.example/lead" };
  await paste(page, JSON.stringify({ ...FIRM, ctaUrl: "https://www.marlow.example/", contact }));
  await openAll(page);
  await page.getByRole("button", { name: "Compute" }).click();
  await expect(page.getByRole("table", { name: /^How often/ })).toBeVisible();
  for (const [what, options] of /** @type {const} */ ([
    ["Language", ["German", "Longer words, right to left", "English"]],
    ["Screen", ["Clear fit", "Cost", "Contact form", "Message refused", "No network"]],
  ])) {
    for (const option of options) {
      await show(page, what, option);
      await expect(shown(page).locator("support-fit h3").first()).toBeVisible();
    }
  }
  await expect(shown(page).locator("#contact-now")).toHaveText(WORDS.contact.offline.title);
  for (const kind of await page.getByRole("radio").all()) {
    await kind.check();
    await expect(page.locator(".code figure").first()).toBeVisible();
  }
  await button(page, "Undo").click();
  expect(count).toBeGreaterThan(10);
  expect(others).toEqual([]);
});

test("a changed weight is computed in a worker for all three models, and the disclosure names it", async ({
  page,
}) => {
  const worker = page.waitForEvent("worker");
  await openStudio(page);
  const weights = await openGroup(page, "Weights");
  await setting(page, "weights.cost").fill("2");
  expect((await worker).url()).toContain("/assets/studio-worker-");
  const table = weights.getByRole("table", { name: "How often each model comes first" });
  await expect(table.locator("tbody tr")).toHaveCount(3);
  const shares = await table.locator("tbody td").allTextContents();
  const parsed = shares.map((text) => Number.parseFloat(text));
  const of = (/** @type {number} */ column) =>
    parsed.filter((_, at) => at % 2 === column).reduce((sum, one) => sum + one, 0);
  for (const column of [0, 1]) expect(Math.abs(of(column) - 100)).toBeLessThan(0.2);
  expect(parsed.filter((_, at) => at % 2 === 0)).not.toEqual(
    parsed.filter((_, at) => at % 2 === 1),
  );

  const disclosure = await openGroup(page, "What a visitor will read about you");
  await expect(disclosure.locator("blockquote")).toContainText(/cost/i);
  const download = page.waitForEvent("download");
  await weights.getByRole("button", { name: "Save the report for an auditor" }).click();
  expect((await download).suggestedFilename()).toBe("fairness.md");
  await weights
    .getByRole("button", { name: /^Back to the default/ })
    .first()
    .click();
  await expect(disclosure.locator("blockquote")).not.toContainText(/cost/i);
});

/**
 * Opens the page for a test message, as the studio does.
 *
 * @param {Page} page
 */
async function openTrial(page) {
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Send a test message" }).click();
  const trial = await opened;
  await trial.getByRole("table", { name: "The message" }).waitFor();
  return trial;
}

test("the test message shows where it goes and what it has, goes after a press, and each answer is explained @threat-studio", async ({
  page,
  receiver,
}) => {
  const url = new URL(receiver.url);
  const contact = { receiver: "json", url: receiver.url, email: "a@b.example" };
  await openStudio(page);
  await paste(page, JSON.stringify({ ...FIRM, contact }));
  await openGroup(page, "Contact form");
  const trial = await openTrial(page);
  const found = complaints(trial);
  const send = button(trial, `Send to ${url.host}`);
  const outcome = trial.getByRole("status");
  await expect(trial.getByText(`This goes to ${url.host} when you press the button`)).toBeVisible();
  await expect(trial.getByRole("table", { name: "The message" })).toContainText("test@example.com");
  await expect(outcome).toBeEmpty();
  expect(receiver.received).toEqual([]);
  expect(receiver.preflights).toEqual([]);

  await send.click();
  await expect(outcome).toContainText("The receiver took the message");
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.body).toContain("test@example.com");
  // What is in the link stays on this device.
  expect(receiver.received[0]?.body).not.toContain("design-1-");

  for (const [answer, heading, what] of /** @type {const} */ ([
    ["an error of HubSpot", "The receiver refused the message", "email"],
    ["not authorized", "The receiver refused the message", "wants a login"],
    ["a server error", "The receiver did not take the message", "Look into its log"],
    ["success that may not be read", "No answer that can be read", "Access-Control-Allow-Origin"],
  ])) {
    await test.step(answer, async () => {
      receiver.answers(ANSWERS[answer]);
      await send.click();
      await expect.soft(outcome).toContainText(what);
      await expect.soft(outcome).toContainText(heading);
    });
  }
  await test.step("a refused preflight", async () => {
    receiver.refusePreflights();
    receiver.answers(ANSWERS.ok);
    await send.click();
    await expect.soft(outcome).toContainText("also to OPTIONS requests");
    expect(receiver.received).toEqual([]);
  });
  // The browser itself logs what a receiver refuses.
  const own = found.filter((text) => !/Failed to load resource|blocked by CORS/.test(text));
  expect(own).toEqual([]);
});

test("HubSpot's embed code fills in the contact form, and a refused test message names the field", async ({
  page,
}) => {
  await openStudio(page);
  await paste(page, JSON.stringify(FIRM));
  const contact = await openGroup(page, "Contact form");
  const code = contact.getByLabel("Embed code of a HubSpot form");
  await code.fill("<script>hello</script>");
  await code.blur();
  await expect(contact.getByText("This is no embed code of a form")).toBeVisible();
  const form = "0b9c6c1e-5d3f-4b7a-9c1d-2e8f6a7b4c5d";
  await code.fill(
    `<script src="//js-eu1.hsforms.net/forms/embed/v2.js"></script><script>
      hbspt.forms.create({ portalId: "12345678", formId: "${form}", region: "eu1" });</script>`,
  );
  await code.blur();
  await expect(setting(page, "contact.receiver")).toHaveValue("hubspot");
  await expect(setting(page, "contact.portalId")).toHaveValue("12345678");
  await expect(setting(page, "contact.formId")).toHaveValue(form);
  await expect(setting(page, "contact.region")).toHaveValue("eu1");
  await button(page, "Undo").click();
  await expect(setting(page, "contact.receiver")).toHaveValue("");
  await button(page, "Redo").click();

  await setting(page, "contact.email").fill("a@b.example");
  const message = "Error in 'fields.email'. Invalid email address";
  await page.context().route(/hsforms\.com/, (route) =>
    route.fulfill({
      status: 400,
      json: { status: "error", errors: [{ message, errorType: "INVALID_EMAIL" }] },
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  const trial = await openTrial(page);
  await button(trial, "Send to api-eu1.hsforms.com").click();
  const outcome = trial.getByRole("status");
  await expect(outcome).toContainText("does not take the field “email” as it is");
  await trial.goto("about:blank");
  await trial.goto("/widget/studio-test.html");
  await expect(trial.getByText("Open it from the studio")).toBeVisible();
  await expect(trial.getByRole("button")).toHaveCount(0);
});

test("axe finds nothing with everything open, everything can be pressed, and nothing overflows", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await openFull(page);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await barriers(page), colorScheme).toEqual([]);
  }
  expect.soft(await tooSmall(page)).toEqual([]);

  await test.step("in forced colors every control has an edge", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const unseen = await page
      .locator("button:not(.quiet), a.primary, input[type=text], textarea, select")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .filter((one) => getComputedStyle(one).borderBlockStartStyle === "none")
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    expect.soft(unseen).toEqual([]);
  });

  await test.step("at 320 px and at 400 % zoom", async () => {
    await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
    for (const viewport of [DESKTOP, ZOOMED, NARROW]) {
      await page.setViewportSize(viewport);
      expect.soft(await misfits(page, "body"), JSON.stringify(viewport)).toEqual([]);
    }
    expect.soft(await tooSmall(page)).toEqual([]);
  });

  await test.step("the page of the test message too", async () => {
    const trial = await openTrial(page);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await trial.emulateMedia({ colorScheme });
      expect.soft(await barriers(trial), colorScheme).toEqual([]);
    }
    for (const viewport of [NARROW, ZOOMED]) {
      await trial.setViewportSize(viewport);
      expect.soft(await misfits(trial, "body")).toEqual([]);
    }
  });
});

test("the code is written and copied by keyboard alone, and the focus is never lost", async ({
  page,
}) => {
  await openStudio(page);
  await tabTo(page, ({ id }) => id === "field-providerName");
  await page.keyboard.type(NAME);
  await tabTo(page, ({ name }) => name === `Copy: ${CODE}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  expect(await copiedText(page)).toContain('provider-name="Marlow &amp; Finch IT"');
  await page.bringToFront();

  /**
   * Presses a focused control, and expects that the focus is on an element that is shown.
   *
   * @param {Locator} control
   */
  const pressed = async (control) => {
    await control.focus();
    await page.keyboard.press("Enter");
    await settled(page);
    return focused(page);
  };
  await test.step("after Default", async () => {
    const back = page.getByRole("button", { name: /^Back to the default.*Your name$/ });
    expect(await pressed(back)).toMatchObject({ id: "field-providerName", ringed: true });
  });
  await test.step("after the last step of Undo and Redo", async () => {
    const undo = button(page, "Undo");
    for (let steps = 0; steps < 3; steps++)
      expect(await pressed(undo)).toMatchObject({ name: "Undo" });
    await expect(undo).toHaveAttribute("aria-disabled", "true");
    const redo = button(page, "Redo");
    for (let steps = 0; steps < 3; steps++)
      expect(await pressed(redo)).toMatchObject({ name: "Redo" });
    await expect(redo).toHaveAttribute("aria-disabled", "true");
    expect(await pressed(button(page, "Start over"))).toMatchObject({ name: "Start over" });
  });
  await test.step("after adding to a list and removing from it", async () => {
    const contact = await openGroup(page, "Contact form");
    await contact.getByText("Own fields and questions").press("Enter");
    const questions = setting(page, "questions");
    const add = questions.getByRole("button", { name: /^Add one/ });
    expect(await pressed(add)).toMatchObject({ id: "field-questions_0__name" });
    await page.keyboard.type("size");
    expect(await pressed(add)).toMatchObject({ id: "field-questions_1__name" });
    expect(await pressed(questions.getByRole("button", { name: /^Remove/ }).first())).toMatchObject(
      {
        id: "field-questions",
        inView: true,
      },
    );
    await expect(questions.getByRole("group")).toHaveCount(1);
    await button(page, "Undo").click();
    await expect(setting(page, "questions[0].name")).toHaveValue("size");
  });
  await test.step("after a link to a problem in a part that is closed", async () => {
    await setting(page, "questions[0].name").fill("not a name!");
    await group(page, "Contact form").locator("summary").first().press("Enter");
    await expect(setting(page, "questions[0].name")).toBeHidden();
    expect(await pressed(page.locator("#problems a").first())).toMatchObject({ tag: "input" });
  });
});

test("the preview shows the chosen screen, width, theme, language and colors", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await openStudio(page);
  const title = shown(page).locator("support-fit h3").first();
  await expect(title).toHaveText(WORDS.question.cap.text);
  await show(page, "Screen", "Plan");
  await expect(title).toHaveText(/24-month plan/);
  await setting(page, "providerName").fill(NAME);
  await show(page, "Screen", "Clear fit");
  await expect(shown(page).getByText(`${NAME} offers this tool`)).toBeVisible();

  const frame = page.locator("#preview");
  const width = async () => (await frame.boundingBox())?.width ?? 0;
  expect(await width()).toBeLessThanOrEqual(390);
  await show(page, "Width", "Desktop");
  expect(await width()).toBeGreaterThan(600);

  const root = shown(page).locator("html");
  await expect(root).toHaveCSS("color-scheme", "light");
  await show(page, "Page", "Dark");
  await expect(root).toHaveCSS("color-scheme", "dark");

  await test.step("a yellow accent is measured as typed and as shown, and shown corrected", async () => {
    await show(page, "Page", "Light");
    const looks = await openGroup(page, "Looks");
    await setting(page, "style.--support-fit-accent").fill("#ffcc00");
    const row = looks.getByRole("row", { name: /^Accent, light/ });
    await expect(row.locator("td").first()).toHaveText("1.5 to 1");
    const asShown = await row.locator("td").nth(1).textContent();
    expect(Number.parseFloat(asShown ?? "")).toBeGreaterThanOrEqual(4.5);
    await expect(row).toContainText("corrected");
    const color = await row.locator("code").textContent();
    const primary = shown(page).locator("support-fit button.primary").first();
    await expect.poll(() => backgroundOf(primary)).toBe(color);
    await expect(looks.getByLabel("Accent: pick a color")).toHaveValue("#ffcc00");
  });

  const element = shown(page).locator("support-fit");
  await show(page, "Language", "German");
  await expect(element).toHaveAttribute("lang", "de");
  await expect(title).not.toHaveText(/^A clear fit/);
  await show(page, "Language", "Longer words, right to left");
  await expect(title).toHaveCSS("direction", "rtl");
});

test(
  "every kind of code for a page starts the assessment with the settings",
  { tag: "@full" },
  async ({ page }) => {
    const found = complaints(page);
    const kinds = [
      "Any page",
      "One version, with an integrity value",
      ...["WordPress, without the plugin", "HubSpot", "Webflow", "Squarespace"],
      "Markdown: Hugo, Jekyll, Eleventy",
    ];
    for (const kind of kinds) {
      await test.step(kind, async () => {
        await openStudio(page);
        await setting(page, "providerName").fill(NAME);
        await page.getByLabel(kind, { exact: true }).check();
        const text = await page.locator(".code pre code").first().textContent();
        await expect.soft(await pasted(page, text ?? "")).toHaveAttribute("provider-name", NAME);
      });
    }
    await test.step("Frame", async () => {
      await openStudio(page);
      await setting(page, "providerName").fill(NAME);
      await page.getByLabel("Frame", { exact: true }).check();
      const text = await page.locator(".code pre code").first().textContent();
      const policy = (/** @type {string} */ usual) =>
        `${usual.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")}; frame-src 'self'`;
      await openHost(page, text ?? "", { policy });
      const inner = page.frameLocator("iframe").locator("support-fit");
      await expect(inner).toHaveAttribute("provider-name", NAME);
      await expect(inner).toHaveJSProperty("status", "ready");
    });
    expect(found).toEqual([]);
  },
);
