/**
 * A step as its department is told of it. That an enterprise withdrew would tell who pressed it that pressing
 * helped, and that another department returned the matter first is not this one's to know.
 */
export function stepSeen(command: string, { returnedAt }: { returnedAt: Date | null }): string {
  if (command === "withdraw") return "recalled";
  return command === "ruleOnReturn" && returnedAt === null ? "assign" : command;
}
