/** GB/T 3304, the two-digit codes 01 to 56 in order. 穿青人 and others without a code of their own carry 97. */
const ETHNIC_GROUPS = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 ' +
  '纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 ' +
  '德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ');

const FURTHER_GROUPS: Readonly<Record<string, string>> = { '97': '其他', '98': '外国血统中国籍人士' };

/** GB/T 2261.1. Not "everything but 1 is female": 0 and 9 exist. */
const SEXES: Readonly<Record<string, string>> = { '0': '未知', '1': '男', '2': '女', '9': '未说明' };

/** The ethnic group's name as the code table words it; undefined for a code outside the table. */
export function ethnicGroupName(code: string): string | undefined {
  if (!/^\d{2}$/.test(code)) return undefined;
  return FURTHER_GROUPS[code] ?? ETHNIC_GROUPS[Number(code) - 1];
}

/** 男 and 女, 未知 for 0, 未说明 for 9; undefined for anything else. */
export function sexName(code: string): string | undefined {
  return SEXES[code];
}
