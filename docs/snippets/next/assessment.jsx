"use client";

import { useEffect, useRef } from "react";

export function Assessment({ children }) {
  const element = useRef(null);

  useEffect(() => {
    const target = element.current;
    const onResult = (event) => console.log("support_fit_result", event.detail);
    target.addEventListener("support-fit-result", onResult);
    return () => target.removeEventListener("support-fit-result", onResult);
  }, []);

  return (
    <support-fit ref={element} provider-name="Marlow & Finch IT">
      {children}
    </support-fit>
  );
}
