// Pictures of every screen of the release build, on a phone and on a desktop, light and dark: `cargo xtask screenshots`.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { LEANS, RULED_OUT, TRAPPED, answerAll, choose, heading, open } from "./steps/flow.js";

const { SUPPORT_FIT_URL, CHROMIUM } = process.env;
if (!SUPPORT_FIT_URL) throw new Error("run `cargo xtask screenshots`");

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
};

/** @typedef {import("@playwright/test").Page} Page */

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const SCREENS = {
  "first-question": (page) => open(page),
  "question-chosen": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await choose(page, LEANS[3]);
  },
  "question-why": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await page.getByText("Why we ask").click();
  },
  "answer-missing": async (page) => {
    await open(page);
    await page.getByRole("button", { name: "Next" }).click();
  },
  "three-models": async (page) => {
    await open(page);
    await page.getByText("What the three models mean").click();
  },
  "start-over": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await page.getByRole("button", { name: "Start over" }).click();
  },
  resumed: async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await page.reload();
    await page.getByText("Welcome back").first().waitFor();
  },
  "result-lean": async (page) => {
    await open(page);
    await answerAll(page, LEANS);
    await heading(page, "Your answers lean one way").waitFor();
  },
  "result-ruled-out": async (page) => {
    await open(page);
    await answerAll(page, RULED_OUT);
    await heading(page, "lean one way").waitFor();
  },
  "result-trap": async (page) => {
    await open(page);
    await answerAll(page, TRAPPED);
    await page.getByRole("heading", { name: "Some risk" }).waitFor();
  },
  "result-insufficient": async (page) => {
    await open(page);
    await answerAll(
      page,
      Array.from({ length: 7 }, () => "Not sure"),
    );
    await heading(page, "Not enough answers yet").waitFor();
  },
  "multiple-choice": async (page) => {
    await open(page);
    await page.evaluate(() => {
      const draft = {
        schema: 2,
        content: "1.1",
        answers: { cap: "lead" },
        place: { question: "signs" },
      };
      localStorage.setItem("support-fit", JSON.stringify(draft));
    });
    await page.reload();
    await choose(page, "Updates come late or skip some machines");
  },
  "storage-blocked": async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await open(page);
  },
  "demo-page": (page) => open(page, "/"),
};

const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
await mkdir(folder, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const [name, show] of Object.entries(SCREENS)) {
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
      await page.screenshot({
        path: `${folder}${name}-${size}-${colorScheme}.png`,
        fullPage: true,
        animations: "disabled",
      });
      await context.close();
    }
  }
}
await browser.close();
