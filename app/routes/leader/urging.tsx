import { letterFor } from "../../http/urging.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { UrgingPage } from "../../ui/urging-page.tsx";
import type { Route } from "./+types/urging.ts";

export const loader = ({ context, params }: Route.LoaderArgs) => letterFor(context, params.id, "leader");

export default function Urging({ loaderData: letter }: Route.ComponentProps) {
  const { urging } = useWords();
  const back = { to: "/leader", label: urging.backToList };
  return <UrgingPage letter={letter} path={`/leader/urgings/${letter.id}`} back={back} />;
}
