// For React 19: the element in JSX, with its attributes, the property `config`, and its events.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SupportFit, SupportFitAttributes, SupportFitEventMap } from "./support-fit.d.ts";

type Listeners = {
  [Name in keyof SupportFitEventMap as `on${Name}`]?: (event: SupportFitEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "support-fit": DetailedHTMLProps<HTMLAttributes<SupportFit>, SupportFit> &
        Omit<SupportFitAttributes, "config" | "lang" | "nonce"> &
        Listeners & { config?: object | string | null };
    }
  }
}
