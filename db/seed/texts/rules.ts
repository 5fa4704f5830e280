// Data: the demo's regulations that a department made or changed because of complaints.

export interface SeedRule {
  title: string;
  departmentCode: string;
  summary: string;
}

type Row = readonly [title: string, departmentCode: string, summary: string];

const rows: readonly Row[] = [
  [
    "施工图审查意见一次提全管理办法",
    "construction",
    "规定审查意见首轮提全，补提意见须说明理由并计入机构考核。",
  ],
  [
    "入企检查扫码登记实施细则",
    "market-supervision",
    "检查人员到场须扫码登记任务、依据和结论，未登记的检查视为无效。",
  ],
  ["惠企资金兑付限时公示规定", "finance", "公示期满后二十个工作日内拨付，逾期须公开原因和预计时间。"],
  ["免申即享事项收件清单管理办法", "human-resources", "清单之外不得索要材料，清单变更须提前十日公布。"],
  [
    "政务服务首问跟踪和超期转办办法",
    "administrative-approval",
    "首位接待人员负责到底，超期件自动转至值班负责人。",
  ],
  ["跨系统数据同步故障统一报修办法", "data", "明确单一受理单位、会办时限和修复回执。"],
  [
    "占道、迁绿、接驳事项联合受理办法",
    "municipal-gardens",
    "一套材料、一窗受理、内部并联，企业不再自行协调。",
  ],
  [
    "不动产历史图件差异内部更正规程",
    "natural-resources",
    "坐标转换造成的差异由登记机构更正，不作为退件理由。",
  ],
  ["工业用地政企双向履约考核办法", "natural-resources", "政府方节点延误的，企业开工投产考核时间同步顺延。"],
  [
    "轻微违法不予处罚法制前置审核规定",
    "urban-management",
    "首次轻微违法拟处罚的，须经法制审核并书面记录申辩。",
  ],
  ["路面执法统一口径和公示规定", "transport", "检测容差、证件认定和处理标准上墙公示，视频可复查。"],
  ["应急管控分级分类实施办法", "ecology", "限产停产须书面决定、绩效分级，并告知申诉渠道。"],
  ["安全检查计划备案和结果互认办法", "emergency", "市区两级计划统一备案，同一事项年内检查结果互认。"],
  ["招标文件地域性条款筛查规程", "public-resources", "公告前系统自动筛查，含限制性词语的退回修改。"],
  ["投标人信息保密管理规定", "public-resources", "实名单人账号、双人解密、日志保留五年。"],
  ["政府采购合同验收付款提示办法", "finance", "临近验收和付款期限自动提示，逾期纳入通报。"],
  ["招商承诺台账和交接管理办法", "huli", "承诺事项编号入库，人员变动时逐项交接并告知企业。"],
  ["机关单位小额欠款清零办法", "jimei", "应付账款按月核对，小额欠款三十日内清偿。"],
  ["市属国企采购合同付款条款规范", "state-assets", "删除背靠背和非现金强制条款，约定逾期利息。"],
  ["政策性融资产品余额公开办法", "financial-regulation", "按月公布余额、网点和拒贷理由分布，接受查询。"],
  ["退税复核事由一日告知制度", "tax", "转入人工复核的，一个工作日内告知事由和预计时限。"],
  ["查验预约和费用免申请退还规程", "customs", "公开排期，查验无问题的费用主动退还。"],
  ["科技项目评审保密管理办法", "science-technology", "评审材料在线加密、全程留痕、限时销毁。"],
  ["社会组织使用主管单位名义管理规定", "civil-affairs", "公布可使用名义的事项清单，清单外一律禁止。"],
  ["工伤案件中止告知和复核制度", "human-resources", "中止须书面告知，超过三十日的逐件复核。"],
  ["公积金网点统一收件标准", "housing-fund", "废止网点自定要求，材料清单全市一致并公示。"],
  ["行政复议期限预警规定", "justice", "期限实行三色预警，中止和延期一律发文送达。"],
  ["涉企报表备案编号管理办法", "statistics", "无备案编号的报表企业可以不填，同类报表合并采集。"],
  ["涉企报案受理回执规定", "public-security", "报案当场出具回执，立案与否按期书面告知。"],
  ["企业退出联办工作规程", "market-supervision", "登记、税务、社保一窗受理，互为前置的由牵头单位打通。"],
];

/** Thirty invented regulations: a year's rules and some to spare. */
export const ruleTitles: readonly SeedRule[] = rows.map(([title, departmentCode, summary]) => ({
  title,
  departmentCode,
  summary,
}));
