/**
 * What passwords are commonly made of, from what is generally known of leaked ones and of how they are made here:
 * not words of a language, with which a good sentence is written, but those that stand in every list. In lower case,
 * without leet, without digits and signs at their ends: `password-policy.ts` undoes those.
 */
const WORLD = `
  password passwort passphrase passwd pass pwd secret letmein welcome login logon signin guest user username admin
  administrator root toor system sysadmin superuser master manager owner operator service support helpdesk server
  database oracle mysql postgres mssql redis mongo linux windows ubuntu centos debian docker cisco huawei default
  changeme change temp temporary test tester testing demo example sample backup public private internet network
  computer laptop desktop iphone android samsung google facebook twitter instagram youtube microsoft apple amazon
  alibaba qwer asdf zxcv qwert asdfg zxcvb qwerty asdfgh zxcvbn qwertz azerty dvorak abc abcd abcde abcdef aaa qqq www
  iloveyou ilove loveyou loveme lovely lover forever baby babygirl honey sweetheart sweetie darling princess prince
  queen king angel sunshine rainbow flower butterfly moonlight starlight summer winter spring autumn january february
  march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday morning dragon monkey tiger lion eagle falcon wolf shadow phoenix panther cheetah jaguar mustang
  ferrari porsche mercedes toyota honda yamaha harley corvette charlie michael jordan daniel andrew joshua matthew
  jennifer jessica michelle ashley nicole amanda thomas robert george hunter killer ranger soldier warrior superman
  batman spiderman ironman hulk avengers starwars pokemon pikachu naruto minecraft fortnite football baseball soccer
  basketball hockey tennis golf liverpool chelsea arsenal barcelona juventus manchester united yankees lakers cowboys
  freedom whatever nothing trustno trustnoone access accessgranted open opensesame sesame hello helloworld goodbye
  thankyou please computer1 matrix merlin gandalf frodo hobbit wizard magic mystery cookie chocolate banana orange
  cherry peach pepper ginger coffee whisky vodka cheese pizza mother father sister brother family friend friends
  jesus christ heaven blessed god money rich million dollar bitcoin crypto purple yellow green silver golden diamond
  blink slipknot metallica nirvana eminem samantha hannah buster maggie bailey buddy lucky happy smile smiley crazy
  cool sexy hot fuckyou fuck asshole bitch dick pussy shit zaq qaz wsx edc rfv tgb yhn ujm qazwsx zaqxsw asdfjkl
  correcthorsebatterystaple correcthorse batterystaple maytheforcebewithyou tobeornottobe thequickbrownfox
  quickbrownfox lazydog whatisyourname mypassword newpassword yourpassword thepassword passwordpassword
  iamyourfather winteriscoming hakunamatata neverforget donotforget secretpassword nopassword
`;

