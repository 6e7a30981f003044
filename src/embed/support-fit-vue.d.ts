// For Vue 3: the element in templates, with its attributes, the property `config`, and its events.

import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { SupportFit, SupportFitAttributes, SupportFitEventMap } from "./support-fit.d.ts";

type Listeners = {
  [Name in keyof SupportFitEventMap]: (event: SupportFitEventMap[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "support-fit": new () => SupportFit & {
      /** Only for types. */
      $props: HTMLAttributes &
        PublicProps &
        Omit<SupportFitAttributes, "config"> & { config?: object | string | null };
      /** Only for types. */
      $emit: EmitFn<Listeners>;
    };
  }
}
