/** Words in which a dangerous one hides though nothing burns and nobody is hurt. */
const harmless =
  /灭火|消防|防火|救火车|火锅|火车|火腿|火龙果|火爆|火柴|火机|火气|上火|恼火|发火|红火|烟火气|火热|火化|动手术|动手机|动手做|动手修|煤气费|煤气表|煤气卡|煤气缴费|晕车|fire (alarm test|door|escape|exit|extinguisher|hydrant|lane|safety|station)/gi

const danger =
  /火|冒烟|救命|煤气|燃气泄漏|燃气漏|漏燃气|天然气漏|天然气泄漏|打人|打架|动手|持刀|砍人|捅人|家暴|抢劫|绑架|自杀|轻生|跳楼|割腕|想死|不想活|活不下去|晕倒|昏迷|没有呼吸|心梗|中毒|溺水|落水|触电|电线掉|爆炸|车祸|撞人|被撞|被困|\b(on fire|fire|smoke|burning|gas leak|smell of gas|help me|knife|beating|attacked|suicide|kill (myself|himself|herself)|want to die|unconscious|not breathing|drowning|electrocuted|explosion|car accident|trapped)\b/i

const despair = /自杀|轻生|跳楼|割腕|想死|不想活|活不下去|\b(suicide|kill myself|want to die)\b/i

/** Whether the words sound as if somebody needed help within minutes (domain rules: emergencies go to 110, 119, 120, 122). */
export function soundsUrgent(words: string): boolean {
  return danger.test(words.replace(harmless, '　'))
}

/** Whether they sound as if somebody thought of ending their life; 12356 is the national line for that. */
export function soundsDesperate(words: string): boolean {
  return despair.test(words)
}