const CHINA = `
  woaini woai woaiwo woaita woaiwojia woaizhongguo woaibeijing woaixiamen wodemima mima mimashi wodeai wodejia
  aini ainiyiwannian yiwannian yishengyishi shengshengshishi tianchangdijiu zhiaini woxiangni nihao nihaoma
  laopo laogong laopolaogong baobei baobao baobeier xiaobao dabao erbao xiaobaobei qinai qinaide xingfu kuaile
  pingan jiankang facai gongxifacai xinnian xinniankuaile shengrikuaile wanshiruyi jixiang jixiangruyi fugui haoyun
  caishen zhaocai zhaocaijinbao dafacai baofu youqian qianqian zhongguo zhonghua zhongguoren zuguo renmin
  gongheguo beijing shanghai guangzhou shenzhen tianjin chongqing hangzhou nanjing suzhou wuhan chengdu xian
  xiamen fuzhou quanzhou zhangzhou qingdao dalian ningbo changsha zhengzhou jinan shenyang haerbin kunming nanning
  siming huli jimei haicang tongan xiangan gulangyu fujian zhejiang jiangsu guangdong shandong henan hebei hunan
  hubei sichuan tiananmen changcheng changjiang huanghe taishan gugong dongfang dongfanghong wansui geming
  yingshangjian yingshang huanjing jiandu jiwei jijian jianwei gongan gongshang shuiwu caizheng zhengfu weiyuanhui
  bangongshi gongzuo danwei zongju guanliyuan xitong xitongguanli yonghu yonghuming denglu yanzheng anquan baomi
  jimi huiyin lianxidian lianluodian qiye gongsi youxiangongsi keji maoyi shiye jituan laoban jingli zongjingli
  kehu tousu jianjian jianyi fankui fuwu ceshi zhanghao kaitong jiarenmen renminbi taobao alipay zhifubao weixin
  wechat tencent tengxun baidu sina weibo netease wangyi xiaomi oppo vivo douyin toutiao meituan jingdong qqmima
  longde long hulong feilong qinglong bailong laohu xiongmao dagou xiaogou xiaomao huahua guaiguai doudou diandian
  niuniu maomao beibei jingjing huanhuan yingying nini lele tiantian mingming lili fangfang tingting yangyang
  longlong qiangqiang weiwei jiajia xinxin yueyue linlin meimei didi gege jiejie mama baba yeye nainai erzi nver
  sunwukong zhubajie tangseng shaseng xiyouji sanguo shuihu honglou caocao liubei guanyu zhangfei
  zhugeliang lvbu zhouyu libai dufu luxun maozedong mao mazedong zhouenlai dengxiaoping leifeng jay zhoujielun
  liudehua zhangxueyou chenglong lilianjie lixiaolong nba yaoming kobe wudi chaoren wangzhe wangzherongyao
  yingxionglianmeng dota mofa moshou chuanqi chuanshuo xiaoyao wuxian yongheng yongyuan yongyuanaini zhenai chunai
  密码 我爱你 我的密码 爱你 爱你一万年 中国 北京 上海 厦门 福建 回音 联系点 监督 营商环境 委员会 办公室 管理员 系统
  公司 有限公司 企业 你好 新年快乐 生日快乐 恭喜发财 万事如意 平安 健康 发财 吉祥 吉祥如意 宝贝 老婆 老公 家人
  测试 用户 用户名 登录 安全 保密 天下无敌 一帆风顺 心想事成 步步高升 马到成功 大吉大利 好好学习 天天向上
  为人民服务 不忘初心 牢记使命 事事有回音 件件有着落
`;

/** Digits that are read aloud as words: 520 for "I love you", 1314 for "all one's life", 168 and 888 for luck. */
const LUCKY = `
  520 521 530 1314 5201314 521314 7758 7758258 7758521 3344 3344520 9420 168 1688 518 5188 158 888 8888 666 6666 999
  9999 668 886 987 147258 147258369 159357 159753 258456 741852 741852963 963852741 112233 121212 123123 123321 110110
  119119 120120 12306 12345 10086 10010 12315 110 119 120 114 996 007 318 701 1001 101 000 0000 111111 000000 654321
`;

/** A name in pinyin is a surname and one or two syllables after it: those that most people bear. */
const SURNAMES =
  "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin yi chang lai gong";
const GIVEN =
  "wei fang na min jing lei yang yong jun jie juan tao ming chao xia ping gang hong bo bin hui li yan ling hua dan ying xin yu mei qiang feng peng fei xue ting hao yi jian ning rui kai lin kun nan long jia qian chen zhen wen xiang liang guang cheng dong hai sheng guo shan yun lan qin xiaoming xiaohong jianguo jianhua guoqiang zhiqiang haiyan xiaoyan lili weiwei jianjun zhigang haitao junjie zixuan haoran yuxuan zihan";

const list = (text: string) => text.split(/\s+/).filter(Boolean);

/** All of them, several thousand: names too are put together by rule. */
export const commonWords: ReadonlySet<string> = new Set([
  ...[...list(WORLD), ...list(CHINA)].map((word) => word.replace(/\d+$/, "")),
  ...list(LUCKY),
  ...list(SURNAMES).flatMap((surname) => list(GIVEN).map((given) => surname + given)),
]);

/** The length of the longest of them, so that nobody looks for longer ones. */
export const LONGEST_WORD = Math.max(...[...commonWords].map((word) => word.length));
