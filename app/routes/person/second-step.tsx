import type { Factors } from "../../domain/people/factor.server.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";

/** What second factors somebody has, in a line each, and the way to their page. */
export function SecondStep({ factors, mustHave }: { factors: Factors; mustHave: boolean }) {
  const { account: words } = useWords().factor;
  const { number } = useFormat();
  const { passkeys, totpSince, codesLeft } = factors;
  const isOn = passkeys.length > 0 || totpSince !== null;
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      <ul className="mb-4">
        {passkeys.length > 0 ? <li>{words.passkeysOn(number(passkeys.length))}</li> : null}
        {totpSince ? <li>{words.appOn}</li> : null}
        {isOn ? <li>{words.codesLeft(number(codesLeft))}</li> : null}
        {isOn ? null : <li>{mustHave ? words.offRequired : words.off}</li>}
      </ul>
      <ButtonLink to="/account/factor">{words.manage}</ButtonLink>
    </Card>
  );
}
