"use client";

import "support-fit/react";

import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { SupportFit, SupportFitEventMap } from "support-fit";

// Outside the component: a new object would restart the assessment.
const CONFIG = { providerName: "Marlow & Finch IT", contact: { receiver: "event" } };

export function Assessment({ lang, children }: { lang?: string; children: ReactNode }) {
  const element = useRef<SupportFit>(null);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    target.config = CONFIG;
    const onResult = ({ detail }: SupportFitEventMap["support-fit-result"]) => {
      document.documentElement.dataset.verdict = detail.verdict;
    };
    target.addEventListener("support-fit-result", onResult);
    return () => target.removeEventListener("support-fit-result", onResult);
  }, []);

  return (
    <support-fit ref={element} lang={lang}>
      {children}
    </support-fit>
  );
}
