// What each kind of person may read and change, written down from the office's rules (who sees what) and apart from the
// database's grants and policies, which are tried against it. Long, because it is the whole of it.
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { type City, type Matter, OWNER } from "./city.ts";
import type { Visitor } from "./probe.ts";
import { wards } from "./ward.ts";

/** Columns that may be read, of which rows; what is not named can be neither read nor changed. */
export interface Allowed {
  /** All columns, or these. */
  read?: "*" | string;
  /** Of these rows, as a condition; all when left out. */
  rows?: string;
  /** Of a view: how many rows, as a query. */
  count?: string;
  update?: "*" | string;
  /** Of these rows; of those that may be read when left out, of none, whoever asks, when null. */
  updates?: string | null;
  /** A row like those for which this holds may be added. */
  insert?: string;
  /** Which rows may be deleted. */
  deletes?: string;
}

export type Reaches = Record<string, Allowed>;

const quoted = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(", ");

/** Conditions on the rows of the small city. */
function rowsOf(city: City) {
  const complaints = (...names: Matter[]) => quoted(names.map((name) => city.complaint[name]));
  const hands = (...names: Matter[]) => quoted(names.map((name) => city.assignment[name]));
  return {
    of: (...names: Matter[]) => `complaint_id in (${complaints(...names)})`,
    are: (...names: Matter[]) => `id in (${complaints(...names)})`,
    in: (...names: Matter[]) => `assignment_id in (${hands(...names)})`,
    hands: (...names: Matter[]) => `id in (${hands(...names)})`,
  };
}

const OF_COMPLAINT =
  "supplement reference rule_complaint assignment attachment answer evaluation call_back write_off look_back event question pause ladder_step urging erasure erasure_request".split(
    " ",
  );
const OF_ASSIGNMENT = "reply measure released_attachment evidence assignment_step extension".split(" ");

/** What everybody may know, signed in or not. */
const common: Reaches = {
  calendar_year: { read: "*" },
  calendar_day: { read: "*" },
  department: { read: "*" },
  clock_span: { read: "rule unit count valid_from" },
};

const ownColumns = "id name name_en email locale mailing status role liaison_point_id department_id";
const knownDevice = "id person_id device created_at last_seen_at ends_at";
const notice = "id person_id kind number due_on path event_id created_at read_at mailing digest_id";

/** What everybody who is signed in has of their own. */
function own({ personId }: PersonActor): Reaches {
  const mine = `person_id = '${personId}'`;
  return {
    ...common,
    person: { read: ownColumns, rows: `id = '${personId}'`, update: "locale mailing" },
    session: { read: "id person_id created_at last_seen_at ends_at device stage", rows: mine, deletes: mine },
    notice: { read: notice, rows: mine, update: "read_at" },
    known_device: { read: knownDevice, rows: mine, update: "ends_at" },
  };
}

function enterprise(city: City, who: "lin" | "he"): Reaches {
  const { of, are, in: held, hands } = rowsOf(city);
  const actor = city.office[who];
  const matters: Matter[] = who === "lin" ? ["plain", "clue", "recused"] : ["other"];
  const all = { read: "*" as const, rows: of(...matters) };
  return {
    ...own(actor),
    liaison_point: { read: "*", rows: `id = '${actor.liaisonPointId}'` },
    reporter: { read: "id liaison_point_id person_id owner", rows: `id = '${city.reporter[who]}'` },
    notice: { ...own(actor).notice, read: `${notice} reporter_id` },
    complaint: { read: "*", rows: are(...matters) },
    draft: {
      read: "*",
      rows: `id = '${city.draft[who]}'`,
      update: "*",
      insert: `id = '${city.draft[who]}'`,
      deletes: `id = '${city.draft[who]}'`,
    },
    attachment: {
      ...all,
      rows: `${of(...matters)} or draft_id = '${city.draft[who]}'`,
      insert: `draft_id = '${city.draft[who]}' and complaint_id is null`,
      deletes: `draft_id = '${city.draft[who]}' and complaint_id is null`,
    },
    supplement: all,
    answer: all,
    evaluation: all,
    question: all,
    pause: all,
    event: { ...all, read: "id complaint_id seq command actor_kind at from_status to_status version" },
    erasure: { ...all, read: "id complaint_id at ground" },
    assignment: {
      read: "id complaint_id department_id part status dispatched_at reply_due_on original_reply_due_on due_rule due_from round signed_at first_contact_at replied_at accepted_at recalled_at",
      rows: hands(...matters),
    },
    measure: { read: "id assignment_id words due_on status", rows: held(...matters) },
    extension: {
      read: "id assignment_id asked_at until due_on_before granted ruling ruled_at",
      rows: held(...matters),
    },
  };
}

