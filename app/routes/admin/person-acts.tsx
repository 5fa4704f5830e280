import { useActionData } from "react-router";
import type { PersonAct } from "../../http/person-act.server.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import type { action, PeopleData } from "./people.tsx";
import { PersonForm } from "./person-form.tsx";

interface Props {
  open: PeopleData["open"];
  departments: PeopleData["departments"];
  isOpen: boolean;
  act?: string;
}

/** The act that is open on the people's page: the form of an account, or a question about one. */
export function OpenAct({ open, departments, isOpen, act }: Props) {
  const words = useWords().door.admin;
  if (!isOpen) return null;
  const isForm = !open || act === "edit";
  return (
    <div className="mb-4">
      {isForm ? (
        <Card title={open ? words.editTitle(open.name) : words.invite}>
          <PersonForm key={open?.id} person={open} departments={departments} />
        </Card>
      ) : (
        <Card>
          <Question open={open} act={act as PersonAct} />
        </Card>
      )}
    </div>
  );
}

function Question({ open, act }: { open: NonNullable<Props["open"]>; act: PersonAct }) {
  const { door, security } = useWords();
  const isEnglish = useLocale() === "en";
  const answer = useActionData<typeof action>();
  const words = door.admin;
  const name = isEnglish ? (open.nameEn ?? open.name) : open.name;
  const to = `/admin/people/${open.id}/${act}`;
  const cancelTo = "/admin/people";
  if (act === "invitation")
    return (
      <Confirm
        question={words.invitationAsk(name)}
        detail={words.invitationDetail(open.email)}
        action={to}
        fields={{ version: String(open.version) }}
        confirmLabel={words.inviteAgain}
        cancelTo={cancelTo}
        refusal={answer?.refusal}
      />
    );
  const asked = {
    disable: {
      question: words.disableAsk(name),
      detail: words.disableDetail,
      label: security.disableReason,
      submit: words.disable,
    },
    enable: {
      question: security.enableAsk(name),
      detail: security.enableDetail,
      label: security.askReason,
      submit: security.ask,
    },
    factor: {
      question: security.factorAsk(name),
      detail: security.factorDetail,
      label: security.askReason,
      submit: security.ask,
    },
  }[act as Exclude<PersonAct, "edit" | "invitation">];
  return (
    <ReasonForm
      {...asked}
      action={to}
      version={open.version}
      cancelTo={cancelTo}
      danger={act === "disable"}
      values={answer?.values}
      errors={answer?.errors}
      refusal={answer?.refusal}
    />
  );
}
