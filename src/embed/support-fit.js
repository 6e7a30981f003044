/**
 * The one script that a page names. It defines the custom element `<support-fit>`; what it does is in `element.js`.
 */

import { SupportFit } from "./element.js";

const TAG = "support-fit";

// Two script tags, or two versions, on one page: the first one wins.
if (!customElements.get(TAG)) customElements.define(TAG, SupportFit);
