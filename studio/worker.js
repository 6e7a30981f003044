/** Computes what weights change, so that the form does not wait for it. Each worker answers once. */

import { instantiate } from "./instance.js";

/** The message has the compiled module, so that it is neither fetched nor compiled again. */
addEventListener("message", async ({ data: { module, settings } }) => {
  const { fairness } = await instantiate(module);
  postMessage(fairness(settings) ?? null);
});
