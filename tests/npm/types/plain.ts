import "support-fit";
import type { SupportFitEventMap } from "support-fit";
import schema from "support-fit/schema.json" with { type: "json" };

const element = document.createElement("support-fit");
element.config = { flow: "quick" };
element.setAttribute("provider-name", "Marlow & Finch IT");
const verdict: "close" | undefined = element.result?.verdict === "close" ? "close" : undefined;
// @ts-expect-error The status is read-only.
element.status = "ready";

element.addEventListener("support-fit-result", ({ detail }) => detail.isFull);
document.addEventListener("support-fit-cta", ({ detail }) => detail.url);
// @ts-expect-error A result has no address.
document.addEventListener("support-fit-result", ({ detail }) => detail.url);

export const title: string = schema.title;
export type Result = SupportFitEventMap["support-fit-result"];
export { verdict };
