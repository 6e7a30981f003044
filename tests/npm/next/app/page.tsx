import { Assessment } from "./assessment";

export default function Page() {
  return (
    <Assessment>
      <p>The assessment needs JavaScript.</p>
    </Assessment>
  );
}
