import { random } from "./random.ts";

export interface PersonName {
  zh: string;
  en: string;
}

const surnames =
  "王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu 高Gao 郭Guo 罗Luo 郑Zheng " +
  "谢Xie 韩Han 唐Tang 冯Feng 于Yu 董Dong 萧Xiao 曹Cao 袁Yuan 邓Deng 傅Fu 曾Zeng 彭Peng 吕Lü 蒋Jiang 蔡Cai " +
  "魏Wei 叶Ye 杜Du 夏Xia 钟Zhong 田Tian 范Fan 石Shi 姚Yao 廖Liao 邹Zou 江Jiang 康Kang 白Bai 庄Zhuang 柯Ke";

const given =
  "雨桐Yutong 立群Liqun 思远Siyuan 春燕Chunyan 国栋Guodong 海燕Haiyan 文博Wenbo 晓彤Xiaotong 志坚Zhijian " +
  "美玲Meiling 建业Jianye 秀兰Xiulan 嘉禾Jiahe 永清Yongqing 静怡Jingyi 德明Deming 雪松Xuesong 一帆Yifan " +
  "子墨Zimo 佩瑶Peiyao 振华Zhenhua 丽萍Liping 景行Jingxing 素云Suyun 承志Chengzhi 慧敏Huimin 少峰Shaofeng " +
  "锦程Jincheng 婉婷Wanting 浩然Haoran 新月Xinyue 长青Changqing 若兰Ruolan 卫东Weidong 书涵Shuhan 家齐Jiaqi " +
  "玉珍Yuzhen 俊杰Junjie 清扬Qingyang 红梅Hongmei 天佑Tianyou 淑贞Shuzhen 敬之Jingzhi 可欣Kexin 伟民Weimin " +
  "月华Yuehua 怀瑾Huaijin 小满Xiaoman 启明Qiming 巧云Qiaoyun 宗翰Zonghan 秋月Qiuyue 世安Shi'an 芷若Zhiruo " +
  "鸿飞Hongfei 爱珍Aizhen 亦凡Yifan 冬梅Dongmei 兴旺Xingwang 乐天Letian";

const entry = /^(\p{Script=Han}+)(.+)$/u;

function parse(list: string): PersonName[] {
  return list.split(" ").map((word) => {
    const [, zh = "", en = ""] = entry.exec(word) ?? [];
    return { zh, en };
  });
}

const all: PersonName[] = parse(surnames).flatMap((surname) =>
  parse(given).map((name) => ({ zh: surname.zh + name.zh, en: `${surname.en} ${name.en}` })),
);

// One shuffled deck, dealt to three tables, so that no invented name serves two people.
const TABLES = { contacts: 0, staff: 800, owners: 1600 } as const;

/** Invented names for one use in a fixed order for the seed; 800 of them, each once in the whole city. */
export function names(seed: number, table: keyof typeof TABLES): PersonName[] {
  const start = TABLES[table];
  return random(seed ^ 0x4a3e5)
    .shuffle(all)
    .slice(start, start + 800);
}

/** The local part of an address: "Lü Shi'an" is lv.shian. */
export function mailName(name: PersonName): string {
  return name.en.toLowerCase().replaceAll("ü", "v").replaceAll("'", "").replaceAll(" ", ".");
}
