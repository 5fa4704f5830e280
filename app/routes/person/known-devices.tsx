import { Form } from "react-router";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";

interface Device {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** The browsers that an account is known to, each of which can be forgotten. */
export function KnownDevices({ devices, current }: { devices: readonly Device[]; current: string }) {
  const { door, entrance } = useWords();
  const words = entrance.devices;
  const format = useFormat();
  return (
    <Card id="devices" title={words.title} flush>
      <p className="border-b border-hair px-4 py-3 text-soft">{words.lead}</p>
      {devices.length === 0 ? <p className="px-4 py-3">{words.none}</p> : null}
      <ul className="divide-y divide-hair">
        {devices.map(({ id, device, createdAt, lastSeenAt }) => {
          const name = device || door.account.unknownDevice;
          return (
            <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                <p className="text-small text-soft">
                  {words.used(format.instant(lastSeenAt), format.instant(createdAt))}
                </p>
              </div>
              <div className="flex shrink-0 items-center gap-3">
                {id === current ? <StatusChip label={words.current} tone="green" /> : null}
                <Form method="post" action="/account/devices">
                  <input type="hidden" name="id" value={id} />
                  <Button aria-label={words.forgetOf(name)} className="whitespace-nowrap">
                    {words.forget}
                  </Button>
                </Form>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
