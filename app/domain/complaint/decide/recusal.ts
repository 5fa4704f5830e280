import { add } from "../change.ts";
import { isRecused, type Recusal } from "../complaint.ts";
import { type Decide, type Deciding, personOf, refuse } from "./deciding.ts";
import { holdsAlready } from "./intake.ts";

/** Whoever is complained of, or whose whole department is, is kept from the complaint. One may name oneself. */
export const recuse: Decide<"recuse"> = (on, { concerned, concernedDepartment, reason }) => {
  if ((concerned === null) === (concernedDepartment === null)) return refuse("recuseWhom");
  if (concerned && !on.around.recusable.includes(concerned)) return refuse("noSuchPerson");
  if (concernedDepartment && !on.around.departmentIds.includes(concernedDepartment))
    return refuse("noSuchDepartment");
  if (isRecused(on.matter, { personId: concerned ?? "", departmentId: concernedDepartment }))
    return refuse("recusedBefore");
  // It knows of the matter by then, and would go on handling it: it is recalled first.
  if (concernedDepartment && holdsAlready(on, concernedDepartment))
    return refuse("departmentAlreadyAssigned");
  return {
    outcome: "recused",
    changes: [add("recusal", row(on, { personId: concerned, departmentId: concernedDepartment, reason }))],
  };
};

const row = (on: Deciding, of: Pick<Recusal, "personId" | "departmentId" | "reason">): Recusal => ({
  id: on.newId(),
  complaintId: on.matter.complaint.id,
  ...of,
  byId: personOf(on),
  at: on.at,
});
