import { useActionData } from "react-router";
import { POSTS, ROLES } from "../../../db/vocabulary.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { LOCALES } from "../../i18n/words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { action, PeopleData } from "./people.tsx";

type PersonFormProps = { person: PeopleData["open"]; departments: PeopleData["departments"] };

/** The form of an account, for an invitation and for a change. */
export function PersonForm({ person, departments }: PersonFormProps) {
  const { door, office, security, ui } = useWords();
  const isEnglish = useLocale() === "en";
  const answer = useActionData<typeof action>();
  const words = door.admin;
  const stored = { ...person, version: undefined };
  return (
    <>
      <p className="mb-3 text-soft">{person ? words.editNote : words.inviteLead}</p>
      <ActForm
        values={answer?.values ?? stored}
        errors={answer?.errors}
        refusal={answer?.refusal}
        version={person?.version}
        submit={person ? words.save : words.sendInvitation}
        cancel={{ to: "/admin/people", label: ui.cancel }}
      >
        <TextField name="name" label={words.name} required />
        <TextField name="nameEn" label={words.nameEn} />
        <TextField name="email" type="email" label={words.email} required />
        <TextField name="mobile" type="tel" label={words.mobile} />
        <SelectField
          name="role"
          label={words.role}
          options={ROLES.map((value) => ({ value, label: office.roles[value] }))}
          required
        />
        <SelectField
          name="department"
          label={words.department}
          hint={words.departmentHint}
          options={departments.map(({ code, name, nameEn }) => ({
            value: code,
            label: isEnglish ? nameEn : name,
          }))}
        />
        <SelectField
          name="post"
          label={words.post}
          hint={words.postHint}
          options={POSTS.map((value) => ({ value, label: office.posts[value] }))}
        />
        <TextField name="point" label={words.point} hint={words.pointHint} />
        <SelectField
          name="locale"
          label={words.language}
          options={LOCALES.map((value) => ({ value, label: words.languages[value] }))}
        />
        <TextArea
          name="reason"
          label={security.askReason}
          hint={security.askReasonHint}
          maxLength={500}
          rows={3}
          required={!person}
        />
      </ActForm>
    </>
  );
}
