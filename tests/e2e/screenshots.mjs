// `cargo xtask screenshots`: screenshots of every screen of the release build in `target/screenshots`, on a phone and a desktop,
// light and dark; those of the README in `docs/screenshots`; and the icons for home screens in `src/embed`.

import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANING_RESULT, keep } from "./steps/drafts.js";
import { LEANS, answerAll, button, open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { SCRIPT, openHost } from "./steps/host.js";
import { VIEWS } from "./steps/result.js";
import { SCREENS } from "./steps/screens.js";

const { SUPPORT_FIT_URL, CHROMIUM } = process.env;
if (!SUPPORT_FIT_URL) throw new Error("run `cargo xtask screenshots`");

const all = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const shown = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** The screenshots of the README: the visible part of the screen. */
const IN_README = [
  "first-question-phone-light",
  "full-close-phone-light",
  "full-close-desktop-light",
  "contact-desktop-light",
  "studio-start-desktop-light",
  "studio-colors-desktop-light",
  "studio-weights-desktop-light",
  "studio-code-desktop-light",
  "studio-start-phone-dark",
];

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
};

/** @typedef {import("@playwright/test").Page} Page */

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const PICTURES = {
  "first-question": SCREENS["the first question"],
  "question-chosen": SCREENS["a question with an answer"],
  "question-why": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await page.getByText("Why we ask").click();
  },
  "answer-missing": SCREENS["a question with a missing answer"],
  "three-models": async (page) => {
    await open(page);
    await page.getByText("What the three models mean").click();
  },
  "start-over": SCREENS["the dialog that asks whether to start over"],
  resumed: SCREENS["the message that answers are restored"],
  "result-lean": SCREENS["a result that leans"],
  "result-ruled-out": SCREENS["a result that rules models out"],
  "result-trap": SCREENS["a result with a trap"],
  "result-insufficient": SCREENS["a result without enough answers"],
  "multiple-choice": SCREENS["a multiple choice"],
  "storage-blocked": SCREENS["the message that nothing can be saved"],
  "full-question": SCREENS["a question of the full assessment"],
  overview: SCREENS["the overview"],
  priorities: SCREENS["the priorities"],
  "priorities-changed": SCREENS["the priorities, changed"],
  check: SCREENS["the check of all answers"],
  "check-open": SCREENS["the check with open questions"],
  "full-clear": SCREENS["a full result that is clear"],
  "full-lean": SCREENS["a full result that leans"],
  "full-close": SCREENS["a full result too close to call"],
  "full-only": SCREENS["a full result with one choice"],
  "full-conflict": SCREENS["a full result in conflict"],
  "full-insufficient": SCREENS["a full result without enough answers"],
  "full-trial": SCREENS["a full result with a trial"],
  "full-slider": SCREENS["a full result with a slider moved"],
  "full-compared": SCREENS["a full result compared with a colleague's"],
  ...Object.fromEntries(
    Object.keys(VIEWS).map((view) => [
      `view-${view}`,
      (/** @type {Page} */ page) => openAt(page, "result", organization("P10"), view),
    ]),
  ),
  contact: openContact,
  "studio-start": (page) => openStudio(page),
  "studio-colors": (page) => openStudio(page, "Looks"),
  "studio-weights": (page) => openStudio(page, "Weights"),
  "studio-code": (page) => openStudio(page, "Code for your page"),
  "demo-page": (page) => open(page, "/"),
};

/**
 * The form under a result, on a page of its owner.
 *
 * @param {Page} page
 */
async function openContact(page) {
  const settings = JSON.stringify({
    providerName: "Marlow & Finch IT",
    privacyUrl: "https://www.marlow.example/privacy",
    contact: { receiver: "json", url: "https://www.marlow.example/api/contact", answers: true },
  });
  await keep(page, LEANING_RESULT);
  await openHost(
    page,
    `<script type="application/json" id="theirs">${settings}</script>
      <main><support-fit config="#theirs"></support-fit></main>${SCRIPT}`,
    {
      css: "body { margin: 0; font-family: sans-serif } main { max-width: 52rem; margin: auto; padding: 1.5rem }",
    },
  );
  await button(page, WORDS.contact.check).waitFor();
  await page.getByRole("button", { name: "Close this message" }).click();
  const section = page.locator("support-fit section.contact");
  const { field } = WORDS.contact;
  await section.getByLabel(field.name).fill("Ana Pop");
  await section.getByLabel(field.email).fill("ana@harbor.example");
  await section.getByLabel(field.message).fill("Could we talk next week?");
  await section.evaluate((element) => element.scrollIntoView({ block: "end" }));
}

/**
 * The editor of settings, at one of its groups.
 *
 * @param {Page} page
 * @param {string} [group]
 */
async function openStudio(page, group) {
  await page.goto("/widget/studio.html");
  await page.getByLabel("Your name", { exact: true }).fill("Marlow & Finch IT");
  await page.getByText("a provider does all of IT").click();
  await page.getByLabel("Screen", { exact: true }).selectOption("close");
  await page.frameLocator("#preview").locator("support-fit [part~=result]").waitFor();
  if (!group) return;
  const summary = page
    .locator("summary")
    .filter({ has: page.getByRole("heading", { name: group }) });
  if (group !== "Code for your page") await summary.click();
  if (group === "Looks") {
    await page.getByLabel("Accent", { exact: true }).fill("#ffcc00");
    await page.getByRole("cell", { name: "1.5 to 1" }).first().waitFor();
    await page.getByRole("region", { name: "Contrast" }).scrollIntoViewIfNeeded();
    return;
  }
  if (group === "Weights") {
    await page.getByLabel("Security and compliance are handled").fill("1.5");
    await page.getByRole("button", { name: "Save the report" }).waitFor();
  }
  await summary.evaluate((element) => element.scrollIntoView());
}

const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
for (const folder of [all, shown]) await mkdir(folder, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const [name, show] of Object.entries(PICTURES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const context = await browser.newContext({
        baseURL: SUPPORT_FIT_URL,
        viewport,
        colorScheme,
        reducedMotion: "reduce",
        locale: "en-US",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      await page.clock.setFixedTime("2026-11-22T09:41:00Z");
      await show(page);
      const file = `${name}-${size}-${colorScheme}`;
      if (IN_README.includes(file)) {
        // Screens that are opened from a draft show a greeting first.
        const greeting = page.getByRole("button", { name: "Close this message" });
        if (await greeting.isVisible()) await greeting.click();
        await page.screenshot({ path: `${shown}${file}.png`, animations: "disabled" });
      }
      await page.screenshot({ path: `${all}${file}.png`, fullPage: true, animations: "disabled" });
      await context.close();
    }
  }
}
if (wanted.length === 0 || wanted.includes("app")) {
  const embed = new URL("../../src/embed/", import.meta.url);
  const icon = await readFile(new URL("icon.svg", embed), "utf8");
  for (const edge of [192, 512]) {
    const page = await browser.newPage({ viewport: { width: edge, height: edge } });
    // With padding, because systems mask such icons to a circle or another shape.
    const room =
      "body { margin: 0; display: grid; place-items: center; height: 100vh } svg { width: 58% }";
    await page.setContent(`<style>${room}</style>${icon}`);
    await page.screenshot({ path: fileURLToPath(new URL(`app-${edge}.png`, embed)) });
    await page.close();
  }
}
await browser.close();
