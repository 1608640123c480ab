import type { Random } from './random.ts'

const surnames =
  '苏秦梅方陆沈顾裴温宋叶谢程许孟阮舒柳岑莫蒋邹罗韩曹彭董袁邓薛雷贺倪汤常乐于傅皮卞齐康伍余元卜纪'.split('')
const givenNames = (
  '晓雯 建平 志远 玉兰 春生 海燕 国栋 小满 雨桐 文博 立夏 桂芳 思源 明珠 长河 一诺 秀英 大勇 静怡 永年 青山 若兰 铁生 佳宁 ' +
  '红梅 卫东 子涵 素琴 宏伟 美玲 学文 冬梅 振华 丽娟 家宝 云峰 慧敏 石头 敏之 向前 彩霞 东升 巧云 少华 月娥 知秋 守义 小川 ' +
  '婉清 德顺 燕飞 金水 念慈 天佑 淑珍 正阳 如意 广田 听雨 福来'
).split(' ')

/** Names of people who do not exist, each given out once. */
export function nameGiver(random: Random): () => string {
  const given = new Set<string>()
  return () => {
    for (;;) {
      const name = random.pick(surnames) + random.pick(givenNames)
      if (given.has(name)) continue
      given.add(name)
      return name
    }
  }
}

/** A telephone number of the range that is never assigned. */
export function phoneOf(index: number): string {
  return `1990000${String(index % 10_000).padStart(4, '0')}`
}
