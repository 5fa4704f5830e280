import { letterFor } from "../../http/urging.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { UrgingPage } from "../../ui/urging-page.tsx";
import type { Route } from "./+types/urging.ts";

export const loader = ({ context, params }: Route.LoaderArgs) =>
  letterFor(context, params.id, "intake", "supervisor");

export default function Urging({ loaderData: letter }: Route.ComponentProps) {
  const { urging } = useWords();
  const back = { to: "/desk/urgings", label: urging.backToList };
  return <UrgingPage letter={letter} path={`/desk/urgings/${letter.id}`} back={back} />;
}