const allOf = (tables: readonly string[], rows: string): Reaches =>
  Object.fromEntries(tables.map((table) => [table, { read: "*" as const, rows }]));

/** The general and the supervision team: everything but clues, and what somebody is recused from. */
function team(city: City, who: "su" | "gu" | "shen"): Reaches {
  const { of, are, in: held, hands } = rowsOf(city);
  const actor = city.office[who];
  const matters = who === "shen" ? (["plain", "other"] as const) : (["plain", "other", "recused"] as const);
  return {
    ...own(actor),
    ...allOf([...OF_COMPLAINT, "clue", "recusal"], of(...matters)),
    ...allOf(OF_ASSIGNMENT, held(...matters)),
    assignment: { read: "*", rows: hands(...matters) },
    complaint: { read: "*", rows: are(...matters) },
    reporter: { read: "id liaison_point_id person_id", rows: "sealed is null" },
    unsealing: { read: "*", rows: of(...matters) },
    unsealing_vote: { read: "*", rows: of(...matters) },
    liaison_point: { read: "*" },
    rule: { read: "*" },
    rule_version: { read: "*" },
    number_series: { read: "*" },
    person: {
      read: "id name name_en email mobile role post liaison_point_id department_id locale mailing status",
      update: "locale mailing",
      updates: `id = '${actor.personId}'`,
    },
    notice: {
      read: `${notice} complaint_id`,
      rows: `person_id = '${actor.personId}' and (complaint_id is null or ${of(...matters)})`,
      update: "read_at",
    },
    unreachable: { read: "id person_id since why settled_at" },
    ledger_view: {
      read: "*",
      rows: `person_id = '${actor.personId}'`,
      update: "query saved_at",
      insert: `person_id = '${actor.personId}'`,
      deletes: `person_id = '${actor.personId}'`,
    },
  };
}

function discipline(city: City): Reaches {
  const { of, are, in: held, hands } = rowsOf(city);
  const { qin } = city.office;
  return {
    ...own(qin),
    ...allOf([...OF_COMPLAINT, "recusal"], of("clue")),
    ...allOf(OF_ASSIGNMENT, held("clue")),
    assignment: { read: "*", rows: hands("clue") },
    complaint: { read: "*", rows: are("clue") },
    clue: { read: "*" },
    reporter: { read: "id liaison_point_id person_id", rows: `id = '${city.reporter.lin}'` },
    unsealing: { read: "*", rows: of("clue") },
    unsealing_vote: { read: "*", rows: of("clue") },
    liaison_point: { read: "*" },
    rule: { read: "*" },
    person: {
      read: ownColumns,
      rows: "role <> 'sysadmin'",
      update: "locale mailing",
      updates: `id = '${qin.personId}'`,
    },
    notice: { read: `${notice} complaint_id`, rows: `person_id = '${qin.personId}'`, update: "read_at" },
  };
}

