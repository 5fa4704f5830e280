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

const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });

it("the first half of an address makes all the difference, and the second none", () =>
  fc.assert(
    fc.property(groups, groups, fc.integer({ min: 0, max: 7 }), (one, changes, at) => {
      const other = one.map((group, nth) => (nth === at ? (changes[nth] ?? 0) : group));
      const [network, another] = [one, other].map((all) =>
        networkOf(all.map((group) => group.toString(16)).join(":")),
      );
      expect(network === another).toBe(at >= 4 || one[at] === other[at]);
    }),
  ));

it("an address shortened is of the network that it has in full", () =>
  fc.assert(
    fc.property(fc.ipV6(), (one) => {
      const first = networkOf(one).replace("::/64", "");
      expect(networkOf(`${first}:1:2:3:4`)).toBe(networkOf(one));
    }),
  ));

it("a wait is told in whole minutes, and never as none", () =>
  expect([1, 59, 60, 61, 3900].map(minutesOf)).toEqual([1, 1, 1, 2, 65]));
