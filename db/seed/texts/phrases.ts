// Data: sentences that people of the office say about any matter. Long because it is text.
// {topic} {outcome} {advice} come from the matter, {dept} is the department that leads.
import type {
  DeclineGround,
  ExtensionRuling,
  LookBackResult,
  Rating,
  Ruling,
  Solved,
} from "../../vocabulary.ts";

type Sentences = readonly string[];

/** What passes between the commission and a department; always in Chinese. */
export const officePhrases = {
  contactNote: [
    "经委里转接与企业通话约二十分钟，核对了{topic}一事的时间节点和经手窗口，双方对事实没有分歧。",
    "已通过委里与企业取得联系，就{topic}一事的来龙去脉作了了解，企业表示愿意补充材料。",
    "由委里组织三方线上沟通，企业说明了诉求重点，我单位当场说明办理思路和预计时间。",
    "通过委里转交书面询问，企业次日回复，提供了与{topic}有关的单据编号，已纳入核查。",
  ],
  secondReplyText: [
    "针对要求补充的内容，我单位再次核查并与企业核对：{outcome}。相关凭证、时间节点和责任人一并附后。",
    "现补充答复：{topic}一事的经过已按时间顺序列明，企业确认单和办结凭证随件报送。目前的情况是：{outcome}。",
    "按照重新办理的要求，我单位更换经办人员，就{topic}重新核查，结果如下：{outcome}。分管负责人已向企业作了说明。",
  ],
  assistingReplyText: [
    "我单位就协办事项核查如下：就{topic}需要我单位配合的环节已经理顺，所需数据和意见已提供主办单位，后续由专人对接。",
    "协办意见：{topic}一事中属于我单位职责的环节已在两个工作日内完成，不存在未了事项，同意主办单位的处理意见。",
    "经核对，就{topic}一事我单位没有积压件。已按主办单位要求出具书面意见，并指定一名联络员全程配合。",
  ],
  measureReport: [
    "该项措施已按期完成，相关文件和截图附后，执行情况由科室负责人签字确认。",
    "措施已经落实，涉及人员完成培训，新的做法自公布之日起执行，佐证材料一并上传。",
    "已完成并试运行一周，没有出现反复，台账和公示照片附后，请予确认。",
  ],
  measureMissing: [
    "上传的材料只有通知，没有执行记录，请补充实际落实的凭证。",
    "措施中涉及对外公布的部分没有看到公布页面，请补充后再报。",
  ],
  returnReason: [
    "经研究，{topic}事项依规定不属于我单位职责，我单位没有办理权限，建议改由主管单位主办，我单位愿意配合。",
    "核对权责清单后确认，{topic}一事不在我单位事项目录内，主管单位另有规定，请予裁定。",
    "来件所涉{topic}事项由其他单位负责受理和决定，我单位仅参与会签，不宜作为主办，申请退回。",
  ],
  sendBackMissing: [
    "答复没有说明{topic}问题解决的具体时间，也没有附凭证，请补充办结材料和企业确认情况。",
    "只写了工作部署，没有回应{topic}的问题为什么会拖到现在，请补充原因、责任环节和防止再发生的办法。",
    "结论与企业提供的材料有出入，请就{topic}一事与企业再次核对后重新答复，并附沟通记录。",
  ],
  reworkReason: [
    "企业评价不满意，回访属实：{topic}方面尚有未落实事项，请重新办理，并在期限内答复。",
    "经回访，企业反映{topic}的实际情况与答复不一致。请由原经办人以外的人员复核后重新办理。",
    "企业认为{topic}的问题只是暂时缓解，核实后意见成立，请提出彻底解决的办法。",
  ],
  reworkWaivedReason: [
    "经回访并调阅材料，企业不满主要针对政策标准本身，{topic}一事的办理程序和结果符合规定，不再退回重办，已向企业说明理由。",
    "企业的意见涉及另一事项，已引导另行提交；就{topic}一事而言，答复内容已经落实，不再退回重办。",
  ],
  notPressed: [
    "企业表示，撤回{topic}一事是自己的决定，没有任何人要求或暗示其撤回。",
    "电话回访，企业说明{topic}一事已经协商妥当，撤回出于自愿，未受到压力。",
  ],
  pressed: [
    "企业迟疑后说明，经办人员两次来电，要求先撤回{topic}一事“再商量”，并提到后续审批，存在施压情形。",
    "企业表示，撤回前接到承办科室电话，称{topic}一事不撤回就不好办，请求重新办理并保密。",
  ],
  referenceText: [
    "{advice}。本件反映的{topic}问题具有一定代表性，作为监督参考留存。",
    "从本件看，{topic}的问题不只是个别环节的疏忽，需要从制度上解决。{advice}。",
    "围绕{topic}，近期类似反映有所增加。{advice}。以上供确定监督项目时参考。",
  ],
  writeOffApproval: [
    "已逐项核对清单，{topic}一事各项齐备，同意销号。",
    "经复核，{outcome}，与凭证一致，同意销号。",
    "清单齐备，企业评价和回访记录完整，{topic}一事同意销号。",
  ],
  lapseReason: [
    "评价期已满，企业没有评价{topic}一事，按未评价记录，另行电话回访。",
    "七日评价期届满，未收到对{topic}办理结果的评价，按未评价处理。",
  ],
  writeOffText: [
    "{outcome}。答复已经反馈企业，凭证齐备，各承办单位均已通过审核，申请销号。",
    "经核对材料，{topic}一事已经办结：{outcome}。各项凭证齐备，符合销号条件。",
    "本件事实清楚、答复到位，结果为：{outcome}。企业没有新的诉求，建议销号。",
  ],
  writeOffRefusal: [
    "{topic}一事的办结凭证缺少关键页，企业确认情况也没有写明，补齐后再申请。",
    "申请中的表述与企业评价不一致，请先回访，核实{topic}的实际情况。",
  ],
  mergeReason: ["与前件所述{topic}为同一事项、同一承办环节，并入前件一并办理。"],
  splitReason: ["核对后发现，两件虽然都涉及{topic}，但事实和承办单位不同，拆出单独办理。"],
  reopenReason: [
    "回访发现{topic}的问题出现反复，原措施没有坚持执行，重新开启办理。",
    "企业补充了新的材料，显示{topic}的问题并未真正解决，重新开启办理。",
  ],
} as const satisfies Record<string, Sentences>;

