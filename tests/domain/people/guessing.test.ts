import fc from "fast-check";
import { expect, it, test } from "vitest";
import { MOST_TRIES } from "../../../app/domain/people/factor.ts";
import {
  BUDGETS,
  MOST_DEVICES,
  MOST_GUESSES_A_DAY,
  minutesOf,
  mostADay,
  networkOf,
} from "../../../app/domain/people/guessing.ts";

it("all ways to guess at one account come to no more than a hundred a day", () => {
  const { account, device, own } = BUDGETS;
  const all = mostADay(account) + MOST_DEVICES * mostADay(device) + mostADay(own) + MOST_TRIES.aDay;
  expect(all).toBeLessThanOrEqual(MOST_GUESSES_A_DAY);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s is of the network %s", (address, network) => expect(networkOf(address)).toBe(network));

it("the second half of an address makes no difference", () =>
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), (one, other) => {
      const groups = networkOf(one).replace("::/64", "");
      expect(networkOf(`${groups}:1:2:3:4`)).toBe(networkOf(one));
      if (networkOf(other) !== networkOf(one)) expect(networkOf(other)).not.toBe(`${groups}::/64`);
    }),
  ));

it("a wait is told in whole minutes, and never as none", () =>
  expect([1, 59, 60, 61, 3900].map(minutesOf)).toEqual([1, 1, 1, 2, 65]));
