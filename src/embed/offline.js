/** Has the browser keep the build, so that our own pages open without a network. */

/**
 * Where it is not possible (no HTTPS, storage blocked, no such thing), the page works as before, with a network.
 *
 * @param {(use: () => void) => void} [told] Hears that a newer build is there, and gets what has this page use it.
 */
export async function keepForOffline(told) {
  const workers = navigator.serviceWorker;
  try {
    const registration = await workers.register(trusted(new URL("./sw.js", location.href).href), {
      updateViaCache: "none",
    });
    const look = () => {
      const { waiting } = registration;
      if (waiting && workers.controller) told?.(() => use(waiting));
    };
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
    look();
  } catch {
    // Nothing is lost, and nothing is to be said.
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
 * The address as a page with trusted types takes it: it is ours.
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
