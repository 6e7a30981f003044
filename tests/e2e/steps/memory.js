// The size of the page's WebAssembly.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Records the exports of each module that is instantiated from now on.
 *
 * @param {Page} page
 */
export async function recordModules(page) {
  await page.addInitScript(() => {
    /** @type {WebAssembly.ExportValue[]} */
    const exported = [];
    Object.assign(window, { exported });
    /** @param {WebAssembly.Instance} instance */
    const note = ({ exports }) => exported.push(...Object.values(exports));
    const { instantiate, instantiateStreaming } = WebAssembly;
    Object.assign(WebAssembly, {
      async instantiate(/** @type {Parameters<typeof instantiate>} */ ...input) {
        const result = /** @type {any} */ (await instantiate.apply(WebAssembly, input));
        note(result.instance ?? result);
        return result;
      },
      async instantiateStreaming(/** @type {Parameters<typeof instantiateStreaming>} */ ...input) {
        const result = await instantiateStreaming.apply(WebAssembly, input);
        note(result.instance);
        return result;
      },
    });
  });
}

/**
 * The memory of the recorded modules in bytes, and the number of entries in their tables.
 *
 * @param {Page} page
 */
export function sizesOfModules(page) {
  return page.evaluate(() => {
    // The later module exports what it shares with the start module once more.
    const exported = [
      ...new Set(/** @type {WebAssembly.ExportValue[]} */ (/** @type {any} */ (window).exported)),
    ];
    return {
      memories: exported.flatMap((item) =>
        item instanceof WebAssembly.Memory ? [item.buffer.byteLength] : [],
      ),
      tables: exported.flatMap((item) => (item instanceof WebAssembly.Table ? [item.length] : [])),
    };
  });
}
