export function Assessment({ onResult, children }) {
  return (
    <support-fit
      provider-name="Marlow & Finch IT"
      onsupport-fit-result={(event) => onResult(event.detail)}
    >
      {children}
    </support-fit>
  );
}
