import Script from "next/script";

import { Assessment } from "./assessment";

export default function Page() {
  return (
    <main>
      <Assessment>
        <p>The assessment needs JavaScript.</p>
      </Assessment>
      <Script type="module" src="https://widget.example/support-fit.js" crossOrigin="anonymous" />
    </main>
  );
}