/** A department: its assignments, under their codes, and nothing that leads to the complaint. */
function department(city: City, who: "zhao" | "fang"): Reaches {
  const { in: held, hands } = rowsOf(city);
  const mine = who === "zhao" ? (["plain", "recused"] as const) : (["other", "clue"] as const);
  const all = { read: "*" as const, rows: held(...mine) };
  return {
    ...own(city.office[who]),
    assignment: {
      read: "id code department_id part status brief named_point dispatched_at sign_due_on contact_due_on return_due_on reply_due_on original_reply_due_on due_rule due_from round signed_at officer first_contact_at contact_way contact_note replied_at accepted_at returned_at return_reason right_department_id ruling ruling_reason missing recalled_at settled_at version",
      rows: hands(...mine),
    },
    reply: all,
    measure: all,
    evidence: all,
    assignment_step: all,
    extension: all,
    pause: { ...all, read: "id assignment_id why from_on to_on" },
    released_attachment: { ...all, read: "id name type bytes sha256 storage_key assignment_id released_at" },
    urging: { ...all, read: "id year serial assignment_id issued_at due_on answer_by about" },
  };
}

function leader(city: City, who: "liang" | "tang"): Reaches {
  const { of, in: held, hands } = rowsOf(city);
  const actor = city.office[who];
  const isInCharge = who === "liang";
  return {
    ...own(actor),
    notice: {
      ...own(actor).notice,
      rows: `person_id = '${actor.personId}' and ${of("plain", "other", "clue")}`,
    },
    assignment: {
      read: "id code department_id part status reply_due_on dispatched_at",
      rows: isInCharge ? hands("plain") : "false",
    },
    urging: {
      read: "id year serial assignment_id issued_at due_on answer_by about",
      rows: isInCharge ? held("plain") : "false",
    },
  };
}

/** Accounts and settings: no complaint, and of the mail ledger no number beside a contact. */
function sysadmin(city: City): Reaches {
  return {
    ...own(city.office.xu),
    person: {
      read: "id name name_en email mobile role post liaison_point_id department_id locale mailing status created_at version",
      update: "locale mailing",
      updates: `id = '${city.office.xu.personId}'`,
    },
    rights_request: { read: "*" },
    rights_decision: { read: "*" },
    liaison_point: { read: "*", update: "*", insert: "true" },
    department: { read: "*", update: "*", insert: "true" },
    // No contact's mail about a matter, unless it did not arrive: none of the city's failed to.
    mail_ledger: {
      read: "*",
      count: `select count(*)::int as n from mail m join person p on p.id = m.person_id
        where p.role <> 'liaison' or m.kind = 'invitation'`,
    },
    unreachable: { read: "id person_id since why settled_at" },
    calendar_change: { read: "*", insert: "true" },
    clock_span: { read: "*", insert: "true" },
    calendar_day: { read: "*", update: "*", insert: "true", deletes: "true" },
    calendar_year: { read: "*", update: "*", insert: "true", deletes: "true" },
  };
}

/** Rights and keys: who holds what in the office, and what is asked. */
const secadmin = (city: City): Reaches => ({
  ...own(city.office.ke),
  rights_request: { read: "*" },
  rights_decision: { read: "*" },
  liaison_point: { read: "id code short_name" },
  person: {
    read: `${ownColumns} post created_at version`,
    rows: "role <> 'liaison'",
    update: "locale mailing",
    updates: `id = '${city.office.ke.personId}'`,
  },
});

/** The same reach without a row of it, but for what everybody may know: what a role alone opens. */
const rowless = (reaches: Reaches, open = common): Reaches => ({
  ...Object.fromEntries(
    Object.entries(reaches).map(([table, may]) => [
      table,
      {
        ...may,
        rows: table in open ? may.rows : "false",
        ...(may.update && may.updates !== null ? { updates: "false" } : {}),
        ...(may.deletes ? { deletes: "false" } : {}),
        ...(may.insert ? { insert: "false" } : {}),
        ...(may.count ? { count: "select 0 as n" } : {}),
      },
    ]),
  ),
});

