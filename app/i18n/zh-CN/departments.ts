import type { Widen } from "../words.ts";

/** The departments, as the system administrators keep them. */
export const departments = {
  title: "承办单位",
  lead: "可以接收交办件的部门。撤销的部门留在名单里，手上的交办件照常办完，不再接收新的。",
  add: "新增部门",
  names: "部门名称",
  namesHint: "一行一个，可以从表格里整列粘贴。有英文名称的，写在竖线后面：市水利局 | Municipal Water Bureau",
  addSubmit: "加入",
  faults: {
    none: () => "请至少填写一个部门。",
    tooMany: () => "一次最多加入 300 个部门。",
    tooLong: (name: string) => `名称太长了，最多 100 个字：${name}`,
    twice: (name: string) => `出现了两次：${name}`,
    known: (name: string) => `已经在名单里：${name}`,
  },
  added: (count: string) => `已加入 ${count} 个部门。`,
  name: "名称",
  nameEn: "英文名称",
  nameEnHint: "不填就用中文名称",
  district: "所在区",
  districtHint: "市级部门不用选",
  cityLevel: "市级",
  leader: "分管市领导",
  leaderHint: "催办通知书会抄送给这位领导。领导的账号在人员账号里申请。",
  noLeader: "（未定）",
  status: "状态",
  statuses: { active: "在用", ended: "已撤销" },
  people: "在用人员",
  acts: "操作",
  edit: "调整",
  editTitle: (name: string) => `调整 ${name}`,
  save: "保存",
  saved: "已保存。",
  none: "还没有部门",
  noneText: "先把承办单位加进来，再申请开设它们的人员账号。",
  stale: "别人刚刚改过这个部门，请看看现在的内容，再决定要不要保存。",
  endAsk: (name: string) => `撤销 ${name}？`,
  endDetail: "它不再接收新的交办件。手上的照常办完，人员账号不会自动停用；以后可以改回在用。",
  end: "撤销",
};

export type DepartmentsWords = Widen<typeof departments>;
