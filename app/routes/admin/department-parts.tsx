import { useActionData } from "react-router";
import { DISTRICTS } from "../../../db/vocabulary.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { action, DepartmentsData } from "./departments.tsx";

type Row = DepartmentsData["departments"][number];
type Leaders = DepartmentsData["leaders"];

/** Departments as they are pasted, one in a line. */
export function AddForm() {
  const { departments: words, ui } = useWords();
  const answer = useActionData<typeof action>();
  return (
    <ActForm
      values={answer?.values}
      errors={answer?.errors}
      submit={words.addSubmit}
      cancel={{ to: "/admin/departments", label: ui.cancel }}
    >
      <TextArea name="names" label={words.names} hint={words.namesHint} rows={8} required />
    </ActForm>
  );
}

/** The form of one department. */
export function DepartmentForm({ department, leaders }: { department: Row; leaders: Leaders }) {
  const { departments: words, office, ui } = useWords();
  const nameOf = useNames();
  const answer = useActionData<typeof action>();
  const stored = {
    name: department.name,
    nameEn: department.nameEn,
    district: department.district ?? "",
    leader: department.leaderId ?? "",
    status: department.validUntil === null ? "active" : "ended",
  };
  return (
    <ActForm
      values={answer?.values ?? stored}
      errors={answer?.errors}
      refusal={answer && "refusal" in answer ? answer.refusal : undefined}
      version={department.seen}
      submit={words.save}
      cancel={{ to: "/admin/departments", label: ui.cancel }}
    >
      <TextField name="name" label={words.name} required />
      <TextField name="nameEn" label={words.nameEn} hint={words.nameEnHint} />
      <SelectField
        name="district"
        label={words.district}
        hint={words.districtHint}
        placeholder={words.cityLevel}
        options={DISTRICTS.map((value) => ({ value, label: office.districts[value] }))}
      />
      <SelectField
        name="leader"
        label={words.leader}
        hint={words.leaderHint}
        placeholder={words.noLeader}
        options={leaders.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="status"
        label={words.status}
        options={(["active", "ended"] as const).map((value) => ({ value, label: words.statuses[value] }))}
        required
      />
    </ActForm>
  );
}

function useNames() {
  const isEnglish = useLocale() === "en";
  return ({ name, nameEn }: { name: string; nameEn: string | null }) => (isEnglish && nameEn) || name;
}

/** All departments, those that are no more last. */
export function DepartmentTable({ departments, leaders }: Pick<DepartmentsData, "departments" | "leaders">) {
  const words = useWords().departments;
  return (
    <DataTable
      caption={words.title}
      columns={useColumns(leaders)}
      rows={departments}
      rowKey={(row) => row.id}
      empty={
        <Empty title={words.none} action={{ to: "/admin/departments/new", label: words.add }}>
          {words.noneText}
        </Empty>
      }
    />
  );
}

function useColumns(leaders: Leaders): Column<Row>[] {
  const { departments: words, office } = useWords();
  const format = useFormat();
  const nameOf = useNames();
  const leaderOf = ({ leaderId }: Row) => {
    const leader = leaders.find(({ id }) => id === leaderId);
    return leader ? nameOf(leader) : words.noLeader;
  };
  return [
    { key: "name", head: words.name, rowHeader: true, cell: nameOf },
    {
      key: "district",
      head: words.district,
      cell: ({ district }) => (district ? office.districts[district] : words.cityLevel),
    },
    { key: "leader", head: words.leader, cell: leaderOf },
    { key: "people", head: words.people, numeric: true, cell: ({ people }) => format.number(people) },
    {
      key: "status",
      head: words.status,
      cell: ({ validUntil }) =>
        validUntil === null ? (
          <StatusChip label={words.statuses.active} tone="green" />
        ) : (
          <StatusChip label={words.statuses.ended} tone="grey" />
        ),
    },
    {
      key: "acts",
      head: words.acts,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <TextLink to={`/admin/departments/${row.code}`}>
          {words.edit}
          <span className="sr-only">{nameOf(row)}</span>
        </TextLink>
      ),
    },
  ];
}
