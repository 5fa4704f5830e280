/** Every closed list of the office, once, and so in one long file. The words live in the dictionaries; these are the codes. */

export const ROLES = [
  "liaison",
  "intake",
  "supervisor",
  "discipline",
  "custodian",
  "department",
  "leader",
  "sysadmin",
  "secadmin",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/** Who an act is done by: a signed-in person, somebody at the door, or the hub's own worker. */
export const ACTOR_KINDS = [...ROLES, "guest", "worker"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Inside a department: who handles, and who answers for it. */
export const POSTS = ["officer", "approver"] as const;
export type Post = (typeof POSTS)[number];

export const PERSON_STATUSES = ["invited", "active", "disabled"] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** Of a session, before and after its holder has given the second factor that they owe. */
export const SESSION_STAGES = ["half", "whole"] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const COMPLAINT_STATUSES = [
  "submitted",
  "supplementing",
  "accepted",
  "handling",
  "verifying",
  "feedback",
  "rectifying",
  "clearing",
  "closed",
  "declined",
  "referenced",
  "clue",
  "merged",
  "withdrawn",
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** Statuses in which nobody owes the next step. */
export const ENDED_STATUSES = ["closed", "declined", "referenced", "merged", "withdrawn"] as const;

/** Of these, those in which a matter got no answer that one merged into it could share. */
export const UNANSWERED_STATUSES = [
  "declined",
  "referenced",
  "withdrawn",
] as const satisfies readonly ComplaintStatus[];

export const ASSIGNMENT_STATUSES = [
  "dispatched",
  "signed",
  "replied",
  "accepted",
  "returning",
  "redo",
  "recalled",
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export const ASSIGNMENT_PARTS = ["lead", "assisting"] as const;
export type AssignmentPart = (typeof ASSIGNMENT_PARTS)[number];

export const MEASURE_STATUSES = ["promised", "reported", "confirmed"] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** The seven steps of the journey that everybody is shown. */
export const JOURNEY = ["intake", "assign", "handle", "reply", "verify", "evaluate", "writeOff"] as const;
export type JourneyStep = (typeof JOURNEY)[number];

export const KINDS = ["complaint", "help", "suggestion"] as const;
export type Kind = (typeof KINDS)[number];

export const SOURCES = [
  "liaisonPoint",
  "onBehalf",
  "forum",
  "supervision",
  "audit",
  "hotline",
  "selfReport",
] as const;
export type Source = (typeof SOURCES)[number];

export const GRADES = ["A", "B", "C"] as const;
export type Grade = (typeof GRADES)[number];

export const DISCLOSURES = ["named", "confidential", "sealed"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export const FIELDS = [
  "policyDelivery",
  "governmentServices",
  "marketAccess",
  "tendering",
  "procurement",
  "landAndConstruction",
  "propertyRegistration",
  "utilities",
  "financing",
  "labour",
  "taxation",
  "crossBorderTrade",
  "intellectualProperty",
  "inspection",
  "penalties",
  "charges",
  "intermediaries",
  "arrears",
  "integrity",
  "fairCompetition",
  "justice",
  "exit",
  "other",
] as const;
export type Field = (typeof FIELDS)[number];

export const CONDUCTS = [
  "inaction",
  "delay",
  "wrongfulAction",
  "sham",
  "buckPassing",
  "coldness",
  "extortion",
  "obstruction",
  "selectiveEnforcement",
  "repeatedInspection",
  "unlawfulInspection",
  "arbitraryCharges",
  "forcedIntermediary",
  "addedConditions",
  "policyUnimplemented",
  "brokenPromise",
  "wrongfulShutdown",
  "leakedSecrets",
  "retaliation",
  "other",
] as const;
export type Conduct = (typeof CONDUCTS)[number];

/** Grounds of a refusal; a refusal without one of these does not exist. */
export const DECLINE_GROUNDS = [
  "civilDispute",
  "inProceedings",
  "acceptedElsewhere",
  "repeated",
  "outsideCompetence",
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

export const RATINGS = ["verySatisfied", "satisfied", "fair", "dissatisfied", "veryDissatisfied"] as const;
export type Rating = (typeof RATINGS)[number];
export const GOOD_RATINGS = ["verySatisfied", "satisfied"] as const satisfies readonly Rating[];
export const BAD_RATINGS = ["dissatisfied", "veryDissatisfied"] as const satisfies readonly Rating[];

/** What the enterprise says of the matter itself, apart from how it was treated. */
export const SOLVED = ["solved", "partly", "unsolved"] as const;
export type Solved = (typeof SOLVED)[number];

export const LOOK_BACK_RESULTS = ["held", "partly", "relapsed", "falseRectification"] as const;
export type LookBackResult = (typeof LOOK_BACK_RESULTS)[number];

/** So many calendar days after an answer the enterprise is asked whether it was treated worse since. */
export const QUESTION_DAYS = ["30", "90"] as const;
export type QuestionDay = (typeof QUESTION_DAYS)[number];

/** What it says to that. */
export const WORSE = ["no", "yes"] as const;
export type Worse = (typeof WORSE)[number];

/** What came of a clue (线索) in the end. */
export const CLUE_RESULTS = ["verified", "partly", "unfounded", "transferred"] as const;
export type ClueResult = (typeof CLUE_RESULTS)[number];

export const CONTACT_WAYS = ["throughCommission", "phone", "visit", "meeting"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export const RULINGS = ["upheld", "refused"] as const;
export type Ruling = (typeof RULINGS)[number];

export const EXTENSION_RULINGS = ["granted", "refused"] as const;
export type ExtensionRuling = (typeof EXTENSION_RULINGS)[number];

/** Events that are not one of the commands in `app/domain/complaint/commands.ts`. */
export const CREATION = "submit";
export const RULE_EVENTS = ["linkRule", "reviseRule", "unlinkRule"] as const;
export type RuleEvent = (typeof RULE_EVENTS)[number];

/** The two kinds of chains of the trail: what was done to a complaint, and who looked at it. */
export const CHAIN_KINDS = ["event", "opening", "rights_request", "rights_decision"] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

/**
 * What was opened: a complaint's page, one of its files, a list taken away; `prune` removed openings long kept, `reseal`
 * opened sealed identities to seal them under a new key.
 */
export const OPENING_KINDS = ["page", "file", "identity", "export", "prune", "reseal"] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

/** What is done to somebody's rights: the four that wait for the other administrator, the founding, and taking away. */
export const RIGHTS_KINDS = ["appoint", "move", "enable", "replaceFactor", "found", "disable"] as const;
export type RightsKind = (typeof RIGHTS_KINDS)[number];
/** Those that are asked for. */
export const ASKED_KINDS = [
  "appoint",
  "move",
  "enable",
  "replaceFactor",
] as const satisfies readonly RightsKind[];
export type AskedKind = (typeof ASKED_KINDS)[number];

/** What becomes of a request for rights: the other administrator's word, or its asker's own. */
export const RIGHTS_VERDICTS = ["approved", "refused", "withdrawn"] as const;
export type RightsVerdict = (typeof RIGHTS_VERDICTS)[number];

/** What somebody is told; each has one mail template and one line in the bell. */
export const NOTICE_KINDS = [
  "received",
  "submitted",
  "supplementAsked",
  "supplemented",
  "accepted",
  "declined",
  "referenced",
  "merged",
  "primaryMoved",
  "split",
  "assignedToYou",
  "assigned",
  "signed",
  "returned",
  "returnRuled",
  "recalled",
  "firstContact",
  "replied",
  "replyAccepted",
  "sentBack",
  "answered",
  "evaluated",
  "badlyRated",
  "rework",
  "reworkWaived",
  "rectifying",
  "measureReported",
  "measureSentBack",
  "writeOffApplied",
  "writeOffReady",
  "writeOffRefused",
  "writtenOff",
  "withdrawn",
  "reviewAsked",
  "reviewAnswered",
  "reopened",
  "lookedBack",
  "supplementLapsed",
  "extensionAsked",
  "extensionGranted",
  "extensionRefused",
  "extended",
  "dateMoved",
  "reminder",
  "dueToday",
  "urging",
  "urgingCopy",
  "circular",
  "talkDue",
  "signLate",
  "stepLate",
  "lookBackDue",
  "evaluationLapsed",
  "retaliationReported",
  "retaliationAsked",
  "clueReceived",
  "clueArrived",
  "clueAccepted",
  "clueConcluded",
  "clueReturned",
  "disclosureRaised",
  "unsealingAsked",
  "unsealingApproved",
  "unsealingRefused",
  "unsealingEnded",
  "identityOpened",
  "erasureAsked",
  "erasureRefused",
  "erased",
  "unreachable",
  "calendarMissing",
  "digest",
  "sealedNews",
  "invitation",
  "passwordReset",
  "passwordChanged",
  "newDevice",
  "factorChanged",
  "rightsAsked",
  "rightsDecided",
  "accountDisabled",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Notices that concern an account and not a complaint. */
export const ACCOUNT_NOTICES = [
  "calendarMissing",
  "digest",
  "sealedNews",
  "invitation",
  "passwordReset",
  "passwordChanged",
  "newDevice",
  "factorChanged",
  "rightsAsked",
  "rightsDecided",
  "accountDisabled",
] as const satisfies readonly NoticeKind[];
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

/** What can't wait for a morning's digest, whatever somebody prefers: an answer brings its link to rate it. */
export const URGENT_NOTICES = [
  "answered",
  "urging",
  "urgingCopy",
  "circular",
  "talkDue",
  "retaliationReported",
  "withdrawn",
  "badlyRated",
] as const satisfies readonly NoticeKind[];

/** What never goes out singly: reminders come as one digest per person and morning. */
export const DIGEST_NOTICES = [
  "reminder",
  "dueToday",
  "signLate",
  "stepLate",
  "lookBackDue",
  "evaluationLapsed",
  "dateMoved",
] as const satisfies readonly NoticeKind[];

/** How somebody has mails: one for each notice, or one a morning. */
export const MAILINGS = ["single", "digest"] as const;
export type Mailing = (typeof MAILINGS)[number];

export const MAIL_STATUSES = ["queued", "sent", "delivered", "bounced", "complained", "failed"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Why an act was refused: one of the rules of the office, told to whoever tried. */
export const REFUSALS = [
  "notAllowed",
  "wrongStatus",
  "wrongAssignmentStatus",
  "stale",
  "noSuchAssignment",
  "noSuchMeasure",
  "noSuchDepartment",
  "noSuchPrimary",
  "leadTwice",
  "departmentAlreadyAssigned",
  "briefNamesEnterprise",
  "wordsMarked",
  "attachmentNotOfComplaint",
  "attachmentWithheld",
  "returnedBefore",
  "returnTooLate",
  "returnToSelf",
  "returnPending",
  "leadOnly",
  "contactRecorded",
  "measureDateInPast",
  "measuresOpen",
  "callBackFirst",
  "badRatingPending",
  "noBadRating",
  "assignmentsOpen",
  "windowOpen",
  "windowClosed",
  "handledByYou",
  "sameConfirmer",
  "noApplication",
  "alreadyApplied",
  "checklistIncomplete",
  "mergeIntoSelf",
  "primaryIsMerged",
  "primaryEnded",
  "hasMerged",
  "reviewTooLate",
  "reviewedBefore",
  "noReviewAsked",
  "alreadyReferenced",
  "ratingActedOn",
  "extensionAskedBefore",
  "extensionTooLate",
  "extensionTooShort",
  "extensionTooLong",
  "noExtensionAsked",
  "datesUnmoved",
  "alreadyClimbed",
  "notYetDue",
  "departmentComplainedOf",
  "noQuestionAsked",
  "clueAcceptedBefore",
  "clueNotAccepted",
  "clueConcluded",
  "recuseWhom",
  "noSuchPerson",
  "recusedBefore",
  "notMoreSecret",
  "brokerUnreachable",
  "notSealed",
  "noSuchRequest",
  "unsealingDates",
  "unsealingAsked",
  "decidedBefore",
  "ownUnsealing",
  "erased",
  "erasureAskedBefore",
  "noErasureAsked",
  "ownErasure",
  "stillOpen",
  "retentionRuns",
  "linkedFirst",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const DISTRICTS = ["350203", "350205", "350206", "350211", "350212", "350213"] as const;
export type District = (typeof DISTRICTS)[number];

export const INDUSTRIES = [
  "electronics",
  "machinery",
  "foodProcessing",
  "textiles",
  "chemicals",
  "construction",
  "wholesaleRetail",
  "logistics",
  "hospitality",
  "software",
  "biomedicine",
  "newEnergy",
  "culture",
  "agriculture",
  "finance",
  "businessServices",
  "association",
] as const;
export type Industry = (typeof INDUSTRIES)[number];

export const POINT_STATUSES = ["active", "suspended", "ended"] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

export const POINT_SIZES = ["large", "medium", "small", "micro", "association"] as const;
export type PointSize = (typeof POINT_SIZES)[number];

/** What a person may upload, judged by content. */
export const FILE_TYPES = ["pdf", "docx", "xlsx", "pptx", "jpg", "png", "heic", "txt"] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Why a file is not taken. */
export const UPLOAD_FAULTS = ["empty", "tooLarge", "tooMany", "typeNotAllowed", "infected"] as const;
export type UploadFault = (typeof UPLOAD_FAULTS)[number];
/** Why a file can't be given to a department: its copy would not be clean, or says who reported. */
export const WITHHELD = [
  "cannotClean",
  "broken",
  "encrypted",
  "embedded",
  "hidden",
  "tooLarge",
  "notUnderstood",
  "namesReporter",
] as const;
export type Withheld = (typeof WITHHELD)[number];
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
export const FILE_LIMIT_COUNT = 10;

export const WRITE_OFF_CHECKS = [
  "answerGiven",
  "evidence",
  "assignmentsAccepted",
  "measuresConfirmed",
  "ratedOrCalledBack",
  "applied",
] as const;
export type WriteOffCheck = (typeof WRITE_OFF_CHECKS)[number];

/** All that a department is told of its complaint's way to the write-off: not ready, to be applied for, applied for. */
export const WRITE_OFF_STAGES = ["waiting", "ready", "applied"] as const;
export type WriteOffStage = (typeof WRITE_OFF_STAGES)[number];

export const SPAN_UNITS = ["workingDays", "days", "months"] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** Why what was said of a matter is erased: it was kept for long enough, or somebody may ask for it by law. */
export const ERASURE_GROUNDS = ["retention", "request"] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Why a clock stands still: the enterprise was asked for more, or the commission rules on a return. */
export const PAUSE_REASONS = ["supplement", "return"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The rungs of the ladder (催办阶梯) on which a promise is watched, and the other days on which somebody is told. */
export const RUNGS = [
  "reminder",
  "dueDay",
  "urging",
  "circular",
  "talk",
  "signLate",
  "stepLate",
  "lookBackDue",
] as const;
export type Rung = (typeof RUNGS)[number];

/** What a one-time link opens. */
export const LINK_PURPOSES = ["invitation", "passwordReset", "evaluation"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];
