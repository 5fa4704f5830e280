import { isErased, openRequest } from "../../../domain/complaint/decide/erasure.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { ErasedBanner } from "../../../ui/erased-banner.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";
import type { Loaded } from "./loading.server.ts";
import { usePersonName } from "./names.ts";

/** That what was said is gone, or that somebody asks for it. */
export function Erasure({ loaded }: { loaded: Pick<Loaded, "matter" | "events" | "acts"> }) {
  const { erasure, office } = useWords();
  const format = useFormat();
  const nameOf = usePersonName();
  const { matter, events, acts } = loaded;
  if (isErased(matter)) return <ErasedBanner erased={matter.erasure[0]} />;
  const request = openRequest(matter);
  if (!request) return null;
  const asked = events.find(({ command }) => command === "askErasure");
  const said = erasure.asked(
    format.instant(request.askedAt),
    asked ? nameOf(asked) : "",
    office.erasureGrounds[request.ground],
  );
  return (
    <NoticeBanner tone="warn" title={office.commands.askErasure.done}>
      <p>{said}</p>
      <p>{acts.includes("approveErasure") ? erasure.waits : erasure.own}</p>
    </NoticeBanner>
  );
}
