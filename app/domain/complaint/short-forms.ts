const ASSOCIATION = /(?:协会|商会|联合会|促进会)$/u;
const REGION = /^(?:中国|\p{Script=Han}{2,3}?[省市区县])/u;
const FORM =
  /(?:股份|有限责任|有限|总|分)?公司$|(?:集团|股份|有限|厂|店|中心|合作社|事务所|商行|工作室|经营部|（.*?）|\(.*?\))$|[,\s]*\b(?:co|company|ltd|limited|inc|corp|corporation|llc|gmbh|group)\.?$/iu;
const TRADE =
  /(?:科技|技术|电子|机械|精密|光电|实业|贸易|商贸|工贸|工业|制造|食品|物流|供应链|建筑|建设|工程|信息|网络|软件|医药|生物|能源|新能源|材料|新材料|服装|纺织|化工|文化|传媒|农业|酒店|餐饮|咨询|服务|投资|发展|国际|智能|设备|汽车|环保|电器|五金|塑胶|包装|印刷|家居|家具|进出口)$/u;

/** Takes off one end again and again, as long as enough of a name is left to be told by. */
function without(end: RegExp, name: string): string {
  const shorter = name.replace(end, "").trim();
  return shorter === name || [...shorter].length < 2 ? name : without(end, shorter);
}

/**
 * What an enterprise is called for short: without the place, the legal form and the trade. Of an
 * association only the place goes, since the rest of its name are ordinary words.
 */
export function shortFormsOf(name: string, shortName: string): string[] {
  const bare = name.replace(/（.*?）|\(.*?\)/gu, "");
  const local = without(REGION, bare);
  if (ASSOCIATION.test(bare)) return unique([local, local.replace("行业", ""), shortName], name);
  const core = without(FORM, local);
  return unique([core, without(TRADE, core), shortName, without(TRADE, without(REGION, shortName))], name);
}

const unique = (forms: readonly string[], name: string) =>
  [...new Set(forms)].filter((form) => form !== name && [...form].length > 1);

const TITLES = ["总", "女士", "先生", "经理", "主任", "厂长", "老板", "董事长", "会长", "秘书长"];

/** What a person is called: in full, by the given name, by the surname with a title; in English either way round. */
export function callsOf(name: string): string[] {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [name, name.split(/\s+/).toReversed().join(" ")];
  const surname = name.length > 3 ? name.slice(0, 2) : name.slice(0, 1);
  const given = name.slice(surname.length);
  return [name, ...(given.length > 1 ? [given] : []), ...TITLES.map((title) => surname + title)];
}
