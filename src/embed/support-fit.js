/**
 * The one script that a page names. It defines the custom element `<support-fit>`; what it does is in `element.js`.
 */

import { SupportFit } from "./element.js";

// An older browser could not draw or run it (docs/engines.md): what stands inside the element stays. Of two script tags, or
// two versions, on one page the first one wins.
if (
  CSS.supports("color:light-dark(#ffffff,#16181d)") &&
  /** @type {any} */ (Promise).withResolvers &&
  !customElements.get("support-fit")
)
  customElements.define("support-fit", SupportFit);