const auditor = (city: City): Reaches => ({
  ...own(city.office.jing),
  trail: {
    read: "*",
    count: `select count(*)::int + (select count(*) from rights_request)::int + (select count(*) from rights_decision)::int
        + (select count(*) from calendar_change)::int + (select count(*) from clock_span)::int as n
      from (select complaint_id from event union all select complaint_id from opening) t
      where not coalesce(${rowsOf(city).of("clue")}, false)`,
  },
  trail_state: { read: "*", count: "select 1 as n" },
});

/** A custodian: what is asked and by whom, and of the matter its number. */
const custodian = (city: City): Reaches => ({
  ...own(city.office.yan),
  unsealing: { read: "*" },
  unsealing_vote: { read: "*" },
  complaint: { read: "id number" },
  person: {
    read: ownColumns,
    rows: "role in ('intake', 'supervisor', 'discipline', 'custodian')",
    update: "locale mailing",
    updates: `id = '${city.office.yan.personId}'`,
  },
});

/** The broker: what it seals and opens by, and nothing of any matter. */
const broker = (city: City): Reaches => ({
  ...common,
  reporter: { read: "id sealed owner", update: "sealed owner", updates: "sealed is not null" },
  liaison_point: { read: "id" },
  complaint: { read: "id number reporter_id" },
  unsealing: { read: "*" },
  unsealing_vote: { read: "*" },
  recusal: { read: "complaint_id person_id" },
  person: { read: "id role status locale liaison_point_id" },
  opening: {
    insert: `actor_id = '${city.office.su.personId}' or actor_id is null and complaint_id is null and what = 'reseal'`,
  },
  notice: { insert: "reporter_id is not null" },
  sealed_news: { read: "*", update: "*", insert: "true", deletes: "true" },
  mail: { read: "person_id", insert: "kind = 'sealedNews'" },
});

/** What an act becomes once it is allowed: it writes for everybody, but for what nobody may write or rewrite. */
function registrar(city: City, who: "su" | "yan" | "xu" | "ke" = "su"): Reaches {
  const written =
    "event opening checkpoint checkpoint_leaf erasure trail_check rule_version unsealing_vote rights_request rights_decision".split(
      " ",
    );
  const me = city.office[who].personId;
  const mine = `actor_id is null or actor_id = '${me}'`;
  const plain = Object.fromEntries(
    city.tables
      .filter(({ isView }) => !isView)
      .map(({ name }): [string, Allowed] => [
        name,
        { read: "*", insert: "true", ...(written.includes(name) ? {} : { update: "*" }) },
      ]),
  );
  return {
    ...plain,
    event: { read: "*", insert: mine },
    // What is counted and known at the door isn't any act's.
    ...{ guess_budget: {}, known_device: {}, former_password: {}, ledger_view: {} },
    proof_count: {},
    // An administrator's act takes second factors away, and reads nothing of them.
    ...Object.fromEntries(
      ["passkey", "totp", "recovery_code"].map((name) => [name, { read: "person_id", deletes: "true" }]),
    ),
    // What somebody may do is nobody's to write: the first contact of a point is opened, a name corrected.
    person: {
      read: "*",
      insert:
        who === "xu"
          ? "role = 'liaison' and liaison_point_id is null and status = 'invited' and password_hash is null"
          : "false",
      update: "name name_en mobile locale version",
      updates: who === "xu" ? "true" : "false",
    },
    rights_request: {
      read: "*",
      insert: `asked_by_id = '${me}' and asked_by_role = '${city.office[who].kind}' and kind = 'move' and subject_id <> '${me}'`,
    },
    rights_decision: { read: "*" },
    opening: { read: "*", insert: mine },
    chain: { read: "*", update: "covered_seq is_covered" },
    reporter: { read: "id liaison_point_id person_id owner", insert: "true", update: "*" },
    unsealing: { read: "*", insert: "true", update: "approved_at refused_at ended_at" },
    // Asked and decided in one's own name; erased where another had asked.
    erasure_request: {
      read: "*",
      insert: `asked_by_id = '${me}'`,
      update: "decided_by_id decided_at approved dropped_at",
      updates: "decided_at is null",
    },
    erasure: { read: "*", insert: `by_id = '${me}' and ground = 'asked by another'` },
    // A custodian's own word.
    unsealing_vote: { read: "*", insert: "false" },
    session: {
      read: "id person_id created_at last_seen_at ends_at device",
      insert: "false",
      deletes: "true",
    },
    clock_span: { ...plain.clock_span, updates: null },
    calendar_change: { ...plain.calendar_change, updates: null },
    ...Object.fromEntries(
      ["rule_complaint", "attachment", "draft", "one_time_link"].map((name) => [
        name,
        { ...plain[name], deletes: "true" },
      ]),
    ),
  };
}

