import { Form, Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";
import { ReturnTo } from "./language-switch.tsx";
import { Menu } from "./menu.tsx";

export interface ShellPerson {
  name: string;
  role: string;
}

interface PersonMenuProps {
  person: ShellPerson;
  paths: { account: string; print: string; signOut: string };
  largePrint: boolean;
}

const rowLook =
  "flex min-h-11 w-full items-center rounded-md px-2.5 text-left text-ink no-underline hover:bg-hair desk:min-h-9";

/** Who is signed in; behind it the account, the size of print and the way out. */
export function PersonMenu({ person, paths, largePrint }: PersonMenuProps) {
  const words = useWords().ui;
  return (
    <Menu
      summary={
        <>
          <Icon name="user" className="size-5 desk:hidden" />
          <span className="phone:sr-only">
            {person.name}
            <span className="text-soft">
              {words.roleSeparator}
              {person.role}
            </span>
          </span>
          <Icon name="chevron" className="size-3.5 text-soft phone:hidden" />
        </>
      }
      summaryLook="flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-1.5 hover:bg-hair desk:min-h-9"
      panelLook="absolute right-0 top-full mt-1 w-56"
    >
      <p className="border-b border-hair px-2.5 pt-1 pb-2">
        <strong className="block">{person.name}</strong>
        <span className="text-small text-soft">{person.role}</span>
      </p>
      <Link to={paths.account} className={`${rowLook} mt-1`}>
        {words.account}
      </Link>
      <Form method="post" action={paths.print} preventScrollReset>
        <ReturnTo />
        <button type="submit" name="print" value={largePrint ? "normal" : "large"} className={rowLook}>
          {largePrint ? words.normalPrint : words.largePrint}
        </button>
      </Form>
      <Form method="post" action={paths.signOut}>
        <button type="submit" className={rowLook}>
          {words.signOut}
        </button>
      </Form>
    </Menu>
  );
}