export const rulingPhrases: Record<Ruling, Sentences> = {
  upheld: ["退单理由成立，{topic}一事改由{dept}主办。", "经核对权责清单，同意退单，改派{dept}办理。"],
  refused: ["{topic}一事与贵单位职责直接相关，退单理由不成立，请继续办理，涉及其他单位的可申请协办。"],
};

/** Why a department wants more time, and what the commission says to that. */
export const extensionPhrases: Record<"asked" | ExtensionRuling, Sentences> = {
  asked: [
    "本件需要调取多年前的档案，档案馆答复最快下周提供，按原期限无法核清事实，申请延期。",
    "处理意见涉及两个部门会签，会签会议已经定在下周，申请延期至会后答复。",
    "需委托第三方机构到现场检测，检测报告尚需数个工作日出具，申请延期。",
  ],
  granted: [
    "所述情况属实，需要的时间合理，同意延期，请按新的期限答复。",
    "核查确需等待第三方的结论，同意延期一次，期间请将进展告知委里。",
  ],
  refused: [
    "所列事项可以在原期限内完成，不同意延期，请按原期限答复。",
    "内部流程不是延期的理由，企业已经等待较久，不同意延期。",
  ],
};

export const lookBackPhrases: Record<LookBackResult, Sentences> = {
  held: [
    "经回访企业并调阅办理记录，{topic}方面没有再出现同类问题，整改成果得到保持。",
    "现场查看并抽取三件近期同类业务，均按新的做法办理，企业就{topic}没有新的意见。",
    "电话回访与系统数据一致，{topic}方面情况正常，承办单位的措施仍在执行。",
  ],
  partly: [
    "总体保持较好，但{topic}方面个别环节执行仍有偏差，已当场指出并要求限期纠正。",
    "主要问题没有反弹，{topic}方面的公开和告知还不够及时，提请承办单位继续完善。",
  ],
  relapsed: ["回访得知，{topic}方面近一个月又出现类似情况，原措施已无人执行，建议重新开启办理。"],
  falseRectification: [
    "现场核查发现，{topic}问题的整改材料与实际不符，所附台账系事后补填，属于虚假整改，建议按规定处理。",
  ],
};

/** What passes between the commission and an enterprise, in the language that the enterprise writes. */
export interface EnterprisePhrases {
  feedbackText: Sentences;
  supplementQuestion: Sentences;
  supplementAnswer: Sentences;
  withdrawReason: Sentences;
  reviewReason: Sentences;
  keptReason: Sentences;
  /** Of another point that reports the same matter. */
  titleAgain: Sentences;
  alsoConcerned: Sentences;
  reviewAnswer: Record<Ruling, Sentences>;
  ratingReason: Record<Rating, Sentences>;
  callBackNote: Record<Solved, Sentences>;
  declineReason: Record<DeclineGround, Sentences>;
}