/** At the door: one's own second factors; more of them, or fewer, only with the ones that there are. */
function atDoor(personId: string, isWhole: boolean): Reaches {
  const rows = `person_id = '${personId}'`;
  const changed = isWhole ? rows : "false";
  const all = { read: "*" as const, rows, updates: rows, insert: changed, deletes: changed };
  return {
    ...common,
    passkey: { ...all, update: "counter last_used_at" },
    totp: { ...all, update: "last_step sealed" },
    recovery_code: { ...all, update: "used_at" },
  };
}

/** Whose functions the policies call: what it may read, no page reads. What it empties when it erases it doesn't read (null). */
const keeper: Reaches = {
  ...common,
  passkey: { read: "person_id" },
  totp: { read: "person_id" },
  proof_count: { read: "*", insert: "true", update: "*" },
  person: {
    read: "*",
    insert: "true",
    update: "password_hash password_set_at status role post email liaison_point_id department_id version",
  },
  rights_request: { read: "*", insert: "true" },
  rights_decision: { read: "*", insert: "true" },
  calendar_change: { read: "*" },
  clock_span: { read: "*" },
  guess_budget: { read: "*", insert: "true", update: "*" },
  known_device: { read: "*", insert: "true", update: "*" },
  former_password: { read: "*", insert: "true", deletes: "true" },
  liaison_point: { read: "id short_name credit_code" },
  recusal: { read: "*", update: "reason" },
  mail: { read: "*", insert: "true" },
  session: { read: "*", update: "*", insert: "true", deletes: "true" },
  one_time_link: { read: "*", update: "used_at voided" },
  complaint: {
    read: "id number status reporter_id accepted_at search submitted_at ended_at linked_id draft_id",
    update: "title description about place since_on",
    updates: null,
  },
  reporter: { read: "id liaison_point_id owner sealed", update: "sealed" },
  assignment: {
    read: "id complaint_id department_id",
    update: "brief named_point officer contact_note return_reason ruling_reason missing",
    updates: null,
  },
  write_off: { read: "complaint_id decided_at", update: "words reason", updates: null },
  unsealing: { read: "*", update: "purpose" },
  unsealing_vote: { read: "*", update: "reason" },
  chain: { read: "*", insert: "true", update: "*" },
  // Emptied of what was said, and nothing else of it.
  event: { read: "*", update: "said changes salt", updates: null },
  erasure: { read: "complaint_id" },
  draft: { read: "id", update: "said", updates: null },
  supplement: { read: "complaint_id answer", update: "question answer", updates: "true" },
  reference: { read: "complaint_id", update: "words", updates: null },
  answer: { read: "complaint_id", update: "words", updates: null },
  evaluation: { read: "complaint_id", update: "reason", updates: null },
  call_back: { read: "complaint_id", update: "words", updates: null },
  look_back: { read: "complaint_id", update: "words", updates: null },
  question: { read: "complaint_id", update: "words", updates: null },
  urging: { read: "complaint_id", update: "about", updates: null },
  reply: { read: "assignment_id", update: "words missing", updates: null },
  measure: { read: "assignment_id", update: "words owner report missing", updates: null },
  extension: { read: "assignment_id", update: "reason ruling", updates: null },
  assignment_step: { read: "assignment_id", update: "words officer", updates: null },
  sealed_news: { read: "reporter_id" },
  attachment: { read: "id complaint_id storage_key", deletes: "true" },
  cleaned_copy: { read: "attachment_id storage_key", deletes: "true" },
  released_attachment: { read: "assignment_id storage_key", deletes: "true" },
  evidence: { read: "assignment_id storage_key", deletes: "true" },
  opening: { read: "*" },
  checkpoint: { read: "*" },
  checkpoint_leaf: { read: "*" },
  trail_check: { read: "*" },
  mail_ledger: { read: "*", count: "select 0 as n" },
  trail: { read: "*", count: "select 0 as n" },
  trail_state: { read: "*", count: "select 0 as n" },
};

