/** The script that a page includes. It defines the custom element `<support-fit>`. */

import { SupportFit } from "./element.js";
import { failure, report } from "./failure.js";

// An older browser (docs/engines.md) keeps showing the fallback content. If a page has two script tags or versions, the first
// one wins.
if (!CSS.supports("(color:light-dark(red,red)) and selector(:has(a))"))
  report(document, failure("unsupported", import.meta.url));
else if (!customElements.get("support-fit")) customElements.define("support-fit", SupportFit);
