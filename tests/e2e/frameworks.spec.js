// The components of the recipes in frameworks: rendered in the browser and on a server, removed and shown again.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading } from "./steps/flow.js";
import { complaints, element, ready } from "./steps/host.js";
import { bundle, openSite, rendered, snippet } from "./steps/sites.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

// Some requests may be pending when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

const LOADER = '<script type="module" src="https://widget.example/support-fit.js"></script>';

const SITE = '<script type="module" src="/site.js"></script>';

/**
 * A page that shows the component, can remove it, and notes the results that it reports.
 *
 * @param {string} file
 */
const react = (file) => `
  import { StrictMode, useState } from "react";
  import { createRoot, hydrateRoot } from "react-dom/client";
  import { Assessment } from "./${file}";
  globalThis.recorded = [];
  const onResult = (detail) => globalThis.recorded.push(detail);
  export function App() {
    const [isShown, show] = useState(true);
    return <StrictMode>
      <button onClick={() => show(!isShown)}>Switch</button>
      {isShown && <Assessment onResult={onResult}><p>Fallback</p></Assessment>}
    </StrictMode>;
  }
  const place = document.getElementById("app");
  if (place.hasChildNodes()) hydrateRoot(place, <App />);
  else createRoot(place).render(<App />);`;

/**
 * Removes the component, shows it again, and checks that it is at the same question.
 *
 * @param {Page} page At the third question.
 * @param {number} times
 */
async function toggleComponent(page, times) {
  for (let time = 0; time < times; time++) {
    await page.getByText("Switch").click();
    await expect(element(page)).toHaveCount(0);
    await page.getByText("Switch").click();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  }
}

for (const file of ["react.jsx", "react-19.jsx", "next/assessment.jsx"]) {
  test(`React with ${file} reports results, survives being removed, and hydrates`, async ({
    page,
    baseURL,
  }) => {
    const found = complaints(page);
    const script = await bundle(react(file));

    await test.step("it is at the same question when it is shown again", async () => {
      // The component is rendered before the element is defined.
      await openSite(page, baseURL, { body: `<div id="app"></div>${SITE}${LOADER}`, script });
      await ready(page);
      await answerAll(page, LEANS.slice(0, 2));
      await heading(page, QUESTIONS[2]).waitFor();
      await toggleComponent(page, 3);
    });

    await test.step("its result is reported", async () => {
      // The element is defined before the component is rendered.
      await openSite(page, baseURL, { body: `<div id="app"></div>${LOADER}${SITE}`, script });
      await ready(page);
      await answerAll(page, LEANS.slice(2));
      await heading(page, "Leaning toward co-managed IT").waitFor();
      if (!file.startsWith("next")) {
        const reported = () => page.evaluate(() => /** @type {any} */ (window).recorded);
        await expect
          .poll(reported)
          .toEqual([{ verdict: "lean", leader: "co-managed", isFull: false }]);
      }
      await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    });

    await test.step("it hydrates what a server has rendered", async () => {
      const html = await rendered(`
        import { renderToString } from "react-dom/server";
        import { StrictMode } from "react";
        import { Assessment } from "./${file}";
        export default renderToString(<StrictMode>
          <button>Switch</button>
          <Assessment onResult={() => {}}><p>Fallback</p></Assessment>
        </StrictMode>);`);
      expect(html).toContain("<support-fit");
      expect(html).toContain("Fallback");
      const body = `<div id="app">${html}</div>${LOADER}${SITE}`;
      await openSite(page, baseURL, { body, script });
      await ready(page);
      await choose(page, LEANS[0]);
      await expect(page.getByLabel(LEANS[0])).toBeChecked();
    });
    expect(found).toEqual([]);
  });
}

test("Vue reports results, survives the element being removed, and hydrates", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);

  await test.step("vue.js names the provider, and its result is reported", async () => {
    /** @type {string[]} */
    const logged = [];
    page.on("console", (message) => logged.push(message.text()));
    const script = await bundle(snippet("vue.js"));
    await openSite(page, baseURL, { body: `<div id="app"></div>${LOADER}${SITE}`, script });
    await ready(page);
    await answerAll(page, LEANS);
    await heading(page, "Leaning toward co-managed IT").waitFor();
    await expect
      .poll(() => logged.filter((line) => line.startsWith("support_fit_result")))
      .toHaveLength(1);
    await expect(page.getByText("Marlow & Finch IT offers this tool")).toBeVisible();
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
  });

  await test.step("a server-rendered page hydrates, and the element can be removed and shown again", async () => {
    const component = `
      import { createSSRApp, h, ref } from "vue";
      export const make = () => createSSRApp({
        setup() {
          const isShown = ref(true);
          return () => h("div", [
            h("button", { onClick: () => (isShown.value = !isShown.value) }, "Switch"),
            isShown.value ? h("support-fit", { flow: "quick" }, [h("p", "Fallback")]) : null,
          ]);
        },
      });`;
    const html = await rendered(`
      import { renderToString } from "vue/server-renderer";
      ${component}
      export default await renderToString(make());`);
    const script = await bundle(`${component} make().mount("#app");`);
    const body = `<div id="app">${html}</div>${SITE}${LOADER}`;
    await openSite(page, baseURL, { body, script });
    await ready(page);
    await answerAll(page, LEANS.slice(0, 2));
    await heading(page, QUESTIONS[2]).waitFor();
    await toggleComponent(page, 1);
  });
  expect(found).toEqual([]);
});
