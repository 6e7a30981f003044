import { expect, test } from "@playwright/test";

/**
 * Fails the test at its end if the page has logged an error or a warning, or has broken its policy.
 *
 * @param {import("@playwright/test").Page} page
 * @returns {string[]}
 */
function complaints(page) {
  /** @type {string[]} */
  const found = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) found.push(message.text());
  });
  return found;
}

test("the demo page shows the application inside the element", async ({ page }) => {
  const found = complaints(page);
  await page.goto("/");
  const element = page.locator("support-fit");
  await expect(element).toContainText("SupportFit");
  expect(await element.evaluate((host) => host.shadowRoot?.querySelector("slot"))).toBeNull();
  expect(found).toEqual([]);
});

test("the stand-alone page shows the application", async ({ page }) => {
  const found = complaints(page);
  await page.goto("/widget/");
  await expect(page.locator("support-fit")).toContainText("SupportFit");
  expect(found).toEqual([]);
});

test("the fallback content stays when the application cannot be loaded", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByText("The same questions, on paper")).toBeVisible();
});

test("an element that is moved goes on working", async ({ page }) => {
  await page.goto("/");
  const element = page.locator("support-fit");
  await expect(element).toContainText("SupportFit");
  await element.evaluate((host) => document.body.append(host));
  await expect(element).toContainText("SupportFit");
});
