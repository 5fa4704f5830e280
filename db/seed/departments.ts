import type { District, Field } from "../vocabulary.ts";

/** The demo's city does not exist. */
export const city = { zh: "澄湾市", en: "Chengwan" } as const;

export interface SeedDepartment {
  code: string;
  name: { zh: string; en: string };
  level: "city" | "district";
  district?: District;
  /** The fields of business in which it usually leads. */
  fields: readonly Field[];
  /** Which of the four city leaders is in charge of it, 0 to 3. */
  portfolioLeader: number;
}

type Row = [code: string, zh: string, en: string, portfolioLeader: number, ...fields: Field[]];

const cityRows: Row[] = [
  [
    "development-reform",
    "市发展和改革委员会",
    "Municipal Development and Reform Commission",
    0,
    "integrity",
    "fairCompetition",
    "utilities",
    "charges",
    "tendering",
  ],
  ["education", "市教育局", "Municipal Education Bureau", 3, "other"],
  [
    "science-technology",
    "市科学技术局",
    "Municipal Science and Technology Bureau",
    1,
    "policyDelivery",
    "intellectualProperty",
  ],
  [
    "industry-it",
    "市工业和信息化局",
    "Municipal Bureau of Industry and Information Technology",
    1,
    "policyDelivery",
  ],
  ["public-security", "市公安局", "Municipal Public Security Bureau", 2, "justice", "governmentServices"],
  ["civil-affairs", "市民政局", "Municipal Civil Affairs Bureau", 3, "charges", "intermediaries"],
  ["justice", "市司法局", "Municipal Justice Bureau", 2, "justice", "intermediaries"],
  [
    "finance",
    "市财政局",
    "Municipal Finance Bureau",
    0,
    "procurement",
    "charges",
    "policyDelivery",
    "arrears",
  ],
  [
    "human-resources",
    "市人力资源和社会保障局",
    "Municipal Bureau of Human Resources and Social Security",
    3,
    "labour",
    "policyDelivery",
  ],
  [
    "natural-resources",
    "市自然资源和规划局",
    "Municipal Bureau of Natural Resources and Planning",
    2,
    "landAndConstruction",
    "propertyRegistration",
  ],
  [
    "ecology",
    "市生态环境局",
    "Municipal Bureau of Ecology and Environment",
    2,
    "inspection",
    "penalties",
    "landAndConstruction",
  ],
  [
    "construction",
    "市建设局",
    "Municipal Construction Bureau",
    2,
    "landAndConstruction",
    "tendering",
    "arrears",
  ],
  [
    "housing",
    "市住房保障和房屋管理局",
    "Municipal Bureau of Housing Security and Administration",
    2,
    "propertyRegistration",
  ],
  ["transport", "市交通运输局", "Municipal Transport Bureau", 2, "marketAccess", "penalties", "inspection"],
  [
    "municipal-gardens",
    "市市政园林局",
    "Municipal Bureau of Public Utilities and Gardens",
    2,
    "utilities",
    "landAndConstruction",
  ],
  ["water", "市水利局", "Municipal Water Resources Bureau", 3, "utilities"],
  ["agriculture", "市农业农村局", "Municipal Bureau of Agriculture and Rural Affairs", 3, "policyDelivery"],
  ["commerce", "市商务局", "Municipal Commerce Bureau", 1, "crossBorderTrade", "policyDelivery"],
  [
    "culture-tourism",
    "市文化和旅游局",
    "Municipal Bureau of Culture and Tourism",
    3,
    "marketAccess",
    "inspection",
  ],
  ["health", "市卫生健康委员会", "Municipal Health Commission", 3, "marketAccess", "arrears"],
  ["veterans", "市退役军人事务局", "Municipal Veterans Affairs Bureau", 3],
  ["emergency", "市应急管理局", "Municipal Emergency Management Bureau", 2, "inspection", "penalties"],
  ["audit", "市审计局", "Municipal Audit Bureau", 0],
  ["foreign-affairs", "市外事办公室", "Municipal Foreign Affairs Office", 1, "governmentServices"],
  ["state-assets", "市国资委", "Municipal State-owned Assets Commission", 0, "arrears", "integrity"],
  [
    "market-supervision",
    "市市场监督管理局",
    "Municipal Market Supervision Bureau",
    1,
    "marketAccess",
    "inspection",
    "penalties",
    "fairCompetition",
    "intellectualProperty",
    "exit",
    "charges",
  ],
  ["sports", "市体育局", "Municipal Sports Bureau", 3, "marketAccess"],
  ["statistics", "市统计局", "Municipal Statistics Bureau", 0, "other"],
  ["medical-insurance", "市医疗保障局", "Municipal Healthcare Security Bureau", 3, "labour"],
  [
    "administrative-approval",
    "市行政审批管理局",
    "Municipal Administrative Approval Bureau",
    1,
    "governmentServices",
    "marketAccess",
  ],
  ["data", "市数据管理局", "Municipal Data Bureau", 1, "governmentServices"],
  [
    "urban-management",
    "市城市管理行政执法局",
    "Municipal Urban Management and Law Enforcement Bureau",
    2,
    "penalties",
  ],
  ["financial-regulation", "市地方金融管理局", "Municipal Financial Regulation Bureau", 0, "financing"],
  ["marine", "市海洋发展局", "Municipal Marine Development Bureau", 3, "marketAccess"],
  [
    "public-resources",
    "市公共资源交易中心",
    "Municipal Public Resources Trading Centre",
    0,
    "tendering",
    "procurement",
  ],
  ["housing-fund", "市公积金中心", "Municipal Housing Provident Fund Centre", 3, "labour"],
  ["tax", "市税务局", "Municipal Tax Bureau", 0, "taxation", "exit"],
  ["customs", "海关", "Customs", 1, "crossBorderTrade"],
];

const districtRows: [code: string, zh: string, en: string, district: District, portfolioLeader: number][] = [
  ["siming", "思明区人民政府", "Siming District Government", "350203", 0],
  ["haicang", "海沧区人民政府", "Haicang District Government", "350205", 1],
  ["huli", "湖里区人民政府", "Huli District Government", "350206", 1],
  ["jimei", "集美区人民政府", "Jimei District Government", "350211", 2],
  ["tongan", "同安区人民政府", "Tong'an District Government", "350212", 3],
  ["xiangan", "翔安区人民政府", "Xiang'an District Government", "350213", 3],
];

/** The 38 bodies of the city and its six district governments. */
export const departments: readonly SeedDepartment[] = [
  ...cityRows.map(
    ([code, zh, en, portfolioLeader, ...fields]): SeedDepartment => ({
      code,
      name: { zh, en },
      level: "city",
      fields,
      portfolioLeader,
    }),
  ),
  ...districtRows.map(
    ([code, zh, en, district, portfolioLeader]): SeedDepartment => ({
      code,
      name: { zh, en },
      level: "district",
      district,
      fields: ["integrity", "arrears", "policyDelivery", "other"],
      portfolioLeader,
    }),
  ),
];

const byCode = new Map(departments.map((department) => [department.code, department]));

/** The department of a code; an unknown code is a mistake in the seed and throws. */
export function departmentOf(code: string): SeedDepartment {
  const found = byCode.get(code);
  if (!found) throw new Error(`No department has the code ${code}.`);
  return found;
}

/** The government of a district. */
export function governmentOf(district: District): SeedDepartment {
  const found = departments.find((department) => department.district === district);
  if (!found) throw new Error(`No government in district ${district}.`);
  return found;
}
