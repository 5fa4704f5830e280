import type { District, Industry } from "../vocabulary.ts";

/** Associations, with the trade of their members; the last two take members of any. */
export const associations: readonly [name: string, speaksFor: Industry | null][] = [
  ["电子元器件行业协会", "electronics"],
  ["智能装备行业协会", "machinery"],
  ["汽车零部件行业协会", "machinery"],
  ["食品工业协会", "foodProcessing"],
  ["纺织服装行业协会", "textiles"],
  ["精细化工行业协会", "chemicals"],
  ["建筑装饰行业协会", "construction"],
  ["市政工程行业协会", "construction"],
  ["零售连锁行业协会", "wholesaleRetail"],
  ["跨境电商协会", "wholesaleRetail"],
  ["仓储配送行业协会", "logistics"],
  ["餐饮业商会", "hospitality"],
  ["民宿行业协会", "hospitality"],
  ["软件服务行业协会", "software"],
  ["生物医药行业协会", "biomedicine"],
  ["光伏储能行业协会", "newEnergy"],
  ["文化创意产业协会", "culture"],
  ["工业设计协会", "culture"],
  ["水产养殖协会", "agriculture"],
  ["花卉苗木协会", "agriculture"],
  ["人力资源服务协会", "businessServices"],
  ["物业服务行业协会", "businessServices"],
  ["女企业家商会", null],
  ["青年创业商会", null],
];

/** First and later syllables of invented brands, with their sound. */
export const first =
  "栎li 岫xiu 昉fang 芃peng 筠yun 澹dan 珩heng 湉tian 霁ji 翊yi 葳wei 荻di 砚yan 浔xun 沅yuan 煦xu 晞xi 箬ruo 榆yu 桉an " +
  "椋liang 樾yue 槿jin 璞pu 珞luo 琤cheng 汀ting 漪yi 蓼liao 楸qiu";
export const second =
  "屿yu 禾he 舟zhou 棠tang 原yuan 岚lan 溪xi 岸an 杉shan 穗sui 帆fan 桥qiao 陶tao 楫ji 麓lu 坪ping 砥di 籽zi 垄long 榫sun";

export const trades: Record<Exclude<Industry, "association">, string> = {
  electronics: "电子 光电 微显 智控 传感",
  machinery: "精密机械 机电 自动化 模具 液压",
  foodProcessing: "食品 水产 粮油 饮品 烘焙",
  textiles: "纺织 服饰 鞋材 针织",
  chemicals: "新材料 涂料 塑胶 精细化工",
  construction: "建设 装饰工程 市政工程 机电安装",
  wholesaleRetail: "商贸 贸易 百货 生鲜",
  logistics: "物流 货运 冷链 仓储",
  hospitality: "酒店 餐饮 民宿 旅游",
  software: "软件 信息 数字 网络",
  biomedicine: "生物 医疗器械 药业 诊断",
  newEnergy: "新能源 储能 光伏 电池",
  culture: "文化 传媒 影视 创意设计",
  agriculture: "农业 种苗 园艺 渔业",
  finance: "融资担保 融资租赁 小额贷款",
  businessServices: "人力资源 物业 会展 管理咨询",
};
export const industryWeights: Record<Exclude<Industry, "association">, number> = {
  electronics: 24,
  machinery: 20,
  foodProcessing: 14,
  textiles: 10,
  chemicals: 9,
  construction: 17,
  wholesaleRetail: 20,
  logistics: 14,
  hospitality: 13,
  software: 15,
  biomedicine: 11,
  newEnergy: 9,
  culture: 8,
  agriculture: 9,
  finance: 5,
  businessServices: 13,
};
export const districtWeights: Record<District, number> = {
  "350203": 22,
  "350205": 16,
  "350206": 21,
  "350211": 17,
  "350212": 13,
  "350213": 11,
};
export const sizeWeights = { large: 26, medium: 28, small: 43, micro: 18 };
/** How a trade's companies like to call themselves, besides plainly 有限公司. */
export const forms: Record<string, string> = {
  electronics: "科技有限公司",
  machinery: "装备有限公司",
  chemicals: "科技有限公司",
  software: "技术有限公司",
  biomedicine: "科技有限公司",
  newEnergy: "科技有限公司",
  textiles: "实业有限公司",
  wholesaleRetail: "集团有限公司",
  agriculture: "发展有限公司",
  hospitality: "管理有限公司",
};
export const prefixes = [
  "130",
  "133",
  "136",
  "138",
  "139",
  "150",
  "152",
  "156",
  "158",
  "159",
  "180",
  "185",
  "186",
  "188",
  "189",
];
