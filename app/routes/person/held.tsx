import { notFound, signedIn } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/held.ts";

/** Why a file can't be downloaded now, or ever. */
export function loader({ context, params }: Route.LoaderArgs) {
  const { kind } = signedIn(context);
  const { standing } = params;
  if (standing !== "waiting" && standing !== "infected") notFound();
  return { standing: standing as "waiting" | "infected", home: homeOf(kind) };
}

export default function Held({ loaderData: { standing, home } }: Route.ComponentProps) {
  const { door, files } = useWords();
  const { title, text } = files.held[standing];
  return (
    <>
      <title>{door.title(title)}</title>
      <PageHead title={title} />
      <Card>
        <p className="mb-4">{text}</p>
        <ButtonLink to={home}>{files.back}</ButtonLink>
      </Card>
    </>
  );
}
