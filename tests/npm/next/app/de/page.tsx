import { Assessment } from "../assessment";

export default function Page() {
  return (
    <Assessment lang="de">
      <p>The assessment needs JavaScript.</p>
    </Assessment>
  );
}
