// For React 19: the element in JSX, with its attributes and the property `config`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SupportFit, SupportFitAttributes } from "./support-fit.d.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "support-fit": DetailedHTMLProps<HTMLAttributes<SupportFit>, SupportFit> &
        Omit<SupportFitAttributes, "config" | "lang" | "nonce"> & {
          config?: object | string | null;
        };
    }
  }
}