/** Whoever owns the tables, in no running process: row security is forced upon them too. */
function owner(city: City): Reaches {
  return Object.fromEntries(
    city.tables
      .filter(({ isView }) => !isView)
      .map(({ name }): [string, Allowed] => {
        const warded = wards[name] ?? "";
        const rows = { read: "*" as const, rows: "false", update: "*" as const, insert: "false" };
        return [
          name,
          {
            ...rows,
            updates: warded.includes("update") ? null : "false",
            ...(warded.includes("delete") && name !== "opening" ? {} : { deletes: "false" }),
          },
        ];
      }),
  );
}

/** The hub: when what is due, whom to write to, and nothing of what anybody said. */
const hub: Reaches = {
  ...common,
  guess_budget: { read: "whole_at", deletes: "true" },
  known_device: { read: "person_id last_seen_at ends_at", deletes: "true" },
  complaint: { read: "id number status primary_id due_on due_rule due_from feedback_at" },
  assignment: { read: "id complaint_id status reply_due_on sign_due_on due_from dispatched_at" },
  measure: { read: "id assignment_id status due_on promised_at reported_at" },
  pause: { read: "complaint_id assignment_id to_on" },
  extension: { read: "assignment_id granted ruled_at" },
  ladder_step: { read: "*" },
  question: { read: "complaint_id nth since_on" },
  recusal: { read: "complaint_id person_id department_id" },
  person: { read: "id name email role department_id locale status" },
  mail: { read: "*", update: "*" },
  mail_event: { read: "id", insert: "true" },
  one_time_link: { read: "*" },
  attachment: { read: "storage_key" },
  evidence: { read: "storage_key" },
  released_attachment: { read: "storage_key" },
  cleaned_copy: { read: "storage_key" },
};

