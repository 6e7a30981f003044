import "support-fit/vue";
import type { GlobalComponents } from "vue";

/** What the compiler of templates checks an element with. */
type Element = InstanceType<GlobalComponents["support-fit"]>;

export const right: Element["$props"] = {
  "provider-name": "Marlow & Finch IT",
  flow: "quick",
  config: { flow: "quick" },
  class: "wide",
};

// @ts-expect-error There is no such flow.
export const wrong: Element["$props"] = { flow: "slow" };

export const emit = (element: Element, event: CustomEvent<{}>) => {
  element.$emit("support-fit-reset", event);
  // @ts-expect-error There is no such event.
  element.$emit("support-fit-solved", event);
};
