import { data } from "react-router";
import { guest } from "../../domain/access/actor.ts";
import { publicText } from "../../domain/trail/place.server.ts";
import { type Checked, checkReceipt } from "../../domain/trail/receipt.server.ts";
import { isShallow } from "../../http/bounded-body.ts";
import { textIn } from "../../http/forms.ts";
import { localeOf } from "../../http/guards.ts";
import { receiptNotes } from "../../http/receipt.ts";
import { smallForm } from "../../http/small-form.ts";
import { trailPlaceHere } from "../../http/trail-place.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { type BannerTone, NoticeBanner } from "../../ui/notice-banner.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { Route } from "./+types/verify.ts";

export const handle = { bare: true };

export const loader = () => ({ publicKey: publicText(trailPlaceHere()) });

// Open to everybody, whoever is signed in: so it asks as nobody, and learns no more than that.
export async function action({ request, context }: Route.ActionArgs) {
  const form = await smallForm(request);
  const file = form.get("file");
  const pasted = textIn(form, "text");
  const text = file instanceof File && file.size > 0 ? await file.text() : pasted;
  if (!text.trim()) {
    const { empty } = wordsOf(localeOf(context)).trail.verify;
    return data({ pasted, checked: null, errors: { file: empty } }, 422);
  }
  const checked: Checked = isShallow(text)
    ? await checkReceipt(guest, text, trailPlaceHere(), receiptNotes)
    : { outcome: "unreadable" };
  return data({ pasted, checked, errors: {} }, checked.outcome === "confirmed" ? 200 : 422);
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { verify } = words.trail;
  return (
    <PublicFrame title={verify.title} lead={verify.lead} paths={{ home: "/", locale: "/locale" }} wide>
      <title>{words.door.title(verify.title)}</title>
      {actionData?.checked ? <Outcome checked={actionData.checked} /> : null}
      <ActForm
        encType="multipart/form-data"
        values={{ text: actionData?.pasted }}
        errors={actionData?.errors}
        submit={verify.submit}
      >
        <FileField name="file" label={verify.file} hint={verify.fileHint} accept=".json,application/json" />
        <TextArea name="text" label={verify.text} rows={5} />
      </ActForm>
      <div className="mt-6 border-t border-hair pt-4">
        <Facts
          items={[
            {
              term: verify.key,
              value: <code className="text-small break-all">{loaderData.publicKey}</code>,
              note: verify.keyHint,
            },
          ]}
        />
      </div>
    </PublicFrame>
  );
}

const tones: Record<Checked["outcome"], BannerTone> = {
  confirmed: "success",
  notKnown: "warn",
  missing: "error",
  altered: "error",
  unreadable: "warn",
};

function Outcome({ checked }: { checked: Checked }) {
  const { verify } = useWords().trail;
  const format = useFormat();
  const { title, text } = verify.outcomes[checked.outcome];
  return (
    <NoticeBanner tone={tones[checked.outcome]} title={title}>
      <p>{text}</p>
      {"number" in checked ? (
        <div className="mt-2">
          <Facts
            items={[
              { term: verify.number, value: checked.number },
              { term: verify.submittedAt, value: format.instant(checked.submittedAt) },
              { term: verify.hash, value: <code className="text-small break-all">{checked.hash}</code> },
              {
                term: verify.checkpoint,
                value: checked.checkpoint
                  ? verify.checkpointLine(
                      format.number(checked.checkpoint.nth),
                      format.instant(checked.checkpoint.at),
                    )
                  : verify.noCheckpoint,
              },
            ]}
          />
        </div>
      ) : null}
    </NoticeBanner>
  );
}