// Notes of a call are written by the supervisor and stay Chinese.
const callBackNote: EnterprisePhrases["callBackNote"] = {
  solved: [
    "电话回访企业联系人，对方确认答复属实（{outcome}），对办理过程没有其他意见。",
    "企业表示{topic}的问题已经解决，之前因为忙没有顾上评价，对结果认可。",
    "回访中企业说明目前的情况：{outcome}。经办人员态度好，没有受到任何压力。",
  ],
  partly: [
    "企业表示{topic}的问题已有好转，但仍有部分事项没有完全落地，希望继续跟进。",
    "回访得知，眼前的困难缓解了，企业担心以后再出现反复，希望{topic}方面有长效办法。",
  ],
  unsolved: [
    "企业反映{topic}的问题尚未解决，对答复内容不认可，希望重新办理。",
    "回访了解，承办单位联系过一次后没有下文，{topic}的问题仍在原地。",
  ],
};

const chinese: EnterprisePhrases = {
  feedbackText: [
    "您反映的{topic}问题，{dept}已办理并答复，经我委核实：{outcome}。如与实际情况不符，请在评价中说明，我们会继续跟进。",
    "关于{topic}，承办单位{dept}已经给出处理结果，我委审核后认为事实清楚、依据充分：{outcome}。感谢您的信任，请您评价。",
    "您好，{topic}一事现反馈如下：{outcome}。办理单位为{dept}。请如实评价办理结果，评价内容只由我委掌握。",
    "我委对{dept}的答复进行了审核，并核对了相关凭证。目前的情况是：{outcome}。您若有补充，可在评价时一并提出。",
  ],
  supplementQuestion: [
    "请补充与{topic}有关的受理单编号、提交日期和经办窗口，有截图或通知的请一并上传。",
    "为便于核实{topic}一事，请说明最近一次沟通的时间、方式和对方的答复内容。",
    "材料中没有看到书面文书，请补充通知、回执或合同的有关页面，涉及商业秘密的部分可以遮盖。",
  ],
  supplementAnswer: [
    "已补充受理回执和两次沟通的记录，提交日期以回执为准，请查收。",
    "补充如下：最近一次沟通在上周，对方只是口头答复，没有出具文书；相关截图已上传。",
    "合同和通知的有关页面已上传，价格部分作了遮盖，如需原件可以当面出示。",
  ],
  withdrawReason: [
    "{topic}一事已与经办单位沟通解决，不再需要继续办理，谢谢。",
    "内部重新核对后发现是我们自己的材料有误，申请撤回，给大家添麻烦了。",
    "业务计划有调整，{topic}一事暂时不再跟进，特此撤回。",
  ],
  titleAgain: ["{topic}，我们也遇到", "同样受{topic}影响"],
  alsoConcerned: [
    "和同行交流得知，遇到同样情况的不止一家，希望一并解决。",
    "听说已经有企业反映过，我们这里的情况相同，愿意提供佐证。",
    "据我们了解，同一窗口近期对几家企业都是这样答复的。",
  ],
  keptReason: [
    "您反映的{topic}情况涉及面较广，本件不单独交办，已作为监督参考留存，将在确定监督项目时使用，感谢您的意见。",
    "关于{topic}的建议很有价值，已纳入监督参考。我委会结合同类反映一并研究，如有具体办件受阻，请随时再提交。",
  ],
  reviewReason: [
    "我们认为{topic}一事涉及的是行政单位的办事行为，不是民事争议，现补充说明，申请复查。",
    "告知书写明的情形与我们的实际情况不一致，{topic}一事没有在其他渠道办理，请予复查。",
  ],
  reviewAnswer: {
    upheld: ["复查认为，{topic}一事属于受理范围，原告知不当，现予受理并按程序交办。"],
    refused: ["复查维持原告知意见。{topic}事项的救济渠道已在告知中列明，如有新的事实和证据，可以再次反映。"],
  },
  ratingReason: {
    verySatisfied: [
      "从反映到解决没有再让我们多跑一趟。{outcome}，效率超出预期。",
      "{outcome}，而且有专人把原因讲清楚，很感谢。",
      "没想到{topic}的事这么快就有结果，各单位之间的配合看得出来。",
      "承办单位主动上门，态度诚恳。{outcome}。",
    ],
    satisfied: [
      "问题解决了：{outcome}。就是中间等得有点久。",
      "{outcome}。结果认可，希望以后不用反映也能这样办。",
      "答复实在，{topic}的事有了着落，期待长期保持。",
      "办理过程中有人告知进度，结果符合预期。",
    ],
    fair: [
      "结果基本认可，但{topic}这件事如果早点说清楚，就不用来回折腾。",
      "眼前的事办了，制度上会不会再出现还要看。",
      "答复偏笼统，好在{topic}的事有了进展。",
    ],
    dissatisfied: [
      "答复写得很满，{topic}方面实际进展有限，我们要的时间表没有看到。",
      "电话里说得好，落实时又打了折扣，{topic}的问题没有真正解决。",
      "只处理了表面，{topic}问题的根源没有说清，担心还会再来一次。",
    ],
    veryDissatisfied: [
      "答复与实际不符，{topic}的问题原样还在，没有人再联系过我们。",
      "等了这么久，等来的是一份套话，{topic}的问题一点没有变化。",
    ],
  },
  callBackNote,
  declineReason: {
    civilDispute: [
      "经审查，所附材料反映的争议发生在贵单位与合同相对方之间，属于市场主体之间的民事纠纷，建议通过协商、仲裁或者诉讼解决。",
      "就{topic}所提的主张，实质是与合作方的合同履行争议，不属于对办事行为的投诉，建议依合同约定的方式处理。",
    ],
    inProceedings: [
      "{topic}事项已进入法定程序，在程序终结前我委不作重复受理，请依程序主张权利。",
      "材料显示同一事项正在审理之中，为尊重法定程序，本件不予受理，结果出来后如有办事作风问题可再反映。",
    ],
    acceptedElsewhere: [
      "{topic}事项已由有权机关正式受理并在办理期限内，我委不重复受理，可凭原受理编号查询进度。",
      "经核对，同一诉求已在其他渠道受理并指定了承办单位，为避免重复办理，本件不予受理。",
    ],
    repeated: [
      "此前已就{topic}作出答复，本次来件没有新的事实和证据，不再重复受理；如有新的材料，可随时补充。",
    ],
    outsideCompetence: [
      "{topic}所涉事项不在本市有关单位的职权范围内，我委无法受理，对应的受理渠道已附在本告知之后。",
      "来件针对的是市场经营行为而非公职人员履职，超出受理范围，建议向相应的行业主管渠道反映。",
    ],
  },
};

