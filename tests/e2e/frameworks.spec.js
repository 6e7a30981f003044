// Frameworks: the recipes' components, rendered in the browser and on a server, gone and back.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading } from "./steps/flow.js";
import { complaints, ready } from "./steps/host.js";
import { bundle, openSite, rendered, snippet } from "./steps/sites.js";

// A file may still be on its way when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

const LOADER = '<script type="module" src="https://widget.example/support-fit.js"></script>';

const SITE = '<script type="module" src="/site.js"></script>';

/** A page that shows the component, takes it away, and notes the results that it hears. */
const REACT = (/** @type {string} */ file) => `
  import { StrictMode, useState } from "react";
  import { createRoot, hydrateRoot } from "react-dom/client";
  import { Assessment } from "./${file}";
  globalThis.heard = [];
  const onResult = (detail) => globalThis.heard.push(detail);
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

for (const file of ["react.jsx", "react-19.jsx", "next/assessment.jsx"]) {
  test.describe(`React with ${file}`, () => {
    test("shows the assessment, and it is heard", async ({ page, baseURL }) => {
      const found = complaints(page);
      const script = await bundle(REACT(file));
      await openSite(page, baseURL, { body: `<div id="app"></div>${LOADER}${SITE}`, script });
      await ready(page);
      await answerAll(page, LEANS);
      await heading(page, "lean one way").waitFor();
      if (!file.startsWith("next")) {
        const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
        await expect
          .poll(heard)
          .toEqual([{ verdict: "lean", leader: "co-managed", isFull: false }]);
      }
      expect(found).toEqual([]);
    });

    test("takes it away and brings it back where it was", async ({ page, baseURL }) => {
      const found = complaints(page);
      const script = await bundle(REACT(file));
      await openSite(page, baseURL, { body: `<div id="app"></div>${SITE}${LOADER}`, script });
      await ready(page);
      await answerAll(page, LEANS.slice(0, 2));
      await heading(page, QUESTIONS[2]).waitFor();
      for (let times = 0; times < 3; times++) {
        await page.getByText("Switch").click();
        await expect(page.locator("support-fit")).toHaveCount(0);
        await page.getByText("Switch").click();
        await expect(heading(page, QUESTIONS[2])).toBeVisible();
      }
      expect(found).toEqual([]);
    });

    test("takes over what a server has rendered", async ({ page, baseURL }) => {
      const found = complaints(page);
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
      const script = await bundle(REACT(file));
      const body = `<div id="app">${html}</div>${LOADER}${SITE}`;
      await openSite(page, baseURL, { body, script });
      await ready(page);
      await choose(page, LEANS[0]);
      await expect(page.getByLabel(LEANS[0] ?? "")).toBeChecked();
      expect(found).toEqual([]);
    });
  });
}

test.describe("Vue", () => {
  test("shows the assessment, and it is heard", async ({ page, baseURL }) => {
    const found = complaints(page);
    /** @type {string[]} */
    const logged = [];
    page.on("console", (message) => logged.push(message.text()));
    const script = await bundle(snippet("vue.js"));
    await openSite(page, baseURL, { body: `<div id="app"></div>${LOADER}${SITE}`, script });
    await ready(page);
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    await expect
      .poll(() => logged.filter((line) => line.startsWith("support_fit_result")))
      .toHaveLength(1);
    await expect(page.getByText("Marlow & Finch IT shows you this page")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("takes it away and brings it back, and takes over what a server has rendered", async ({
    page,
    baseURL,
  }) => {
    const found = complaints(page);
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
    await page.getByText("Switch").click();
    await expect(page.locator("support-fit")).toHaveCount(0);
    await page.getByText("Switch").click();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    expect(found).toEqual([]);
  });
});
