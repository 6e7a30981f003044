import "support-fit/react";

export const right = (
  <support-fit
    provider-name="Marlow & Finch IT"
    flow="quick"
    lang="de"
    config={{ flow: "quick" }}
    style={{ display: "flow-root" }}
    onsupport-fit-result={({ detail }) => detail.leader}
  >
    <p slot="contact" />
  </support-fit>
);

// @ts-expect-error There is no such flow.
export const wrong = <support-fit flow="slow" />;

// @ts-expect-error A result has no address.
export const none = <support-fit onsupport-fit-result={({ detail }) => detail.url} />;