const inEnglish: EnterprisePhrases = {
  feedbackText: [
    "The department in charge has dealt with {topic}. We checked its reply and the evidence: {outcome}. If this differs from what you see, please say so in your evaluation and we will follow it up.",
    "About {topic}: we have verified the department's reply, and {outcome}. Please tell us how it was handled; only the commission reads your evaluation.",
  ],
  supplementQuestion: [
    "Please add the number of the receipt, the date of filing and the window that took the papers, with a screenshot if you have one.",
  ],
  supplementAnswer: [
    "The receipt and two e-mails are attached. The date on the receipt is the right one.",
    "We have added the notice that we were given; the price is covered. We can show the original in person.",
  ],
  withdrawReason: [
    "The matter has been settled with the window directly. Thank you, there is nothing more to do.",
  ],
  titleAgain: ["The same happened to us"],
  alsoConcerned: ["Others in our trade have met the same."],
  keptReason: [
    "What you report about {topic} concerns many. It is kept as a reference for supervision; please write again if a case of your own gets stuck.",
  ],
  reviewReason: ["This is about how an office acted and not a dispute with a partner. We ask for a review."],
  reviewAnswer: {
    upheld: ["The review finds that the matter is within our remit. It is accepted and will be assigned."],
    refused: [
      "The review confirms the decision. Should there be new facts or evidence, you may report again.",
    ],
  },
  ratingReason: {
    verySatisfied: [
      "Faster than we dared to hope, and somebody explained what had gone wrong: {outcome}.",
      "Excellent. We were kept informed all the way, and {outcome}.",
    ],
    satisfied: ["Solved in the end: {outcome}. It took a little long.", "Good result, and polite people."],
    fair: ["We accept the result, but {topic} should not have needed a complaint."],
    dissatisfied: ["The reply promises much, yet little has changed for us about {topic}."],
    veryDissatisfied: [
      "The reply does not match the facts, and nobody has been in touch since about {topic}.",
    ],
  },
  callBackNote,
  declineReason: {
    civilDispute: [
      "The papers show a dispute between you and a business partner. Please settle it by talks, arbitration or in court.",
    ],
    inProceedings: [
      "The matter is before a court or a review body; we cannot take it up until that has ended.",
    ],
    acceptedElsewhere: [
      "Another authority has formally accepted the same matter. Please use the number it gave you to follow it.",
    ],
    repeated: [
      "We have already answered about {topic}, and this report holds no new facts. New evidence is always welcome.",
    ],
    outsideCompetence: [
      "The matter lies outside the powers of the city's bodies. The right channel is named below.",
    ],
  },
};

export const enterprisePhrases = { "zh-CN": chinese, en: inEnglish } as const;
