import { expect, test } from "vitest";
import { personIn } from "../../app/http/person-form.ts";
import { wordsOf } from "../../app/i18n/dictionaries.ts";

const words = wordsOf("zh-CN");
const read = (mobile: string) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    name: "苏晚晴",
    email: "su@huiyin.example",
    role: "intake",
    mobile,
  }))
    form.set(name, value);
  return personIn(form, words);
};

test("a mobile is eleven digits, however it is written, and what is none is told beside its field", () => {
  expect(read("+86 138-0000-1234").input?.mobile).toBe("13800001234");
  expect(read("").input?.mobile).toBe("");
  expect(read("0592-1234567")).toMatchObject({ input: null, errors: { mobile: words.door.errors.mobile } });
  expect(read("0592-1234567").values.mobile).toBe("0592-1234567");
});
