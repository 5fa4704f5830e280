import { POSTS, ROLES } from "../../../db/vocabulary.ts";
import type { NotAsked } from "../../http/rights-act.server.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { LOCALES } from "../../i18n/words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Card } from "../../ui/card.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { RequestLines } from "./request-parts.tsx";
import type { RightsData } from "./rights.tsx";

interface Props {
  loaderData: RightsData;
  answer: NotAsked | undefined;
  path: string;
}

/** What is open above the list: a form that asks for something, or the history of one account. */
export function OpenRights({ loaderData, answer, path }: Props) {
  const { security } = useWords();
  const isEnglish = useLocale() === "en";
  const { open, act, history, departments } = loaderData;
  const name = (isEnglish ? open?.nameEn : null) ?? open?.name ?? "";
  if (open && act === null)
    return (
      <div className="mb-4">
        <Card title={security.historyOf(name)}>
          <RequestLines requests={history} none={security.noHistory} />
        </Card>
      </div>
    );
  if (open && (act === "enable" || act === "factor"))
    return (
      <div className="mb-4">
        <Card>
          <ReasonForm
            question={act === "enable" ? security.enableAsk(name) : security.factorAsk(name)}
            detail={act === "enable" ? security.enableDetail : security.factorDetail}
            label={security.askReason}
            hint={security.askReasonHint}
            submit={security.ask}
            action={`${path}/${open.id}/${act}`}
            version={open.version}
            cancelTo={path}
            values={answer?.values}
            errors={answer?.errors}
            refusal={answer?.refusal}
          />
        </Card>
      </div>
    );
  return (
    <div className="mb-4">
      <Card title={open ? security.moveTitle(name) : security.newAccount}>
        <RightsForm key={open?.id} open={open} departments={departments} answer={answer} path={path} />
      </Card>
    </div>
  );
}

type FormProps = Pick<RightsData, "open" | "departments"> & Pick<Props, "answer" | "path">;

/** What somebody is to be: of an account that is there, its role and place alone. */
function RightsForm({ open, departments, answer, path }: FormProps) {
  const { door, office, security, ui } = useWords();
  const isEnglish = useLocale() === "en";
  const words = door.admin;
  const stored = open ? { role: open.role, department: open.department, post: open.post } : undefined;
  return (
    <>
      {open ? null : <p className="mb-3 text-soft">{security.newLead}</p>}
      <ActForm
        values={answer?.values ?? stored}
        errors={answer?.errors}
        refusal={answer?.refusal}
        version={open?.version}
        submit={security.ask}
        cancel={{ to: path, label: ui.cancel }}
      >
        {open ? null : (
          <>
            <TextField name="name" label={words.name} required />
            <TextField name="nameEn" label={words.nameEn} />
            <TextField name="email" type="email" label={words.email} required />
            <TextField name="mobile" type="tel" label={words.mobile} />
          </>
        )}
        <SelectField
          name="role"
          label={words.role}
          options={ROLES.filter((value) => value !== "liaison").map((value) => ({
            value,
            label: office.roles[value],
          }))}
          required
        />
        <SelectField
          name="department"
          label={words.department}
          hint={words.departmentHint}
          options={departments.map((one) => ({ value: one.code, label: isEnglish ? one.nameEn : one.name }))}
        />
        <SelectField
          name="post"
          label={words.post}
          hint={words.postHint}
          options={POSTS.map((value) => ({ value, label: office.posts[value] }))}
        />
        {open ? null : (
          <SelectField
            name="locale"
            label={words.language}
            options={LOCALES.map((value) => ({ value, label: words.languages[value] }))}
          />
        )}
        <TextArea
          name="reason"
          label={security.askReason}
          hint={security.askReasonHint}
          required
          maxLength={500}
          rows={3}
        />
      </ActForm>
    </>
  );
}
