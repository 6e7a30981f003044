/**
 * Registers the service worker, so that our own pages open without a network. If that fails (no HTTPS, storage blocked), the
 * page still works with a network.
 *
 * @param {import("./element.js").SupportFit} element Its language is kept.
 * @param {(use: () => void) => void} [offer] Called when a newer build is ready; `use` reloads the page with it.
 */
export async function keepForOffline(element, offer) {
  try {
    // Throws in a sandbox.
    const workers = navigator.serviceWorker;
    const registration = await workers.register(trusted(new URL("./sw.js", location.href).href), {
      updateViaCache: "none",
    });
    const look = () => {
      const { waiting } = registration;
      if (waiting && workers.controller) offer?.(() => use(waiting));
    };
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
    look();
    const { active } = await workers.ready;
    const root = /** @type {HTMLElement | null} */ (element.shadowRoot?.querySelector(".root"));
    active?.postMessage(root?.lang);
  } catch {
    // Nothing to report.
  }
}

/** @param {ServiceWorker} waiting */
function use(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  waiting.postMessage("use");
}

/**
 * Makes our own address acceptable to a page with trusted types.
 *
 * @param {string} address
 */
function trusted(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return address;
  const policy = types.createPolicy("support-fit-offline", {
    createScriptURL: () => address,
  });
  return policy.createScriptURL("");
}
