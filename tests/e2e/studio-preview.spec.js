// The preview of the studio: the real element in a sandbox, at any screen, from which nothing is sent.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { complaints } from "./steps/host.js";
import { backgroundOf, openPreview, preview, show } from "./steps/preview.js";

const SAYS = WORDS.contact;

/** The heading of each screen: that of the element, and that of the contact part. */
const SCREENS = /** @type {const} */ ({
  start: [/handles IT/],
  close: [/^Too close to call/],
  lean: [/^Leaning toward/],
  clear: [/^A clear fit/],
  only: [/^Only .+ is left for now/],
  plan: [/24-month plan/],
  cost: [/^Cost over three years/],
  contact: [/^A clear fit/],
  refused: [/^A clear fit/, SAYS.refused.title],
  offline: [/^A clear fit/, SAYS.offline.title],
});

test("the preview shows each screen without a violation of its policy @threat-studio", async ({
  page,
}) => {
  const found = complaints(page);
  await openPreview(page);
  for (const [screen, [title, state]] of Object.entries(SCREENS)) {
    await show(page, { screen: /** @type {keyof typeof SCREENS} */ (screen) });
    await expect(preview(page).locator("support-fit h3").first(), screen).toHaveText(title);
    const now = preview(page).locator("support-fit #contact-now");
    if (state) await expect(now, screen).toHaveText(state);
    else await expect(now, screen).toHaveCount(0);
  }
  await expect(preview(page).locator("support-fit #contact-now")).toBeInViewport();
  expect(found).toEqual([]);
});

test("a message is answered in the preview: nothing is sent, stored or put into the data layer @threat-studio", async ({
  page,
  baseURL,
}) => {
  /** @type {string[]} */
  const sent = [];
  page.context().on("request", (request) => {
    if (!request.url().startsWith(String(baseURL)) || request.method() !== "GET")
      sent.push(request.url());
  });
  await openPreview(page);
  await page.evaluate(() => localStorage.clear());
  await show(page, { screen: "start" });
  const inside = await (await page.locator("#tested").elementHandle())?.contentFrame();
  await inside?.evaluate(() => Object.assign(window, { theirs: [] }));
  await show(page, { screen: "contact", answer: "accepted" });
  const contact = preview(page).locator("support-fit section.contact");
  await contact.getByLabel(SAYS.field.email).fill("zelda@harbor.example");
  await contact.getByRole("button", { name: SAYS.check }).click();
  await contact.getByRole("button", { name: SAYS.review.send }).click();
  await expect(contact.locator("#contact-now")).toHaveText(SAYS.accepted.title);
  await expect(preview(page).locator(".note")).toHaveText(/^Nothing is sent/);

  expect(sent).toEqual([]);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.filter((key) => key !== "support-fit-studio")).toEqual([]);
  const layer = () => [origin, /** @type {any} */ (window).theirs];
  expect(await inside?.evaluate(layer)).toEqual(["null", []]);
});

test("links are not opened in the preview, and the element shows no setting that came before", async ({
  page,
}) => {
  await openPreview(page);
  await show(page, { screen: "clear" });
  const link = preview(page).locator("support-fit a[href^='https://www.marlow.example/call']");
  await link.first().click();
  await expect(preview(page).locator(".note")).toHaveText(/^Links open only on your page/);
  expect(page.context().pages()).toHaveLength(1);
  await show(page, { screen: "clear", settings: {} });
  await expect(link).toHaveCount(0);
  await expect(preview(page).locator(".note")).toBeEmpty();
});

test("a changed setting neither reloads the preview nor takes the focus from the form", async ({
  page,
}) => {
  await openPreview(page);
  await show(page, { screen: "plan" });
  const loaded = preview(page).locator("html");
  await loaded.evaluate((root) => root.setAttribute("data-same", ""));
  await page.evaluate(() => {
    const field = document.createElement("input");
    field.id = "typed";
    document.body.prepend(field);
    field.focus();
  });
  const reports = await show(page, { screen: "close", settings: { providerName: "A", thme: "x" } });
  expect(reports).toContainEqual({
    warnings: [expect.stringMatching(/^unknown-setting at \$\.thme/)],
  });
  await expect(preview(page).locator("html[data-same]")).toHaveCount(1);
  await expect(page.locator("#typed")).toBeFocused();

  // Only the pseudo-language does, since the words of a language stay loaded.
  await show(page, { screen: "close", lang: "longer-rtl" });
  await expect(preview(page).locator("html[data-same]")).toHaveCount(0);
  const title = preview(page).locator("support-fit h3").first();
  await expect(title).toHaveText(/^Tóó/);
  await expect(title).toHaveCSS("direction", "rtl");
});

test("the contrast of a yellow accent is measured as it was entered and as it is shown", async ({
  page,
}) => {
  await openPreview(page);
  const measured = async (/** @type {Record<string, string>} */ styles) => {
    const reports = await show(page, { screen: "clear", styles });
    const all = reports.flatMap((report) => ("contrast" in report ? report.contrast : []));
    return (/** @type {string} */ what, /** @type {string} */ theme) =>
      all.find((one) => one.what === what && one.theme === theme);
  };
  const yellow = await measured({ "--support-fit-accent": "#ffcc00" });
  // Computed by hand from the definition of WCAG 2.
  expect(yellow("accent", "light")).toMatchObject({
    entered: ["#ffcc00", "#ffffff"],
    asEntered: 1.51,
  });
  expect(yellow("button", "light")).toMatchObject({
    entered: ["#ffffff", "#ffcc00"],
    asEntered: 1.51,
  });
  expect(yellow("accent", "dark")).toMatchObject({ asEntered: 11.74, asShown: 11.74 });
  const shown = yellow("accent", "light");
  expect(shown?.asShown).toBeGreaterThanOrEqual(4.5);
  // The color that visitors see.
  const primary = preview(page).locator("support-fit button.primary").first();
  expect(shown?.shown[0]).toBe(await backgroundOf(primary));

  const wrong = await measured({ "--support-fit-accent": "no color" });
  expect(wrong("accent", "light")).toMatchObject({ entered: [null, "#ffffff"], asEntered: null });
});

test("no page can frame the studio, and the preview does nothing outside of it @threat-studio", async ({
  page,
  request,
}) => {
  const policy = (await request.get("/widget/studio.html")).headers()["content-security-policy"];
  expect(policy).toContain("; frame-ancestors 'none'");
  expect(policy).toContain(
    "; require-trusted-types-for 'script'; trusted-types support-fit-studio;",
  );
  expect(policy).not.toContain("unsafe-inline");
  const found = complaints(page);
  const frames = ["studio.html", "studio-preview.html"].map(
    (name) => `<iframe src="${name}"></iframe>`,
  );
  await page.route("**/widget/around.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html>${frames.join("")}` }),
  );
  await page.goto("/widget/around.html");
  await expect.poll(() => found.join("\n")).toMatch(/frame-ancestors 'none'/);
  const framed = (/** @type {string} */ name) =>
    page.frames().find((frame) => frame.url().endsWith(name));
  expect(framed("/studio.html")).toBeUndefined();
  // A page of ours may, but the frame has no origin even without a sandbox, and shows what it gets from nobody but a parent.
  const alone = framed("/studio-preview.html");
  expect(await alone?.evaluate(() => origin)).toBe("null");
});
