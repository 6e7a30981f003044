/** The script that a page includes. It defines the custom element `<support-fit>`. */

import { SupportFit } from "./element.js";

// An older browser (docs/engines.md) keeps showing the fallback content. If a page has two script tags or versions, the first
// one wins.
if (
  CSS.supports("color:light-dark(#ffffff,#16181d)") &&
  /** @type {any} */ (Promise).withResolvers &&
  !customElements.get("support-fit")
)
  customElements.define("support-fit", SupportFit);
