import { useEffect, useRef } from "react";

// Outside the component: a new object would restart the assessment.
const CONFIG = { providerName: "Marlow & Finch IT", providerSells: ["co-managed", "outsourced"] };

export function Assessment({ onResult, children }) {
  const element = useRef(null);

  useEffect(() => {
    element.current.config = CONFIG;
  }, []);

  useEffect(() => {
    const target = element.current;
    const listener = (event) => onResult(event.detail);
    target.addEventListener("support-fit-result", listener);
    return () => target.removeEventListener("support-fit-result", listener);
  }, [onResult]);

  return <support-fit ref={element}>{children}</support-fit>;
}