/** Everybody who may come, with what they may do. */
export function expected(city: City): { visitor: Visitor; reaches: Reaches }[] {
  const { office } = city;
  const as = (name: keyof typeof office, role?: string): Visitor => {
    const who = office[name] as PersonActor;
    return { name, login: "huiyin_app", role: role ?? `huiyin_${who.kind}`, key: who.key };
  };
  return [
    {
      visitor: { name: "somebody at the door", login: "huiyin_door", role: "huiyin_guest", key: "" },
      reaches: rowless(atDoor("", false)),
    },
    {
      visitor: { name: "su at the door", login: "huiyin_door", role: "huiyin_guest", key: office.su.key },
      reaches: atDoor(office.su.personId, true),
    },
    {
      visitor: { name: "shi, half in", login: "huiyin_door", role: "huiyin_guest", key: city.halfKey },
      reaches: atDoor(office.shi.personId, false),
    },
    {
      visitor: { ...as("shi", "huiyin_custodian"), key: city.halfKey, name: "shi, half in, as a custodian" },
      reaches: rowless(custodian(city)),
    },
    { visitor: as("lin"), reaches: enterprise(city, "lin") },
    { visitor: as("he"), reaches: enterprise(city, "he") },
    { visitor: as("su"), reaches: team(city, "su") },
    { visitor: as("gu"), reaches: team(city, "gu") },
    { visitor: as("shen"), reaches: team(city, "shen") },
    { visitor: as("qin"), reaches: discipline(city) },
    { visitor: as("zhao"), reaches: department(city, "zhao") },
    { visitor: as("fang"), reaches: department(city, "fang") },
    { visitor: as("liang"), reaches: leader(city, "liang") },
    { visitor: as("tang"), reaches: leader(city, "tang") },
    { visitor: as("xu"), reaches: sysadmin(city) },
    { visitor: as("jing"), reaches: auditor(city) },
    { visitor: as("ke"), reaches: secadmin(city) },
    { visitor: as("yan"), reaches: custodian(city) },
    {
      visitor: {
        name: "the broker, for su",
        login: "huiyin_broker",
        role: "huiyin_broker",
        key: office.su.key,
      },
      reaches: broker(city),
    },
    {
      visitor: { ...as("yan", "huiyin_registrar"), name: "the registrar, for yan" },
      reaches: {
        ...registrar(city, "yan"),
        unsealing_vote: { read: "*", insert: `custodian_id = '${office.yan.personId}'` },
      },
    },
    { visitor: { ...as("su", "huiyin_registrar"), name: "the registrar, for su" }, reaches: registrar(city) },
    {
      visitor: { name: "the registrar, for nobody", login: "huiyin_app", role: "huiyin_registrar", key: "" },
      reaches: {
        ...rowless(registrar(city), {}),
        opening: { read: "*", rows: "false", insert: "false", deletes: "false" },
      },
    },
    {
      visitor: { ...as("xu", "huiyin_registrar"), name: "the registrar, for xu" },
      reaches: registrar(city, "xu"),
    },
    {
      visitor: { ...as("ke", "huiyin_registrar"), name: "the registrar, for ke" },
      reaches: registrar(city, "ke"),
    },
    { visitor: { ...as("xu", "huiyin_secadmin"), name: "xu as secadmin" }, reaches: rowless(secadmin(city)) },
    // With another role than one's own, and with a role alone: an injected statement would get no further.
    { visitor: { ...as("lin", "huiyin_intake"), name: "lin as intake" }, reaches: rowless(team(city, "su")) },
    {
      visitor: { ...as("su", "huiyin_liaison"), name: "su as an enterprise" },
      reaches: rowless(enterprise(city, "lin")),
    },
    {
      visitor: { ...as("zhao", "huiyin_discipline"), name: "zhao as discipline" },
      reaches: rowless(discipline(city)),
    },
    { visitor: { ...as("xu", "huiyin_auditor"), name: "xu as auditor" }, reaches: rowless(auditor(city)) },
    {
      visitor: { ...as("jing", "huiyin_sysadmin"), name: "jing as administrator" },
      reaches: rowless(sysadmin(city)),
    },
    {
      visitor: { ...as("su", "huiyin_department"), key: "", name: "nobody as a department" },
      reaches: rowless(department(city, "zhao")),
    },
    {
      visitor: {
        name: "the registrar, for the hub",
        login: "huiyin_jobs",
        role: "huiyin_registrar",
        key: "",
      },
      reaches: {
        ...registrar(city),
        person: { ...registrar(city).person, insert: "role = 'liaison' and liaison_point_id is null" },
        rights_request: { ...registrar(city).rights_request, insert: "false" },
        event: { read: "*", insert: "actor_id is null" },
        opening: { read: "*", insert: "actor_id is null" },
        erasure_request: {
          ...registrar(city).erasure_request,
          insert: "false",
        },
        erasure: { read: "*", insert: "true" },
        session: {
          read: "id person_id created_at last_seen_at ends_at device",
          insert: "true",
          deletes: "true",
        },
      },
    },
    { visitor: { name: "the keeper", login: null, role: "huiyin_keeper", key: "" }, reaches: keeper },
    { visitor: { name: "the owner", login: null, role: OWNER, key: "" }, reaches: owner(city) },
    { visitor: { name: "the hub", login: "huiyin_jobs", role: "huiyin_worker", key: "" }, reaches: hub },
  ];
}
